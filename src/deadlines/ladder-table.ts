import type { KeyOf, Role, Severity } from '../../sheets-templates';
import type { RunningMode } from '../settings';

/** Who hears of a level: roles, or people that only the object knows. */
export type LadderRecipient = Role | 'OWNER' | 'OWNER_MANAGER' | 'DUTY_BACKUP' | 'DELEGATE';

/** When a level is reached. Shares count the open time between start and due; the rest is counted from due or start. */
export type LevelMoment =
  | { readonly at: 'start' }
  | { readonly at: 'share'; readonly percent: number }
  /** So many minutes after due; with `every`, again and again. */
  | { readonly at: 'after'; readonly minutes: number; readonly mode: RunningMode; readonly every?: true }
  /** n working days after due, at the same time of day; 17:30 where due is a day's end. */
  | { readonly at: 'workingDaysAfter'; readonly days: number }
  /** 09:00 of the working day before the due date. */
  | { readonly at: 'dayBefore' }
  /** A time of day on the due date, or so many days after it. */
  | { readonly at: 'onDay'; readonly time: string; readonly days: number }
  /** 17:30 of so many working days after the start. */
  | { readonly at: 'workingDaysFromStart'; readonly setting: KeyOf<'wd'> }
  /** 09:00 of calendar days around the due date, listed in a setting: one level each. */
  | { readonly at: 'listed'; readonly setting: KeyOf<'days list'>; readonly sign: 1 | -1 };

export interface LadderStep {
  readonly when: LevelMoment;
  readonly to: readonly LadderRecipient[];
  /** Only for these classes. */
  readonly only?: readonly (Severity | 'none')[];
  /** Only when the day before was missed as well (S-11). */
  readonly ifPreviousMissed?: true;
  /** Only for levels from so many days after due, as in N-48. */
  readonly alsoFrom?: readonly { readonly days: number; readonly to: readonly LadderRecipient[] }[];
}

export interface Ladder {
  readonly rules: readonly string[];
  readonly for?: readonly (Severity | 'none')[];
  /** The notice of levels before due (section 13); N-44 from due on. */
  readonly notice?: `N-${number}`;
  readonly steps: readonly LadderStep[];
}

const share = (percent: number, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'share', percent }, to });
const after = (minutes: number, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'after', minutes, mode: 'CAL' }, to });
const every = (minutes: number, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'after', minutes, mode: 'CAL', every: true }, to });
const afterDays = (days: number, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'workingDaysAfter', days }, to });
const dayBefore = (...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'dayBefore' }, to });
const onDay = (time: string, days: number, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'onDay', time, days }, to });
const fromStart = (setting: KeyOf<'wd'>, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'workingDaysFromStart', setting }, to });
const listed = (setting: KeyOf<'days list'>, sign: 1 | -1, ...to: readonly LadderRecipient[]): LadderStep => ({ when: { at: 'listed', setting, sign }, to });

const missed = share(100, 'OWNER', 'OWNER_MANAGER');
const monthEnd = ['S-27', 'S-28', 'S-29', 'S-30', 'S-31a', 'S-31b', 'S-31c', 'S-32a', 'S-32b', 'S-35'];

/** The escalation ladder of 4.5. The first entry that names the rule and the class holds; the last is "all others". */
export const ladders: readonly Ladder[] = [
  { rules: ['S-01'], for: ['C'], steps: [share(50, 'SUP'), share(100, 'SUP'), { when: { at: 'after', minutes: 60, mode: 'BUS' }, to: ['TSM'] }] },
  { rules: ['S-01'], steps: [share(50, 'SUP', 'DUTY_BACKUP'), share(100, 'SUP', 'TSM'), after(30, 'DGM'), { ...after(60, 'GM'), only: ['A'] }] },
  { rules: ['S-02'], steps: [{ when: { at: 'start' }, to: ['GM', 'EDGM', 'DGM', 'SUP'] }, share(100, 'SUP', 'TSM'), after(15, 'TSM')] },
  { rules: ['S-03'], steps: [share(50, 'SUP', 'TSM'), share(75, 'DGM'), share(100, 'GM', 'EDGM', 'DGM'), every(60, 'GM', 'DGM')] },
  { rules: ['S-04'], steps: [share(50, 'ENG', 'SUP'), share(75, 'TSM'), share(100, 'GM', 'EDGM', 'DGM', 'CS'), every(120, 'GM', 'EDGM', 'DGM')] },
  { rules: ['S-05'], steps: [share(75, 'SUP'), share(100, 'SUP', 'TSM', 'DGM')] },
  { rules: ['S-06'], steps: [share(50, 'SUP'), share(75, 'TSM'), share(100, 'DGM'), after(120, 'GM')] },
  { rules: ['S-07'], steps: [share(50, 'ENG', 'SUP'), share(75, 'TSM'), share(100, 'DGM', 'CS'), after(240, 'GM')] },
  { rules: ['S-08'], steps: [share(50, 'SUP'), share(75, 'SUP'), share(100, 'TSM'), afterDays(1, 'DGM')] },
  { rules: ['S-09'], steps: [dayBefore('ENG', 'CUS'), onDay('08:30', 0, 'ENG'), share(100, 'SUP', 'TSM')] },
  { rules: ['S-10'], notice: 'N-45', steps: [share(75, 'ENG'), share(100, 'ENG', 'SUP'), after(60, 'SUP', 'TSM')] },
  { rules: ['S-11'], notice: 'N-45', steps: [onDay('17:30', 0, 'ENG'), onDay('20:30', 0, 'ENG'), onDay('08:30', 1, 'SUP'), { ...onDay('08:30', 1, 'TSM'), ifPreviousMissed: true }] },
  { rules: ['S-14'], notice: 'N-45', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-18'], steps: [share(50, 'TSM', 'DELEGATE'), share(100, 'DELEGATE', 'DGM')] },
  { rules: ['S-26a', 'S-26b'], steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM'), afterDays(3, 'DGM')] },
  { rules: ['S-33a', 'S-33b', 'S-33c'], steps: [share(75, 'OWNER'), missed, afterDays(1, 'TSM'), afterDays(3, 'DGM')] },
  { rules: ['S-34a', 'S-34b', 'S-34c', 'S-34d'], notice: 'N-42', steps: [share(100, 'CS'), afterDays(1, 'TSM')] },
  { rules: ['S-36'], notice: 'N-50', steps: [listed('pm.lead_days', -1, 'SUP', 'CUS'), onDay('09:00', 1, 'SUP'), afterDays(1, 'TSM')] },
  { rules: ['S-39'], notice: 'N-48', steps: [{ ...listed('ar.remind_days', 1, 'SUP', 'CLK'), alsoFrom: [{ days: 15, to: ['TSM'] }, { days: 30, to: ['DGM'] }] }] },
  { rules: ['S-41'], notice: 'N-49', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-44'], notice: 'N-51', steps: [listed('tool.lead_days', -1, 'CLK', 'OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-45'], notice: 'N-52', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-46'], steps: [fromStart('accept.remind_first_wd', 'ENG', 'CUS'), fromStart('accept.remind_second_wd', 'ENG', 'CUS'), share(100, 'CS', 'SUP'), afterDays(1, 'TSM')] },
  { rules: ['S-42'], notice: 'N-60', steps: [share(75, 'OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-48'], notice: 'N-54', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: ['S-49'], notice: 'N-53', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: monthEnd, notice: 'N-46', steps: [dayBefore('OWNER'), missed, afterDays(1, 'TSM')] },
  { rules: [], steps: [share(75, 'OWNER'), missed, afterDays(1, 'TSM')] },
];
