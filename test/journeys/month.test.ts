import { Company, done } from './company';
import { storyOn } from './story';

/**
 * A short trip over the month's end: the engineer's expenses from the first ticket to the last fen, and the managers'
 * summary. Lodging in 苏州 is capped at 140 a night, a high-speed train needs an approval before the ride.
 */
describe('the engineer’s month and the managers’ summary', () => {
  let company: Company;
  const claim = 'BX-202603-ST-007';
  const order = 'PG-20260330-01';
  const engineer = (): string => company.person('ENG').email;
  const expense = async (answers: Readonly<Record<string, string>>): Promise<void> =>
    company.sendForm('expense', answers, await company.formLink(engineer(), order, '费用'));
  /** Allowances are generated, everything else is claimed. */
  const claimed = async () => (await company.rows('expenseLines')).filter((line) => !String(line['kind']).endsWith('补') && !String(line['kind']).endsWith('补助'));

  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-30T09:00:00+08:00' });
    for (const step of storyOn('2026-03-30')) {
      if (step.at.startsWith('2026-04-01') && step.name.includes('trip report')) break;
      await company.at(step.at);
      await step.act(company);
    }
  });
  afterAll(() => company.close());

  test('each line shows its result and reason at once: in full, cut to the cap, not approved, covered', async () => {
    await company.at('2026-03-31 18:00');
    await expense({ 费用类别: '长途交通', 发生日期: '2026-03-30', 申报金额: '38.00', 起点: '上海长途客运站', 终点: '苏州北站', 交通方式: '长途汽车', 票据类型: '汽车票', 发票号码: 'K100001', 发票价税合计: '38.00' });
    await expense({ 费用类别: '长途交通', 发生日期: '2026-03-31', 申报金额: '39.50', 起点: '苏州北站', 终点: '上海虹桥', 交通方式: '高铁动车二等座', 出发时间: '2026-03-31 15:00', 票据类型: '铁路电子客票', 发票号码: '25312000000000000001', 发票价税合计: '39.50' });
    await expense({ 费用类别: '住宿', 发生日期: '2026-03-30', 申报金额: '168.00', 住宿城市: '苏州', 离店日期: '2026-03-31', 票据类型: '数电票', 发票号码: '25312000000000000002', 发票价税合计: '168.00', 销售方: '苏州如家酒店' });
    await expense({ 费用类别: '市内小额票', 发生日期: '2026-03-30', 申报金额: '4.00', 交通方式: '地铁公交', 票据类型: '地铁公交票', 发票号码: 'M1', 发票价税合计: '4.00' });
    expect(await company.rows('inbox')).toEqual([]);
    const lines = await claimed();
    expect(lines.map((line) => [line['kind'], line['amount_claimed'], line['amount_payable'], line['decision']])).toEqual([
      ['长途交通', 38, 38, '全额'],
      ['长途交通', 39.5, 0, '未获批准'],
      ['住宿', 168, 140, '按限额'],
      ['市内小额票', 4, 0, '已含在补助'],
    ]);
    const item = await company.item(engineer(), claim);
    expect(JSON.stringify(item.facts)).toContain('140.00');
  });

  test('the same ticket twice is a duplicate', async () => {
    await expense({ 费用类别: '长途交通', 发生日期: '2026-03-30', 申报金额: '38.00', 起点: '上海', 终点: '苏州', 交通方式: '长途汽车', 票据类型: '汽车票', 发票号码: 'k-100 001', 发票价税合计: '38.00' });
    expect((await claimed())[4]).toMatchObject({ amount_payable: 0, decision: '重复' });
    expect(await company.row('expenseClaims', claim)).toMatchObject({ total_allowance: 150, total_payable: 328 });
  });

  test('on the 1st the monthly report opens and managers get the first look with tables and pictures', async () => {
    await company.at('2026-04-01 08:40');
    expect((await company.rows('monthlyReports')).map((report) => report['staff_id'])).toContain('周启航 ST-007');
    for (const role of ['GM', 'DGM', 'TSM']) {
      const mail = company.mailTo(company.person(role).email, '2026-03');
      expect(mail.attachments.filter((attachment) => attachment.mimeType === 'image/png').length).toBeGreaterThanOrEqual(1);
      expect(mail.html).toContain('<table');
      for (const { contentId } of mail.attachments) expect(mail.html).toContain(`cid:${(contentId ?? '').replace(/[<>]/g, '')}`);
    }
    expect(company.mailTo(company.person('EDGM').email, '2026-03').html).toMatch(/First contact|On site/);
    const figures = await company.rows('monthlySummary');
    expect(figures.find((figure) => figure['metric'] === 'M-01')?.['value']).toBe(1);
  });

  test('without the approved monthly report the claim is held (G-EXP-1); with it, it goes on by itself', async () => {
    await company.at('2026-04-01 09:10');
    expect((await company.onDesk(engineer(), 'expense.submit', claim)).message.zh).toContain('BX-202603-ST-007-05');
    done(await company.onDesk(engineer(), 'expense.removeLine', claim, { line: 'BX-202603-ST-007-05' }));
    done(await company.onDesk(engineer(), 'expense.submit', claim));
    expect(await company.row('expenseClaims', claim)).toMatchObject({ status: '缺月报挂起', total_payable: 328 });
    await company.sendForm('monthly', { 工作总结: '本月完成苏州二期厂房进线柜抢修一次，客户已验收。', 下月计划: '按派工单执行，回访苏州项目。' }, await company.formLink(engineer(), 'YB-202603-ST-007', '月'));
    expect(await company.rows('inbox')).toEqual([]);
    const report = (await company.rows('approvals')).find((row) => row['doc_id'] === 'YB-202603-ST-007');
    done(await company.inSidebar(company.person('SUP').email, 'approval.decide', String(report?.['approval_id']), { decision: 'APPROVED' }));
    expect((await company.row('expenseClaims', claim))['status']).toBe('已提交');
  });

  test('clerk, supervisor and manager approve in turn, nobody twice, finance pays, and the total is right', async () => {
    for (const role of ['CLK', 'SUP', 'TSM']) {
      const step = (await company.rows('approvals')).find((row) => row['doc_id'] === claim && row['status'] === '待批');
      expect(await company.onDesk(engineer(), 'approval.decide', String(step?.['approval_id']), { decision: 'APPROVED' })).toMatchObject({ ok: false });
      done(await company.inSidebar(company.person(role).email, 'approval.decide', String(step?.['approval_id']), { decision: 'APPROVED' }));
    }
    expect(await company.row('expenseClaims', claim)).toMatchObject({ status: '已批准', total_allowance: 150, total_payable: 328 });
    done(await company.onDesk(company.person('FIN').email, 'expense.pay', claim, { payRef: 'PAY-0001' }));
    expect((await company.row('expenseClaims', claim))['status']).toBe('已支付');
    expect(company.failures()).toEqual([]);
  });
});
