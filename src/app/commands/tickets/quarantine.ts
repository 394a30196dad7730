import { inbox, type UnusableAnswer } from '../../../../sheets-templates';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { hasRole, staffIdOf } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { takeFields } from './intake-fields';
import { registerReads } from './register';
import { take } from './take';

const waiting = ({ draft, actor, objectId }: Request): UnusableAnswer | Refusal => {
  if (!hasRole(actor, 'CS', 'CLK', 'SUP')) return refuse('ROLE', '待处理来件由客服、内勤或主管核对。', 'Kept answers are checked by customer service, the clerk or the supervisor.');
  const found = draft.find(inbox, objectId);
  if (found === undefined) return refuse('UNKNOWN', `没有来件 ${objectId}。`, `There is no answer ${objectId}.`);
  return found.handledAt === null ? found : refuse('STATE', `${objectId} 已处理：${found.outcome ?? ''}`, `${objectId} was handled already: ${found.outcome ?? ''}`);
};

const handle = ({ draft, actor, now, objectId }: Request, outcome: string): void => {
  draft.update(inbox, objectId, { handledBy: staffIdOf(actor), handledAt: now, outcome });
};

/** 10.1: it was a real request. It counts from when it came, not from when somebody looked. */
const release: CommandDefinition = command({
  name: 'intake.release', label: words('核对无误，登记为工单', 'Genuine: register it'), rules: ['G-TK-3', '10.1', 'TK-1'], reads: [...registerReads, inbox], fields: takeFields,
  decide: (request) => {
    const found = waiting(request);
    if (isRefusal(found)) return found;
    const reply = take(request, found.receivedAt);
    if (!isRefusal(reply)) handle(request, reply.objectId);
    return reply;
  },
});

const outcomes = { SPAM: words('垃圾信息', 'Spam'), DONE: words('已另行处理', 'Dealt with otherwise') };

const dismiss: CommandDefinition = command({
  name: 'intake.dismiss', label: words('不登记', 'Do not register'), rules: ['G-TK-3', '10.1'], reads: [inbox],
  fields: [
    { name: 'outcome', kind: 'choice', label: words('结论', 'Finding'), choices: outcomes, required: true },
    { name: 'reason', kind: 'text', label: words('依据', 'Grounds'), help: words('如回拨结果。', 'Such as what a call back gave.'), required: true, minimum: 4, maximum: 300 },
  ],
  decide: (request) => {
    const found = waiting(request);
    if (isRefusal(found)) return found;
    const label = request.input.text('outcome') === 'SPAM' ? outcomes.SPAM : outcomes.DONE;
    handle(request, `${label.zh}：${request.input.text('reason')}`);
    return { objectId: found.answerId, message: words(`已记录：${label.zh}。`, `Recorded: ${label.en}.`) };
  },
});

export const quarantineCommands: readonly CommandDefinition[] = [release, dismiss];
