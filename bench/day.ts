import type { Measured } from './measure';
import { priceOf, sumOf } from './price';
import type { Profile } from './profiles';

/** What of a day runs by trigger, and so counts against the account's minutes. Web pages and the sidebar do not. */
export interface DayPart {
  readonly what: string;
  readonly times: number;
  readonly run: Measured;
  /** The sweeps come whether anybody works or not. */
  readonly sweeps?: true;
}

export const quotaMinutes = { consumer: 90, workspace: 360 } as const;

/** Sweeps of a day, one every five minutes. */
const sweepsADay = 288;

/** A busy day: whoever wants another changes the numbers here. */
const busyDay = {
  requests: 15,
  otherForms: 60,
  typedCells: 40,
  /** Each finds fifty clocks due. */
  sweepsWithChanges: 24,
  /** Every sweep of the office hours finds something changed, and every sixth of the others looks in case. */
  sweepsThatLook: 108 + 30 - 24 - 1,
} as const;

export interface DayRuns {
  readonly request: Measured;
  readonly otherForm: Measured;
  readonly typedCell: Measured;
  readonly first: Measured;
  readonly fifty: Measured;
  readonly nothingDue: Measured;
  readonly idle: Measured;
  readonly night: Measured;
}

export const dayOf = (runs: DayRuns): readonly DayPart[] => [
  { what: 'request forms', times: busyDay.requests, run: runs.request },
  { what: 'other forms', times: busyDay.otherForms, run: runs.otherForm },
  { what: 'typed cells', times: busyDay.typedCells, run: runs.typedCell },
  { what: 'sweeps: first look of the day', times: 1, run: runs.first, sweeps: true },
  { what: 'sweeps with 50 changes', times: busyDay.sweepsWithChanges, run: runs.fifty, sweeps: true },
  { what: 'sweeps that look and find nothing due', times: busyDay.sweepsThatLook, run: runs.nothingDue, sweeps: true },
  { what: 'the night\'s check of the ledgers', times: 1, run: runs.night },
  { what: 'idle sweeps', times: sweepsADay - 2 - busyDay.sweepsWithChanges - busyDay.sweepsThatLook, run: runs.idle, sweeps: true },
];

/** Minutes of one part of a day: what its calls cost, and the processor time that the bundle took here. */
export const minutesOf = ({ times, run }: DayPart, profile: Profile): number => (times * (sumOf(priceOf(run.calls, profile)) + run.cpuMilliseconds)) / 60000;

export const minutesADay = (parts: readonly DayPart[], profile: Profile): number => parts.reduce((sum, part) => sum + minutesOf(part, profile), 0);

/** What of a day the sweeps take. */
export const sweepsOf = (parts: readonly DayPart[]): readonly DayPart[] => parts.filter(({ sweeps }) => sweeps === true);
