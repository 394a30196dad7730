import { siteReports, slaClocks, type DispatchOrder, type Severity } from '../../../../sheets-templates';
import { cancelClocks, dailyReportDates, isOpen, stopClock } from '../../../deadlines';
import { atMinute, dateOf, type Instant, type LocalDate } from '../../../terms';
import { clocksOf, recordMoment, writeClocks, type ClockEnvironment } from '../../effects/record-moment';

export const dailyClockReads = [slaClocks] as const;

const openDayClocks = ({ draft }: ClockEnvironment, orderId: string) => clocksOf(draft, orderId).filter((clock) => clock.ruleId === 'S-11' && isOpen(clock));

/** Opens S-11 for every date on site up to now that wants a daily report and has no clock yet (AMB-20). */
export const openReportDays = (environment: ClockEnvironment, order: DispatchOrder, severity: Severity | null, now: Instant): void => {
  if (order.arrivedAt === null) return;
  for (const date of dailyReportDates(order.arrivedAt, order.leftAt ?? now, environment.settings)) {
    recordMoment(environment, { event: 'onSiteDate', objectType: 'DISPATCH', objectId: order.orderId, ticketId: null, at: atMinute(date, 0), severity, cycle: date });
  }
};

/** What serves for a date stops its S-11; other dates go on. */
export const stopReportDay = (environment: ClockEnvironment, orderId: string, date: LocalDate, at: Instant): void => {
  writeClocks(environment.draft, openDayClocks(environment, orderId).filter((clock) => clock.cycle === date).map((clock) => stopClock(clock, at)));
};

/** A daily report: the date's S-11 ends with as many of them as a day needs. Gives how many are still wanted. */
export const countReportOfDay = (environment: ClockEnvironment, orderId: string, date: LocalDate, at: Instant): number => {
  const { draft, settings } = environment;
  const written = draft.by(siteReports, 'orderId', orderId).filter((report) => report.kind === 'DAILY' && report.reportDate === date).length;
  const wanted = Math.max(0, settings.count('sla.daily.min_per_day', at) - written);
  if (wanted === 0) stopReportDay(environment, orderId, date, at);
  return wanted;
};

/** On leaving: the pre-leave report serves for the last day, later days want none, earlier ones stay as they are (AMB-20). */
export const dropOpenDays = (environment: ClockEnvironment, orderId: string, leftAt: Instant): void => {
  stopReportDay(environment, orderId, dateOf(leftAt), leftAt);
  writeClocks(environment.draft, cancelClocks(openDayClocks(environment, orderId).filter((clock) => clock.cycle > dateOf(leftAt)), leftAt));
};
