import { columnKey, tables, type TableName } from '../../sheets-templates';
import { readEntries } from '../../src/ledger/journal';
import { checksIn, readBooks, readJournal } from '../simulation/invariants/books';
import { chainHolds, rebuilds } from '../simulation/invariants/journal';
import type { World } from '../simulation/world';
import { owner, type Company } from './company';
import { addRow, appendRows, changeCell, copyRow, deleteRow, pasteCell, renameColumn, sortRows } from './owner-hand';
import { withoutClock } from './without-clock';

/** What the owner changes past the system is named the night after, once, and the ledgers can be rebuilt all the same. */

let company: Company;
let sweep: () => Promise<void>;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ company, sweep, close } = await withoutClock('2026-03-02T20:00:00+08:00'));
  await sweep();
});
afterAll(() => close());

const night = async (date: string): Promise<void> => {
  await company.at(`${date} 01:05`);
  await sweep();
};

const world = (): World => ({ company, now: () => company.workspace.now(), ownerEdits: [] }) as unknown as World;

/** What the journal took down, as kind, table and key. */
const taken = async (): Promise<readonly string[]> => checksIn({ entries: readEntries(await readJournal(company)) }).map(({ change }) => `${change.kind} ${change.table} ${change.key}`);

const wrong = async (): Promise<readonly string[]> => {
  const books = await readBooks(world());
  return [...chainHolds(books, world()), ...rebuilds(books, world())];
};

const mailsAbout = (words: string, role = 'TSM') => company.workspace.mail(company.person(role).email).filter(({ subject }) => subject.includes(words));
const told = (role = 'TSM') => mailsAbout('直接改动', role);

const keyOf = async (name: TableName, nth: number): Promise<string> => String((await company.rows(name))[nth]?.[columnKey(tables[name].key)]);
const setting = async (key: string): Promise<string> => String((await company.rows('settings')).find((row) => row['key'] === key)?.['setting_id']);

test('the first night looks and names nothing', async () => {
  await night('2026-03-03');
  expect(await taken()).toEqual([]);
  expect(told()).toEqual([]);
  expect(await wrong()).toEqual([]);
});

test('N-58: a changed cell, an unreadable one, a row deleted and one added are named the night after to administrator, quality manager and service manager', async () => {
  await changeCell(company, 'settings', await setting('notify.p1_reserve'), 'value', '7');
  await changeCell(company, 'customers', await keyOf('customers', 0), 'name', '改了名的客户 13900002001');
  await pasteCell(company, 'holidays', '2026-10-01', 'isStatutory', '胡乱');
  await deleteRow(company, 'holidays', '2026-10-02');
  await addRow(company, 'holidays', { date: '2026-12-25', kind: '节假日(含调休放假)', name: '加的一天', isStatutory: '否' });
  await night('2026-03-04');
  for (const role of ['ADM', 'QM', 'TSM']) expect(told(role)).toHaveLength(1);
  const text = told()[0]?.text ?? '';
  for (const line of ['参数值: 20 → 7', '法定节日当天: 是 → 胡乱，已恢复', '2026-10-02（删除行） · 名称: 国庆节', '2026-12-25（新增行） · 名称: 加的一天', '客户档案']) expect(text).toContain(line);
  // A customer's data is not sent about (9.4 no. 2).
  expect(text).not.toContain('13900002001');
  expect([...(await taken())].sort()).toEqual([`delete holidays 2026-10-02`, 'insert holidays 2026-12-25', `update customers ${await keyOf('customers', 0)}`, 'update holidays 2026-10-01', `update settings ${await setting('notify.p1_reserve')}`].sort());
  expect(await company.row('holidays', '2026-10-01')).toMatchObject({ is_statutory: '是' });
  expect(await wrong()).toEqual([]);
});

test('each is named once; what the system writes and what people type where they may is not', async () => {
  await company.type('holidays', '2026-10-03', 'hours', '08:00-12:00', company.person('ADM').email);
  await night('2026-03-05');
  expect(await taken()).toHaveLength(5);
  expect(told()).toHaveLength(1);
});

test('a run that dies at any call to the sheets names nothing twice and loses nothing', async () => {
  const key = await setting('notify.p1_reserve');
  let calls = 1;
  for (let at = 1; at <= calls + 1; at += 1) {
    const [before, mails] = [(await taken()).length, told().length];
    await changeCell(company, 'settings', key, 'value', String(100 + at));
    await company.at(`2026-03-${String(5 + at).padStart(2, '0')} 01:05`);
    calls = 0;
    company.workspace.setFaultHook(({ functionName, name, moment }) => {
      if (functionName !== 'sweep' || name !== 'UrlFetchApp.fetchAll' || moment !== 'after') return { kind: 'pass' };
      calls += 1;
      return calls === at ? { kind: 'kill' } : { kind: 'pass' };
    });
    await sweep().catch(() => undefined);
    company.workspace.setFaultHook(null);
    await company.minutesLater(31);
    await sweep();
    expect([at, (await taken()).length - before, told().length - mails]).toEqual([at, 1, 1]);
  }
  expect(calls).toBeGreaterThan(6);
  expect(await wrong()).toEqual([]);
});

test('N-58: a row that somebody copied is named, once while it stays; it counts for nothing, and the ledgers are as they were', async () => {
  const before = (await taken()).length;
  await copyRow(company, 'cities', '上海');
  await changeCell(company, 'cities', '上海', 'province', '沪');
  await night('2026-03-29');
  await night('2026-03-30');
  const [mail, ...more] = mailsAbout('编号重复');
  expect(more).toEqual([]);
  expect(mail?.subject).toContain('1 个编号重复');
  expect(mail?.text).toMatch(/上海: 第 \d+、\d+ 行/);
  // The upper one was changed as well: that is a change, the copy is none.
  expect((await taken()).slice(before)).toEqual(['update cities 上海']);
});

test('a tab that has lost a column is said so once; its other columns are checked', async () => {
  const { length } = await taken();
  await renameColumn(company, 'holidays', 'source', 'quelle');
  await changeCell(company, 'holidays', '2026-10-04', 'name', '改名');
  await night('2026-04-01');
  await night('2026-04-02');
  expect(mailsAbout('缺少列 source')).toHaveLength(1);
  expect(await taken()).toHaveLength(length + 1);
  await renameColumn(company, 'holidays', 'quelle', 'source');
});

test('N-58: a journal row that was changed is named', async () => {
  await pasteCell(company, 'journal', '2.1', 'command', 'something.else');
  await night('2026-04-03');
  expect(mailsAbout('流水校验不符')).toHaveLength(1);
});

test('a tab too large for one step is checked in slices, whatever order its rows stand in', async () => {
  await appendRows(company, 'sentNotices', Array.from({ length: 9000 }, (_, at) => ({ noticeId: `NT-9${String(at).padStart(5, '0')}`, code: 'N-43', subject: `通知 ${at}` })));
  // With the check's own file gone the next night takes the ledgers as they stand.
  await company.workspace.run('core', 'loseFile', ['check.file'], owner);
  await night('2026-04-04');
  const { length } = await taken();
  await changeCell(company, 'sentNotices', 'NT-908500', 'subject', '改过');
  await deleteRow(company, 'sentNotices', 'NT-900500');
  await sortRows(company, 'sentNotices', 'subject');
  // Further down than the row that it repeats, in another slice, with another text.
  await appendRows(company, 'sentNotices', [{ noticeId: 'NT-908000', code: 'N-43', subject: '抄错的' }]);
  await night('2026-04-05');
  expect(mailsAbout('编号重复')).toHaveLength(2);
  expect([...(await taken()).slice(length)].sort()).toEqual(['delete sentNotices NT-900500', 'update sentNotices NT-908500']);
});
