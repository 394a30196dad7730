import { localDate, plusDays, type LocalDate } from '../src/terms';
import type { Holiday } from './reference';

interface Festival {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The statutory days proper, whose overtime leave cannot replace (AMB-36). */
  readonly statutory: readonly string[];
  /** Saturdays and Sundays worked in exchange. */
  readonly workdays: readonly string[];
}

interface Year {
  readonly source: string;
  readonly festivals: readonly Festival[];
}

const festival = (name: string, from: string, to: string, statutory: readonly string[], workdays: readonly string[] = []): Festival =>
  ({ name, from, to, statutory, workdays });

/** The State Council's notices, one year each. */
const years: readonly Year[] = [
  {
    source: '国务院办公厅关于2025年部分节假日安排的通知（2024-11-12）',
    festivals: [
      festival('元旦', '2025-01-01', '2025-01-01', ['2025-01-01']),
      festival('春节', '2025-01-28', '2025-02-04', ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'], ['2025-01-26', '2025-02-08']),
      festival('清明节', '2025-04-04', '2025-04-06', ['2025-04-04']),
      festival('劳动节', '2025-05-01', '2025-05-05', ['2025-05-01', '2025-05-02'], ['2025-04-27']),
      festival('端午节', '2025-05-31', '2025-06-02', ['2025-05-31']),
      festival('国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06'], ['2025-09-28', '2025-10-11']),
    ],
  },
  {
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    festivals: [
      festival('元旦', '2026-01-01', '2026-01-03', ['2026-01-01'], ['2026-01-04']),
      festival('春节', '2026-02-15', '2026-02-23', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'], ['2026-02-14', '2026-02-28']),
      festival('清明节', '2026-04-04', '2026-04-06', ['2026-04-05']),
      festival('劳动节', '2026-05-01', '2026-05-05', ['2026-05-01', '2026-05-02'], ['2026-05-09']),
      festival('端午节', '2026-06-19', '2026-06-21', ['2026-06-19']),
      festival('中秋节', '2026-09-25', '2026-09-27', ['2026-09-25']),
      festival('国庆节', '2026-10-01', '2026-10-07', ['2026-10-01', '2026-10-02', '2026-10-03'], ['2026-09-20', '2026-10-10']),
    ],
  },
];

const datesOf = (from: LocalDate, to: LocalDate): readonly LocalDate[] => (from > to ? [] : [from, ...datesOf(plusDays(from, 1), to)]);

const rowsOf = (source: string) => ({ name, from, to, statutory, workdays }: Festival): readonly Holiday[] => [
  ...datesOf(localDate(from), localDate(to)).map((date): Holiday => ({ date, kind: 'HOLIDAY', name, isStatutory: statutory.includes(date), source, hours: null })),
  ...workdays.map((date): Holiday => ({ date, kind: 'ADJUSTED_WORKDAY', name, isStatutory: false, source, hours: null })),
];

/** Holidays and adjusted workdays of 2025 and 2026, in order of date (regulation 4.1). */
export const defaultHolidays: readonly Holiday[] = years
  .flatMap(({ source, festivals }) => festivals.flatMap(rowsOf(source)))
  .sort((one, other) => (one.date < other.date ? -1 : 1));
