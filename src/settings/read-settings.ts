import { defaultSettings, role, type KeyOf, type Role, type Setting, type SettingKey } from '../../sheets-templates';
import { parseYuan, type Fen, type Instant, type Refusal } from '../terms';
import { readWindows, type Window } from './opening-hours';
import { refuseSetting, runningModes, settingKey, splitList, truth, wholeNumber, type RunningMode } from './check-setting';

/**
 * The settings as they stood at a moment: of the rows of a key, the one with the latest `effectiveFrom` that is not
 * after the moment, else the default of the catalogue. Values are dated and never retroactive (A-31, 5.1).
 */
export interface Settings {
  readonly text: (key: SettingKey, at: Instant) => string;
  /** `08:30` */
  readonly time: (key: KeyOf<'time'>, at: Instant) => string;
  /** Stretches of a day, such as lunch. */
  readonly windows: (key: KeyOf<'windows'>, at: Instant) => readonly Window[];
  readonly minutes: (key: KeyOf<'min'>, at: Instant) => number;
  readonly count: (key: KeyOf<'wd' | 'days' | 'months' | 'years' | 'hours' | 'count' | '%' | 'score' | 'points'>, at: Instant) => number;
  /** What a figure of the month is held against (8.3). */
  readonly target: (key: KeyOf<'%' | 'mark'>, at: Instant) => number;
  readonly counts: (key: KeyOf<'days list'>, at: Instant) => readonly number[];
  readonly fen: (key: KeyOf<'yuan' | 'yuan/day' | 'yuan/night'>, at: Instant) => Fen;
  readonly flag: (key: KeyOf<'bool'>, at: Instant) => boolean;
  readonly list: (key: KeyOf<'list'>, at: Instant) => readonly string[];
  readonly mode: (key: KeyOf<'mode'>, at: Instant) => RunningMode;
  readonly role: (key: KeyOf<'role'>, at: Instant) => Role;
  /** Rows that cannot be used and were left out: the value before them goes on. */
  readonly problems: readonly Refusal[];
}

interface Dated {
  readonly from: Instant;
  readonly value: string;
}

const isRole = (text: string): text is Role => text in role;

const required = <Value>(value: Value | null | undefined, key: string): Value => {
  if (value === null || value === undefined) throw new Error(`The default of setting ${key} is not of its unit`);
  return value;
};

/** Reads the rows of the settings table; unusable rows are reported, not obeyed. */
export const readSettings = (rows: readonly Setting[]): Settings => {
  const problems: Refusal[] = [];
  const dated = new Map<SettingKey, Dated[]>();
  for (const row of rows) {
    const problem = refuseSetting(row.key, row.value);
    const key = settingKey(row.key);
    if (problem !== null || key === null) {
      if (problem !== null) problems.push(problem);
      continue;
    }
    dated.set(key, [...(dated.get(key) ?? []), { from: row.effectiveFrom, value: row.value.trim() }]);
  }
  // A stable sort: of two rows of one moment the lower one in the sheet is the correction.
  for (const values of dated.values()) values.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)).reverse();

  const text = (key: SettingKey, at: Instant): string =>
    dated.get(key)?.find((value) => value.from <= at)?.value ?? defaultSettings[key].value;
  const whole = (key: SettingKey, at: Instant): number => required(wholeNumber(text(key, at)), key);

  return {
    text,
    time: (key, at) => text(key, at),
    windows: (key, at) => required(readWindows(text(key, at)), key),
    minutes: whole,
    count: whole,
    target: (key, at) => Number(text(key, at)),
    counts: (key, at) => splitList(text(key, at)).map((part) => required(wholeNumber(part), key)),
    fen: (key, at) => required(parseYuan(text(key, at)), key),
    flag: (key, at) => required(truth(text(key, at)), key),
    list: (key, at) => splitList(text(key, at)),
    mode: (key, at) => required(runningModes.find((mode) => mode === text(key, at)), key),
    role: (key, at) => {
      const value = text(key, at);
      return required(isRole(value) ? value : null, key);
    },
    problems,
  };
};

/** The catalogue as rows of the settings table, for a new deployment. */
export const initialSettings = (effectiveFrom: Instant): readonly Setting[] =>
  Object.entries(defaultSettings).map(([key, { value, unit, origin }], index) => ({
    settingId: `CS-${String(index + 1).padStart(4, '0')}`,
    key,
    value,
    unit,
    origin,
    effectiveFrom,
  }));
