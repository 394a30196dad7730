/** What every request of a batch works with. */
import type { VirtualTime } from '../../../contract';
import type { Area } from '../../model/area';
import { messages } from '../../model/limits';
import { mayChangeSheet, mayWrite } from '../../model/protection';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { Spreadsheet } from '../../model/spreadsheet';
import { problemAt, unknownPath, withoutNulls, type PlainObject } from '../../schema/check';
import { parseFieldMask, type MaskNode } from '../../schema/field-mask';
import type { Message, MessageName } from '../../schema/shapes';

export interface Batch {
  readonly draft: Spreadsheet;
  /** The account that asks. */
  readonly actor: string;
  readonly now: VirtualTime;
  /** Cells written so far, for the account of calls. */
  written: number;
}

/** Applies one request; the answer goes into `replies`. @throws Refusal */
export type RequestHandler = (batch: Batch, request: unknown, path: string) => PlainObject;

/** A payload that does not fit its message; Google reports it without naming the request. */
export class PayloadProblem extends Error {}

/** A handler for one kind of request, given its message only once it fits the table of shapes. */
export function handle<K extends MessageName>(name: K, apply: (batch: Batch, request: Message<K>) => PlainObject | void): RequestHandler {
  return (batch, request, path) => {
    const cleaned = withoutNulls(request);
    const checked = problemAt(name, cleaned, path);
    if ('problem' in checked) throw new PayloadProblem(checked.problem);
    return apply(batch, checked.message) ?? {};
  };
}

/** @throws Refusal when a protection keeps the account out of the area */
export function requireWrite({ draft, actor }: Batch, sheet: Sheet, area: Area): void {
  if (!mayWrite(draft, sheet, area, actor)) throw invalid(messages.protectedCell);
}

/** @throws Refusal when the sheet as a whole is protected against the account */
export function requireSheetChange({ draft, actor }: Batch, sheet: Sheet): void {
  if (!mayChangeSheet(draft, sheet, actor)) throw invalid(messages.protectedCell);
}

/** @throws Refusal for a mask that is missing or names fields the message does not have: it would change nothing, in silence */
export function requireFields(fields: string | undefined, message: MessageName): MaskNode {
  if (fields === undefined || fields.trim() === '') throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseFieldMask(fields);
  const unknown = unknownPath(message, mask);
  if (unknown !== null) throw invalid(`Invalid field: ${unknown}`);
  return mask;
}

/** A number that is not taken, large like the platform's own, and the same in every run: the text tells it apart. */
export function freeNumber(taken: ReadonlySet<number>, text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  let number = hash & 0x7fffffff;
  while (number === 0 || taken.has(number)) number = (number + 1) & 0x7fffffff;
  return number;
}
