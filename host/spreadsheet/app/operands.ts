/** What a condition compares with, between script and rule: numbers and dates cross as such, formulas as they are written. */
import { displayValue } from '../model/number-format';
import { instantOfSerial, serialOfInstant } from '../model/serial-date';
import { parseOperand, type TypingContext } from '../model/typing';
import type { Message } from '../schema/shapes';
import type { SpreadsheetSession } from './session';

export type ConditionType = NonNullable<Message<'BooleanCondition'>['type']>;

export interface OperandContext extends TypingContext {
  /** In which dates of the condition count: the script's. */
  readonly timeZone: string;
}

/** @param id the spreadsheet that the rule belongs to; null for one that is still to be set */
export function operandContext(session: SpreadsheetSession, id: string | null): OperandContext {
  const locale = id === null ? 'en_US' : session.look(id).details.locale;
  return { locale, year: new Date(session.environment.now()).getUTCFullYear(), timeZone: session.context.timeZone };
}

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** As the rule keeps it: dates in a form that every locale reads alike. */
export function operandText(value: unknown, { timeZone }: OperandContext): string {
  return isDate(value) ? displayValue(serialOfInstant(value.getTime(), timeZone), { type: 'DATE', pattern: 'yyyy-mm-dd' }, 'en') : String(value);
}

/** As a script reads it. */
export function operandValue(type: ConditionType | undefined, entered: string, context: OperandContext): string | number | Date {
  if (type?.startsWith('NUMBER_') !== true && type?.startsWith('DATE_') !== true) return entered;
  const value = parseOperand(entered, context);
  if (typeof value !== 'number') return entered;
  return type.startsWith('DATE_') ? new Date(instantOfSerial(value, context.timeZone)) : value;
}
