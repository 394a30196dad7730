import { Company, done } from './company';
import { impact, request } from './story';

/** Customers' units whose warranty has ended: 宁波港北物流园 bought XGN23040006 in April 2023, with 24 months. */
const outOfWarranty = { 客户名称: '宁波港北物流园', 联系人: '邵阳', 联系电话: '13900002009', 邮箱: 'shao@customer.example', 设备所在城市: '宁波', 设备地址: '北仑区进港路 300 号', 项目名称: '冷库扩建', 型号规格: 'XGN15-12', 产品编号: 'XGN23040006' };
const customerMail = 'shao@customer.example';

const lines = [
  { head: 'MATERIAL', description: '负荷开关', qty: '1', unitPrice: '2000.00' },
  { head: 'LABOUR', description: '检修人工', qty: '5', unitPrice: '160.00' },
  { head: 'TRAVEL', description: '高铁往返', qty: '1', unitPrice: '200.00' },
];

const checks = ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'];

describe('15.10 a paid repair, from quote to the last fen, on the bundle', () => {
  let company: Company;
  const mail = (role: string): string => company.person(role).email;
  const act = async (role: string, command: string, objectId: string, input = {}): Promise<void> => { done(await company.onDesk(mail(role), command, objectId, input)); };
  const no = async (role: string, command: string, objectId: string, input = {}): Promise<string> => {
    const result = await company.onDesk(mail(role), command, objectId, input);
    if (result.ok) throw new Error(`${command} went through`);
    return result.message.zh;
  };
  const approve = async (role: string, docId: string): Promise<void> => {
    const row = (await company.rows('approvals')).find((one) => String(one['doc_id']).startsWith(docId) && one['status'] === '待批');
    await act(role, 'approval.decide', String(row?.['approval_id']), { decision: 'APPROVED', comment: '' });
  };
  const last = async (table: 'tickets' | 'quotes' | 'serviceAgreements' | 'receivables' | 'payments' | 'dispatchOrders' | 'liabilityDecisions' | 'complaints', key: string): Promise<string> => String((await company.rows(table)).slice(-1)[0]?.[key]);
  const register = async (severity: 'A' | 'C', answers = {}): Promise<string> => {
    await company.sendForm('intake', request({ ...outOfWarranty, ...impact({}), ...answers }));
    const id = await last('tickets', 'ticket_id');
    await act('SUP', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已了解情况' });
    await act('SUP', 'ticket.classify', id, severity === 'A' ? { severity, reason: '人身安全', criteria: ['SAFETY'] } : { severity });
    return id;
  };
  const draftOrder = async (ticketId: string, engineer = 0, daysLater = 0): Promise<string> => {
    await act('SUP', 'ticket.plan', ticketId, { servicePlan: '更换负荷开关', serviceMode: 'ON_SITE' });
    const day = new Date(company.workspace.now() + (9 + 24 * daysLater) * 3600000).toISOString();
    const at = `${day.slice(0, 10)} ${day.slice(11, 16)}`;
    await act('SUP', 'dispatch.draft', ticketId, { leadEngineer: company.person('ENG', engineer).staffId, team: [], planDepart: at, planArrive: at, planReturn: day.slice(0, 10), travelMode: 'COACH', workContent: '更换负荷开关', skillOverrideReason: '熟悉现场' });
    return last('dispatchOrders', 'order_id');
  };
  const pay = async (arId: string, amount: string, reference: string): Promise<void> => {
    await act('CLK', 'payment.record', arId, { amount, paidAt: new Date(company.workspace.now() + 8 * 3600000).toISOString().slice(0, 10), method: 'BANK', reference });
    await act('FIN', 'payment.confirm', await last('payments', 'payment_id'), { decision: 'ARRIVED' });
  };
  const onSite = async (ticketId: string, order: string, engineer = 0): Promise<void> => {
    const go = async (command: string, input = {}): Promise<void> => { done(await company.onDesk(company.person('ENG', engineer).email, command, order, input)); };
    await act('SUP', 'dispatch.submit', order);
    await approve('TSM', order);
    await go('dispatch.accept');
    await go('dispatch.prepare', { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'], notNeededReason: '' });
    await go('dispatch.previsit', { outcome: 'REACHED', channel: 'PHONE', content: '稍后到达' });
    await go('dispatch.depart');
    await company.minutesLater(60);
    const moment = new Date(company.workspace.now() + 8 * 3600000 - 60000).toISOString();
    await company.sendForm('arrival', { 到达时间: `${moment.slice(0, 10)} ${moment.slice(11, 16)}`, 现场情况: '已隔离', 住处: '如家', 现场联系电话: '13900001007', 已知会业务员: ['是'], 已知会业主: ['是'] }, await company.formLink(company.person('ENG', engineer).email, order, '到达'));
    expect((await company.row('tickets', ticketId))['status']).toBe('现场处理');
  };
  const repair = async (ticketId: string, causeCode: string): Promise<void> => {
    await act('SUP', 'ticket.repairDone', ticketId, { resolution: '更换负荷开关后正常', causeCode, afterChecks: checks, functionTest: 'PASS', explained: true, advice: '每季度检查' });
    await act('CLK', 'acceptance.paper', ticketId, { result: 'ACCEPTED', signerName: '邵阳', evidence: '签字单照片 1' });
  };

  beforeAll(async () => { company = await Company.open({ startAt: '2026-03-03T08:40:00+08:00' }); });
  afterAll(() => company.close());

  let ticket = '';
  let quote = '';
  let order = '';
  let owed = '';

  test('W5 out of warranty the ticket waits: no dispatch before quote, consent and signature (WB-01 … WB-03, class C)', async () => {
    ticket = await register('C');
    expect(await company.row('tickets', ticket)).toMatchObject({ warranty_result: '已过质保期', charge_status: '报价中', charge_type: '有偿' });
    order = await draftOrder(ticket);
    expect(await no('SUP', 'dispatch.submit', order)).toContain('有偿服务须先签订服务协议');
  });

  test('10.4 the quote is approved by the manager and leaves by mail; opening its page answers nothing, one click does, once', async () => {
    await act('SUP', 'quote.draft', ticket, { lines });
    quote = await last('quotes', 'quote_id');
    await approve('TSM', quote);
    await act('SUP', 'quote.send', quote);
    expect((await company.rows('slaClocks')).find((clock) => clock['rule_id'] === 'S-37')?.['result']).toBe('按时');
    await company.minutesLater(6);
    const status = await company.open(company.linkIn(company.mailTo(customerMail, '已收到')));
    if (status.data.page !== 'ticket') throw new Error('No status page');
    expect((await company.open(status.data.links[0]?.url ?? '')).data).toMatchObject({ page: 'acceptance', objectId: quote });
    const link = company.linkIn(company.mailTo(customerMail, '服务报价'));
    const page = await company.open(link);
    expect(page.data).toMatchObject({ page: 'acceptance', objectId: quote, outcome: null, asks: { command: 'quote.answer' } });
    expect(JSON.stringify(page.data)).toContain('3000.00');
    expect((await company.row('quotes', quote))['status']).toBe('已发出');
    expect((await page.act('acceptance.sign', quote, {})).ok).toBe(false);
    expect((await page.act('quote.answer', 'BJ-20260303-99', { decision: 'AGREED', person: '邵阳' })).ok).toBe(false);
    done(await page.act('quote.answer', quote, { decision: 'AGREED', person: '邵阳', note: '' }));
    expect((await page.act('quote.answer', quote, { decision: 'REJECTED', person: '邵阳', note: '' })).ok).toBe(false);
    expect((await company.open(link)).data).toMatchObject({ outcome: { en: 'You agreed to this quote. Thank you.' } });
    expect(await company.row('quotes', quote)).toMatchObject({ status: '客户同意', material_fee: 2000, labour_fee: 800, travel_fee: 200, total: 3000, revision: 1 });
  });

  test('A-15 consent alone is not enough; both signatures open the receivable and the way', async () => {
    expect(await no('SUP', 'dispatch.submit', order)).toContain('有偿服务须先签订服务协议');
    const agreement = await last('serviceAgreements', 'agreement_id');
    await act('SUP', 'agreement.submit', agreement, { paymentTerms: 'ON_ACCEPTANCE', dueDays: '', plan: [], scope: '更换负荷开关', acceptanceTerms: '送电正常', startTarget: '', arriveTarget: '', repairWarrantyDays: '' });
    await approve('TSM', agreement);
    await act('SUP', 'agreement.send', agreement);
    await act('CLK', 'agreement.sign', agreement, { signer: '邵总', signedAt: '2026-03-03 08:40', file: '协议扫描件' });
    expect(await company.row('tickets', ticket)).toMatchObject({ charge_status: '协议已签' });
    owed = await last('receivables', 'ar_id');
    expect(await company.row('receivables', owed)).toMatchObject({ amount: 3000, balance: 3000, status: '未到期', due_date: '' });
    await onSite(ticket, order);
    expect((await company.row('serviceAgreements', agreement))['status']).toBe('履行中');
  });

  test('WB-06 accepted, 2,999.99 of 3,000.00 received: closing is refused for 0.01', async () => {
    await repair(ticket, 'COMPONENT');
    expect(await company.row('tickets', ticket)).toMatchObject({ status: '已验收', charge_status: '完工待收款' });
    expect((await company.rows('acceptances'))[0]?.['charge_summary']).toBe('协议已签，合计 3000.00 元');
    await pay(owed, '2999.99', 'B-1');
    expect(await company.row('receivables', owed)).toMatchObject({ received: 2999.99, balance: 0.01, status: '部分收款' });
    expect(await no('CLK', 'ticket.close', ticket)).toContain('0.01');
    expect((await company.desk(mail('SUP'))).items.some((item) => item.objectId === 'AR')).toBe(true);
    await pay(owed, '0.01', 'B-2');
    expect(await company.row('tickets', ticket)).toMatchObject({ charge_status: '已结清' });
    expect(await no('CLK', 'ticket.close', ticket)).not.toContain('元未结清');
    expect((await company.desk(mail('SUP'))).items.some((item) => item.objectId === 'AR')).toBe(false);
  });

  test('WB-03, WB-04 class A: refused before the signature, released by the general manager, the estimate is owed', async () => {
    const urgent = await register('A', { 客户名称: '济南泉城水泥有限公司', 项目名称: '余热发电', 产品编号: 'KYN22100002', 型号规格: 'KYN28A-12', ...impact({ hurt: '是' }) });
    const emergency = await draftOrder(urgent, 1);
    expect(await no('SUP', 'dispatch.submit', emergency)).toContain('A-16');
    await act('SUP', 'charge.release', urgent, { estimate: '5000', promise: '邵总微信承诺付款' });
    await approve('GM', urgent);
    expect(await company.row('receivables', await last('receivables', 'ar_id'))).toMatchObject({ ticket_id: urgent, amount: 5000, agreement_id: '' });
    await act('SUP', 'dispatch.submit', emergency);
  });

  test('WB-07, R-126 overdue and disputed by a complaint: the reminders stop, closing is refused', async () => {
    const urgent = await last('tickets', 'ticket_id');
    await act('SUP', 'quote.draft', urgent, { lines });
    const added = await last('quotes', 'quote_id');
    await approve('TSM', added);
    await act('SUP', 'quote.send', added);
    await act('SUP', 'quote.record', added, { decision: 'AGREED', person: '邵阳', note: '', at: '', evidence: '微信截图' });
    const agreement = await last('serviceAgreements', 'agreement_id');
    await act('SUP', 'agreement.submit', agreement, { paymentTerms: 'PARTIAL', dueDays: '', plan: [{ date: '2026-03-02', amount: '3000' }], scope: '抢修', acceptanceTerms: '送电正常', startTarget: '', arriveTarget: '', repairWarrantyDays: '' });
    await approve('TSM', agreement);
    await act('SUP', 'agreement.send', agreement);
    await act('CLK', 'agreement.sign', agreement, { signer: '邵总', signedAt: '2026-03-03 08:40', file: '协议扫描件' });
    const account = await last('receivables', 'ar_id');
    const reminders = async (): Promise<readonly unknown[]> => (await company.rows('slaClocks')).filter((clock) => clock['rule_id'] === 'S-39' && clock['object_id'] === account).map((clock) => clock['stop_at'] === '');
    expect(await company.row('receivables', account)).toMatchObject({ ticket_id: urgent, status: '逾期', age_days: 1, amount: 3000 });
    expect(await reminders()).toEqual([true]);
    await act('CS', 'complaint.receive', '', { ticketId: urgent, customerId: '', channel: 'PHONE', category: 'CHARGE', level: 'NORMAL', content: '费用过高', owner: '', againstStaff: '' });
    const complaint = await last('complaints', 'complaint_id');
    expect([(await company.row('complaints', complaint))['status'], (await company.row('receivables', account))['status'], (await company.row('receivables', account))['dispute_id']]).toEqual(['已接收', '争议', complaint]);
    await act('CS', 'complaint.acknowledge', complaint, { ackMode: 'REACHED' });
    expect((await company.rows('slaClocks')).filter((clock) => clock['object_id'] === complaint).map((clock) => `${String(clock['rule_id'])} ${String(clock['result'])}`)).toEqual(['S-33a 按时', 'S-33b 进行中', 'S-33c 进行中']);
    expect(await reminders()).toEqual([false]);
    expect(await no('CLK', 'ticket.close', urgent)).toContain('此时不能');
  });
  const inWarranty = request({ ...impact({}) });
  const free = async (severity: 'A' | 'C'): Promise<string> => register(severity, { ...inWarranty, ...(severity === 'A' ? impact({ hurt: '是' }) : {}) });
  const caseOf = async (ticketId: string): Promise<string> => {
    await act('SUP', 'liability.open', ticketId, { trigger: 'EXCLUSION', causeCode: 'TRANSPORT_DAMAGE', facts: '运输途中受损，风险在承运人', evidence: '签收照片' });
    return last('liabilityDecisions', 'decision_id');
  };

  test('WB-01 class C, warranty unknown: no consent can be asked for', async () => {
    const unknown = await register('C', { 客户名称: '昆山明路电子有限公司', 项目名称: '旧厂房', 产品编号: 'GGD20030018', 型号规格: 'GGD-0.4' });
    expect(await company.row('tickets', unknown)).toMatchObject({ charge_status: '责任判定中', hold_status: '待责任判定' });
    expect(await no('SUP', 'dispatch.submit', await draftOrder(unknown, 2, 5))).toContain('待责任判定');
  });

  test('WB-02, A-11 class A, exclusion pending: dispatch passes; three people decide who pays', async () => {
    const damaged = await free('A');
    const decision = await caseOf(damaged);
    await act('SUP', 'dispatch.submit', await draftOrder(damaged, 2));
    expect(await no('TSM', 'ticket.decideCharge', damaged, { outcome: 'FREE', reason: '一人说了算' })).toContain('A-11');
    await act('TSM', 'liability.propose', decision, { opinion: 'PAID', sharePercent: '' });
    await act('DGM', 'liability.second', decision, { opinion: 'FREE', sharePercent: '' });
    await act('GM', 'liability.decide', decision, { opinion: 'SHARED', sharePercent: '40' });
    expect(await company.row('tickets', damaged)).toMatchObject({ charge_status: '报价中', charge_type: '分担' });
    expect(await company.row('liabilityDecisions', decision)).toMatchObject({ tsm_opinion: '有偿', dgm_opinion: '无偿', gm_opinion: '分担', outcome: '分担', share_percent: 40 });
  });

  test('WB-05 free job, theft found on site: the work ends, closing waits for the decision', async () => {
    const stolen = await free('C');
    expect((await company.row('tickets', stolen))['charge_status']).toBe('无偿');
    await onSite(stolen, await draftOrder(stolen, 4), 4);
    await repair(stolen, 'THEFT');
    expect(await company.row('tickets', stolen)).toMatchObject({ status: '已验收', charge_status: '责任判定中' });
    expect(await no('CLK', 'ticket.close', stolen)).toContain('责任判定中');
  });

  test('7.5 no. 6 the night ages what is owed, also beside the customer', async () => {
    await act('TSM', 'receivable.resume', await last('receivables', 'ar_id'), { note: '客户认可费用' });
    await company.at('2026-03-04 00:20');
    expect(await company.row('receivables', await last('receivables', 'ar_id'))).toMatchObject({ status: '逾期', age_days: 2, balance: 3000 });
    expect((await company.rows('customers')).filter((row) => Number(row['open_ar']) > 0).map((row) => row['open_ar'])).toEqual([3000]);
  });

  test('every execution ended well', () => { expect(company.failures()).toEqual([]); });
});
