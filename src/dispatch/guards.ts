import type { ContactAttempt, DispatchOrder, ItineraryDay, Severity, SkillMatch, StaffMember, TransportMode, TravelApproval } from '../../sheets-templates';
import { transportMode } from '../../sheets-templates';
import { atMinute, dateOf, daysBetween, later, refuse, showInstant, type Instant, type Refusal } from '../terms';
import { consentDay, consentHolds } from './consent-day';
import { skillWords } from './skills';
import { awayStates } from './transitions';

type Plan = Pick<DispatchOrder, 'workContent' | 'planDepart' | 'planArrive' | 'planReturn'>;

/** G-DP-1: the order says what is to be done and when, in an order of time that is possible. */
export const refusePlan = (plan: Plan, now: Instant): Refusal | null => {
  if (plan.workContent.trim() === '') return refuse('G-DP-1', '请主管填写工作内容。', 'The supervisor has to fill in the work content.');
  if (plan.planArrive < plan.planDepart) return refuse('G-DP-1', '计划到达早于计划出发，请主管更正。', 'Planned arrival is before planned departure; the supervisor has to correct it.');
  if (plan.planReturn !== null && plan.planReturn < dateOf(plan.planArrive)) return refuse('G-DP-1', '计划返回早于计划到达，请主管更正。', 'Planned return is before planned arrival; the supervisor has to correct it.');
  if (dateOf(plan.planDepart) < dateOf(now)) return refuse('G-DP-1', `计划出发 ${showInstant(plan.planDepart)} 已过，请主管更正。`, `The planned departure ${showInstant(plan.planDepart)} is in the past; the supervisor has to correct it.`);
  return null;
};

/** From departure to the end of the day of return; a visit without a planned return ends on the day of arrival. */
const timeAway = (order: Pick<DispatchOrder, 'planDepart' | 'planArrive' | 'planReturn'>): readonly [Instant, Instant] => {
  const last = order.planReturn ?? dateOf(order.planArrive);
  return [order.planDepart, later(atMinute(last, 24 * 60), order.planArrive)];
};

const overlaps = (one: DispatchOrder, other: DispatchOrder): boolean => {
  const [from, to] = timeAway(one);
  const [otherFrom, otherTo] = timeAway(other);
  return from < otherTo && otherFrom < to;
};

const binding: readonly DispatchOrder['status'][] = ['CONSENT_PENDING', 'ISSUED', 'ACCEPTED', ...awayStates.filter((state) => state !== 'LEFT')];

export const peopleOf = (order: Pick<DispatchOrder, 'leadEngineer' | 'team'>): readonly string[] => [...new Set([order.leadEngineer, ...(order.team ?? [])])];

export interface Availability {
  readonly staff: readonly StaffMember[];
  readonly orders: readonly DispatchOrder[];
  readonly itinerary: readonly ItineraryDay[];
}

/** G-DP-2: everyone sent is an active engineer, not on leave and not out on another order at that time. */
export const refuseUnavailable = (order: DispatchOrder, { staff, orders, itinerary }: Availability): Refusal | null => {
  const lastDay = order.planReturn ?? dateOf(order.planArrive);
  for (const staffId of peopleOf(order)) {
    const member = staff.find((row) => row.staffId === staffId);
    const name = member?.name ?? staffId;
    if (member === undefined || !member.active || !member.roles.includes('ENG')) return refuse('G-DP-2', `${name} 不是在职售后人员，请主管改派。`, `${name} is not an active engineer; the supervisor has to name somebody else.`);
    const leave = itinerary.find((day) => day.staffId === staffId && day.date >= dateOf(order.planDepart) && day.date <= lastDay && (day.status === 'LEAVE' || day.status === 'COMP_LEAVE'));
    if (leave !== undefined) return refuse('G-DP-2', `${name} 于 ${leave.date} 请假或调休，请主管改派或改期。`, `${name} is on leave on ${leave.date}; the supervisor has to name somebody else or another date.`);
    const other = orders.find((row) => row.orderId !== order.orderId && binding.includes(row.status) && peopleOf(row).includes(staffId) && overlaps(row, order));
    if (other !== undefined) return refuse('G-DP-2', `${name} 在此期间已有派工单 ${other.orderId}，请主管改派、改期或转派。`, `${name} is already out on order ${other.orderId} at that time; the supervisor has to name somebody else, another time, or redirect.`);
  }
  return null;
};

/** G-DP-3: the team has every skill that the product needs, or the supervisor says why it goes nevertheless. */
export const refuseSkills = (match: SkillMatch, missing: readonly string[], overrideReason: string | null): Refusal | null => {
  if (match === 'FULL' || overrideReason !== null) return null;
  const names = missing.map(skillWords);
  return refuse('G-DP-3', `人员缺少技能：${names.map(({ zh }) => zh).join('、')}。请主管改派，或填写技能例外理由。`, `The team lacks: ${names.map(({ en }) => en).join(', ')}. The supervisor has to name others or give a reason for the exception.`);
};

/** G-DP-5. */
export const refuseUnprepared = (order: DispatchOrder): Refusal | null =>
  order.prepDoneAt === null ? refuse('G-DP-5', '出发前准备尚未完成，请负责人员先办理“出发前准备”。', 'Preparation is not done; the lead engineer has to complete "Prepare" first.') : null;

const attemptsNeeded = 3;

/** G-DP-6: since the order was issued the customer was reached about the visit, or three times tried. */
export const refuseUnannounced = (order: DispatchOrder, attempts: readonly ContactAttempt[]): Refusal | null => {
  const made = attempts.filter((attempt) => attempt.ticketId === order.ticketId && attempt.purpose === 'PREVISIT' && attempt.at >= (order.issuedAt ?? attempt.at));
  if (made.some((attempt) => attempt.outcome === 'REACHED') || made.length >= attemptsNeeded) return null;
  return refuse('G-DP-6', `行前尚未联系上客户（已尝试 ${made.length} 次，需联系上或尝试 ${attemptsNeeded} 次），请负责人员登记行前沟通。`, `The customer has not been reached before the visit (${made.length} tries; reach them or try ${attemptsNeeded} times). The lead engineer has to log the pre-visit contact.`);
};

/** Modes that nobody boards before a manager has agreed. */
export const approvedModes: readonly TransportMode[] = ['HSR_2ND', 'HSR_1ST', 'HSR_BIZ', 'PLANE_ECO', 'PLANE_BIZ'];

export interface DecidedTravel {
  readonly travel: TravelApproval;
  /** When its last step was decided; null while open. */
  readonly decidedAt: Instant | null;
}

const covers = ({ travel, decidedAt }: DecidedTravel, order: DispatchOrder, staffId: string, departedAt: Instant): boolean =>
  travel.orderId === order.orderId && travel.staffId === staffId && travel.mode === order.travelMode && travel.status === 'APPROVED' &&
  Math.abs(daysBetween(dateOf(travel.plannedDepart), dateOf(departedAt))) <= 1 && decidedAt !== null && decidedAt <= departedAt;

/** G-DP-7: train and plane approvals of everyone travelling; classes A and B may be ratified afterwards (AMB-29). */
export const refuseTravel = (order: DispatchOrder, severity: Severity | null, approvals: readonly DecidedTravel[], departedAt: Instant): Refusal | null => {
  if (!approvedModes.includes(order.travelMode) || severity === 'A' || severity === 'B') return null;
  if (peopleOf(order).every((staffId) => approvals.some((decided) => covers(decided, order, staffId, departedAt)))) return null;
  const mode = transportMode[order.travelMode];
  return refuse('G-DP-7', `乘坐${mode.zh}须在出发前获批（每人一份）。请申请出行审批，并由经理（飞机：分管副总）批复。`, `Travel by ${mode.en} needs approval before departure, one for each person. Ask for it; the manager (plane: deputy GM) decides.`);
};

/** G-DP-8: consent is for one date of departure (R-266, AMB-43). */
export const refuseStaleConsent = (order: DispatchOrder, departedAt: Instant): Refusal | null =>
  consentHolds(order.consentId, departedAt) ? null : refuse(
    'G-DP-8',
    `派工同意的出发日期是 ${dateOf(order.planDepart)}（${order.consentId ?? '无征询'}），不是 ${dateOf(departedAt)}（${consentDay(departedAt)}）。请主管改出发时间并重新征询。`,
    `Consent is for departure on ${dateOf(order.planDepart)} (${order.consentId ?? 'none'}), not ${dateOf(departedAt)} (${consentDay(departedAt)}). The supervisor has to change the departure and ask again.`,
  );

/** How far back a moment may lie when it is reported (DP-10); older ones need a correction by A-44. */
const reportableBackMinutes = 12 * 60;

/** A moment reported now: not in the future, not more than twelve hours back, not before the step before it. */
export const refuseMoment = (code: string, at: Instant, now: Instant, after: { readonly at: Instant | null; readonly zh: string; readonly en: string }): Refusal | null => {
  if (at > now) return refuse(code, `时间 ${showInstant(at)} 晚于现在，请更正。`, `${showInstant(at)} lies in the future; please correct it.`);
  if (Date.parse(now) - Date.parse(at) > reportableBackMinutes * 60 * 1000) return refuse(code, `时间 ${showInstant(at)} 早于 12 小时前，须由经理按 A-44 更正。`, `${showInstant(at)} is more than 12 hours ago; only a correction approved by the manager (A-44) can set it.`);
  if (after.at !== null && at < after.at) return refuse(code, `时间 ${showInstant(at)} 早于${after.zh} ${showInstant(after.at)}，请更正。`, `${showInstant(at)} is before ${after.en} ${showInstant(after.at)}; please correct it.`);
  return null;
};

