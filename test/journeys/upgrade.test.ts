import { readEntries } from '../../src/ledger/journal';
import { checksIn, readBooks, readJournal } from '../simulation/invariants/books';
import { chainHolds, rebuilds, typedCellsSettled } from '../simulation/invariants/journal';
import type { World } from '../simulation/world';
import { owner, type Company } from './company';
import { deleteColumn, deleteTab, headerOf, insertColumn, sortRows } from './owner-hand';
import { request } from './story';
import { withoutClock } from './without-clock';

/**
 * A deployment that an earlier version made: it lacks a tab, some columns and a question of a form, its owner has sorted a tab and put a
 * column of his own into it, and nobody took down what its workbooks look like.
 */

let company: Company;
let sweep: () => Promise<void>;
let close: () => Promise<void>;

const run = async (name: string, ...given: readonly unknown[]) => company.workspace.run('core', name, [...given], owner);
const factOf = async (property: string): Promise<string> => String((await run('fact', property)).value);
const setUp = async () => (await run('setUp', { company: 'demo' })).record;

const world = (): World => ({ company, now: () => company.workspace.now(), ownerEdits: [] }) as unknown as World;
const wrong = async (): Promise<readonly string[]> => {
  const books = await readBooks(world());
  return [...chainHolds(books, world()), ...rebuilds(books, world()), ...typedCellsSettled(books, world())];
};

const loseTab = async (book: string, table: 'surveys'): Promise<void> => {
  await deleteTab(company, table);
  const place = JSON.parse(await factOf(`workbook.${book}`)) as { sheets: Record<string, unknown> };
  const { [table]: _gone, ...sheets } = place.sheets;
  await run('setFact', `workbook.${book}`, JSON.stringify({ ...place, sheets }));
};

const question = 'timeWanted';
const loseQuestion = async (): Promise<void> => {
  const place = JSON.parse(await factOf('form.intake')) as { formId: string; items: Record<string, string> };
  await run('loseQuestion', place.formId, place.items[question]);
  const { [question]: _gone, ...items } = place.items;
  await run('setFact', 'form.intake', JSON.stringify({ ...place, items }));
};

const lost = { holidays: ['hours', 'hours_entry'], customers: ['merged_into'], tickets: ['severity_entry'] } as const;

beforeAll(async () => {
  ({ company, sweep, close } = await withoutClock('2026-03-02T09:00:00+08:00'));
  await company.sendForm('intake', request());
  await sweep();
  await company.at('2026-03-03 01:05');
  await sweep();
  await sortRows(company, 'customers', 'name');
  await insertColumn(company, 'customers', 'merged_into', '我的备注');
  for (const [table, keys] of Object.entries(lost)) for (const key of keys) await deleteColumn(company, table as keyof typeof lost, key);
  await loseTab('customers', 'surveys');
  await loseQuestion();
  await run('setFact', 'layout', null);
});
afterAll(() => close());

test('before set-up is run again nothing is done, and everybody is told in both languages', async () => {
  const before = (await readJournal(company)).length;
  const { record } = await run('sweep');
  expect(record.error).toContain('请系统所有者重新运行 setUp 并发布');
  expect(record.error).toContain('the owner has to run setUp again');
  const { data, act } = await company.open(company.person('SUP').desk);
  expect(data).toMatchObject({ page: 'message' });
  expect(JSON.stringify(data)).toContain('setUp');
  const refused = await act('task.add', '', {});
  expect(refused.ok).toBe(false);
  expect([refused.message.zh, refused.message.en]).toEqual([expect.stringContaining('setUp'), expect.stringContaining('setUp')]);
  expect(await company.sidebar(company.person('SUP').email)).toMatchObject({ page: 'message' });
  // The platform keeps the answer; it is taken in later.
  await company.sendForm('intake', request());
  expect(await readJournal(company)).toHaveLength(before);
});

/** Dies at each call to the sheets in turn, and is run again, until one run comes through. */
const setUpAtLast = async (): Promise<number> => {
  for (let at = 1; ; at += 1) {
    let calls = 0;
    company.workspace.setFaultHook(({ functionName, name, moment }) => {
      if (functionName !== 'setUp' || name !== 'UrlFetchApp.fetchAll' || moment !== 'after') return { kind: 'pass' };
      calls += 1;
      return calls === at ? { kind: 'kill' } : { kind: 'pass' };
    });
    const { status, error } = await setUp();
    company.workspace.setFaultHook(null);
    if (status === 'completed') return at;
    if (error !== undefined && !/kill|stopped|died/i.test(error)) throw new Error(error);
  }
};

test('set-up adds what is missing, where it belongs, and leaves the rest, wherever it is interrupted', async () => {
  const [customers, tickets] = [await company.rows('customers'), await company.rows('tickets')];
  expect(await setUpAtLast()).toBeGreaterThan(10);
  await run('removeClock');
  for (const [table, keys] of Object.entries(lost)) expect(await headerOf(company, table as keyof typeof lost)).toEqual(expect.arrayContaining([...keys]));
  const header = await headerOf(company, 'holidays');
  expect(header.indexOf('hours')).toBe(header.indexOf('hours_entry') + 1);
  expect(await company.rows('customers')).toEqual(customers.map((row) => ({ ...row, merged_into: '' })));
  // What people type begins as what counts.
  expect(await company.rows('tickets')).toEqual(tickets.map((row) => ({ ...row, severity_entry: row['severity'] })));
  expect(await company.rows('surveys')).toEqual([]);
  const form = JSON.parse(await factOf('form.intake')) as { formId: string; items: Record<string, string> };
  expect(company.workspace.form(form.formId)?.items.map(({ id }) => String(id))).toContain(form.items[question]);
  expect(await wrong()).toEqual([]);
});

test('new columns look and behave as if they had always been there: a list to choose from, typed commands, protection', async () => {
  const [supervisor, manager] = [company.person('SUP').email, company.person('TSM').email];
  const ticket = String((await company.rows('tickets'))[0]?.['ticket_id']);
  const tabOf = (title: string) => company.workspace.spreadsheets(owner).find(({ id }) => id === company.workbook('service'))?.tabs.find((tab) => tab.title === title)?.sheetId ?? -1;
  const at = async (name: 'tickets' | 'holidays', key: string): Promise<number> => (await headerOf(company, name)).indexOf(key);
  const nonsense = await company.workspace.editCells(company.workbook('service'), tabOf('服务工单'), 2, await at('tickets', 'severity_entry'), [['胡乱']], supervisor);
  expect(nonsense.accepted).toBe(false);
  const counts = await company.workspace.editCells(company.workbook('service'), tabOf('节假日与调休'), 2, await at('holidays', 'hours'), [['08:00-12:00']], manager);
  expect(counts.accepted).toBe(false);
  expect(await company.type('tickets', ticket, 'severity', '特急', supervisor)).toBeNull();
  expect(await company.row('tickets', ticket)).toMatchObject({ severity: '特急' });
  expect(await company.type('holidays', '2026-10-10', 'hours', '08:00-12:00', manager)).toBeNull();
  expect(await company.row('holidays', '2026-10-10')).toMatchObject({ hours: '08:00-12:00', hours_entry: '08:00-12:00' });
});

test('commands go on: the waiting answer is taken in, the night names nothing, and the ledgers rebuild', async () => {
  const before = (await company.rows('tickets')).length;
  await company.at('2026-03-03 12:00');
  await sweep();
  expect((await company.rows('tickets')).length).toBe(before + 1);
  expect(await company.inSidebar(company.person('TSM').email, 'calendar.setDay', '', { date: '2026-03-20', kind: 'WORKDAY', hours: '08:30-12:00' })).toMatchObject({ ok: true });
  expect(await company.row('holidays', '2026-03-20')).toMatchObject({ hours: '08:30-12:00', hours_entry: '08:30-12:00' });
  await company.at('2026-03-04 01:05');
  await sweep();
  expect(checksIn({ entries: readEntries(await readJournal(company)) })).toEqual([]);
  expect(await wrong()).toEqual([]);
});

test('run once more, it adds nothing; a tab that is gone is said so', async () => {
  const headers = [await headerOf(company, 'holidays'), await headerOf(company, 'customers'), await headerOf(company, 'tickets')];
  await run('setFact', 'layout', '{}');
  expect((await setUp()).error).toBeUndefined();
  expect([await headerOf(company, 'holidays'), await headerOf(company, 'customers'), await headerOf(company, 'tickets')]).toEqual(headers);
  expect(await wrong()).toEqual([]);
  await deleteTab(company, 'surveys');
  await run('setFact', 'layout', '{}');
  expect((await setUp()).error).toContain('was deleted');
});
