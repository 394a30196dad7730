import type { Company } from './company';
import { impact, request } from './story';
import { clocksOfTicket, serial, withoutClock } from './without-clock';

const ticket = 'TK-20261001-001';

describe('SV-03, 4.5: class A on a National Day night, with the clock triggers switched off', () => {
  let company: Company;
  let sweep: () => Promise<void>;
  let close: () => Promise<void>;
  const mails = (role: string, words: RegExp): number => company.workspace.mail(company.person(role).email).filter(({ subject }) => words.test(subject)).length;
  beforeAll(async () => {
    ({ company, sweep, close } = await withoutClock('2026-10-01T23:40:00+08:00'));
    await company.at('2026-10-01 23:50');
    await company.sendForm('intake', request(impact({ wide: '是' })));
  });
  afterAll(() => close());

  test('no clock is left to fire', () => {
    expect(company.workspace.triggers().filter(({ functionName }) => functionName === 'sweep')).toEqual([]);
  });

  test('N-03: everybody was alarmed inside the request, in the night and on a holiday', () => {
    expect(company.workspace.now()).toBe(Date.parse('2026-10-01T23:50:00+08:00'));
    for (const role of ['GM', 'EDGM', 'DGM', 'TSM', 'SUP', 'CLK']) expect(mails(role, /特急|Class A/)).toBe(1);
  });

  test.each([['S-01', '2026-10-02 00:50'], ['S-02', '2026-10-02 00:05'], ['S-03', '2026-10-02 01:50'], ['S-04', '2026-10-02 11:50']])('%s is due %s, holiday or not', async (rule, due) => {
    expect((await clocksOfTicket(company, ticket)).get(rule)?.['due_at']).toBeCloseTo(serial(due), 5);
  });

  test('twelve hours later somebody starts a sweep, then another: every level once, one message a person', async () => {
    await company.at('2026-10-02 12:00');
    const before = company.workspace.mail().length;
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const told = company.workspace.mail().slice(0, company.workspace.mail().length - before).filter(({ subject }) => /时限|超时|deadline/i.test(subject));
    expect(told.length).toBeGreaterThan(4);
    expect(new Set(told.map(({ to }) => to.join())).size).toBe(told.length);
    const clocks = await clocksOfTicket(company, ticket);
    // S-03: three levels, then one every hour from 02:50 to 11:50.
    expect(Object.fromEntries(['S-01', 'S-02', 'S-03', 'S-04'].map((rule) => [rule, clocks.get(rule)?.['last_level_fired']]))).toEqual({ 'S-01': 4, 'S-02': 3, 'S-03': 13, 'S-04': 3 });
    expect(clocks.get('S-03')).toMatchObject({ result: '已超时未完成' });
    const keys = [...await company.rows('sentNotices'), ...await company.rows('outbox')].map((notice) => String(notice['key']));
    expect(new Set(keys).size).toBe(keys.length);
    expect(company.failures()).toEqual([]);
  });

  test('who was told, when, by which rule and whether it left is on record', async () => {
    const record = (await company.rows('sentNotices')).filter((notice) => String(notice['body']).includes('S-03') && notice['code'] === 'N-44');
    expect(record.map((notice) => notice['to_staff'])).toEqual(expect.arrayContaining([expect.stringContaining(company.person('GM').staffId), expect.stringContaining(company.person('DGM').staffId)]));
    expect(record.every((notice) => Number(notice['sent_at']) > 46_000)).toBe(true);
    for (const notice of record) expect(notice).toMatchObject({ status: '已发', priority: '立即' });
  });
});
