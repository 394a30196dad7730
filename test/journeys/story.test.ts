import { brokenLink } from '../../src/ledger/journal';
import { createHash } from 'node:crypto';
import type { JournalRow } from '../../sheets-templates';
import { instantAt } from '../../src/terms';
import { Company } from './company';
import { customerMail, liveUntil, order, rating, story, ticket, type Step } from './story';

/** Serial numbers of Sheets as moments. */
const moment = (serial: unknown): string => instantAt(Math.round((Number(serial) - 25569) * 86400) * 1000 - 8 * 3600 * 1000).slice(0, 16).replace('T', ' ');
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const named = (name: string): Step => {
  const step = story.find((each) => each.name === name);
  if (step === undefined) throw new Error(`No step ${name}`);
  return step;
};
const dues = async (company: Company): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await company.rows('slaClocks')).map((clock) => [String(clock['rule_id']), moment(clock['due_at'])]));

describe('the main job, from the customer’s phone to the closed ticket', () => {
  let company: Company;
  const upTo = async (name: string): Promise<void> => {
    const target = story.indexOf(named(name));
    for (; lived <= target; lived += 1) {
      const step = story[lived];
      if (step === undefined) return;
      await company.at(step.at);
      await step.act(company);
    }
  };
  let lived = 0;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
  });
  afterAll(() => company.close());

  test('1 a request becomes a ticket with number, provisional class, warranty and deadlines, and text stays text', async () => {
    await upTo('the customer sends the request form');
    const row = await company.row('tickets', ticket);
    expect(row).toMatchObject({ severity_claimed: '紧急', severity: '', warranty_result: '质保期内', charge_status: '无偿', status: '待联系', fault_desc: '=SUM(A1) 进线柜跳闸，二期厂房停电' });
    expect(await dues(company)).toEqual({ 'S-01': '2026-03-03 10:10', 'S-05': '2026-03-03 10:10', 'S-06': '2026-03-03 13:10', 'S-07': '2026-03-04 09:10' });
    const told = company.workspace.mail().map((mail) => mail.to[0]);
    for (const role of ['SUP', 'CLK']) expect(told).toContain(company.person(role).email);
    await company.minutesLater(6);
    expect(company.mailTo(customerMail, ticket).html).toContain('10:10');
  });

  test('2 the class is set by choosing it in the cell; a refused choice goes back with its reason', async () => {
    await upTo('the supervisor logs the contact');
    const refused = await company.type('tickets', ticket, 'severity', '特急', company.person('CLK').email);
    expect(refused).toContain('主管');
    expect((await company.row('tickets', ticket))['severity_entry']).toBe('');
    expect(await company.type('tickets', ticket, 'severity', '一般', company.person('SUP').email)).toContain('侧边栏');
    expect(await company.type('tickets', ticket, 'ticketId', 'x', company.person('SUP').email).catch((error: unknown) => String(error))).toContain('No cell');
    await upTo('the supervisor types the class into the cell');
    expect(await company.row('tickets', ticket)).toMatchObject({ severity: '紧急', severity_entry: '紧急', status: '已定级' });
    expect(await dues(company)).toMatchObject({ 'S-06': '2026-03-03 13:10', 'S-07': '2026-03-04 09:10' });
  });

  test('3 the order needs the manager: nobody approves their own, the link works once, the engineer accepts', async () => {
    await upTo('the supervisor submits the order');
    const approval = String((await company.rows('approvals'))[0]?.['approval_id']);
    for (const role of ['SUP', 'ENG']) expect(await company.onDesk(company.person(role).email, 'approval.decide', approval, { decision: 'APPROVED' })).toMatchObject({ ok: false });
    await upTo('the manager approves from the link in the mail');
    const link = company.linkIn(company.mailTo(company.person('TSM').email, order));
    expect((await (await company.open(link)).act('approval.decide', approval, { decision: 'APPROVED' })).ok).toBe(false);
    expect((await company.open(`${link.slice(0, -3)}AAA`)).data).toMatchObject({ page: 'message' });
    expect((await (await company.open(link)).act('ticket.close', ticket)).ok).toBe(false);
    await upTo('the engineer accepts from his link');
    expect(await company.row('tickets', ticket)).toMatchObject({ status: '已派工' });
    expect((await company.rows('slaClocks')).find((clock) => clock['rule_id'] === 'S-06')?.['result']).toBe('按时');
  });

  test('4 reports and parts move by forms opened from his desk, and the old part is due back', async () => {
    const early = await company.onDesk(company.person('ENG').email, 'dispatch.depart', order);
    expect(early.message.zh).toContain('准备');
    await upTo('the engineer uses it');
    expect(await company.rows('inbox')).toEqual([]);
    expect(await company.rows('siteReports')).toHaveLength(2);
    expect((await company.rows('partsRequests'))[0]).toMatchObject({ status: '已关闭' });
    expect((await company.rows('repairOrders'))[0]).toMatchObject({ status: '待退回', item_name: '脱扣单元' });
    expect((await company.rows('slaClocks')).find((clock) => clock['rule_id'] === 'S-10')?.['result']).toBe('按时');
  });

  test('5 the customer signs; closing says what is missing, then happens', async () => {
    await upTo('the customer signs on the page');
    expect(await company.row('tickets', ticket)).toMatchObject({ status: '已验收' });
    const refused = await company.inSidebar(company.person('CLK').email, 'ticket.close', ticket);
    expect(refused.ok).toBe(false);
    for (const part of [order, 'WX-20260304-01']) expect(refused.message.zh).toContain(part);
    await upTo('the clerk closes the ticket');
    expect(await company.row('tickets', ticket)).toMatchObject({ status: '已关闭' });
    expect(await company.row('dispatchOrders', order)).toMatchObject({ status: '已关闭' });
    const fault = company.mailTo(company.person('GM').email, 'TR-');
    expect(fault.html).not.toContain('13900002001');
  });

  test('10.4, R-176: the customer rates the service on the page of the mail’s link, once; what he writes stays text', async () => {
    const page = await company.open(company.linkIn(company.mailTo(customerMail, '请评价本次服务')));
    const survey = String((await company.rows('surveys'))[0]?.['survey_id']);
    expect(page.data).toMatchObject({ page: 'acceptance', objectId: survey, outcome: null, asks: { command: 'survey.answer' } });
    const answer = { ...rating, comment: '=HYPERLINK("http://x.example","<b>好</b>")' };
    expect((await page.act('survey.optOut', survey, {})).ok).toBe(false);
    expect((await page.act('survey.answer', 'MY-0099', answer)).ok).toBe(false);
    expect(await page.act('survey.answer', survey, answer)).toMatchObject({ ok: true });
    expect((await company.rows('surveys'))[0]).toMatchObject({ status: '已答', q_overall: 5, comment: answer.comment });
    expect((await page.act('survey.answer', survey, answer)).ok).toBe(false);
  });

  test('9.5, R-147: every execution ended well, the journal’s chain holds, nothing waits to leave that may leave', async () => {
    expect(company.failures()).toEqual([]);
    const rows = (await company.rows('journal')).map((row) => ({
      rowId: String(row['row_id']), number: Number(row['number']), part: Number(row['part']), parts: Number(row['parts']), at: instantAt(Math.round((Number(row['at']) - 25569) * 86400) * 1000 - 8 * 3600 * 1000),
      actor: String(row['actor']), command: String(row['command']), objectId: String(row['object_id']), result: String(row['result']), change: String(row['change']), previousHash: String(row['previous_hash']), hash: String(row['hash']),
    } satisfies JournalRow));
    expect(brokenLink(rows, digest)).toBeNull();
    expect(rows.filter((row) => row.result === 'DENIED').map((row) => row.command)).toEqual(expect.arrayContaining(['ticket.classify', 'approval.decide', 'ticket.close', 'dispatch.depart']));
    await company.minutesLater(6);
    expect((await company.rows('outbox')).filter((notice) => notice['not_before'] === '')).toEqual([]);
  });
});

describe('who may see and do what', () => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
    await liveUntil(company, named('the supervisor submits the order'));
  });
  afterAll(() => company.close());

  test('a visitor who calls entry functions by name gets nothing done', async () => {
    const page = await company.workspace.get('core', { t: 'forged' }, null);
    const session = page.clientSession ?? '';
    const before = await company.rows('journal');
    for (const [name, args] of [['setUp', [{ company: 'own' }]], ['runCase', ['warranty', {}]], ['sweep', [{ triggerUid: '1' }]], ['formSubmitted', [{ response: {}, source: {} }]], ['cellEdited', [{ range: {} }]], ['pageAction', ['x', 'ticket.close', ticket, {}]], ['pageAction', [null, null, null, null]]] as const) {
      await company.workspace.callFromPage(session, name, args).catch(() => undefined);
    }
    expect(await company.rows('journal')).toEqual(before);
  });

  test('engineers and sales cannot open the ledgers; the supervisor cannot open people’s or the system’s', () => {
    const files = (role: string): readonly string[] => company.workspace.spreadsheets(company.person(role).email).map((file) => file.id);
    expect(files('ENG')).toEqual([]);
    expect(files('SAL')).toEqual([]);
    expect(files('SUP')).toContain(company.workbook('service'));
    for (const book of ['people', 'system']) expect(files('SUP')).not.toContain(company.workbook(book));
  });

  test('a salesperson may not dispatch (R-276), a supervisor may not use commands of the system', async () => {
    expect(await company.onDesk(company.person('SAL').email, 'dispatch.draft', ticket, {})).toMatchObject({ ok: false });
    expect(await company.onDesk(company.person('SUP').email, 'sweep.archive', '', {})).toMatchObject({ ok: false });
  });

  test('a form sent without a good link is kept and the clerk is told', async () => {
    await company.sendForm('daily', { 现场情况: 'x', '进度': '1', 效果: 'x', 链接码: 'forged.link' });
    const [kept] = await company.rows('inbox');
    expect(kept?.['form']).toBe('daily');
    await company.minutesLater(6);
    expect(company.mailTo(company.person('CLK').email, '来件').text).toContain('没有丢失');
  });

  test('the same answer taken twice counts once', async () => {
    const before = await company.rows('tickets');
    const form = company.workspace.form(company.answer.forms['intake']?.id ?? '');
    expect(form).not.toBeNull();
    // The sweep looks at the form's own responses: those taken in before stay as they are.
    await company.minutesLater(30);
    expect(await company.rows('tickets')).toEqual(before);
  });
});
