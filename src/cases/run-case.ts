import type { Holiday } from '../../sheets-templates';
import { isRefusal, type Refusal } from '../terms';
import type { ExpenseOffice } from '../expenses';
import { caseOffice, readCalendar, readSettingChanges } from './case-office';
import { chargeCase } from './charge-case';
import { claimCase } from './claim-case';
import { deadlineCase } from './deadline-case';
import { clockCase } from './clock-case';
import { Fields } from './fields';
import { agrees, type Outcome } from './outcome';
import { warrantyCase } from './warranty-case';

/** What became of a case, as plain data. `message` says what is wrong with a case that could not be computed. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly actual: Readonly<Record<string, unknown>>;
  readonly message: string | null;
}

/** The parts that can be computed: each reads the fields of a case and then computes it. */
const readers: Readonly<Record<string, (fields: Fields) => (office: ExpenseOffice) => Outcome>> = {
  sla_class: deadlineCase,
  deadlines: clockCase,
  warranty: warrantyCase,
  charges: chargeCase,
  claims: claimCase,
};

export const caseParts: readonly string[] = Object.keys(readers);

const failed = (id: string, message: string): CaseResult => ({ id, passed: false, expected: {}, actual: {}, message });

const readHolidays = (calendar: unknown, problems: string[]): readonly Holiday[] | null => {
  if (calendar === undefined || calendar === null) return null;
  const fields = new Fields(calendar, 'calendar', problems);
  const holidays = readCalendar(fields);
  fields.done();
  return holidays;
};

/**
 * Computes one case and compares it with what it expects. A case with a mistake fails with a sentence; it never throws.
 * @param calendar the file's own `calendar`, in place of the holidays of 2025 and 2026
 */
export const computeCase = (part: string, caseData: unknown, calendar: unknown): CaseResult => {
  const problems: string[] = [];
  const fields = new Fields(caseData, part, problems);
  const id = fields.text('id');
  const reader = readers[part];
  if (reader === undefined) return failed(id, `未知部分 unknown part ${part}`);
  const holidays = readHolidays(calendar, problems);
  const changes = readSettingChanges(fields);
  const compute = reader(fields);
  fields.done();
  const office: ExpenseOffice | Refusal = caseOffice(holidays, changes);
  if (isRefusal(office)) return failed(id, `${office.words.zh} ${office.words.en}`);
  if (problems.length > 0) return failed(id, problems.join('；'));
  const { expected, actual } = compute(office);
  return { id, passed: agrees(expected, actual), expected, actual, message: null };
};
