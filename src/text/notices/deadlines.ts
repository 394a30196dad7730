import { severity as severities, type Severity, type SlaClock } from '../../../sheets-templates';
import { deadlineRule, type DueLevel } from '../../deadlines';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type Words } from '../../terms';

/** A level of the ladder that was reached, as one of its addressees reads it. */
export interface ReachedLevel {
  readonly clock: SlaClock;
  readonly level: DueLevel;
  readonly severity: Severity | null;
  /** The ticket's number where the object is another one. */
  readonly ticketId: string | null;
}

/** What a level asks of people beyond hurrying up (4.5, words in the ladder's cells). */
const demands: Readonly<Partial<Record<string, Readonly<Record<number, Words>>>>> = {
  'S-02': { 1: words('请当面或电话报告，并登记上报。', 'Report in person or by phone and record it.'), 3: words('请技术支持部经理代为报告。', 'The technical support manager must report instead.') },
  'S-04': { 3: words('请客服将延误情况告知客户。', 'Customer service tells the customer of the delay.') },
  'S-07': { 3: words('请客服将延误情况告知客户。', 'Customer service tells the customer of the delay.') },
  'S-10': { 3: words('请主管电话联系工程师。', 'The supervisor must phone the engineer.') },
  'S-46': { 3: words('请客服电话确认验收。', 'Customer service confirms the acceptance by phone.') },
};

const emergency = words('特急派工可用“紧急先行派出”。', 'For class A the emergency go-ahead is open now.');

const demandOf = ({ clock, level, severity }: ReachedLevel): Words | undefined =>
  clock.ruleId === 'S-18' && severity === 'A' && level.at >= clock.dueAt ? emergency : demands[clock.ruleId]?.[level.level];

const isMissed = ({ clock }: ReachedLevel, now: Instant): boolean => now >= clock.dueAt;

const objectOf = ({ clock, ticketId }: ReachedLevel): string => (ticketId === null || ticketId === clock.objectId ? clock.objectId : `${clock.objectId}(${ticketId})`);

const state = (reached: ReachedLevel, now: Instant): Words =>
  isMissed(reached, now) ? words(`截止 ${showInstant(reached.clock.dueAt)}，已超时`, `due ${showInstant(reached.clock.dueAt)}, missed`) : words(`截止 ${showInstant(reached.clock.dueAt)}`, `due ${showInstant(reached.clock.dueAt)}`);

/** The latest level of each clock: earlier ones of the same clock say nothing more. */
const latest = (reached: readonly ReachedLevel[]): readonly ReachedLevel[] => [...new Map(reached.map((one) => [one.clock.clockId, one])).values()];

const row = (reached: ReachedLevel, now: Instant): NonNullable<Message['facts']>[number] => {
  const { what } = deadlineRule(reached.clock.ruleId);
  const grade = reached.severity === null || what.zh.startsWith(severities[reached.severity].zh) ? words('', '') : words(`【${severities[reached.severity].zh}】`, `[Class ${reached.severity}] `);
  const { zh, en } = state(reached, now);
  const demand = demandOf(reached);
  return {
    label: words(`${grade.zh}${what.zh} ${objectOf(reached)}`, `${grade.en}${what.en} ${objectOf(reached)}`),
    value: words(`${zh}（${reached.clock.ruleId}，第 ${reached.level.level} 级）${demand?.zh ?? ''}`, `${en} (${reached.clock.ruleId}, level ${reached.level.level})${demand === undefined ? '' : ` ${demand.en}`}`),
  };
};

const subjectOf = (shown: readonly ReachedLevel[], now: Instant): Words => {
  const missed = shown.filter((reached) => isMissed(reached, now)).length;
  const [only] = shown;
  if (only !== undefined && shown.length === 1) {
    const { what } = deadlineRule(only.clock.ruleId);
    return missed > 0
      ? words(`已超时：${what.zh} ${objectOf(only)}`, `Deadline missed: ${what.en} ${objectOf(only)}`)
      : words(`时限提醒：${what.zh} ${objectOf(only)}`, `Deadline near: ${what.en} ${objectOf(only)}`);
  }
  const tickets = new Set(shown.map((reached) => reached.ticketId ?? reached.clock.objectId));
  const about = tickets.size === 1 ? `${[...tickets].join('')} ` : '';
  if (missed === shown.length) return words(`${about}${missed} 项时限已超时`, `${about}${missed} deadlines missed`);
  return words(`${about}${shown.length} 项时限提醒，其中 ${missed} 项已超时`, `${about}${shown.length} deadlines, ${missed} of them missed`);
};

/** N-43, N-44, N-45 …: one message a person for everything reached since the last look (4.5). */
export const escalation = (reached: readonly ReachedLevel[], now: Instant): Message => {
  const shown = latest(reached);
  const [first] = shown;
  return {
    subject: subjectOf(shown, now),
    body: [words('以下时限需要您处理或关注：', 'These deadlines need your action or attention:')],
    facts: shown.map((one) => row(one, now)),
    actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: first?.ticketId ?? first?.clock.objectId ?? '' }],
  };
};

/** N-43: try the customer again (TK-2). */
export const tryAgain = (ticketId: string, projectName: string, attempts: number, due: Instant | null): Message => ({
  subject: words(`请再次联系客户 ${ticketId} ${projectName}`, `Please try the customer again: ${ticketId} ${projectName}`),
  body: [words(`已尝试联系 ${attempts} 次未成功。请换一种方式再次联系，并登记结果；未联系上不停止计时。`, `${attempts} attempts have failed. Please try again, by another way if possible, and log the result; the clock runs on.`)],
  facts: due === null ? [] : [{ label: words('首次联系截止', 'First contact due'), value: showInstant(due) }],
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: ticketId }],
});
