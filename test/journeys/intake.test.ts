import { ticketTransitions } from '../../src/tickets';
import { Company, owner } from './company';
import { impact, request, ticket } from './story';

/** Ways in, and what the table of 3.1 does not list, through the built bundle. */
describe('10.1, 10.2: ways in', () => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
  });
  afterAll(() => company.close());

  const labelled = async (query: string) => {
    const page = await company.workspace.get('core', { q: query }, null);
    return /"text":\{"zh":"([^"]*)".*?"url":"([^"]*)"/.exec(page.body.replace(/\\u0026/g, '&'))?.slice(1) ?? [page.body];
  };

  test('a unit\'s label opens the form with model, serial, project and city, and with nobody\'s data; revoked it opens the empty form', async () => {
    const [unit] = await company.rows('installed');
    const [customer] = (await company.rows('customers')).filter((row) => row['customer_id'] === unit?.['customer_id']);
    const [text = '', url = ''] = await labelled(String(unit?.['qr_token']));
    expect(text).toContain(String(unit?.['serial_no']));
    expect(decodeURIComponent(url)).toContain(String(unit?.['serial_no']));
    expect(decodeURIComponent(url)).not.toMatch(/QR(modelText|serialText|projectName|siteCity)/);
    for (const secret of ['name', 'phone', 'address']) expect(text + decodeURIComponent(url)).not.toContain(String(customer?.[secret]));
    const renewed = await company.onDesk(company.person('CLK').email, 'unit.qr', '', { number: String(unit?.['serial_no']), renew: true });
    expect(renewed.copy?.zh).toMatch(/\?q=[0-9a-f]{32,}$/);
    expect(await labelled(String(unit?.['qr_token']))).toEqual([expect.stringContaining('报修表'), expect.not.stringContaining(encodeURIComponent(String(unit?.['serial_no'])))]);
    const [again = ''] = await labelled(renewed.copy?.zh.split('?q=')[1] ?? '');
    expect(again).toContain(String(unit?.['serial_no']));
  });

  test('what a program filled in is kept, alarmed if it may be class A, and released by customer service from when it came', async () => {
    await company.sendForm('intake', request({ 此项请留空: 'http://spam.example', ...impact({ hurt: '是' }) }));
    expect(await company.rows('tickets')).toEqual([]);
    const [kept] = await company.rows('inbox');
    const id = String(kept?.['answer_id']);
    for (const role of ['GM', 'SUP', 'CS']) expect(company.mailTo(company.person(role).email, '紧急').subject).toContain(id);
    await company.at('2026-03-03 09:30');
    const clerk = company.person('CS').email;
    const data = await company.desk(clerk);
    const offer = data.items.find((item) => item.objectId === id)?.offers.find(({ command }) => command === 'intake.release');
    const filled = Object.fromEntries((data.inputs[offer?.inputs ?? -1] ?? []).flatMap(({ name, initial }) => (initial === null ? [] : [[name, initial]])));
    expect(await company.onDesk(clerk, 'intake.release', id, { ...filled, truth: true })).toMatchObject({ ok: true });
    const [row] = await company.rows('tickets');
    expect([row?.['ticket_id'], row?.['severity_claimed']]).toEqual([ticket, expect.stringContaining('特急')]);
    expect(Math.round((Number(row?.['received_at']) % 1) * 1440)).toBe(9 * 60);
  });

  test('a caller is found by phone and registered; the receipt carries the address of the status page', async () => {
    const clerk = company.person('CS').email;
    const [contact] = await company.rows('contacts');
    const found = await company.onDesk(clerk, 'ticket.lookUp', '', { caller: String(contact?.['phone']) });
    expect(found.message.zh).toContain(String(contact?.['name']));
    const initial = Object.fromEntries((found.next?.fields ?? []).flatMap((field) => (field.initial === null ? [] : [[field.name, field.initial]])));
    const taken = await company.onDesk(clerk, 'ticket.take', '', { ...initial, contactName: String(contact?.['name']), faultDesc: '断路器合不上', truth: true });
    expect(taken.message.zh).toContain('已登记');
    const url = /https?:\S+$/.exec(taken.copy?.zh ?? '')?.[0] ?? '';
    expect((await company.open(url)).data).toMatchObject({ page: 'ticket', stage: 1, news: [{ text: { zh: '已收到您的服务请求' } }] });
  });

  test('3.1: on a new ticket every command that is not listed for NEW is refused and journalled as DENIED', async () => {
    const supervisor = company.person('SUP').email;
    const listed = new Set(ticketTransitions.filter((row) => row.from?.includes('NEW') === true).map((row) => row.command));
    const others = [...new Set(ticketTransitions.map((row) => row.command))].filter((command) => /^ticket\./.test(command) && !listed.has(command) && command !== 'ticket.register' && command !== 'ticket.take').slice(0, 6);
    for (const command of others) expect((await company.onDesk(supervisor, command, ticket, { reason: '再次出现', agreedDate: '2026-03-09 10:00', openPoints: '待查原因', unitKind: 'WHOLE_UNIT', refuseReason: 'NOT_OUR_PRODUCT', grounds: '他厂产品', news: '请稍候' })).ok).toBe(false);
    const denied = (await company.rows('journal')).filter((row) => row['result'] === 'DENIED').map((row) => `${String(row['command'])} ${String(row['object_id'])}`);
    expect(denied.length).toBeGreaterThanOrEqual(others.length);
    for (const command of others) expect(denied).toContain(`${command} ${ticket}`);
    expect(company.workspace.executions(200).filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(owner).not.toBe(supervisor);
  });
});
