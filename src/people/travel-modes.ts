import type { Severity, TransportMode } from '../../sheets-templates';
import { endOfWorkingDay, type Calendar } from '../deadlines';
import type { Settings } from '../settings';
import { dateOf, refuse, words, type Instant, type Refusal, type Words } from '../terms';

/** A mode that needs somebody's word before travel (5.5, X-10, X-11, X-15). Modes without a row need none or are never paid. */
export interface ApprovedMode {
  readonly mode: TransportMode;
  readonly matrix: string;
  readonly seat: Words;
  /** Which classes of ticket may be asked for after the journey, and within how many working days (AMB-29, A-21). */
  readonly afterwards: (settings: Settings, at: Instant, severity: Severity | null) => number | null;
  readonly rule: string;
}

const urgentOnly: ApprovedMode['afterwards'] = (settings, at, severity) =>
  severity !== null && settings.list('exp.posthoc', at).includes(severity) ? settings.count('exp.posthoc_wd', at) : null;

export const approvedModes: readonly ApprovedMode[] = [
  { mode: 'HSR_2ND', matrix: 'A-18', seat: words('二等座', '2nd class'), afterwards: urgentOnly, rule: 'R-296' },
  { mode: 'PLANE_ECO', matrix: 'A-19', seat: words('经济舱', 'economy'), afterwards: urgentOnly, rule: 'R-297' },
  { mode: 'TAXI', matrix: 'A-21', seat: words('出租/网约车', 'taxi'), afterwards: (settings, at) => settings.count('exp.taxi.posthoc_wd', at), rule: 'X-15' },
];

export const approvedMode = (mode: string): ApprovedMode | undefined => approvedModes.find((row) => row.mode === mode);

/** Whether the journey lies behind and may still be asked for: `before`, `afterwards`, or the refusal. */
export const askedWhen = (row: ApprovedMode, severity: Severity | null, depart: Instant, now: Instant, settings: Settings, calendar: Calendar): 'before' | 'afterwards' | Refusal => {
  if (now <= depart) return 'before';
  const days = row.afterwards(settings, now, severity);
  if (days === null) {
    return refuse(row.rule, '此出行方式须在出发前批准；只有特急、紧急工单可以事后补批。', 'This mode must be approved before travel; only class A and B tickets may ask afterwards.');
  }
  return now <= endOfWorkingDay(calendar, dateOf(depart), days)
    ? 'afterwards'
    : refuse('AMB-29', `补批须在出发后 ${days} 个工作日内申请，现已超过。`, `Asking afterwards is possible within ${days} working day(s) of departure; that has passed.`);
};
