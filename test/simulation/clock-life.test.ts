import { tables } from '../../sheets-templates';
import type { RowChange } from '../../src/ledger/change';
import type { JournalEntry } from '../../src/ledger/journal';
import { deadlineRules } from '../../src/deadlines';
import { epochOf, instant } from '../../src/terms';
import type { Books } from './invariants/books';
import { clocksBeginAndEnd } from './invariants/clock-life';
import { begins, ends } from './invariants/clock-turns';
import type { World } from './world';

const at = (time: string) => instant(`2026-03-03 ${time}`);
const entry = (time: string, command: string, ...changes: readonly RowChange[]): JournalEntry => ({ number: 1, at: at(time), actor: 'SYS', command, objectId: '', result: 'OK', changes, reason: '' });
const clock = (ruleId: string, startAt: string, objectId = 'TK-1'): RowChange => ({ kind: 'insert', table: 'slaClocks', key: `${objectId}/${ruleId}`, row: { ruleId, objectId, startAt: at(startAt), dueAt: at('23:00'), clockMode: 'CAL', durationMin: 60, result: 'RUNNING', stopAt: null, lastLevelFired: 0, isTargetOnly: false } });
const stopped = (ruleId: string, time: string): RowChange => ({ kind: 'update', table: 'slaClocks', key: `TK-1/${ruleId}`, fields: { stopAt: at(time), result: 'MET' } });
const ticket = (fields: Readonly<Record<string, unknown>> = {}): RowChange => ({ kind: 'insert', table: 'tickets', key: 'TK-1', row: { channel: 'FORM', receivedAt: at('09:10'), severityClaimed: 'C', severity: null, status: 'NEW', ...fields } });
const turned = (fields: Readonly<Record<string, unknown>>): RowChange => ({ kind: 'update', table: 'tickets', key: 'TK-1', fields });
const reached: RowChange = { kind: 'insert', table: 'contactAttempts', key: 'LX-1', row: { ticketId: 'TK-1', outcome: 'REACHED' } };

const row = (table: 'partsRequests' | 'partsLines' | 'repairOrders' | 'dispatchOrders' | 'surveys', key: string, fields: Readonly<Record<string, unknown>>): RowChange => ({ kind: 'insert', table, key, row: fields });
const used = entry('12:00', 'parts.use', row('dispatchOrders', 'PG-1', { status: 'WORKING', returnedAt: null }), row('partsRequests', 'SQ-1', { requestId: 'SQ-1', orderId: 'PG-1' }), row('partsLines', 'L-1', { lineId: 'L-1', requestId: 'SQ-1' }),
  row('repairOrders', 'WX-1', { repairId: 'WX-1', requestLine: 'L-1', status: 'EXPECTED' }), row('repairOrders', 'WX-2', { repairId: 'WX-2', requestLine: 'L-1', status: 'IN_TRANSIT' }));
const back: RowChange = { kind: 'update', table: 'dispatchOrders', key: 'PG-1', fields: { returnedAt: at('17:00') } };

const asked = entry('10:00', 'liability.open', turned({ chargeStatus: 'DECISION_PENDING' }), clock('S-38', '10:00'), { kind: 'insert', table: 'liabilityDecisions', key: 'ZR-1', row: { ticketId: 'TK-1', status: 'OPEN' } });
const judged = (status: string): RowChange => ({ kind: 'update', table: 'liabilityDecisions', key: 'ZR-1', fields: { status } });

const wrong = (...entries: readonly JournalEntry[]) => {
  const books: Books = { rows: new Map(), entries, brokenAt: null, now: epochOf(at('23:30')) };
  return clocksBeginAndEnd(books, {} as World);
};

const registered = entry('09:12', 'ticket.register', ticket(), clock('S-01', '09:10'), clock('S-08', '09:10'));

test.each<[string, number, readonly JournalEntry[]]>([
  ['a request with its clocks', 0, [registered]],
  ['a request without the clock of class C', 1, [entry('09:12', 'ticket.register', ticket(), clock('S-01', '09:10'))]],
  ['a clock that counts from registering, not from receiving', 1, [entry('09:12', 'ticket.register', ticket(), clock('S-01', '09:12'), clock('S-08', '09:10'))]],
  ['class A without the report to managers', 1, [entry('09:12', 'ticket.register', ticket({ severityClaimed: 'A' }), clock('S-01', '09:10'), clock('S-03', '09:10'), clock('S-04', '09:10'))]],
  ['paid work has targets instead of class clocks (4.6)', 0, [entry('09:12', 'ticket.register', ticket({ severityClaimed: 'A', chargeType: 'PAID' }), clock('S-01', '09:10'), clock('S-02', '09:10'))]],
  ['a first contact that stops its clock', 0, [registered, entry('09:30', 'ticket.logContact', reached, stopped('S-01', '09:30'))]],
  ['a first contact after which the clock runs on', 1, [registered, entry('09:30', 'ticket.logContact', reached)]],
  ['a ticket that is over while a clock runs', 1, [registered, entry('10:00', 'ticket.refuse', turned({ status: 'REFUSED' }), stopped('S-01', '10:00'))]],
  ['a trip that ends starts the return of what was replaced on it', 0, [used, entry('17:00', 'dispatch.returned', back, clock('S-14', '17:00', 'PG-1'), clock('S-23', '17:00', 'WX-1'))]],
  ['a trip that ends and nobody is asked for the old part', 1, [used, entry('17:00', 'dispatch.returned', back, clock('S-14', '17:00', 'PG-1'))]],
  ['a case on who pays that is decided while its clock runs on', 1, [registered, asked, entry('11:00', 'liability.tell', turned({ chargeStatus: 'FREE' }), judged('DECIDED'))]],
  ['a case withdrawn while who pays is still open: the next one is due as this one was', 0, [registered, asked, entry('11:00', 'liability.cancel', judged('CANCELLED'))]],
  ['a case withdrawn because who pays is known now, and its clock runs on', 1, [registered, asked, entry('11:00', 'liability.cancel', turned({ chargeStatus: 'FREE' }), judged('CANCELLED'))]],
  ['a survey that nobody sends', 4, [entry('12:00', 'acceptance.paper', row('surveys', 'MY-1', { status: 'PLANNED' }))]],
  ['a survey of a customer who wants none', 0, [entry('12:00', 'acceptance.paper', row('surveys', 'MY-1', { status: 'OPTED_OUT' }))]],
  ['rows of set-up and of hands tell nothing', 0, [entry('09:12', 'setUp', ticket()), entry('10:00', 'ledger.check', turned({ status: 'TRIAGED' }))]],
])('%s: %i wrong', (_name, count, entries) => {
  expect(wrong(...entries)).toHaveLength(count);
});

test('what begins and ends deadlines is told in rows, values and rules that there are', () => {
  const known = new Set(deadlineRules.map(({ rule }) => rule));
  for (const { table, when, rules, object, since } of [...begins, ...ends]) {
    const columns: Readonly<Record<string, { readonly choices?: Readonly<Record<string, unknown>> }>> = tables[table].columns;
    const [property, ...values] = when === 'added' ? [undefined] : 'given' in when ? [when.given] : when.became;
    if (typeof rules !== 'function') expect(rules.filter((rule) => !known.has(rule))).toEqual([]);
    expect([table, [object, since, property].filter((name) => typeof name === 'string' && columns[name] === undefined)]).toEqual([table, []]);
    expect([table, values.filter((value) => !Object.keys(columns[property ?? '']?.choices ?? {}).includes(value))]).toEqual([table, []]);
  }
});
