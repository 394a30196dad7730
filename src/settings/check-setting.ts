import { defaultSettings, role, settingAliases, type SettingKey, type SettingUnit } from '../../sheets-templates';
import { parseYuan, refuse, type Refusal } from '../terms';
import { readWindows } from './opening-hours';

export const runningModes = ['CAL', 'BUS', 'WDC'] as const;
/** The clocks that run (4.1); FIX is a moment and does not. */
export type RunningMode = (typeof runningModes)[number];

export const splitList = (value: string): readonly string[] =>
  value.split(/[,，、;；]/).map((part) => part.trim()).filter((part) => part !== '');

export const wholeNumber = (value: string): number | null => {
  const plain = value.trim().replace('−', '-');
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null;
};

const times = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const yes = new Set(['Y', 'YES', 'TRUE', '是']);
const no = new Set(['N', 'NO', 'FALSE', '否']);

export const truth = (value: string): boolean | null => {
  const plain = value.trim().toUpperCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : null;
};

const isCount = (value: string): boolean => (wholeNumber(value) ?? -1) >= 0;
/** Limits that no deadline of a service team goes beyond: a slip of the pen must not make the calendar count for centuries. */
const upTo = (most: number) => (value: string): boolean => isCount(value) && (wholeNumber(value) ?? 0) <= most;
const isMoney = (value: string): boolean => (parseYuan(value) ?? -1) >= 0;
const isText = (value: string): boolean => value.trim() !== '';

const usable: Readonly<Record<SettingUnit, (value: string) => boolean>> = {
  time: (value) => times.test(value.trim()),
  windows: (value) => readWindows(value) !== null,
  min: upTo(366 * 1440),
  wd: upTo(1000),
  days: upTo(10_000),
  months: isCount,
  years: isCount,
  hours: isCount,
  count: isCount,
  '%': isCount,
  score: isCount,
  points: isCount,
  mark: (value) => /^([1-4](\.\d{1,2})?|5)$/.test(value.trim()),
  yuan: isMoney,
  'yuan/day': isMoney,
  'yuan/night': isMoney,
  bool: (value) => truth(value) !== null,
  mode: (value) => runningModes.some((mode) => mode === value.trim()),
  role: (value) => Object.keys(role).includes(value.trim()),
  list: isText,
  'days list': (value) => splitList(value).length > 0 && splitList(value).every((part) => wholeNumber(part) !== null),
  text: isText,
};

/** Keys of which only some values mean something; what the code asks for stands here once. */
const choices: Readonly<Partial<Record<SettingKey, readonly string[]>>> = {
  // The platform's clock runs in these steps only.
  'job.sweep_min': ['1', '5', '10', '15', '30'],
  // One zone for settings, code and both script projects.
  'cal.timezone': ['Asia/Shanghai'],
  'sla.start_event': ['RECEIVED', 'SUP_NOTIFIED'],
  'sla.B.stop': ['ACCEPTED', 'DEPARTED'],
};

/** The key of the catalogue that a text names, aliases included; null when there is none. */
export const settingKey = (text: string): SettingKey | null => {
  const plain = text.trim();
  const alias = settingAliases[plain];
  if (alias !== undefined) return alias;
  return Object.keys(defaultSettings).find((key): key is SettingKey => key === plain) ?? null;
};

/** Whether a value can stand under a key (section 12, unit column). */
export const refuseSetting = (key: string, value: string): Refusal | null => {
  const known = settingKey(key);
  if (known === null) return refuse('SET-1', `没有名为“${key}”的参数。`, `There is no setting named "${key}".`);
  const { unit, value: example } = defaultSettings[known];
  const listed = choices[known];
  if (usable[unit](value) && (listed === undefined || listed.includes(value.trim()))) return null;
  const examples = listed?.join(' / ') ?? example;
  return refuse(
    'SET-2',
    `参数 ${known} 的值“${value}”不可用：单位为 ${unit}，例如 ${examples}。`,
    `"${value}" cannot be a value of ${known}: its unit is ${unit}, for example ${examples}.`,
  );
};
