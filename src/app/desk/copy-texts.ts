import { copyDocument, copyWay, staff, textsSent, type CopyDocument } from '../../../sheets-templates';
import { copyTables } from '../../text/copy-tables';
import { copyTextsOf } from '../../text/copy-texts';
import type { Draft } from '../../ledger/draft';
import { showInstant, words, type Words } from '../../terms';
import { hasRole, type Actor } from '../actor';
import type { Offer, WorkItem } from '../command';
import { confirmTextSent, textMark } from '../commands/copy-text';
import { maskWords } from '../written-numbers';
import { withInitial } from './offers';

/** Tables that the texts of a desk read. */
export const copyDeskTables = [...copyTables, textsSent] as const;

const offerFor = (objectId: string, document: CopyDocument, text: Words): Offer => {
  const label = copyDocument[document];
  return {
    command: confirmTextSent.name, objectId: `${objectId}${textMark}${document}`, tone: 'plain', label: words(`发消息：${label.zh}`, `Message: ${label.en}`),
    // It may end up in a group of many (10.5); nobody there needs a number that somebody wrote.
    fields: withInitial(confirmTextSent.fields, { text: maskWords(text).zh }),
  };
};

/** What was sent by hand about an object, and who said so. */
const sentFacts = (draft: Draft, objectId: string): WorkItem['facts'] =>
  draft.by(textsSent, 'objectId', objectId).slice(-3).map(({ document, way, toWhom, confirmedBy, confirmedAt }) => {
    const [what, by, name] = [copyDocument[document], copyWay[way], draft.find(staff, confirmedBy)?.name ?? confirmedBy];
    return { label: words(`已发：${what.zh}`, `Sent: ${what.en}`), value: words(`${showInstant(confirmedAt)} ${by.zh} → ${toWhom}（${name}）`, `${showInstant(confirmedAt)} ${by.en} → ${toWhom} (${name})`) };
  });

/** A piece of work with the texts that can be pasted for it (10.5), where its reader acts. */
export const withCopyTexts = (draft: Draft, actor: Actor) => (item: WorkItem): WorkItem => {
  if (!hasRole(actor, 'SUP', 'TSM', 'CS', 'CLK', 'OPS', 'QA', 'ENG') || item.offers.length + item.forms.length === 0) return item;
  const texts = copyTextsOf(draft, item.objectId);
  const documents = (Object.keys(copyDocument) as CopyDocument[]).flatMap((document) => (texts[document] === undefined ? [] : [offerFor(item.objectId, document, texts[document])]));
  return { ...item, facts: [...item.facts, ...sentFacts(draft, item.objectId)], offers: [...item.offers, ...documents] };
};
