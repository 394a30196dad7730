import { closeOf, workingDayOfMonth } from '../../../deadlines';
import { endOf } from '../../../people';
import type { Instant } from '../../../terms';
import type { Request } from '../../request';

/** Papers of a month that are due on a working day of the next (AMB-33). */
export type MonthDue = 'due.shipments' | 'due.itinerary' | 'due.ledger' | 'due.monthly_report' | 'due.claim';

/** 17:30 of the working day of the next month that a setting names (AMB-33). */
export const monthEndDue = ({ settings, calendar, now }: Pick<Request, 'settings' | 'calendar' | 'now'>, month: string, key: MonthDue): Instant =>
  closeOf(calendar, workingDayOfMonth(calendar, endOf(month).slice(0, 7), settings.count(key, now)));
