import { acceptances, contacts, contactAttempts, customers, dispatchOrders, dispatchStatus, products, siteReports, skills, tickets, type DispatchOrder, type DispatchStatus, type SiteReport } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { dispatchCommands } from '../../../src/app/commands/dispatch';
import { fieldCommands } from '../../../src/app/commands/field';
import { dispatchTransitions } from '../../../src/dispatch';
import { instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeOrder, makeProduct, makeSkill, makeTicket, type Person } from '../make-rows';
import { World } from '../world';

const orderId = 'PG-20260303-01';
const now = '2026-03-04 12:00';

const prepared: Partial<DispatchOrder> = {
  consentId: 'DC-20260304', issuedAt: instant('2026-03-03 10:00'), acceptedAt: instant('2026-03-03 10:10'), prepDoneAt: instant('2026-03-03 15:00'), previsitContact: 'CA-000001',
};
const away: Partial<DispatchOrder> = { ...prepared, departedAt: instant('2026-03-04 08:00') };
const onSite: Partial<DispatchOrder> = { ...away, arrivedAt: instant('2026-03-04 10:00') };
const left: Partial<DispatchOrder> = { ...onSite, leftAt: instant('2026-03-04 11:30') };

/** What an order in a state has behind it. */
const history: Readonly<Record<DispatchStatus, Partial<DispatchOrder>>> = {
  DRAFT: { planDepart: instant('2026-03-04 13:00'), planArrive: instant('2026-03-04 15:00') }, CONSENT_PENDING: {}, REJECTED: {},
  ISSUED: { consentId: 'DC-20260304', issuedAt: instant('2026-03-03 10:00') }, ACCEPTED: prepared, DECLINED: {}, DEPARTED: away, ARRIVED: onSite, WORKING: onSite, PRE_LEAVE: onSite,
  LEFT: left, RETURNED: { ...left, returnedAt: instant('2026-03-04 11:45') }, CLOSED: left, CANCELLED: {},
};

const preLeave: SiteReport = {
  reportId: 'SR-90001', orderId, kind: 'PRE_LEAVE', reportDate: localDate('2026-03-04'), at: instant('2026-03-04 11:00'), contactAt: null, siteStatus: '已修复', progressPct: null,
  effect: null, problems: null, lodgingPlace: null, contactPhone: null, toldSales: null, toldOwner: null, toldMarketing: true, planReturn: localDate('2026-03-06'), safetyOk: true, photos: null, supReply: null,
};

const plan = { leadEngineer: 'ST-006', planDepart: '2026-03-04 13:00', planArrive: '2026-03-04 15:00', travelMode: 'COACH', workContent: '更换' };
const arrival = { siteStatus: '正常', lodgingPlace: '无', contactPhone: '13900000000', toldSales: true, toldOwner: true };

/** Who fires each command and with what. */
const firings: Readonly<Record<string, { readonly who: Person; readonly raw?: RawInput }>> = {
  'dispatch.revise': { who: 'sup', raw: plan },
  'dispatch.submit': { who: 'sup' },
  'dispatch.replan': { who: 'sup', raw: { planDepart: '2026-03-05 08:00', planArrive: '2026-03-05 10:00' } },
  'dispatch.goAhead': { who: 'sup', raw: { attempts: [{ person: 'ST-003', at: '2026-03-04 11:50' }, { person: 'ST-002', at: '2026-03-04 11:55' }] } },
  'dispatch.accept': { who: 'eng' },
  'dispatch.decline': { who: 'eng', raw: { reason: '生病' } },
  'dispatch.prepare': { who: 'eng', raw: { notNeededReason: '远程已备' } },
  'dispatch.previsit': { who: 'eng', raw: { outcome: 'REACHED', channel: 'PHONE' } },
  'dispatch.depart': { who: 'eng' },
  'dispatch.arrive': { who: 'eng' },
  'field.arrive': { who: 'eng', raw: arrival },
  'field.daily': { who: 'eng', raw: { siteStatus: '正常', progressPct: '50', effect: '好' } },
  'field.preLeave': { who: 'eng', raw: { workResult: '已修复', planReturn: '2026-03-05', toldMarketing: true } },
  'dispatch.redirect': { who: 'sup', raw: { ...plan, nextTicket: 'TK-20260303-002' } },
  'dispatch.leave': { who: 'eng', raw: { unsignedReason: '客户不在场' } },
  'dispatch.return': { who: 'eng' },
  'dispatch.cancel': { who: 'sup', raw: { reason: '客户改期' } },
};

const worldIn = (status: DispatchStatus): World => new World().at(now)
  .add(tickets, makeTicket({ severity: 'A', status: ['ISSUED', 'CONSENT_PENDING', 'DRAFT'].includes(status) ? 'TRIAGED' : 'DISPATCHED' }), makeTicket({ ticketId: 'TK-20260303-002' }))
  .add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'))
  .add(dispatchOrders, makeOrder({ ...history[status], status })).add(siteReports, preLeave)
  .add(contactAttempts, { attemptId: 'CA-900001', ticketId: 'TK-20260303-001', purpose: 'PREVISIT', at: instant('2026-03-03 16:00'), byStaff: 'ST-006', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: null, recordedAt: instant('2026-03-03 16:00') });

const statuses = Object.keys(dispatchStatus) as DispatchStatus[];
const listed = (command: string, status: DispatchStatus): boolean => dispatchTransitions.some((row) => row.command === command && row.from?.includes(status) === true);
const pairs = Object.keys(firings).flatMap((command) => statuses.map((status): [string, DispatchStatus] => [command, status]));

describe('DP-1 … DP-17: the transition table of dispatch orders', () => {
  it.each(pairs.filter(([command, status]) => listed(command, status)))('%s works from %s with its guards met', (command, status) => {
    const world = worldIn(status);
    const { who, raw } = firings[command] ?? { who: 'sup' as const };
    world.run(who, command, orderId, raw);
    const targets = dispatchTransitions.filter((row) => row.command === command && row.from?.includes(status) === true).map((row) => row.to ?? status);
    expect(targets).toContain(world.get(dispatchOrders, orderId).status);
  });

  it.each(pairs.filter(([command, status]) => !listed(command, status)))('%s is refused from %s and changes nothing', (command, status) => {
    const { who, raw } = firings[command] ?? { who: 'sup' as const };
    expect(worldIn(status).refusal(who, command, orderId, raw)).toBe('STATE');
  });

  it.each(pairs.filter(([command, status]) => listed(command, status)))('%s from %s is for nobody else', (command, status) => {
    const { raw } = firings[command] ?? {};
    for (const who of ['sal', 'fin', 'eng2'] as const) expect(worldIn(status).refusal(who, command, orderId, raw)).toBe('ROLE');
  });

  it('every command of the table that people start has a definition', () => {
    const defined = [...dispatchCommands, ...fieldCommands].map(({ name }) => name);
    const missing = dispatchTransitions.map(({ command }) => command).filter((name) => !defined.includes(name) && name !== 'approval.decide');
    expect([...new Set(missing)]).toEqual(['dispatch.stayOrLeave']);
  });

  it('DP-13: the redirect opens the next order from the one that ends', () => {
    const world = worldIn('PRE_LEAVE');
    const next = world.run('sup', 'dispatch.redirect', orderId, firings['dispatch.redirect']?.raw);
    expect(world.get(dispatchOrders, orderId)).toMatchObject({ status: 'LEFT', redirectTo: next });
    expect(world.get(dispatchOrders, next)).toMatchObject({ status: 'DRAFT', ticketId: 'TK-20260303-002' });
    expect(world.all(acceptances)).toEqual([]);
  });
});
