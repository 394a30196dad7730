import type { Acceptance, CauseCode, DispatchOrder, SiteReport } from '../../sheets-templates';
import { dateOf, refuse, showInstant, type Instant, type LocalDate, type Refusal } from '../terms';

/** DP-11: the call before the report lies between arrival and now. */
export const refuseContactTime = (contactAt: Instant | null, arrivedAt: Instant, now: Instant): Refusal | null =>
  contactAt === null || (contactAt >= arrivedAt && contactAt <= now) ? null
    : refuse('DP-11', `电话联系时间须在到达 ${showInstant(arrivedAt)} 与现在之间。`, `The call must lie between arrival ${showInstant(arrivedAt)} and now.`);

/** who was not told is named with a reason. */
export const refuseUntold = (told: boolean, reason: string | null, who: { readonly zh: string; readonly en: string }): Refusal | null =>
  told || reason !== null ? null : refuse('R-272', `尚未知会${who.zh}：请先知会并勾选，或写明原因。`, `${who.en} not told yet: tell them and tick, or give a reason.`);

/** the report of a date on site that has begun. */
export const refuseReportDate = (date: LocalDate, order: DispatchOrder, now: Instant): Refusal | null => {
  const arrival = order.arrivedAt === null ? null : dateOf(order.arrivedAt);
  if (date > dateOf(now)) return refuse('R-274', '不能提前填写以后日期的日报。', 'A report cannot be sent for a date to come.');
  return arrival !== null && date < arrival ? refuse('R-274', `到达日期为 ${arrival}，此前无日报。`, `You arrived on ${arrival}; there is no daily report before that.`) : null;
};

/** DP-12: the planned return is still to come. */
export const refusePlannedReturn = (planReturn: LocalDate, now: Instant): Refusal | null =>
  planReturn >= dateOf(now) ? null : refuse('DP-12', '计划返回日期不能早于今天。', 'The planned return cannot be before today.');

const isSigned = (acceptance: Acceptance, order: DispatchOrder): boolean =>
  acceptance.ticketId === order.ticketId && acceptance.signedAt !== null && acceptance.signedAt >= (order.arrivedAt ?? acceptance.signedAt) &&
  (acceptance.result === 'ACCEPTED' || acceptance.result === 'ACCEPTED_WITH_POINTS');

/** DP-14 and S-13: the pre-leave report came first, and the customer signed or the engineer says why not. */
export const refuseLeaving = (order: DispatchOrder, reports: readonly SiteReport[], acceptances: readonly Acceptance[], leftAt: Instant, unsignedReason: string | null): Refusal | null => {
  const reported = reports.filter((report) => report.orderId === order.orderId && report.kind === 'PRE_LEAVE').at(-1);
  if (reported === undefined || leftAt < reported.at) return refuse('S-13', '离场前报告须在离场之前提交。', 'The pre-leave report has to come before leaving.');
  if (unsignedReason !== null || acceptances.some((acceptance) => isSigned(acceptance, order))) return null;
  return refuse('DP-14', '客户尚未签署验收：请客户签署，或写明拒签、不在场的原因。', 'The customer has not signed: ask them to sign, or say why (refused, absent).');
};

export interface TripContent {
  readonly hasEquipmentFault: boolean;
  readonly causeCode: CauseCode | null;
  readonly rootCause: string | null;
  readonly unitCount: number;
}

const rootCauseMinimum = 10;

/** at least one unit; a fault needs its cause and why it came about. */
export const refuseTrip = ({ hasEquipmentFault, causeCode, rootCause, unitCount }: TripContent): Refusal | null => {
  if (unitCount === 0) return refuse('R-211', '请至少填写一台设备的型号、编号、原因和结果。', 'Give at least one unit with model, number, cause and result.');
  if (!hasEquipmentFault) return null;
  if (causeCode === null) return refuse('R-211', '设备故障须选择原因代码。', 'An equipment fault needs a cause code.');
  return (rootCause?.length ?? 0) < rootCauseMinimum ? refuse('R-211', `设备故障须填写原因分析（至少 ${rootCauseMinimum} 个字）。`, `An equipment fault needs a root cause of at least ${rootCauseMinimum} characters.`) : null;
};

/** Dates on site without a report (DP-16). The pre-leave report serves for the last one (AMB-20). */
export const unreportedDates = (wanted: readonly LocalDate[], order: DispatchOrder, reports: readonly SiteReport[]): readonly LocalDate[] => {
  const own = reports.filter((report) => report.orderId === order.orderId && (report.kind === 'DAILY' || report.kind === 'PRE_LEAVE'));
  const lastDate = own.some((report) => report.kind === 'PRE_LEAVE') && order.leftAt !== null ? dateOf(order.leftAt) : null;
  return wanted.filter((date) => date !== lastDate && !own.some((report) => report.reportDate === date));
};

/** DP-16: days without a report are explained before the order closes. */
export const refuseUnexplained = (missing: readonly LocalDate[], explanation: string | null): Refusal | null =>
  missing.length === 0 || explanation !== null ? null
    : refuse('DP-16', `缺日报：${missing.join('、')}。请填写说明，或退回让工程师补报。`, `Daily reports missing: ${missing.join(', ')}. Explain them, or return the report so that the engineer adds them.`);
