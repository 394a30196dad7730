import { contracts, installed, products, settings, slaClocks, tickets, type Contract, type InstalledUnit, type Product, type Ticket } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { exclusions } from '../../../src/charges';
import { localDate, instant } from '../../../src/terms';
import given from '../../cases/warranty.json';
import { makeProduct, makeTicket } from '../make-rows';
import { World } from '../world';

/** Requests as the clerk takes them down, over the papers that a test is about: who pays is on the ticket when it is registered. */

const call: RawInput = {
  channel: 'PHONE', sourceParty: 'CUSTOMER', customerName: '苏州某厂', contactName: '李女士', phone: '13900001111', email: 'li@example.org', siteCity: '苏州', siteAddress: '工业园区 8 号', projectName: '某厂二期', modelText: 'GCS',
  serialText: 'SN2002', serviceType: 'REPAIR', faultDesc: '进线柜断路器跳闸', impactDanger: 'NO', impactWide: 'NO', impactLocal: 'NO', impactCommissioning: 'NO', truth: true, privacy: 'true',
};

const unit = (more: Partial<InstalledUnit> = {}): InstalledUnit => ({
  equipId: 'EQ-00001', serialNo: 'SN2002', productId: 'PR-GCS', customerId: 'CU-00001', contractId: null, siteAddress: null, siteCity: null, deliveredDate: null, commissionedDate: null, invoicedDate: null,
  warrantyStart: null, warrantyEnd: null, warrantySource: 'UNKNOWN', qrToken: 'q', replacedBy: null, faultCount12m: null, status: 'IN_USE', ...more,
});

const contract = (more: Partial<Contract> = {}): Contract => ({
  contractId: 'CN-00001', customerId: 'CU-00001', projectName: '某厂二期', contractRef: null, signedDate: null, chargePolicy: 'WARRANTY_BASED', warrantyBasis: 'DELIVERY',
  warrantyStart: null, warrantyMonths: null, warrantyEnd: null, designInstitute: null, rdPm: null, file: null, ...more,
});

interface Papers {
  readonly units?: readonly Partial<InstalledUnit>[];
  readonly contract?: Partial<Contract>;
  readonly product?: Partial<Product>;
  readonly settings?: Readonly<Record<string, string>>;
}

const office = ({ units = [{}], contract: sold, product = {}, settings: set = {} }: Papers): World => {
  const world = new World().add(products, makeProduct(product)).add(installed, ...units.map((one) => unit({ contractId: sold === undefined ? null : 'CN-00001', ...one })));
  if (sold !== undefined) world.add(contracts, contract(sold));
  Object.entries(set).forEach(([key, value], index) => world.add(settings, { settingId: `SET-${index}`, key, value, unit: '', origin: 'ADDED', effectiveFrom: instant('2020-01-01 00:00') }));
  return world;
};

const registered = (world: World, moment: string, more: RawInput = {}): Ticket =>
  world.get(tickets, world.at(moment).run('clk', 'ticket.take', '', { ...call, ...more }));

const paysFrom = (papers: Papers, moment: string, more: RawInput = {}): string => registered(office(papers), moment, more).chargeStatus;

const day = localDate;

describe('the warranty end of a registered request (7.1)', () => {
  test.each([
    ['7.1 no. 1, R-242: an end written in the contract wins over start and months', { contract: { warrantyEnd: day('2026-03-04'), warrantyStart: day('2020-01-01'), warrantyMonths: 12 } }],
    ['7.1 no. 1: contract start and months come before the product', { contract: { warrantyStart: day('2024-03-04'), warrantyMonths: 24 }, product: { defaultWarrantyMonths: 12 } }],
    ['7.1 no. 1: the product default counts from delivery', { units: [{ deliveredDate: day('2025-03-04') }], product: { defaultWarrantyMonths: 12 } }],
    ['R-002, R-020, war.physio_months: physiotherapy products have three years without any other paper', { units: [{ deliveredDate: day('2023-03-04') }], product: { productLine: 'PHYSIO' } }],
    ['7.1 no. 2: delivery is the basis unless the contract names another', { contract: { warrantyMonths: 12 }, units: [{ deliveredDate: day('2025-03-04'), commissionedDate: day('2020-01-01'), invoicedDate: day('2020-01-01') }] }],
    ['7.1 no. 2: the invoice counts where delivery is not on file', { contract: { warrantyMonths: 12 }, units: [{ invoicedDate: day('2025-03-04') }] }],
    ['7.1 no. 2: commissioning, where the contract says so', { contract: { warrantyBasis: 'COMMISSIONING', warrantyMonths: 12 }, units: [{ deliveredDate: day('2020-01-01'), commissionedDate: day('2025-03-04') }] }],
    ['7.1 no. 2: the invoice, where the contract says so', { contract: { warrantyBasis: 'INVOICE', warrantyMonths: 12 }, units: [{ deliveredDate: day('2020-01-01'), invoicedDate: day('2025-03-04') }] }],
    ['7.1 no. 5: a replacement keeps the end of the unit that was sold, however often it was replaced', { product: { defaultWarrantyMonths: 12 }, units: [{ deliveredDate: day('2026-02-01') }, { equipId: 'EQ-2', serialNo: 'A', replacedBy: 'EQ-00001', deliveredDate: day('2025-09-01') }, { equipId: 'EQ-3', serialNo: 'B', replacedBy: 'EQ-2', deliveredDate: day('2025-03-04') }] }],
  ] as const)('%s', (_what, papers) => {
    // The last covered day is 4 March 2026 in every row: covered until its 24:00, no longer on the next (7.1 no. 3).
    expect([paysFrom(papers, '2026-03-04 23:59'), paysFrom(papers, '2026-03-05 00:00')]).toEqual(['FREE', 'QUOTING']);
  });

  test('7.1 no. 3, AMB-15, war.inclusive: with the setting off the day before is the last', () => {
    const papers = { units: [{ deliveredDate: day('2023-03-04') }], product: { productLine: 'PHYSIO' }, settings: { 'war.inclusive': 'N' } } as const;
    expect([paysFrom(papers, '2026-03-03 23:59'), paysFrom(papers, '2026-03-04 00:00')]).toEqual(['FREE', 'QUOTING']);
  });

  test('war.physio_months: another length, from the setting', () => {
    const papers = { units: [{ deliveredDate: day('2025-03-04') }], product: { productLine: 'PHYSIO' }, settings: { 'war.physio_months': '12' } } as const;
    expect([paysFrom(papers, '2026-03-04 12:00'), paysFrom(papers, '2026-03-05 12:00')]).toEqual(['FREE', 'QUOTING']);
  });

  test('war.replaced_keeps_end off: a replacement starts anew, and a contract that names an end prevails in any case', () => {
    const units = [{ deliveredDate: day('2026-02-01') }, { equipId: 'EQ-2', serialNo: 'A', replacedBy: 'EQ-00001', deliveredDate: day('2024-01-01') }];
    expect(paysFrom({ units, product: { defaultWarrantyMonths: 12 } }, '2026-03-05 09:00')).toBe('QUOTING');
    expect(paysFrom({ units, product: { defaultWarrantyMonths: 12 }, settings: { 'war.replaced_keeps_end': 'N' } }, '2026-03-05 09:00')).toBe('FREE');
    expect(paysFrom({ units: [units[0] ?? {}, { ...units[1], warrantyEnd: day('2025-01-01') }], contract: { warrantyEnd: day('2027-01-01') } }, '2026-03-05 09:00')).toBe('FREE');
  });

  test('links between replacements that run in a circle are no endless way', () => {
    expect(paysFrom({ units: [{ replacedBy: 'EQ-2', deliveredDate: day('2026-02-01') }, { equipId: 'EQ-2', serialNo: 'A', replacedBy: 'EQ-00001' }], product: { defaultWarrantyMonths: 12 } }, '2026-03-05 09:00')).toMatch(/FREE|DECISION_PENDING/);
  });

  test('7.1 no. 4, AMB-16: when the company was told counts, not when it was written down or somebody comes', () => {
    const papers = { units: [{ deliveredDate: day('2023-03-04') }], product: { productLine: 'PHYSIO' } } as const;
    expect(paysFrom(papers, '2026-03-06 10:00', { receivedAt: '2026-03-04 23:50' })).toBe('FREE');
    expect(paysFrom(papers, '2026-03-06 10:00', { receivedAt: '2026-03-05 00:10' })).toBe('QUOTING');
  });
});

const covered = { contract: { warrantyEnd: day('2027-01-01') } } as const;
const ended = { contract: { warrantyEnd: day('2021-01-01') } } as const;
const before = makeTicket({ ticketId: 'TK-20260201-001', serialText: 'SN2002', receivedAt: instant('2026-02-01 08:00'), acceptedAt: instant('2026-02-20 08:00'), status: 'CLOSED' });

describe('who pays for a registered request (7.2, R-241, 3.2 evaluate)', () => {
  test('W1, R-108, AMB-13: where the company bears the cost by contract or product, even after the end and for a repeat', () => {
    expect(paysFrom({ contract: { warrantyEnd: day('2021-01-01'), chargePolicy: 'COMPANY_BEARS' } }, '2026-03-05 09:00')).toBe('FREE');
    expect(paysFrom({ product: { chargePolicy: 'COMPANY_BEARS' } }, '2026-03-05 09:00')).toBe('FREE');
    expect(paysFrom({}, '2026-03-05 09:00')).toBe('DECISION_PENDING');
  });

  test('W2: advice by remote means is free, whatever the warranty', () => {
    expect(registered(office(ended), '2026-03-05 09:00', { serviceType: 'CONSULT' })).toMatchObject({ chargeStatus: 'FREE', slaProfile: 'CONSULT' });
    expect(registered(office({}), '2026-03-05 09:00', { serviceType: 'USAGE' })).toMatchObject({ chargeStatus: 'FREE', slaProfile: 'CONSULT' });
  });

  test('W3, tk.repeat_days, AMB-42: the same unit within 30 days of acceptance waits for the manager, in or out of warranty; on day 31 not', () => {
    for (const papers of [covered, ended]) {
      const world = office(papers).add(tickets, before);
      expect(registered(world, '2026-03-05 09:00')).toMatchObject({ repeatOf: before.ticketId, chargeStatus: 'DECISION_PENDING', chargeType: null });
      expect(world.all(slaClocks).some((clock) => clock.ruleId === 'S-38')).toBe(true);
    }
    expect(registered(office(ended).add(tickets, before), '2026-03-24 09:00')).toMatchObject({ repeatOf: null, chargeStatus: 'QUOTING' });
    expect(registered(office({ ...ended, settings: { 'tk.repeat_days': '40' } }).add(tickets, before), '2026-03-24 09:00')).toMatchObject({ repeatOf: before.ticketId });
  });

  test('W4, AMB-17: nothing on file, the manager decides within S-38; class C then holds', () => {
    const world = office({});
    const ticket = registered(world, '2026-03-05 09:00');
    expect(ticket).toMatchObject({ warrantyResult: 'UNKNOWN', chargeStatus: 'DECISION_PENDING' });
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-38')).toMatchObject([{ dueAt: instant('2026-03-09 17:30'), result: 'RUNNING' }]);
    world.run('sup', 'ticket.logContact', ticket.ticketId, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已了解' });
    world.run('sup', 'ticket.classify', ticket.ticketId, { severity: 'C' });
    expect(world.get(tickets, ticket.ticketId).holdStatus).toBe('WAIT_LIABILITY');
  });

  test('W5, R-021, R-122: after the end it is paid, the quote is due by S-37, and no free limits are promised', () => {
    const world = office(ended);
    expect(registered(world, '2026-03-05 09:00')).toMatchObject({ warrantyResult: 'OUT_OF_WARRANTY', chargeStatus: 'QUOTING', chargeType: 'PAID', slaProfile: 'PAID_AGREEMENT' });
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-37')).toMatchObject([{ dueAt: instant('2026-03-06 09:00') }]);
  });

  test('W6, 7.3: a suspected exclusion on a free ticket opens the decision of three', () => {
    const world = office(covered);
    const { ticketId } = registered(world, '2026-03-05 09:00');
    world.run('sup', 'liability.open', ticketId, { trigger: 'EXCLUSION', causeCode: 'TRANSPORT_DAMAGE', facts: '柜体倾倒，风险在承运人', evidence: '签收照片' });
    expect(world.get(tickets, ticketId)).toMatchObject({ chargeStatus: 'DECISION_PENDING', causeCode: 'TRANSPORT_DAMAGE' });
    expect(world.refusal('tsm', 'ticket.decideCharge', ticketId, { outcome: 'FREE', reason: '就这样定了' })).toBe('A-11');
  });

  test('W7: in warranty and no exclusion, free', () => {
    expect(registered(office(covered), '2026-03-05 09:00')).toMatchObject({ warrantyResult: 'IN_WARRANTY', chargeStatus: 'FREE', chargeType: 'FREE', slaProfile: 'STANDARD' });
  });
});

describe('the worked cases of 7.6 as requests that are really registered', () => {
  const open = { FREE: 'FREE', DECIDE: 'DECISION_PENDING', PAID: 'QUOTING' } as Readonly<Record<string, string>>;

  test.each(given.warranty.map((vector) => [vector.id, vector] as const))('%s', (id, { args, outcome }) => {
    const sold: Papers = args.end !== undefined ? { contract: { warrantyEnd: day(args.end) } } : args.start !== undefined ? { units: [{ deliveredDate: day(args.start) }], product: { defaultWarrantyMonths: args.months ?? null } } : {};
    const world = office(sold);
    const reported = `${args.reported} ${id === 'WV-03' ? '23:50' : '10:00'}`;
    const earlier = new Date(Date.parse(`${args.reported}T00:00:00Z`) - 12 * 86400000).toISOString().slice(0, 10);
    if (args.repeat === true) world.add(tickets, { ...before, receivedAt: instant(`${earlier} 08:00`), acceptedAt: instant(`${earlier} 16:00`) });
    const { ticketId } = registered(world, reported, { serviceType: args.stype ?? 'REPAIR' });
    // Causes are suspected after the call or found on site; the supervisor then puts the question.
    if (exclusions.some((cause) => cause === args.cause)) world.run('sup', 'liability.open', ticketId, { trigger: 'EXCLUSION', causeCode: args.cause ?? '', facts: '现场照片与签收单', evidence: '照片' });
    expect(world.get(tickets, ticketId).chargeStatus).toBe(open[outcome]);
  });
});
