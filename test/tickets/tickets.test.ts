import fc from 'fast-check';
import { ticketStatus, type DutyShiftRow, type ManagerReport } from '../../sheets-templates';
import {
  classNeedsContact, closingRefusal, findCustomer, findUnit, isLowerClass, isUnknown, isUsualPhone, loweringNeeds, lowerClassNeedsReason, mayReopen, nextStep, onDuty, plainPhone,
  possibleDuplicates, repeatedTicket, reportAddressees, stageOf, stages, stillToReport, ticketTransitions, workingClass, type TicketPapers,
} from '../../src/tickets';
import { instant, localDate } from '../../src/terms';
import { company, makeContact, makeCustomer, makeOrder, makePartsLine, makePartsRequest, makeRepair, makeStaff, makeTicket } from '../app/make-rows';

describe('3.1 states and stages', () => {
  test('every row of the table starts and ends in known states and has somebody to fire it', () => {
    for (const row of ticketTransitions) {
      for (const status of [...(row.from ?? []), ...(row.to === null ? [] : [row.to])]) expect(Object.keys(ticketStatus)).toContain(status);
      expect(row.actors.length).toBeGreaterThan(0);
    }
  });

  test('ended states lead nowhere', () => {
    const from = ticketTransitions.flatMap((row) => row.from ?? []);
    for (const ended of ['ARCHIVED', 'CANCELLED', 'REFUSED', 'MERGED'] as const) expect(from).not.toContain(ended);
  });

  test('R-170: every state but the abandoned ones has one of five stages, and words for what comes next', () => {
    expect(stages).toHaveLength(5);
    for (const status of Object.keys(ticketStatus) as (keyof typeof ticketStatus)[]) {
      expect(nextStep(status).zh).not.toBe('');
      expect(stageOf(status) === null).toBe(['CANCELLED', 'REFUSED', 'MERGED'].includes(status));
    }
  });
});

describe('4.2 classes', () => {
  test.each([['A', 'B', 'approval'], ['A', 'C', 'approval'], ['B', 'C', 'reason'], ['C', 'A', 'nothing'], ['B', 'A', 'nothing'], [null, 'C', 'nothing'], ['A', 'A', 'nothing']] as const)(
    'A-04: from %s to %s needs %s', (from, to, needs) => { expect(loweringNeeds(from, to)).toBe(needs); });

  test('G-TK-6: a lower class without a reason is refused with the way to the sidebar', () => {
    const refused = lowerClassNeedsReason('B', 'C', '');
    expect(refused?.code).toBe('G-TK-6');
    expect(refused?.words.zh).toContain('侧边栏');
    expect(lowerClassNeedsReason('B', 'C', '客户确认不影响生产')).toBeNull();
    expect(lowerClassNeedsReason(null, 'C', '')).toBeNull();
  });

  test('G-TK-5: class C waits for a contact, A and B do not', () => {
    expect(classNeedsContact('C', false)?.code).toBe('G-TK-5');
    expect(classNeedsContact('C', true)).toBeNull();
    expect(classNeedsContact('A', false)).toBeNull();
  });

  test('the provisional class works until the supervisor decides', () => {
    expect(workingClass({ severity: null, severityClaimed: 'A' })).toBe('A');
    expect(workingClass({ severity: 'C', severityClaimed: 'A' })).toBe('C');
    expect(isLowerClass('C', null)).toBe(false);
  });
});

describe('matching of customers and units', () => {
  test.each([['+86 138-1234-5678', '13812345678'], ['0086 13812345678', '13812345678'], ['0512-5550111', '05125550111']])('%s is read as %s', (written, plain) => { expect(plainPhone(written)).toBe(plain); });
  test.each([['13812345678', true], ['021-55501234', true], ['0512-5550111', true], ['0512-5550111-802', true], ['400-820-1234', true], ['12345', false], ['+49 30 123456', false]])('10.1: %s looks usual: %s', (phone, usual) => { expect(isUsualPhone(phone)).toBe(usual); });
  test.each(['无', '不清楚', ' 不详 ', 'unknown', 'N/A', ''])('"%s" names nothing', (text) => { expect(isUnknown(text)).toBe(true); });

  test('spaces, dashes and case of a serial number do not matter; an unknown one finds nothing', () => {
    const unit = { equipId: 'EQ-1', serialNo: 'SN-1001 a', productId: '', customerId: '', contractId: null, siteAddress: null, siteCity: null, deliveredDate: null, commissionedDate: null, invoicedDate: null, warrantyStart: null, warrantyEnd: null, warrantySource: 'UNKNOWN' as const, qrToken: '', replacedBy: null, faultCount12m: null, status: 'IN_USE' as const };
    expect(findUnit([unit], 'sn1001A')?.equipId).toBe('EQ-1');
    expect(findUnit([{ ...unit, serialNo: '不清楚' }], '不清楚')).toBeUndefined();
  });

  test('a customer is found by a contact\'s phone before a name; on a shared phone the name decides; erased ones are not found', () => {
    const one = makeCustomer();
    const two = makeCustomer({ customerId: 'CU-00002', name: '上海某医院', phone: '021-55501111' });
    expect(findCustomer([one, two], [makeContact()], '138 1234 5678', '上海某医院')?.customerId).toBe('CU-00001');
    expect(findCustomer([one, two], [makeContact(), makeContact({ contactId: 'CT-2', customerId: 'CU-00002' })], '13812345678', '上海某医院')?.customerId).toBe('CU-00002');
    expect(findCustomer([one, two], [], '13900000000', '上海 某医院')?.customerId).toBe('CU-00002');
    expect(findCustomer([{ ...one, piiStatus: 'ERASED' }], [makeContact()], '13812345678', '昆山某厂')).toBeUndefined();
  });

  test('TK-1: tickets of a week with the same serial or contact are possible duplicates', () => {
    const ticket = makeTicket({ ticketId: 'TK-20260310-001', receivedAt: instant('2026-03-10 08:00') });
    const same = makeTicket({ reporterContact: 'CT-9' });
    expect(possibleDuplicates([ticket, same], ticket, 7)).toEqual([same]);
    expect(possibleDuplicates([ticket, makeTicket({ receivedAt: instant('2026-03-02 23:59') })], ticket, 7)).toEqual([]);
    expect(possibleDuplicates([ticket, makeTicket({ serialText: '不清楚', reporterContact: 'CT-9' })], { ...ticket, serialText: '不清楚' }, 7)).toEqual([]);
    expect(possibleDuplicates([ticket, { ...same, status: 'CANCELLED' }], ticket, 7)).toEqual([]);
  });

  test('AMB-42: the same serial within 30 days of acceptance is proposed as a repeat', () => {
    const earlier = makeTicket({ acceptedAt: instant('2026-03-01 10:00'), status: 'CLOSED' });
    expect(repeatedTicket([earlier], 'SN 1001', instant('2026-03-31 23:00'), 30)).toEqual(earlier);
    expect(repeatedTicket([earlier], 'SN1001', instant('2026-04-01 00:00'), 30)).toBeUndefined();
  });
});

describe('R-163 duty roster', () => {
  const shift = (date: string, shift: DutyShiftRow['shift'], primary: string): DutyShiftRow => ({ dutyId: `${date}${shift}`, date: localDate(date), shift, primary, backup: `${primary}-b`, phone: '1', acknowledgedAt: null });
  const roster = [shift('2026-03-03', 'DAY', 'day'), shift('2026-03-03', 'NIGHT', 'night'), shift('2026-03-05', 'FULL', 'full')];
  test.each([['2026-03-03 08:30', 'day'], ['2026-03-03 17:29', 'day'], ['2026-03-03 17:30', 'night'], ['2026-03-04 08:29', 'night'], ['2026-03-04 08:30', undefined], ['2026-03-05 23:00', 'full'], ['2026-03-03 08:29', undefined]])('at %s: %s', (moment, primary) => {
    expect(onDuty(roster, instant(moment))?.primary).toBe(primary);
  });
});

describe('R-256, R-259 whom to report to', () => {
  const people = [...Object.values(company), makeStaff('ST-020', '副总乙', ['DGM'])];
  test('class A: GM, every executive deputy and every deputy, each once', () => {
    expect(reportAddressees('A', people, ['DGM']).map(({ member }) => member.staffId)).toEqual(['ST-001', 'ST-002', 'ST-020']);
  });
  test('class B: the deputies; the executive deputy where no deputy is', () => {
    expect(reportAddressees('B', people, ['DGM']).map(({ member }) => member.staffId)).toEqual(['ST-002', 'ST-020']);
    expect(reportAddressees('B', [company.gm, makeStaff('ST-030', '常务副总', ['EDGM'])], ['DGM']).map(({ member }) => member.staffId)).toEqual(['ST-030']);
    expect(reportAddressees('C', people, ['DGM'])).toEqual([]);
  });
  test('who was told is not asked again; another kind of report does not count', () => {
    const report = (kind: ManagerReport['kind']): ManagerReport => ({ reportId: 'MR-1', ticketId: 'T', kind, toStaff: 'ST-001', toRole: 'GM', channel: 'PHONE', at: instant('2026-03-03 09:20'), summary: '', acknowledgedAt: null, recordedAt: instant('2026-03-03 09:20') });
    const required = reportAddressees('A', people, []);
    expect(stillToReport(required, [report('A_IMMEDIATE')], 'A_IMMEDIATE')).toHaveLength(2);
    expect(stillToReport(required, [report('B_ONE_HOUR')], 'A_IMMEDIATE')).toHaveLength(3);
  });
});

describe('G-TK-10 closing', () => {
  const ticket = makeTicket({ status: 'ACCEPTED' });
  const complete: TicketPapers = {
    liabilities: [], receivables: [], surveys: [],
    ticket, trips: [], tasks: [], helps: [], requests: [], lines: [], repairs: [], orders: [makeOrder({ status: 'CLOSED' })],
    acceptances: [{ acceptanceId: 'AC-0001', ticketId: ticket.ticketId, orderId: null, workSummary: '', partsReplaced: null, functionTest: 'PASS', explained: true, advice: '', chargeSummary: null, signerName: '王', signerPhoneLast4: null, method: 'PAPER', evidence: 'x', result: 'ACCEPTED', rejectReason: null, signedAt: instant('2026-03-05 10:00'), remindCount: 0 }],
  };
  test('nothing missing: it closes', () => { expect(closingRefusal(complete)).toBeNull(); });

  test('everything that is missing is told at once, with who provides it', () => {
    const refused = closingRefusal({
      ...complete, acceptances: [], ticket: { ...ticket, chargeStatus: 'QUOTING' }, orders: [makeOrder({ status: 'WORKING' })], requests: [makePartsRequest()],
      lines: [makePartsLine({ qtyUsed: 1 })], repairs: [],
    });
    expect(refused?.code).toBe('G-TK-10');
    for (const part of ['验收单', 'PG-20260303-01', 'WH-20260304-01', '旧件', '报价', '工程师', '主管']) expect(refused?.words.zh).toContain(part);
  });

  test('R-229: a replaced item must be on its way, or waived', () => {
    const used = { ...complete, requests: [makePartsRequest({ status: 'CLOSED' })], lines: [makePartsLine({ qtyUsed: 1 })] };
    expect(closingRefusal({ ...used, repairs: [makeRepair()] })?.words.zh).toContain('WX-20260305-01');
    expect(closingRefusal({ ...used, repairs: [makeRepair({ status: 'IN_TRANSIT' })] })).toBeNull();
    expect(closingRefusal({ ...used, repairs: [makeRepair({ status: 'CANCELLED' })] })).toBeNull();
    expect(closingRefusal({ ...used, lines: [makePartsLine({ qtyUsed: 0 })] })).toBeNull();
  });

  test.each([['FREE', true], ['WAIVED', true], ['SETTLED', true], ['WRITTEN_OFF', true], ['UNDETERMINED', false], ['DECISION_PENDING', false], ['QUOTING', false], ['AGREED', false], ['WORK_DONE_UNPAID', false], ['REFUSED', false]] as const)('R-247: charge %s closes: %s', (chargeStatus, closes) => {
    expect(closingRefusal({ ...complete, ticket: { ...ticket, chargeStatus } }) === null).toBe(closes);
  });
});

test('TK-20: the window to reopen counts calendar days', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
    const closed = instant('2026-01-01 10:00');
    const now = instant(`${new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)} 23:00`);
    expect(mayReopen(makeTicket({ closedAt: closed }), now, 90)).toBe(days <= 90);
  }));
});
