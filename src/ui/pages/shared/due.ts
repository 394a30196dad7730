import { filled, pageWords } from '../../../text/ui/page-words';
import type { Words } from '../../../terms/words';

export interface DueBadge {
  readonly tone: 'late' | 'soon' | 'calm';
  readonly words: Words;
}

const minute = 60 * 1000;
const soonMinutes = 120;
/** Beyond two days hours no longer matter. */
const mostHours = 48;

const duration = (minutes: number): Words => {
  if (minutes < 60) return filled(pageWords.minutes, { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours >= mostHours) return filled(pageWords.days, { n: Math.floor(hours / 24) });
  return minutes % 60 === 0 ? filled(pageWords.hours, { n: hours }) : filled(pageWords.hoursMinutes, { n: hours, m: minutes % 60 });
};

/** How long until a deadline, or since; `now` in epoch milliseconds. A deadline is kept to its very second. */
export const dueBadge = (dueAt: string, now: number): DueBadge => {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return { tone: 'late', words: filled(pageWords.lateBy, { time: duration(Math.floor(-left / minute)) }) };
  const minutes = Math.floor(left / minute);
  return { tone: minutes < soonMinutes ? 'soon' : 'calm', words: filled(pageWords.dueIn, { time: duration(minutes) }) };
};

export type DueGroup = 'overdue' | 'today' | 'later' | 'undated';
export const dueGroups: readonly DueGroup[] = ['overdue', 'today', 'later', 'undated'];

const companyOffset = 8 * 60 * minute;
const companyDate = (epoch: number): string => new Date(epoch + companyOffset).toISOString().slice(0, 10);

/** Which part of the desk a deadline belongs to; "today" is the company's day. */
export const dueGroup = (dueAt: string | null, now: number): DueGroup => {
  if (dueAt === null) return 'undated';
  const due = Date.parse(dueAt);
  if (due < now) return 'overdue';
  return companyDate(due) === companyDate(now) ? 'today' : 'later';
};

/** `2026-03-03 09:10`; moments are always written in the company's zone. */
export const showMoment = (moment: string): string => moment.slice(0, 16).replace('T', ' ');
