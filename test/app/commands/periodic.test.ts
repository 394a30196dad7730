import { itinerary, partsLines, partsRequests, periodicReports, repairOrders, shipments, slaClocks, staff, type ItineraryDay, type Notice, type Shipment } from '../../../sheets-templates';
import { periodicDesk } from '../../../src/app/desk/periodic';
import type { NoticeBody } from '../../../src/app/notices';
import { fen, instant, localDate } from '../../../src/terms';
import { company, makePartsLine, makePartsRequest, makeRepair } from '../make-rows';
import type { World } from '../world';
import { marchWorld } from './month-world';

const day = (date: string, status: ItineraryDay['status'], staffId = 'ST-006'): ItineraryDay => ({
  rowId: `${staffId}/2026-03-${date}`, staffId, date: localDate(`2026-03-${date}`), dayKind: 'WORKDAY', status, orderIds: ['PG-20260303-01'], projectName: '某厂配电', customerId: 'CU-00001', cities: ['南京'], overnightCity: '南京',
  inCompanyCityOnly: false, allowanceDay: true, siteReportOk: true, remarks: null, locked: false,
});

const shipment = (shipmentId: string, shippedAt: string, quantity: number): Shipment => ({
  shipmentId, requestId: 'WH-20260304-01', lines: [{ lineId: 'WH-20260304-01/1', quantity }], packed: true, packedBy: null, carrier: '顺丰', trackingNo: `SF-${shipmentId}`, shippedAt: instant(shippedAt), destination: '昆山', eta: localDate('2026-03-08'),
  receivedAt: null, receivedBy: null, receiptCondition: null, freight: null, direction: 'OUT', status: 'SHIPPED',
});

/** March 2026 as the ledgers have it, on the night after. */
const ended = (): World => {
  const world = marchWorld().add(itinerary, day('09', 'TRAVEL'), day('10', 'ON_SITE'), day('11', 'REST'))
    .add(partsRequests, makePartsRequest({ promisedShipDate: localDate('2026-03-06'), chargeable: true })).add(partsLines, makePartsLine({ unitCost: fen(12050) }))
    .add(shipments, shipment('FH-1', '2026-03-06 15:00', 1), shipment('FH-2', '2026-03-07 10:00', 1), shipment('FH-3', '2026-04-01 00:00', 1))
    .add(repairOrders, makeRepair({ dueBack: localDate('2026-03-11') }), makeRepair({ repairId: 'WX-2', qty: 1, status: 'QA_RECEIVED', sentAt: instant('2026-03-10 09:00'), qaReceivedAt: instant('2026-03-12 09:00') }));
  world.at('2026-04-01 00:30').run('system', 'month.open', '2026-03');
  return world;
};

const id = (kind: string): string => `BS-202603-${kind}`;
const clocks = (world: World) => Object.fromEntries(world.all(slaClocks).filter(({ objectType }) => objectType === 'PERIODIC').map(({ ruleId, dueAt, result }) => [ruleId, [dueAt.slice(0, 16), result]]));
const mails = (world: World, kind: string): readonly Notice[] => world.notices('N-47').filter(({ key }) => key.includes(id(kind)));
const tables = (notice: Notice | undefined): readonly (readonly (readonly string[])[])[] => ((notice?.body as NoticeBody | undefined)?.report?.sections ?? []).flatMap((section) => (section.kind === 'table' ? [section.rows] : []));

describe('monthly records of 8.1', () => {
  test('S-27, S-28, S-29: they are due on working days 2, 3 and 3 of the next month, once, before whoever makes them', () => {
    const world = ended();
    world.run('system', 'month.open', '2026-03');
    expect(clocks(world)).toEqual({ 'S-27': ['2026-04-02T17:30', 'RUNNING'], 'S-28': ['2026-04-03T17:30', 'RUNNING'], 'S-29': ['2026-04-03T17:30', 'RUNNING'] });
    expect([world.desk(periodicDesk, 'ops'), world.desk(periodicDesk, 'clk'), world.desk(periodicDesk, 'sup')].map((items) => items.map(({ objectId }) => objectId))).toEqual([[id('SHIPMENTS')], [id('ITINERARY'), id('PARTS_LEDGER')], []]);
  });

  test('S-27, R-222: the shipments of the month go to the clerk, promised against actual', () => {
    const world = ended();
    world.at('2026-04-02 17:30').run('ops', 'periodic.send', id('SHIPMENTS'));
    expect(mails(world, 'SHIPMENTS').map(({ toStaff }) => toStaff)).toEqual(['ST-005']);
    expect(tables(mails(world, 'SHIPMENTS')[0])).toEqual([[
      ['WH-20260304-01', 'TK-20260303-001', '1 只 断路器 NSX100', '顺丰 SF-FH-1', '2026-03-06', '2026-03-06 15:00', '—', '按期'], ['WH-20260304-01', 'TK-20260303-001', '1 只 断路器 NSX100', '顺丰 SF-FH-2', '2026-03-06', '2026-03-07 10:00', '—', '逾期'],
    ]]);
    expect(clocks(world)['S-27']?.[1]).toBe('MET');
    expect(world.get(periodicReports, id('SHIPMENTS'))).toMatchObject({ status: 'SENT', version: 1, preparedBy: 'ST-009', rowCount: 2, sentAt: instant('2026-04-02 17:30') });
  });

  test('S-28, R-269: people and days, totals, where they were, and days that nothing explains, to general manager and manager', () => {
    const world = ended();
    world.at('2026-04-03 10:00').run('clk', 'periodic.send', id('ITINERARY'));
    expect(mails(world, 'ITINERARY').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-001', 'ST-003']);
    const [matrix, totals, stays] = tables(mails(world, 'ITINERARY')[0]);
    expect(matrix?.[0]?.slice(8, 13)).toEqual(['-', 'T', 'S', 'R', '-']);
    expect(totals).toEqual([['工程师甲', '2', '1', '1', '1', '28'], ['工程师乙', '0', '0', '0', '0', '31']]);
    expect(stays?.map((row) => row.slice(1))).toEqual([['2026-03-09', '在途', '南京', '某厂配电'], ['2026-03-10', '现场服务', '南京', '某厂配电']]);
  });

  test('S-29, R-240: what went out and came back, by project, and what is still out, with its value', () => {
    const world = ended();
    world.at('2026-04-03 10:00').run('clk', 'periodic.send', id('PARTS_LEDGER'));
    expect(mails(world, 'PARTS_LEDGER').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-001', 'ST-002', 'ST-003']);
    const [rows, totals, missing] = tables(mails(world, 'PARTS_LEDGER')[0]);
    expect(rows?.map((row) => [row[0], row[6], row[7], row[8]])).toEqual([['发出', '1', '120.50', '有偿'], ['发出', '1', '120.50', '有偿'], ['退回', '1', '—', '—']]);
    expect([totals, missing?.map((row) => [row[0], row[4]])]).toEqual([[['某厂配电', '2', '1']], [['WX-20260305-01', '23']]]);
    expect(JSON.stringify(mails(world, 'PARTS_LEDGER')[0]?.body)).toContain('有偿 241.00 元');
  });

  test('8.1: sent again it is a new version with its reason, and another checksum where the ledgers moved on', () => {
    const world = ended();
    world.at('2026-04-02 10:00').run('ops', 'periodic.send', id('SHIPMENTS'));
    const { checksum } = world.get(periodicReports, id('SHIPMENTS'));
    expect(world.refusal('ops', 'periodic.send', id('SHIPMENTS'))).toBe('8.1');
    expect(world.desk(periodicDesk, 'ops').map(({ dueAt, offers }) => [dueAt, offers[0]?.fields.map(({ name }) => name)])).toEqual([[null, ['reason']]]);
    world.set(shipments, 'FH-2', { receivedAt: instant('2026-03-09 09:00') });
    world.at('2026-04-02 11:00').run('ops', 'periodic.send', id('SHIPMENTS'), { reason: '补签收' });
    const again = world.get(periodicReports, id('SHIPMENTS'));
    expect([again.version, again.reason, again.checksum === checksum, mails(world, 'SHIPMENTS').length]).toEqual([2, '补签收', false, 2]);
  });

  test('9.2: by its own maker only; a company without an operations clerk owes no shipment record', () => {
    const world = ended();
    for (const who of ['sup', 'clk', 'tsm'] as const) expect(world.refusal(who, 'periodic.send', id('SHIPMENTS'))).toBe('ROLE');
    expect([world.refusal('ops', 'periodic.send', id('ITINERARY')), world.refusal('clk', 'periodic.send', 'BS-1')]).toEqual(['ROLE', 'UNKNOWN']);
    const small = marchWorld().add(staff, { ...company.ops, active: false }).at('2026-04-01 00:30');
    small.run('system', 'month.open', '2026-03');
    expect(Object.keys(clocks(small))).toEqual(['S-28', 'S-29']);
  });
});
