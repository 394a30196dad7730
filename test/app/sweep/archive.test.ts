import {
  acceptances, approvals, contactAttempts, dispatchOrders, partsLines, partsRequests, repairOrders, seen, slaClocks, tickets, type Acceptance, type Ticket,
} from '../../../sheets-templates';
import { startOfPreviousMonth } from '../../../src/app/sweep/archive';
import type { RowChange } from '../../../src/ledger/change';
import { instant, isRefusal } from '../../../src/terms';
import { makeOrder, makePartsLine, makePartsRequest, makeRepair, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketClocks } from '../../deadlines/office';

const changes = (world: World): readonly RowChange[] => {
  const decided = world.ask('system', 'sweep.archive', '');
  if (isRefusal(decided)) throw new Error(decided.words.en);
  return decided.changes;
};

const closed = (ticketId: string, closedAt: string, changesTo: Partial<Ticket> = {}): Ticket => makeTicket({ ticketId, status: 'CLOSED', closedAt: instant(closedAt), ...changesTo });
const signed = (ticketId: string): Acceptance => ({
  acceptanceId: `AC-${ticketId}`, ticketId, orderId: null, workSummary: '更换断路器', partsReplaced: [], functionTest: 'PASS', explained: true, advice: '定期巡检', chargeSummary: null, signerName: '王先生', signerPhoneLast4: null,
  method: 'PAPER', evidence: '扫描件', rejectReason: null, signedAt: instant('2026-03-05 09:00'), result: 'ACCEPTED', remindCount: 0,
});
const gone = (world: World): readonly string[] => changes(world).filter((change) => change.table === 'tickets' && change.kind === 'delete').map((change) => change.key);

test('the previous month begins at its first midnight, over the turn of the year too', () => {
  expect(startOfPreviousMonth(instant('2026-03-31 23:00'))).toBe(instant('2026-02-01 00:00'));
  expect(startOfPreviousMonth(instant('2026-01-01 00:00'))).toBe(instant('2025-12-01 00:00'));
});

test('a ticket goes with everything that hangs on it to the yearbook in which it ended', () => {
  const id = 'TK-20260303-001';
  const world = new World().at('2027-01-10 02:00').add(tickets, closed(id, '2026-03-20 10:00')).add(acceptances, signed(id))
    .add(dispatchOrders, makeOrder({ status: 'CLOSED' })).add(partsRequests, makePartsRequest({ status: 'CLOSED' })).add(partsLines, makePartsLine()).add(repairOrders, makeRepair({ status: 'CLOSED' }))
    .add(slaClocks, ...ticketClocks('B', '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id, clockId: `${id}/${clock.ruleId}/1` })))
    .add(contactAttempts, { attemptId: 'CA-1', ticketId: id, purpose: 'FIRST', at: instant('2026-03-03 09:20'), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: null, recordedAt: instant('2026-03-03 09:20') })
    .add(approvals, { approvalId: 'SP-1', docType: 'DOWNGRADE', docId: `${id}/B`, docHash: '', matrixId: 'A-04', step: 1, role: 'TSM', approver: 'ST-003', onBehalfOf: null, requestedBy: 'ST-004', requestedAt: instant('2026-03-03 10:00'), decision: 'APPROVED', decidedAt: null, recordedAt: null, via: null, evidence: null, recordedBy: null, confirmedAt: null, comment: null, status: 'APPROVED' });
  const moved = changes(world);
  const inserted = moved.filter((change) => change.kind === 'insert' && change.table !== 'archives' && change.table !== 'counters');
  const deleted = moved.filter((change) => change.kind === 'delete');
  expect(inserted.every((change) => change.workbook === 'archive-2026')).toBe(true);
  expect(inserted.map((change) => `${change.table}/${change.key}`).sort()).toEqual(deleted.map((change) => `${change.table}/${change.key}`).sort());
  expect(new Set(inserted.map((change) => change.table))).toEqual(new Set(['tickets', 'dispatchOrders', 'partsRequests', 'partsLines', 'repairOrders', 'slaClocks', 'contactAttempts', 'approvals', 'acceptances']));
  expect(inserted.find((change) => change.table === 'tickets')).toMatchObject({ row: { status: 'ARCHIVED' } });
});

test.each([
  ['closed too recently to be of an earlier month', closed('TK-1', '2026-11-30 10:00'), '2026-12-31 02:00'],
  ['still inside the window to reopen (TK-20)', closed('TK-1', '2026-03-02 10:00'), '2026-05-31 02:00'],
  ['open', makeTicket({ ticketId: 'TK-1' }), '2027-12-31 02:00'],
])('it stays: %s', (_why, ticket, now) => { expect(gone(new World().at(now).add(tickets, ticket))).toEqual([]); });

test('G-TK-11: it stays while an item is on its way through repair', () => {
  const world = new World().at('2027-01-10 02:00').add(tickets, closed('TK-20260303-001', '2026-03-20 10:00')).add(acceptances, signed('TK-20260303-001')).add(repairOrders, makeRepair({ status: 'TESTED' }));
  expect(gone(world)).toEqual([]);
});

test('a cancelled ticket need not wait for the window to reopen', () => {
  expect(gone(new World().at('2026-05-31 02:00').add(tickets, closed('TK-1', '2026-03-31 10:00', { status: 'CANCELLED' })))).toEqual(['TK-1']);
});

test('fifty a night, oldest first; a second run takes the rest, a third nothing', () => {
  const world = new World().at('2027-01-10 02:00');
  for (let index = 0; index < 60; index += 1) world.add(tickets, closed(`TK-${index}`, `2026-03-${String(1 + (index % 28)).padStart(2, '0')} 10:00`)).add(acceptances, signed(`TK-${index}`));
  expect(gone(world)).toHaveLength(50);
  world.run('system', 'sweep.archive', '');
  expect(world.all(tickets)).toHaveLength(10);
  world.run('system', 'sweep.archive', '');
  expect(world.all(tickets)).toEqual([]);
  expect(changes(world)).toEqual([]);
  expect(world.all(acceptances)).toEqual([]);
});

test('receipts of answers are forgotten after a week', () => {
  const world = new World().at('2026-03-10 02:00').add(seen, { token: 'old', at: instant('2026-03-02 23:59'), outcome: '' }, { token: 'new', at: instant('2026-03-03 00:00'), outcome: '' });
  world.run('system', 'sweep.archive', '');
  expect(world.all(seen).map((row) => row.token)).toEqual(['new']);
});
