import { dispatchOrders, partsLines, partsRequests, partsStatus, repairOrders, repairStatus, tables, tasks, tickets, type PartsStatus, type RepairOrder, type RepairStatus } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { partsTransitions, repairTransitions } from '../../../src/parts';
import { instant, localDate } from '../../../src/terms';
import { makeOrder, makePartsLine, makePartsRequest, makeRepair, makeTicket, type Person } from '../make-rows';
import { World } from '../world';

interface Firing {
  readonly who: Person;
  readonly raw?: RawInput;
}

const requestId = 'WH-20260304-01';
const repairId = 'WX-20260305-01';

const partsFirings: Readonly<Record<string, Firing>> = {
  'parts.forward': { who: 'clk' },
  'parts.leadTime': { who: 'prd', raw: { promisedShipDate: '2026-03-06' } },
  'parts.start': { who: 'prd' },
  'parts.done': { who: 'prd', raw: { packed: true } },
  'parts.changePromise': { who: 'prd', raw: { promisedShipDate: '2026-03-07', reason: '缺料' } },
  'parts.ship': { who: 'ops', raw: { carrier: '顺丰', trackingNo: 'SF1', eta: '2026-03-06' } },
  'parts.receive': { who: 'eng', raw: { condition: 'GOOD' } },
  'parts.use': { who: 'eng' },
  'parts.cancel': { who: 'sup', raw: { reason: '客户自备' } },
  'parts.clearReturn': { who: 'sup', raw: { line: `${requestId}/2` } },
};

const quantities = (status: PartsStatus): { readonly qtyShipped: number; readonly qtyReceived: number } => {
  if (status === 'PART_SHIPPED') return { qtyShipped: 1, qtyReceived: 0 };
  if (status === 'SHIPPED') return { qtyShipped: 2, qtyReceived: 0 };
  return status === 'RECEIVED' ? { qtyShipped: 2, qtyReceived: 2 } : { qtyShipped: 0, qtyReceived: 0 };
};

const partsWorld = (status: PartsStatus): World => new World().at('2026-03-05 09:00').add(tickets, makeTicket({ status: 'ON_SITE', engineerLead: 'ST-006' }))
  .add(dispatchOrders, makeOrder({ status: 'WORKING', arrivedAt: instant('2026-03-04 10:00') })).add(partsRequests, makePartsRequest({ status }))
  .add(partsLines, makePartsLine(quantities(status)), makePartsLine({ lineId: `${requestId}/2`, itemKind: 'COMPONENT', ...quantities(status) }));

const repairFirings: Readonly<Record<string, Firing>> = {
  'repair.sendBack': { who: 'eng', raw: { carrier: '顺丰', trackingNo: 'SF2' } },
  'repair.receive': { who: 'qa', raw: { qty: '2' } },
  'repair.test': { who: 'qa', raw: { result: 'FAIL', findings: '触头烧损' } },
  'repair.repair': { who: 'qa' },
  'repair.retest': { who: 'qa', raw: { result: 'PASS', repairContent: '更换触头' } },
  'repair.ask': { who: 'sup', raw: { disposition: 'HOLD' } },
  'repair.dispose': { who: 'qa', raw: { disposition: 'HOLD' } },
  'repair.file': { who: 'clk' },
  'repair.askWaiver': { who: 'clk', raw: { reason: '现场已损毁无法取回' } },
};

const repairWorld = (status: RepairStatus, overrides: Partial<RepairOrder> = {}): World => new World().at('2026-03-12 09:00')
  .add(tickets, makeTicket({ status: 'ON_SITE', engineerLead: 'ST-006' })).add(repairOrders, makeRepair({ status, qaResult: 'FAIL', ...overrides }));

const casesOf = <Status extends string>(firings: Readonly<Record<string, Firing>>, statuses: readonly Status[]): readonly [string, Status][] =>
  Object.keys(firings).flatMap((command) => statuses.map((status): [string, Status] => [command, status]));

const partsPairs = casesOf(partsFirings, Object.keys(partsStatus) as PartsStatus[]);
const repairPairs = casesOf(repairFirings, Object.keys(repairStatus) as RepairStatus[]);
const partsListed = ([command, status]: [string, PartsStatus]): boolean => partsTransitions.some((row) => row.command === command && row.from?.includes(status) === true);
const repairListed = ([command, status]: [string, RepairStatus]): boolean => repairTransitions.some((row) => row.command === command && row.from?.includes(status) === true);

describe('PQ-1 … PQ-12: the transition table of parts requests', () => {
  it.each(partsPairs.filter(partsListed))('%s works from %s', (command, status) => {
    const world = partsWorld(status);
    const { who, raw } = partsFirings[command] ?? { who: 'sup' as const };
    world.run(who, command, requestId, raw);
    const targets = partsTransitions.filter((row) => row.command === command && row.from?.includes(status) === true).map((row) => row.to ?? status);
    expect(targets).toContain(world.get(partsRequests, requestId).status);
    expect(partsWorld(status).refusal('sal', command, requestId, raw)).toBe('ROLE');
  });

  it.each(partsPairs.filter((pair) => !partsListed(pair)))('%s is refused from %s', (command, status) => {
    const { who, raw } = partsFirings[command] ?? { who: 'sup' as const };
    expect(partsWorld(status).refusal(who, command, requestId, raw)).toBe('STATE');
  });

  it('G-PT-1: chargeable parts wait for the signed agreement', () => {
    const world = partsWorld('SUBMITTED').add(tickets, makeTicket({ status: 'ON_SITE', chargeStatus: 'QUOTING', chargeType: 'PAID' }));
    expect(world.refusal('clk', 'parts.forward', requestId)).toBe('G-PT-1');
    world.set(tickets, 'TK-20260303-001', { chargeStatus: 'AGREED' });
    expect(world.refusal('clk', 'parts.forward', requestId)).toBeNull();
  });

  it('PQ-9: what is shipped never exceeds what is open; a part leaves the rest open', () => {
    const world = partsWorld('READY');
    const raw = { carrier: '顺丰', trackingNo: 'SF1', eta: '2026-03-06' };
    expect(world.refusal('ops', 'parts.ship', requestId, { ...raw, lines: [{ lineId: `${requestId}/1`, quantity: '3' }] })).toBe('PQ-9');
    world.run('ops', 'parts.ship', requestId, { ...raw, lines: [{ lineId: `${requestId}/1`, quantity: '2' }] });
    expect(world.get(partsRequests, requestId).status).toBe('PART_SHIPPED');
    world.run('ops', 'parts.ship', requestId, raw);
    expect(world.get(partsRequests, requestId).status).toBe('SHIPPED');
  });

  it('PQ-10: short goods need their condition said, and open a task for operations', () => {
    const world = partsWorld('SHIPPED');
    const lines = [{ lineId: `${requestId}/1`, quantity: '1' }];
    expect(world.refusal('eng', 'parts.receive', requestId, { condition: 'GOOD', lines })).toBe('PQ-10');
    world.run('eng', 'parts.receive', requestId, { condition: 'SHORT', lines });
    expect(world.all(tasks)).toMatchObject([{ owner: 'ST-009', status: 'OPEN' }]);
    expect(world.get(partsLines, `${requestId}/1`).qtyReceived).toBe(1);
  });

  it('R-229: unused goods come back too, consumables do not', () => {
    const world = partsWorld('RECEIVED');
    world.set(partsLines, `${requestId}/2`, { itemKind: 'CONSUMABLE', oldPartReturn: false });
    world.run('eng', 'parts.use', requestId, { lines: [{ lineId: `${requestId}/1`, quantity: '1' }, { lineId: `${requestId}/2`, quantity: '0' }] });
    expect(world.all(repairOrders).map(({ returnKind, qty }) => [returnKind, qty])).toEqual([['FAULTY_PART', 1], ['UNUSED', 1]]);
    expect(world.get(partsRequests, requestId).status).toBe('CLOSED');
  });

  it('AMB-41: finished goods cannot be let off', () => {
    expect(partsWorld('SUBMITTED').refusal('sup', 'parts.clearReturn', requestId, { line: `${requestId}/1` })).toBe('AMB-41');
  });

  it('S-20 … S-22: approval, lead time and shipment run one after the other', () => {
    const world = partsWorld('SUBMITTED');
    world.run('clk', 'parts.forward', requestId);
    world.run('tsm', 'approval.decide', 'SP-000001', { decision: 'APPROVED' });
    world.run('prd', 'parts.leadTime', requestId, { promisedShipDate: '2026-03-06' });
    expect(world.all(tables.slaClocks).map(({ ruleId, result, dueAt }) => [ruleId, result, dueAt])).toEqual([
      ['S-20', 'MET', instant('2026-03-05 11:00')], ['S-21', 'MET', instant('2026-03-05 11:00')], ['S-22', 'RUNNING', instant('2026-03-06 17:30')],
    ]);
  });
});

describe('RT-1 … RT-12: the transition table of returned items', () => {
  it.each(repairPairs.filter(repairListed))('%s works from %s', (command, status) => {
    const world = repairWorld(status);
    const { who, raw } = repairFirings[command] ?? { who: 'qa' as const };
    world.run(who, command, repairId, raw);
    const targets = repairTransitions.filter((row) => row.command === command && row.from?.includes(status) === true).map((row) => row.to ?? status);
    expect(targets).toContain(world.get(repairOrders, repairId).status);
    expect(repairWorld(status).refusal('sal', command, repairId, raw)).toBe('ROLE');
  });

  it.each(repairPairs.filter((pair) => !repairListed(pair)))('%s is refused from %s', (command, status) => {
    const { who, raw } = repairFirings[command] ?? { who: 'qa' as const };
    expect(repairWorld(status).refusal(who, command, repairId, raw)).toBe('STATE');
  });

  it('G-RT-1, R-234: stock needs a passed last test and the request of after-sales', () => {
    const raw = { disposition: 'STOCK_IN' };
    expect(repairWorld('TESTED').refusal('qa', 'repair.dispose', repairId, raw)).toBe('G-RT-1');
    expect(repairWorld('RETESTED', { retestResult: 'PASS' }).refusal('qa', 'repair.dispose', repairId, raw)).toBe('G-RT-1');
    expect(repairWorld('RETESTED', { retestResult: 'PASS', dispositionAsked: 'STOCK_IN' }).refusal('qa', 'repair.dispose', repairId, raw)).toBeNull();
  });

  it('G-RT-2, G-RT-3: a defect needs its number, scrap its approval', () => {
    expect(repairWorld('TESTED').refusal('qa', 'repair.dispose', repairId, { disposition: 'DESIGN_DEFECT' })).toBe('G-RT-2');
    expect(repairWorld('TESTED').refusal('qa', 'repair.dispose', repairId, { disposition: 'SCRAP' })).toBe('G-RT-3');
  });

  it('a customer’s own unit is never stocked without consent', () => {
    const world = repairWorld('TESTED', { returnKind: 'CUSTOMER_SEND_IN', qaResult: 'PASS', dispositionAsked: 'STOCK_IN' });
    expect(world.refusal('qa', 'repair.dispose', repairId, { disposition: 'STOCK_IN' })).toBe('R-234');
    expect(world.refusal('qa', 'repair.dispose', repairId, { disposition: 'STOCK_IN', customerConsent: '客户短信 2026-03-11' })).toBeNull();
  });

  it('RT-10, RT-11: ten working days after it was due an item is missing, and can still be found', () => {
    const world = repairWorld('EXPECTED', { dueBack: localDate('2026-03-11') });
    world.at('2026-03-25 08:00').run('system', 'repair.markMissing', '');
    expect(world.get(repairOrders, repairId).status).toBe('EXPECTED');
    world.at('2026-03-26 08:00').run('system', 'repair.markMissing', '');
    expect(world.get(repairOrders, repairId).status).toBe('MISSING');
    world.run('eng', 'repair.sendBack', repairId, { carrier: '顺丰', trackingNo: 'SF3' });
    expect(world.get(repairOrders, repairId).status).toBe('IN_TRANSIT');
  });

  it('RT-12, A-08: a waiver needs supervisor and manager', () => {
    const world = repairWorld('EXPECTED');
    world.run('clk', 'repair.askWaiver', repairId, { reason: '现场已损毁无法取回' });
    world.run('sup', 'approval.decide', 'SP-000001', { decision: 'APPROVED' });
    expect(world.get(repairOrders, repairId).status).toBe('EXPECTED');
    world.run('tsm', 'approval.decide', 'SP-000002', { decision: 'APPROVED' });
    expect(world.get(repairOrders, repairId).status).toBe('CANCELLED');
  });
});
