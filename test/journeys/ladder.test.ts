import { Company } from './company';
import { impact, request, ticket } from './story';

/** What the ladder of 4.5 said so far, as the record of what left: rule, level, to whom. */
const levels = async (company: Company): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await company.rows('slaClocks')).map((clock) => [String(clock['rule_id']), Number(clock['last_level_fired'])]));

const keysSent = async (company: Company): Promise<readonly string[]> => (await company.rows('sentNotices')).map((notice) => String(notice['key']));

describe('SV-50: a class A request on which nobody acts', () => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
    await company.at('2026-03-03 09:10');
    await company.sendForm('intake', request(impact({ wide: '是' })));
  });
  afterAll(() => company.close());

  test('N-03 leaves inside the request: GM, EDGM, DGM, manager, supervisor, clerk, each once', async () => {
    expect(company.workspace.now()).toBe(Date.parse('2026-03-03T09:10:00+08:00'));
    for (const role of ['GM', 'EDGM', 'DGM', 'TSM', 'SUP', 'CLK']) {
      expect(company.workspace.mail(company.person(role).email).filter((mail) => /特急|Class A/.test(mail.subject))).toHaveLength(1);
    }
    const alarm = company.mailTo(company.person('GM').email, ticket);
    expect(alarm.html + alarm.text).not.toContain('13900002001');
  });

  test.each([
    ['2026-03-03 09:39', { 'S-01': 0, 'S-03': 0 }, []],
    ['2026-03-03 09:46', { 'S-01': 1, 'S-03': 0 }, ['SUP']],
    ['2026-03-03 10:16', { 'S-01': 2, 'S-03': 1 }, ['SUP', 'TSM']],
    ['2026-03-03 10:46', { 'S-01': 3, 'S-03': 2 }, ['DGM']],
    ['2026-03-03 11:16', { 'S-01': 4, 'S-03': 3 }, ['GM', 'EDGM', 'DGM']],
  ] as const)('by %s the levels are %o and they were told', async (at, expected, told) => {
    const before = new Map(['SUP', 'TSM', 'DGM', 'GM', 'EDGM'].map((role) => [role, company.workspace.mail(company.person(role).email).length]));
    await company.at(at);
    expect(await levels(company)).toMatchObject(expected);
    for (const role of told) expect(company.workspace.mail(company.person(role).email).length).toBeGreaterThan(before.get(role) ?? 0);
  });

  test('15.8: after twelve hours without any sweep, what was missed comes once, one message a person', async () => {
    const keys = await keysSent(company);
    expect(new Set(keys).size).toBe(keys.length);
    const mails = company.workspace.mail(company.person('SUP').email).length;
    // The sweep is asked for twice in a row, as when a trigger fires late and doubled.
    await company.workspace.run('core', 'sweep', [], 'owner@xinghe-power.example');
    await company.workspace.run('core', 'sweep', [], 'owner@xinghe-power.example');
    expect(company.workspace.mail(company.person('SUP').email)).toHaveLength(mails);
    expect(company.failures()).toEqual([]);
  });

  test('a breach stands with its clock, dated at the due moment', async () => {
    const contact = (await company.rows('slaClocks')).find((clock) => clock['rule_id'] === 'S-01');
    expect(contact?.['result']).toBe('已超时未完成');
  });
});
