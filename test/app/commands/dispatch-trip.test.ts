import { acceptances, approvals, contacts, contactAttempts, customers, dispatchOrders, itinerary, partsRequests, products, repairOrders, settings, shipments, siteReports, skills, slaClocks, tickets, tripReports } from '../../../sheets-templates';
import { closingTables, papersOfTicket } from '../../../src/app/commands/tickets/end';
import { closingRefusal } from '../../../src/tickets';
import { instant } from '../../../src/terms';
import { makeContact, makeCustomer, makeProduct, makeSkill, makeTicket } from '../make-rows';
import { only, start } from '../../deadlines/office';
import { World } from '../world';

const ticketId = 'TK-20260303-001';
const plan = { leadEngineer: 'ST-006', planDepart: '2026-03-04 08:00', planArrive: '2026-03-04 10:00', planReturn: '2026-03-05', travelMode: 'COACH', workContent: '更换断路器' };

const ready = (): World => new World().add(tickets, makeTicket()).add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'));

const pending = (world: World, docType: string): string => world.all(approvals).find((row) => row.docType === docType && row.status === 'PENDING')?.approvalId ?? 'none';

/** Everything up to the working day on site. */
const onSite = (): { readonly world: World; readonly orderId: string } => {
  const world = ready();
  const orderId = world.run('sup', 'dispatch.draft', ticketId, plan);
  world.run('sup', 'dispatch.submit', orderId);
  world.at('2026-03-03 10:00').run('tsm', 'approval.decide', pending(world, 'DISPATCH'), { decision: 'APPROVED' });
  world.at('2026-03-03 10:10').run('eng', 'dispatch.accept', orderId);
  world.at('2026-03-03 15:00').run('eng', 'dispatch.prepare', orderId, { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'] });
  world.run('eng', 'dispatch.previsit', orderId, { outcome: 'REACHED', channel: 'PHONE' });
  world.at('2026-03-04 08:00').run('eng', 'dispatch.depart', orderId);
  world.at('2026-03-04 10:20').run('eng', 'field.arrive', orderId, { arrivedAt: '2026-03-04 10:00', siteStatus: '断路器烧损', lodgingPlace: '某宾馆', contactPhone: '13900000000', toldSales: true, toldOwner: true });
  return { world, orderId };
};

test('S-01, R-186, R-251: a talk before the visit is the first contact where nobody had spoken yet; one that nobody answered is not', () => {
  const running = only(start('received', { at: instant('2026-03-03 09:10'), objectType: 'TICKET', objectId: ticketId, severity: 'C' }), 'S-01');
  const world = ready().add(slaClocks, running);
  const orderId = world.run('sup', 'dispatch.draft', ticketId, plan);
  world.run('sup', 'dispatch.submit', orderId);
  world.at('2026-03-03 09:40').run('tsm', 'approval.decide', pending(world, 'DISPATCH'), { decision: 'APPROVED' });
  world.run('eng', 'dispatch.accept', orderId);
  world.at('2026-03-03 09:50').run('eng', 'dispatch.previsit', orderId, { outcome: 'NO_ANSWER', channel: 'PHONE' });
  expect(world.get(slaClocks, running.clockId)).toMatchObject({ result: 'RUNNING', stopAt: null });
  world.at('2026-03-03 10:05').run('eng', 'dispatch.previsit', orderId, { outcome: 'REACHED', channel: 'PHONE', at: '2026-03-03 10:00' });
  expect(world.get(slaClocks, running.clockId)).toMatchObject({ result: 'MET', stopAt: instant('2026-03-03 10:00') });
});

describe('a trip from the first draft to the closed order', () => {
  const { world, orderId } = onSite();

  it('TK-8, TK-11, R-185, AMB-09: the accepted order dispatches the ticket, arrival puts it on site', () => {
    expect(orderId).toBe('PG-20260303-01');
    expect(world.get(tickets, ticketId)).toMatchObject({ status: 'ON_SITE', engineerLead: 'ST-006' });
    expect(world.get(dispatchOrders, orderId)).toMatchObject({ status: 'WORKING', consentId: 'DC-20260304', arrivedAt: instant('2026-03-04 10:00') });
  });

  it('S-18, S-19, S-10: each step stops the clock of the step before', () => {
    const results = Object.fromEntries(world.all(slaClocks).map((clock) => [clock.ruleId, clock.result]));
    expect(results).toMatchObject({ 'S-18': 'MET', 'S-19': 'MET', 'S-10': 'MET', 'S-11': 'RUNNING' });
  });

  it('N-12 … N-18: consent, order, copy, customer, arrival', () => {
    const codes = world.notices().map((notice) => `${notice.code}>${notice.toStaff ?? 'CUS'}`);
    expect(codes).toEqual(expect.arrayContaining(['N-12>ST-003', 'N-13>ST-006', 'N-14>ST-005', 'N-60>CUS', 'N-18>CUS', 'N-18>ST-004', 'N-18>ST-011']));
  });

  it('9.4: no notice to colleagues holds the customer’s phone or name', () => {
    for (const notice of world.notices().filter(({ toStaff }) => toStaff !== null)) {
      const text = `${notice.subject}${JSON.stringify(notice.body)}`;
      expect(text).not.toContain('13812345678');
      expect(text).not.toContain('王先生');
    }
  });

  it('R-269: the itinerary has a row for each planned day', () => {
    expect(world.all(itinerary).map(({ rowId, status, overnightCity, allowanceDay, inCompanyCityOnly }) => [rowId, status, overnightCity, allowanceDay, inCompanyCityOnly])).toEqual([
      ['ST-006/2026-03-04', 'ON_SITE', '昆山', true, false],
      ['ST-006/2026-03-05', 'ON_SITE', null, true, false],
    ]);
  });

  it('R-188, R-229: parts go out and the old part is expected back', () => {
    const requestId = world.at('2026-03-04 11:00').run('eng', 'parts.submit', orderId, {
      reason: '断路器烧损', shipTo: '昆山', consignee: '甲', consigneePhone: '13900000000', neededBy: '2026-03-05 12:00', waitForParts: true,
      lines: [{ itemKind: 'FINISHED', itemName: '断路器', spec: 'NSX100', qty: '1', unit: '只', whyReplace: '触头烧损' }],
    });
    expect(world.get(tickets, ticketId).holdStatus).toBe('WAIT_PARTS');
    world.run('clk', 'parts.forward', requestId);
    world.run('tsm', 'approval.decide', pending(world, 'PARTS_REQUEST'), { decision: 'APPROVED' });
    world.run('prd', 'parts.leadTime', requestId, { promisedShipDate: '2026-03-04' });
    world.run('prd', 'parts.start', requestId);
    world.run('prd', 'parts.done', requestId, { packed: true });
    world.run('ops', 'parts.ship', requestId, { carrier: '顺丰', trackingNo: 'SF1', eta: '2026-03-05' });
    world.at('2026-03-05 09:00').run('eng', 'parts.receive', requestId, { condition: 'GOOD' });
    expect(world.get(tickets, ticketId).holdStatus).toBe('NONE');
    world.run('eng', 'parts.use', requestId);
    expect(world.get(partsRequests, requestId).status).toBe('CLOSED');
    expect(world.all(repairOrders)).toMatchObject([{ status: 'EXPECTED', dueBack: '2026-03-10', requestLine: `${requestId}/1` }]);
    expect(world.all(slaClocks).some(({ ruleId }) => ruleId === 'S-23')).toBe(false);
  });

  it('R-274: the daily report of a date stops its own S-11 only', () => {
    world.at('2026-03-05 09:30').run('eng', 'field.daily', orderId, { reportDate: '2026-03-04', siteStatus: '已拆检', progressPct: '60', effect: '待件' });
    const days = world.all(slaClocks).filter(({ ruleId }) => ruleId === 'S-11').map(({ cycle, result }) => [cycle, result]);
    expect(days).toEqual([['2026-03-04', 'BREACHED_DONE'], ['2026-03-05', 'RUNNING']]);
  });

  it('R-275, G-TK-10: a problem asks the supervisor, whose answer reaches the engineer; until then the ticket cannot close', () => {
    world.run('eng', 'field.daily', orderId, { siteStatus: '安装中', progressPct: '80', effect: '尚可', problems: '型号不符', needHelp: true });
    const report = world.all(siteReports).at(-1)?.reportId ?? '';
    expect(world.notices('N-20').map(({ toStaff }) => toStaff)).toEqual(['ST-004']);
    const keepsOpen = (): boolean => JSON.stringify(closingRefusal(papersOfTicket(world.draft(...closingTables), world.get(tickets, ticketId)))).includes(report);
    expect(keepsOpen()).toBe(true);
    world.run('sup', 'field.answerHelp', report, { answer: '按图纸第 3 页接线' });
    expect([world.get(siteReports, report).supReply, keepsOpen()]).toEqual(['按图纸第 3 页接线', false]);
    expect(world.notices('N-21').map(({ toStaff }) => toStaff)).toEqual(['ST-006']);
  });

  it('S-13, DP-14: leaving needs the pre-leave report, then a signature or a reason', () => {
    expect(world.refusal('eng', 'dispatch.leave', orderId)).toBe('STATE');
    world.at('2026-03-05 14:00').run('eng', 'field.preLeave', orderId, { workResult: '已修复', planReturn: '2026-03-05', toldMarketing: true });
    expect(world.notices('N-19').map(({ toStaff }) => toStaff)).toEqual(['ST-004', 'ST-005', 'ST-011']);
    expect(world.refusal('eng', 'dispatch.leave', orderId)).toBe('DP-14');
    world.at('2026-03-05 15:00').run('eng', 'dispatch.leave', orderId, { unsignedReason: '客户不在场' });
    expect(world.get(itinerary, 'ST-006/2026-03-05').remarks).toContain('客户不在场');
    expect(world.all(acceptances)).toEqual([]);
  });

  it('R-281, S-14, S-23: the return starts the trip report and the return of old parts', () => {
    world.at('2026-03-05 18:00').run('eng', 'dispatch.return', orderId, { note: '已返回' });
    const running = world.all(slaClocks).filter(({ ruleId, result }) => ruleId !== 'S-42' && result === 'RUNNING').map(({ ruleId, dueAt }) => [ruleId, dueAt]);
    expect(running).toEqual([['S-14', instant('2026-03-09 17:30')], ['S-23', instant('2026-03-10 17:30')]]);
    world.run('eng', 'repair.sendBack', world.all(repairOrders)[0]?.repairId ?? '', { carrier: '自带', trackingNo: '-' });
    expect(world.all(shipments).map(({ direction }) => direction)).toEqual(['OUT', 'BACK']);
  });

  it('R-211, R-212, DP-16: the accepted report closes the order and a fault goes to the managers', () => {
    const trip = {
      workDone: '更换断路器', hasEquipmentFault: true, causeCode: 'COMPONENT', rootCause: '断路器触头材料疲劳导致烧损', result: 'SOLVED', resultText: '恢复供电',
      units: [{ model: 'GCS', serialNo: 'sn1001', causeCode: 'COMPONENT', cause: '触头烧损', resolution: '已更换' }],
    };
    const tripId = world.at('2026-03-06 09:00').run('eng', 'field.tripReport', orderId, trip);
    expect(tripId).toBe('TR-20260306-01');
    expect(world.refusal('eng', 'field.acceptTrip', tripId)).toBe('ROLE');
    world.run('clk', 'field.returnTrip', tripId, { reason: '结果说明过短' });
    expect(world.all(slaClocks).filter(({ ruleId, result }) => ruleId === 'S-14' && result === 'RUNNING')).toHaveLength(1);
    world.run('eng', 'field.tripReport', orderId, trip);
    world.run('clk', 'field.acceptTrip', tripId);
    expect(world.get(dispatchOrders, orderId).status).toBe('CLOSED');
    expect(world.get(tripReports, tripId)).toMatchObject({ status: 'DISTRIBUTED', distributedTo: ['ST-001', 'ST-002', 'ST-003'] });
    expect(world.get(tickets, ticketId).causeCode).toBe('COMPONENT');
    expect(world.notices('N-22').map(({ toStaff }) => toStaff)).toEqual(['ST-001', 'ST-002', 'ST-003']);
    expect(world.all(contactAttempts)).toHaveLength(1);
  });
});

describe('sla.daily.min_per_day: how many daily reports a day on site wants', () => {
  const report = { siteStatus: '已拆检', progressPct: '60', effect: '待件' };
  const begun = (value: string) => {
    const { world, orderId } = onSite();
    world.add(settings, { settingId: 'CS-9001', key: 'sla.daily.min_per_day', value, unit: 'count', origin: 'SOURCE', effectiveFrom: instant('2026-03-04 10:30') });
    return { world, orderId };
  };
  const day = (world: World, date: string) => world.all(slaClocks).find((clock) => clock.ruleId === 'S-11' && clock.cycle === date)?.result;

  it('S-11, sla.daily.min_per_day = 2: the second report of the day ends it, one leaves it open', () => {
    const { world, orderId } = begun('2');
    world.at('2026-03-04 12:00');
    expect(JSON.stringify(world.ask('eng', 'field.daily', orderId, report))).toContain('当日还需 1 份');
    world.run('eng', 'field.daily', orderId, report);
    expect(day(world, '2026-03-04')).toBe('RUNNING');
    world.at('2026-03-04 17:00').run('eng', 'field.daily', orderId, report);
    expect(day(world, '2026-03-04')).toBe('MET');
  });

  it('S-11, sla.daily.min_per_day = 0: later days want none', () => {
    const { world, orderId } = begun('0');
    world.set(dispatchOrders, orderId, { arrivedAt: instant('2026-03-04 10:40') });
    world.at('2026-03-05 12:00').run('eng', 'field.daily', orderId, report);
    expect(day(world, '2026-03-05')).toBeUndefined();
  });
});
