import { day, minute, momentOf, startOfDay, weekday, writtenDate } from '../moments';
import type { Clock, Life } from './life';
import type { WorkTime } from './work-time';

/**
 * The fixed moments of 4.3 once more, as its column "limit" reads. What hangs on working days follows the days when they change; a
 * promise is kept at that date's closing time; an agreed moment stays where it is.
 */
export interface Fixed {
  readonly at: (clock: Clock, time: WorkTime, life: Life) => number | null;
  readonly follows: 'days' | 'closing' | 'nothing';
}

/** 17:30 of the n-th working day after the date of the start. */
const workingDays = (written: number, key: string): Fixed => ({ follows: 'days', at: ({ start }, time) => time.endOfWorkingDay(start, time.numbers.count(key, start, written)) });

/** "wd k of month": the start is the month's end, so that k counts from the day before on. */
const ofMonth = (written: number, key: string): Fixed => ({ follows: 'days', at: ({ start }, time) => time.endOfWorkingDay(start - 1, time.numbers.count(key, start, written)) });

/** 24:00 of so many days later. */
const days = (written: number, key: string): Fixed => ({ follows: 'nothing', at: ({ start }, time) => startOfDay(start) + (time.numbers.count(key, start, written) + 1) * day });

const endOfDate = (date: unknown): number | null => (date === null || date === undefined ? null : startOfDay(momentOf(date)) + day);

/** 17:30 of the last working day of the week of the start. */
const endOfWeek: Fixed = { follows: 'days', at: ({ start }, time) => time.closeOf(time.workingDay(startOfDay(start) + (7 - ((weekday(start) + 6) % 7)) * day, -1)) };

const agreedDate: Fixed = {
  follows: 'nothing',
  at: ({ object }, _time, life) => {
    const ticket = life.row('tickets', object);
    return ticket?.['agreedHasTime'] === true ? momentOf(ticket['agreedDate']) : endOfDate(ticket?.['agreedDate']);
  },
};

/** The report after the trip, or the better one that the clerk wants. */
const tripReport: Fixed = {
  follows: 'days',
  at: ({ object, start }, time, life) => {
    const returned = life.row('dispatchOrders', object)?.['returnedAt'];
    const first = typeof returned === 'string' && momentOf(returned) === start;
    return time.endOfWorkingDay(start, first ? time.numbers.count('sla.trip_report.wd', start, 2) : time.numbers.count('sla.trip_again.wd', start, 1));
  },
};

const promise: Fixed = {
  follows: 'closing',
  at: ({ object }, time, life) => {
    const date = life.row('partsRequests', object)?.['promisedShipDate'];
    return typeof date === 'string' ? time.closeOf(momentOf(date)) : null;
  },
};

/** A round that falls on a day off is due on the working day before. */
const maintenance: Fixed = {
  follows: 'nothing',
  at: ({ object }, time, life) => {
    const date = life.rows('maintenancePlans').find((plan) => plan['ticketId'] === object)?.['nextDue'];
    if (typeof date !== 'string') return null;
    const planned = momentOf(date);
    return (time.works(planned) ? planned : time.workingDay(planned, -1)) + day;
  },
};

const receivable: Fixed = { follows: 'nothing', at: ({ object }, _time, life) => endOfDate(life.row('receivables', object)?.['dueDate']) };

/** 17:30 of the month's last working day, of the month that the task is for. */
const trainingTask: Fixed = {
  follows: 'days',
  at: ({ object }, time, life) => {
    const month = life.row('trainingAssignments', object)?.['month'];
    return typeof month === 'string' ? time.closeOf(time.workingDay(momentOf(`${writtenDate(momentOf(`${month}-28`) + 4 * day).slice(0, 7)}-01`), -1)) : null;
  },
};

/** Before it begins; for classes A and B within twelve hours from then on. */
const overtimeReport: Fixed = {
  follows: 'nothing',
  at: ({ object, start }, { numbers }, life) => {
    const row = life.row('overtime', object);
    if (typeof row?.['fromAt'] !== 'string') return null;
    const isUrgent = row['severity'] === 'A' || row['severity'] === 'B';
    return momentOf(row['fromAt']) + (isUrgent ? numbers.count('ot.emergency_min', start, 720) * minute : 0);
  },
};

const toolCheck: Fixed = { follows: 'nothing', at: ({ object }, _time, life) => endOfDate(life.row('tools', object)?.['nextCheck']) };

const policy: Fixed = {
  follows: 'closing',
  at: ({ object }, time, life) => {
    const date = life.row('policyAcks', object)?.['dueDate'];
    return typeof date === 'string' ? time.closeOf(momentOf(date)) : null;
  },
};

/** 4.6: what the agreement says that was signed at the start. */
export const target: Fixed = {
  follows: 'nothing',
  at: ({ object, rule, start }, _time, life) => {
    const agreement = life.rows('serviceAgreements').find((row) => row['ticketId'] === object && typeof row['signedAt'] === 'string' && momentOf(row['signedAt']) === start);
    const moment = agreement?.[rule === 'S-03' || rule === 'S-06' ? 'startTarget' : 'arriveTarget'];
    return typeof moment === 'string' ? momentOf(moment) : null;
  },
};

export const fixedMoments: Readonly<Record<string, Fixed>> = {
  'S-09': agreedDate, 'S-11': { follows: 'nothing', at: ({ start }) => startOfDay(start) + day }, 'S-14': tripReport, 'S-22': promise,
  'S-23': workingDays(3, 'sla.return.wd'), 'S-24': workingDays(5, 'sla.qa.wd'), 'S-25': workingDays(1, 'sla.copy.wd'), 'S-26a': workingDays(5, 'sla.rd.accept_wd'), 'S-26b': workingDays(15, 'sla.rd.plan_wd'),
  'S-27': ofMonth(2, 'due.shipments'), 'S-28': ofMonth(3, 'due.itinerary'), 'S-29': ofMonth(3, 'due.ledger'), 'S-30': ofMonth(3, 'due.monthly_report'),
  'S-31a': ofMonth(3, 'due.appraisal_self'), 'S-31b': ofMonth(5, 'due.appraisal_sup'), 'S-31c': ofMonth(7, 'due.appraisal_approve'), 'S-32a': ofMonth(5, 'due.claim'), 'S-32b': workingDays(10, 'due.pay_wd'),
  'S-33c': workingDays(5, 'sla.complaint.close'), 'S-34a': { follows: 'days', at: ({ start }, time) => time.opening(start) }, 'S-34b': workingDays(3, 'survey.remind_wd'), 'S-34c': workingDays(5, 'survey.call_wd'), 'S-34d': days(14, 'survey.end_days'),
  'S-35': ofMonth(5, 'due.spot_checks'), 'S-36': maintenance, 'S-38': workingDays(2, 'sla.liability.C_wd'), 'S-39': receivable, 'S-42': workingDays(3, 'sla.news.C'), 'S-46': workingDays(5, 'accept.call_wd'), 'S-41': trainingTask, 'S-43a': overtimeReport, 'S-44': toolCheck, 'S-43b': days(90, 'ot.leave_days'), 'S-45': days(365, 'waste.store_days'), 'S-47': endOfWeek, 'S-48': policy, 'S-49': endOfWeek,
};
