import { cities, dispatchOrders, holidays, tickets } from '../../../sheets-templates';
import { defaultCities } from '../../../sheets-templates/default-cities';
import { defaultHolidays } from '../../../sheets-templates/default-holidays';
import { instant, localDate } from '../../../src/terms';
import { makeOrder, makeTicket } from '../make-rows';
import { World } from '../world';

/** 工程师甲 of 上海 was in 南京 from 9 to 11 March 2026 (the trip of XV-03); it is the 12th. */
export const marchWorld = (): World =>
  new World()
    .add(cities, ...defaultCities())
    .add(holidays, ...defaultHolidays)
    .add(tickets, makeTicket({ siteCity: '南京', severity: 'C', status: 'ACCEPTED', acceptedAt: instant('2026-03-11 10:00'), engineerLead: 'ST-006' }))
    .add(dispatchOrders, makeOrder({
      status: 'RETURNED', travelMode: 'TRAIN_HARD_SEAT', issuedAt: instant('2026-03-08 09:00'), acceptedAt: instant('2026-03-08 10:00'), planDepart: instant('2026-03-09 07:00'),
      planArrive: instant('2026-03-09 12:00'), planReturn: localDate('2026-03-11'), departedAt: instant('2026-03-09 07:10'), arrivedAt: instant('2026-03-09 12:00'),
      leftAt: instant('2026-03-11 12:00'), returnedAt: instant('2026-03-11 18:00'),
    }))
    .at('2026-03-12 09:00');

export const lodging = { kind: 'LODGING', date: '2026-03-09', checkout: '2026-03-11', city: '南京', amount: '380.00', invoiceKind: 'DIGITAL', invoiceNumber: '25312000000012345678' };

export const trainTo = { kind: 'LONG_HAUL', date: '2026-03-09', amount: '46.50', origin: '上海', destination: '南京', mode: 'TRAIN_HARD_SEAT', invoiceKind: 'RAIL_E', invoiceNumber: '25319000000000000001' };

export const trainBack = { ...trainTo, date: '2026-03-11', origin: '南京', destination: '上海', invoiceNumber: '25319000000000000002' };
