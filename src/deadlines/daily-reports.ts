import { addMinutes, atTime, dateOf, plusDays, type Instant, type LocalDate } from '../terms';
import type { Settings } from '../settings';

/**
 * The dates on site that want a daily report (S-11, AMB-20): every calendar date from arrival to leaving, weekends
 * included, without the day of arrival when that was at or after 17:30. The pre-leave report serves for the last one.
 * A company that wants none a day (`sla.daily.min_per_day`) gets no dates.
 * @param until the moment of leaving, or now while still on site
 */
export const dailyReportDates = (arrivedAt: Instant, until: Instant, settings: Settings): readonly LocalDate[] => {
  const arrival = dateOf(arrivedAt);
  const late = arrivedAt >= atTime(arrival, settings.time('sla.daily.cutoff', arrivedAt));
  const dates: LocalDate[] = [];
  if (settings.count('sla.daily.min_per_day', arrivedAt) === 0) return dates;
  for (let date = late ? plusDays(arrival, 1) : arrival; date <= dateOf(until); date = plusDays(date, 1)) dates.push(date);
  return dates;
};

/** The moment that counts for S-10: the phone call, if it was recorded within 4 hours, else the report itself. */
export const arrivalReportMoment = (submittedAt: Instant, contactAt: Instant | null, settings: Settings): Instant =>
  contactAt !== null && contactAt <= submittedAt && submittedAt <= addMinutes(contactAt, settings.minutes('sla.arrival_report.phone_min', submittedAt))
    ? contactAt
    : submittedAt;

/** S-13, R-280: the pre-leave report comes before leaving. */
export const isReportedBeforeLeaving = (preLeaveAt: Instant | null, leftAt: Instant): boolean => preLeaveAt !== null && preLeaveAt <= leftAt;
