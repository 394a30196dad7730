import { day, hour, minute, momentOf, startOfDay, written } from '../moments';
import type { Invariant } from './books';
import { Life, type Clock } from './life';
import { WorkTime, type Mode } from './work-time';

/** 4.5 once more, as its table reads: one moment a level, in any order. */
type Level = (clock: Clock, time: WorkTime, life: Life, until: number) => readonly number[];

const isMode = (text: string): text is Mode => text === 'CAL' || text === 'WDC' || text === 'BUS';
/** The date that a moment closes: 24:00 is the end of the day before. */
const dateOfDue = ({ due }: Clock): number => startOfDay(due - 1);
const dayBefore: Level = (clock, time) => [time.workingDay(dateOfDue(clock), -1) + 9 * hour];

/** A share of the way; targets that an agreement names are met by the day. */
const share = (percent: number): Level => ({ start, due, mode }, time) => {
  const running = isMode(mode) ? mode : 'CAL';
  return [percent === 0 ? start : percent === 100 ? due : time.after(running, start, (time.between(running, start, due) * percent) / 100)];
};
const after = (minutes: number, mode: Mode = 'CAL'): Level => ({ due }, time) => [time.after(mode, due, minutes * minute)];
const every = (minutes: number): Level => ({ due }, _time, _life, until) => Array.from({ length: Math.max(0, Math.floor((until - due) / (minutes * minute))) }, (_, at) => due + (at + 1) * minutes * minute);
const workingDaysAfter = (count: number): Level => ({ due }, time) => [time.workingDaysLater(due, count)];
const onDay = (clockTime: number, later = 0): Level => (clock) => [dateOfDue(clock) + later * day + clockTime];
/** "75 % or 1 wd before": a fixed moment has no way of which to take a share. */
const warning: Level = (clock, ...more) => (isMode(clock.mode) ? share(75) : dayBefore)(clock, ...more);
const fromStart = (key: string, count: number): Level => ({ start }, time) => [time.endOfWorkingDay(start, time.numbers.count(key, start, count))];
const around = (key: string, list: string, sign: 1 | -1): Level => (clock, time) => time.numbers.counts(key, clock.start, list).map((days) => dateOfDue(clock) + sign * days * day + 9 * hour);

/** Two days in a row without a report. */
const secondDay: Level = (clock, _time, life, until) => {
  const before = life.clocks().find(({ rule, object, due }) => rule === 'S-11' && object === clock.object && due === clock.due - day);
  const missed = before !== undefined && before.result !== 'CANCELLED' && before.result !== 'SUPERSEDED' && (before.stop === null ? until > before.due : before.stop > before.due);
  return missed ? [dateOfDue(clock) + day + 8.5 * hour] : [];
};

const half = share(50);
const threeQuarters = share(75);
const due = share(100);
const others: readonly Level[] = [warning, due, workingDaysAfter(1)];
const longer: readonly Level[] = [...others, workingDaysAfter(3)];
const survey: readonly Level[] = [due, workingDaysAfter(1)];

const rows: Readonly<Record<string, readonly Level[]>> = {
  'S-02': [share(0), due, after(15)], 'S-03': [half, threeQuarters, due, every(60)], 'S-04': [half, threeQuarters, due, every(120)], 'S-05': [threeQuarters, due],
  'S-06': [half, threeQuarters, due, after(120)], 'S-07': [half, threeQuarters, due, after(240)], 'S-08': [half, threeQuarters, due, workingDaysAfter(1)], 'S-09': [dayBefore, onDay(8.5 * hour), due], 'S-10': [threeQuarters, due, after(60)],
  'S-11': [onDay(17.5 * hour), onDay(20.5 * hour), onDay(8.5 * hour, 1), secondDay], 'S-18': [half, due], 'S-26a': longer, 'S-26b': longer, 'S-33a': longer, 'S-33b': longer, 'S-33c': longer,
  // Steps that the system takes by itself: nobody is warned of them.
  'S-34a': survey, 'S-34b': survey, 'S-34c': survey, 'S-34d': survey,
  'S-44': [around('tool.lead_days', '14, 3', -1), due, workingDaysAfter(1)], 'S-36': [around('pm.lead_days', '14, 3', -1), onDay(9 * hour, 1), workingDaysAfter(1)], 'S-39': [around('ar.remind_days', '-3, 1, 7, 15, 30', 1)], 'S-46': [fromStart('accept.remind_first_wd', 1), fromStart('accept.remind_second_wd', 3), due, workingDaysAfter(1)],
};

/** Of S-01 the class decides: A has a level more than B and what nobody classified, C waits in office hours. */
const rowsFor = (rule: string): readonly (readonly Level[])[] =>
  rule === 'S-01' ? [[half, due, after(30), after(60)], [half, due, after(30)], [half, due, after(60, 'BUS')]] : [rows[rule] ?? others];

/** How many levels had come by a moment, at least and at most. */
const levelsBy = (clock: Clock, time: WorkTime, life: Life, moment: number): readonly [number, number] => {
  const counts = rowsFor(clock.rule).map((row) => row.flatMap((level) => level(clock, time, life, moment)).filter((at) => at <= moment).length);
  return [Math.min(...counts), Math.max(...counts)];
};

/** Sweeps come every five minutes while nothing disturbs them; what is asked was undisturbed for longer. */
const sinceLastSweep = 6 * minute;

/** Levels after the due moment hang on working days whatever the clock. */
const knows = (time: WorkTime, clock: Clock, until: number): boolean => time.knows(clock.start, Math.max(until, clock.due));

/** No level of the ladder comes before its moment, and none is lost: for each clock, levels by its start, its due moment, the days as they were, and 4.5. */
export const levelsInTime: Invariant = (books) => {
  const [time, life] = [new WorkTime(), new Life()];
  const wrong: string[] = [];
  for (const entry of books.entries) {
    time.take(entry);
    life.take(entry);
    for (const change of entry.changes) {
      const level = change.table === 'slaClocks' && change.kind === 'update' && change.workbook === undefined ? change.fields['lastLevelFired'] : undefined;
      if (typeof level !== 'number' || level === 0) continue;
      const clock = life.clock(change.key);
      if (clock === undefined || !knows(time, clock, momentOf(entry.at))) continue;
      const [, most] = levelsBy(clock, time, life, momentOf(entry.at) + 1000);
      if (level > most) wrong.push(`${clock.id}: level ${level} at ${entry.at}, when ${most} had come (start ${written(clock.start)}, due ${written(clock.due)})`);
    }
  }
  for (const clock of life.clocks()) {
    if ((clock.result !== 'RUNNING' && clock.result !== 'BREACHED_OPEN') || !knows(time, clock, books.now)) continue;
    const [least] = levelsBy(clock, time, life, books.now - sinceLastSweep);
    if (clock.lastLevel < least) wrong.push(`${clock.id}: ${least} levels had come and ${clock.lastLevel} fired (start ${written(clock.start)}, due ${written(clock.due)})`);
  }
  return wrong;
};
