import { Company } from '../journeys/company';
import { workspaceLimits } from '../../host/kernel/limits';
import { liveMonths } from '../../tools/demonstration/three-months';
import { Agenda } from '../../tools/demonstration/agenda';

/** `npm start -- --demo` opens what this has lived through; here the beginning of it. */
describe('the demonstration company', () => {
  let company: Company;
  let broken: readonly string[];
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-27T00:00:00+08:00', limits: workspaceLimits });
    broken = await liveMonths(company, 'beginning', 10);
  });
  afterAll(() => company.close());

  test('whoever works there is refused nothing, and no form is kept for want of sense', async () => {
    expect(broken).toEqual([]);
    expect(await company.rows('inbox')).toEqual([]);
    expect(company.failures()).toEqual([]);
  });

  test('jobs get to their end, with papers, parts and what customers say', async () => {
    const states = (await company.rows('tickets')).map((row) => row['status']);
    expect(states.filter((state) => state === '已关闭').length).toBeGreaterThanOrEqual(2);
    for (const table of ['tripReports', 'partsRequests', 'expenseLines', 'surveys', 'monthlySummary'] as const) expect([table, (await company.rows(table)).length > 0]).toEqual([table, true]);
  });

  test('most deadlines are kept, and those that are not climb the ladder', async () => {
    const results = (await company.rows('slaClocks')).map((row) => String(row['result']));
    const kept = results.filter((result) => result === '按时').length;
    expect(kept / results.filter((result) => result !== '进行中').length).toBeGreaterThan(0.85);
  });
});

test('courses go on in the order of their moments, and one that breaks off leaves the others alone', async () => {
  const agenda = new Agenda();
  const seen: string[] = [];
  async function* course(name: string, ...moments: readonly number[]): AsyncGenerator<number, void, void> {
    for (const moment of moments) {
      seen.push(name);
      yield moment;
    }
    if (name === 'b') throw new Error('nobody there');
    seen.push(`${name}!`);
  }
  agenda.add(1, 'a', course('a', 4, 9));
  agenda.add(2, 'b', course('b', 3));
  const went: number[] = [];
  await agenda.until(8, (at) => Promise.resolve(void went.push(at)));
  expect([seen, went, agenda.broken]).toEqual([['a', 'b', 'a'], [1, 2, 3, 4, 8], ['b: nobody there']]);
});
