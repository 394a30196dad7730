import { acceptResult, testResult, type Acceptance, type Ticket } from '../../../sheets-templates';
import type { Field } from '../../app/field';
import { showInstant, words, type Instant, type Language, type Words } from '../../terms';
import type { AcceptancePage, FactView } from '../protocol';
import { fieldView } from './field-view';

export interface AcceptanceInput {
  readonly ticket: Ticket;
  readonly acceptance: Acceptance;
  /** The inputs of `acceptance.sign`. */
  readonly fields: readonly Field[];
  /** What the customer is to pay, in both languages. */
  readonly charge: Words;
  readonly now: Instant;
  readonly language: Language;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

const partText = (part: unknown): string =>
  typeof part === 'object' && part !== null ? [textOf(Reflect.get(part, 'name')), textOf(Reflect.get(part, 'spec')), textOf(Reflect.get(part, 'quantity')).replace(/^(?=\d)/, '× ')].filter((text) => text !== '').join(' ') : textOf(part);

const partsOf = (acceptance: Acceptance): string => (Array.isArray(acceptance.partsReplaced) ? acceptance.partsReplaced.map(partText).filter((text) => text !== '').join('\n') : '');

const facts = ({ acceptance, charge }: AcceptanceInput): readonly FactView[] => {
  const parts = partsOf(acceptance);
  return [
    { label: words('完成内容', 'Work done'), value: acceptance.workSummary },
    { label: words('更换件', 'Parts replaced'), value: parts === '' ? words('无', 'None') : parts },
    { label: words('功能测试', 'Function test'), value: testResult[acceptance.functionTest] },
    { label: words('注意事项', 'Advice'), value: acceptance.advice },
    { label: words('费用', 'Charge'), value: charge },
  ];
};

const outcomeOf = ({ result, signedAt }: Acceptance): Words | null =>
  signedAt === null ? null : words(`已于 ${showInstant(signedAt)} 签署:${acceptResult[result].zh}。谢谢!`, `Signed at ${showInstant(signedAt)}: ${acceptResult[result].en.toLowerCase()}. Thank you!`);

/** What the customer signs (10.4): everything that the proof's hash covers, and nothing else of the ticket. */
export const acceptanceView = (input: AcceptanceInput): AcceptancePage => ({
  page: 'acceptance', language: input.language, now: input.now, objectId: input.ticket.ticketId, project: input.ticket.projectName, model: input.ticket.modelText,
  facts: facts(input), inputs: input.fields.map(fieldView), outcome: outcomeOf(input.acceptance),
});
