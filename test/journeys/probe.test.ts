import { profileOf } from '../../bench/profiles';
import { Company, owner } from './company';

/** The owner measures what calls cost, from the menu over the service workbook. */

let company: Company;
beforeAll(async () => { company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' }); });
afterAll(() => company.close());

const measure = async (email: string): Promise<string> => {
  const [menu] = await company.workspace.openSpreadsheet(company.workbook('service'), email);
  expect(menu?.items.map(({ functionName }) => functionName)).toContain('showCosts');
  return (await company.workspace.clickMenu(company.workbook('service'), 'showCosts', email)).alert ?? '';
};

const files = (): readonly string[] => company.workspace.spreadsheets(owner).map(({ id }) => id);

test('the owner gets a profile that the bench takes, and nothing stays behind', async () => {
  const before = files();
  const journal = await company.rows('journal');
  const shown = await measure(owner);
  const profile = profileOf(shown.slice(shown.indexOf('{')));
  // The workspace's clock stands still meanwhile, and the profile says what that is worth.
  expect(Object.values(profile).every((value) => value >= 0)).toBe(true);
  expect(shown).toContain('measured on a local stand-in: says nothing about Google');
  expect(files()).toEqual(before);
  expect(await company.rows('journal')).toEqual(journal);
  const run = company.workspace.executions(5).find(({ functionName }) => functionName === 'doPost');
  const called = new Set(run?.calls.map(({ name }) => name));
  for (const name of ['Lock.tryLock', 'Properties.setProperty', 'Properties.getProperty', 'Properties.deleteProperty', 'Cache.put', 'Cache.get', 'Range.getValues', 'Range.setValues', 'SpreadsheetApp.flush', 'Sheet.appendRow', 'Drive.Files.remove']) expect(called).toContain(name);
});

test('a measuring that fails half-way leaves no file behind', async () => {
  const before = files();
  company.workspace.setFaultHook(({ name, moment }) => (name === 'Cache.get' && moment === 'before' ? { kind: 'fail', message: 'Service unavailable: Cache' } : { kind: 'pass' }));
  await measure(owner).catch(() => '');
  company.workspace.setFaultHook(null);
  expect(files()).toEqual(before);
});

test('nobody else may measure', async () => {
  const before = new Set(company.workspace.executions(1000).map(({ id }) => id));
  expect(await measure(company.person('SUP').email)).toContain('Only the owner may measure.');
  const calls = company.workspace.executions(20).filter(({ id }) => !before.has(id)).flatMap((run) => run.calls.map(({ name }) => name));
  expect(calls.filter((name) => /^(Cache|Lock|Sheets)\./.test(name))).toEqual([]);
});
