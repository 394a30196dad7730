import type { Holiday } from '../../sheets-templates';
import { parseDate, plusDays, refuse, weekdayOf, type LocalDate, type Refusal } from '../terms';
import { fewestStatutoryDays } from './calendar';

type Part = 'off' | 'statutory' | 'work';

const parts: Readonly<Record<string, Part>> = { 休: 'off', 放假: 'off', off: 'off', 法定: 'statutory', statutory: 'statutory', 上班: 'work', 调休: 'work', work: 'work' };

const longestHoliday = 31;

/** `2027-02-05` or `2027-02-05~2027-02-12`; null for anything else. */
const datesOf = (text: string): readonly LocalDate[] | null => {
  const [from = '', to = from] = text.split(/~|～|至|到/);
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === null || last === null || first > last || last > plusDays(first, longestHoliday)) return null;
  const dates = [first];
  for (let date = first; date < last;) dates.push((date = plusDays(date, 1)));
  return dates;
};

const unreadable = (line: string, word: string): Refusal =>
  refuse('CAL-6', `“${line}”中的“${word}”无法识别。每行一个节日，如：元旦 2026-01-01~2026-01-03 法定 2026-01-01 上班 2026-01-04`, `"${word}" in "${line}" cannot be read. One festival a line, such as: 元旦 2026-01-01~2026-01-03 法定 2026-01-01 上班 2026-01-04`);

interface Festival {
  readonly name: string;
  readonly dates: Readonly<Record<Part, readonly LocalDate[]>>;
}

const readLine = (line: string): Festival | Refusal => {
  const all = line.split(/[\s,，、;；]+/).filter((word) => word !== '');
  const first = all.findIndex((word) => parts[word.toLowerCase()] !== undefined || datesOf(word) !== null);
  const name = all.slice(0, Math.max(first, 1)).join('、');
  const rest = all.slice(Math.max(first, 1));
  const dates: Record<Part, LocalDate[]> = { off: [], statutory: [], work: [] };
  let part: Part = 'off';
  for (const word of rest) {
    const next = parts[word.toLowerCase()];
    const found = next === undefined ? datesOf(word) : [];
    if (found === null) return unreadable(line, word);
    if (next !== undefined) part = next;
    dates[part].push(...found);
  }
  if (dates.off.length === 0) return unreadable(line, name);
  const odd = dates.statutory.find((date) => !dates.off.includes(date)) ?? dates.work.find((date) => weekdayOf(date) % 6 !== 0 || dates.off.includes(date));
  return odd === undefined ? { name, dates } : refuse('CAL-6', `“${line}”：${odd} 不合理。法定节日须在放假日期之内，调休上班须为周六或周日。`, `"${line}": ${odd} does not fit. Statutory days lie within the days off, days worked in exchange are Saturdays or Sundays.`);
};

/**
 * The list of a year as the State Council announces it, one festival a line. All of one year, with its statutory days:
 * a list that lacks them would make the year look loaded while it is not.
 */
export const readYearList = (text: string, source: string): readonly Holiday[] | Refusal => {
  const rows = new Map<LocalDate, Holiday>();
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '')) {
    const read = readLine(line);
    if ('refused' in read) return read;
    const { name, dates } = read;
    for (const date of dates.off) rows.set(date, { date, kind: 'HOLIDAY', name, isStatutory: dates.statutory.includes(date), source, hours: null });
    for (const date of dates.work) rows.set(date, { date, kind: 'ADJUSTED_WORKDAY', name, isStatutory: false, source, hours: null });
  }
  const list = [...rows.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  const years = new Set(list.map(({ date }) => date.slice(0, 4)));
  if (years.size !== 1) return refuse('CAL-6', '一次只能载入一个年度，且不能为空。', 'Load one year at a time, and not an empty list.');
  const statutory = list.filter((row) => row.isStatutory).length;
  return statutory >= fewestStatutoryDays ? list : refuse('CAL-6', `只有 ${statutory} 个法定节日（至少 ${fewestStatutoryDays} 个），名单不完整；请在每行用“法定”标出。`, `Only ${statutory} statutory days (at least ${fewestStatutoryDays}): the list is not complete. Mark them with 法定 in each line.`);
};
