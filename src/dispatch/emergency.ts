import { role, type Role, type Severity, type SlaClock } from '../../sheets-templates';
import { refuse, type Instant, type Refusal } from '../terms';

/** Somebody who could have consented and was tried in vain. */
export interface UnansweredAttempt {
  readonly roles: readonly string[];
  readonly at: Instant;
}

const toBeTried: readonly Role[] = ['TSM', 'DGM'];

/**
 * DP-5 (AMB-21): class A may go without consent once the time for it (S-18) has run out, or when manager and deputy
 * were both tried after the order was submitted and nobody could be reached. The permission is to act first; A-02 follows.
 */
export const refuseGoAhead = (severity: Severity | null, allowed: boolean, consentClock: SlaClock | undefined, attempts: readonly UnansweredAttempt[], now: Instant): Refusal | null => {
  if (severity !== 'A') return refuse('DP-5', '紧急先行只用于特急（A）工单，请等待经理批复。', 'The emergency go-ahead is for class A only; please wait for the manager.');
  if (!allowed) return refuse('DP-5', '本公司未启用紧急先行（dispatch.emergency），请联系经理批复。', 'The emergency go-ahead is switched off (dispatch.emergency); please reach the manager.');
  const expired = consentClock !== undefined && consentClock.dueAt < now;
  if (expired) return null;
  const since = consentClock?.startAt;
  const valid = attempts.filter(({ at }) => at <= now && (since === undefined || at >= since));
  const untried = toBeTried.filter((wanted) => !valid.some(({ roles }) => roles.includes(wanted)));
  if (untried.length === 0) return null;
  const names = untried.map((code) => role[code]);
  return refuse('DP-5', `征询时限未到；如联系不上，请登记征询后联系过的人，还缺：${names.map(({ zh }) => zh).join('、')}。`, `The time for consent is not over. If nobody answers, log whom you tried since submitting; still missing: ${names.map(({ en }) => en).join(', ')}.`);
};
