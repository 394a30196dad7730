import type { Severity } from '../../sheets-templates';
import { daysBetween, words, type Instant, dateOf, type LocalDate, type Words } from '../terms';
import type { Settings } from '../settings';

/** The four plain questions of every intake channel (4.2). null is "not answered". */
export interface ImpactAnswers {
  /** Q1 Is anyone hurt or in danger, or has equipment burned, exploded or failed in an accident? */
  readonly danger: boolean | null;
  /** Q2 Has power or production stopped over a wide area? */
  readonly wideOutage: boolean | null;
  /** Q3 Has it stopped locally, and can it be run in another way? */
  readonly localOutage: 'NO' | 'CAN_RUN' | 'CANNOT_RUN' | null;
  /** Q4 Is a commissioning date so close that someone must come now? A date is judged by `sev.B.commission_days`. */
  readonly commissioning: boolean | LocalDate | null;
}

export interface ProvisionalClass {
  /** null: unclassified, treated as urgent until a person decides (AMB-02). */
  readonly severity: Severity | null;
  readonly reason: Words;
}

const pressing = (answer: ImpactAnswers['commissioning'], receivedAt: Instant, settings: Settings): boolean | null => {
  if (answer === null || typeof answer === 'boolean') return answer;
  const days = daysBetween(dateOf(receivedAt), answer);
  return days >= 0 && days <= settings.count('sev.B.commission_days', receivedAt);
};

/** One row a criterion, in the order in which they decide (R-248…250, AMB-11). */
const criteria: readonly { readonly holds: (answers: ImpactAnswers, close: boolean | null) => boolean; readonly severity: Severity | null; readonly reason: Words }[] = [
  { holds: (answers) => answers.danger === true, severity: 'A', reason: words('有人员危险或设备事故（R-248）', 'People in danger or an equipment accident (R-248)') },
  { holds: (answers) => answers.wideOutage === true, severity: 'A', reason: words('大范围停电或停产（R-248）', 'Wide outage or production stop (R-248)') },
  { holds: (answers) => answers.localOutage === 'CANNOT_RUN', severity: 'A', reason: words('局部停电停产且无法恢复运行（AMB-11）', 'Local outage that cannot be run another way (AMB-11)') },
  { holds: (answers) => answers.localOutage === 'CAN_RUN', severity: 'B', reason: words('局部停电停产，可用其他方式运行（R-249）', 'Local outage that can be run another way (R-249)') },
  { holds: (_answers, close) => close === true, severity: 'B', reason: words('投运日期紧迫（R-249）', 'Commissioning date is tight (R-249)') },
  { holds: (answers, close) => answers.danger === null || answers.wideOutage === null || answers.localOutage === null || close === null, severity: null, reason: words('影响问题未全部回答，按紧急联系（AMB-02）', 'Impact questions not all answered: contacted as urgent (AMB-02)') },
  { holds: () => true, severity: 'C', reason: words('无紧急情形（R-250）', 'Nothing urgent (R-250)') },
];

/** The provisional class of a request; the supervisor decides. */
export const classifySeverity = (answers: ImpactAnswers, receivedAt: Instant, settings: Settings): ProvisionalClass => {
  const close = pressing(answers.commissioning, receivedAt, settings);
  const found = criteria.find((criterion) => criterion.holds(answers, close));
  return found === undefined ? { severity: null, reason: words('未定级', 'Unclassified') } : { severity: found.severity, reason: found.reason };
};
