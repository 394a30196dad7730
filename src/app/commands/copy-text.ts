import { copyDocument, copyWay, textsSent, tickets, type CopyDocument } from '../../../sheets-templates';
import { copyTables, longestText } from '../../text/copy-tables';
import { copyTextsOf } from '../../text/copy-texts';
import { refuse, words } from '../../terms';
import { hasRole, staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import { subjectOf, subjectTables } from '../sweep/subjects';
import type { Request } from '../request';
import { choiceOf } from './tickets/chosen';

/** The desk's own people, and the engineer on whose work the text is. */
const concerned = ({ actor, draft }: Request, objectId: string): boolean => {
  if (hasRole(actor, 'SUP', 'TSM', 'CS', 'CLK', 'OPS', 'QA')) return true;
  const me = staffIdOf(actor);
  const people = (['DISPATCH', 'PARTS_REQUEST', 'REPAIR_ORDER'] as const).flatMap((objectType) => subjectOf(draft, { objectType, objectId }).person ?? []);
  return me !== null && hasRole(actor, 'ENG') && [draft.find(tickets, objectId)?.engineerLead, ...people].includes(me);
};

/** Between an object and which of its texts is meant: `PG-20260303-01#DAILY_REPORT`. */
export const textMark = '#';

const chosenCode = (name: string): CopyDocument | null => Object.keys(copyDocument).find((code): code is CopyDocument => code === name) ?? null;

/** 10.5: the text was pasted and sent; who says so, to whom and what it said is on record. */
export const confirmTextSent: CommandDefinition = command({
  name: 'text.confirmSent',
  label: words('发微信/QQ/短信', 'Send by WeChat, QQ or SMS'),
  rules: ['10.5', 'R-266'],
  reads: [...new Set([...copyTables, ...subjectTables, textsSent])],
  fields: [
    { name: 'text', kind: 'long', label: words('文字（复制到微信等发出，再按下方按钮登记）', 'Text: copy it, send it, then record it below'), required: true, minimum: 10, maximum: longestText, copy: true },
    { name: 'way', kind: 'choice', label: words('已用何种方式发送', 'Sent by'), choices: copyWay, required: true },
    { name: 'toWhom', kind: 'text', label: words('发给谁', 'To whom'), required: true, minimum: 2, maximum: 60 },
  ],
  decide: (request) => {
    const { draft, input, now, actor } = request;
    const [objectId = '', name = ''] = request.objectId.split(textMark);
    const document = chosenCode(name);
    const me = staffIdOf(actor);
    if (me === null || !concerned(request, objectId)) return refuse('ROLE', '只有主管、客服、内勤、经理和负责的工程师可以登记。', 'Only the supervisor, customer service, the clerk, the manager and the engineer in charge may record this.');
    if (document === null || copyTextsOf(draft, objectId)[document] === undefined) return refuse('10.5', `${objectId} 现在没有这份文字可发，请刷新。`, `There is no such text to send for ${objectId} now; please refresh.`);
    draft.insert(textsSent, { textId: draft.nextNumber('WZ', '', 5), objectId, document, way: choiceOf(input, 'way', copyWay), toWhom: input.text('toWhom'), confirmedBy: me, confirmedAt: now, text: input.text('text') });
    return { objectId, message: words('已登记发送。', 'Recorded as sent.') };
  },
});

export const copyTextCommands: readonly CommandDefinition[] = [confirmTextSent];
