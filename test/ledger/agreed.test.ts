import fc from 'fast-check';
import { staff, tables, type TableName } from '../../sheets-templates';
import { differences, fromText, learn, moveOn, nothingYet, removed, short, toText, wholeValue, type Agreed } from '../../src/ledger/agreed';
import type { PlainRow, RowChange } from '../../src/ledger/change';
import { columnKey, writeCell, type CellValue } from '../../src/ledger/codec';
import type { JournalEntry } from '../../src/ledger/journal';
import { readSheet } from '../../src/ledger/sheet-rows';
import { company } from '../app/make-rows';

const entry = (number: number, ...changes: readonly RowChange[]): JournalEntry => ({ number, at: '' as JournalEntry['at'], actor: 'SYS', command: 'any', objectId: '', result: 'OK', changes, reason: '' });
const names = new Map(Object.values(company).map(({ staffId, name }) => [staffId, name]));

/** A sheet of rows as a command writes them, its columns in another order. */
const sheetOf = (name: TableName, rows: readonly PlainRow[], change: (cells: Record<string, CellValue>) => void = () => undefined) => {
  const properties = Object.entries(tables[name].columns).reverse();
  const written = rows.map((row) => {
    const cells: Record<string, CellValue> = Object.fromEntries(properties.map(([property, column]) => [property, writeCell(column, row[property], 'zh-CN', names)]));
    change(cells);
    return properties.map(([property]) => cells[property] ?? '');
  });
  return readSheet(name, [properties.map(([property]) => columnKey(property)), [], ...written]);
};

const people = Object.values(company).map((person): PlainRow => ({ ...person }));
const insert = (row: PlainRow): RowChange => ({ kind: 'insert', table: 'staff', key: String(row['staffId']), row });
const journalled = (...changes: readonly RowChange[]): Agreed => moveOn(nothingYet(staff.book, 'staff', 0), [entry(1, ...people.map(insert)), entry(2, ...changes)], 2, 'zh-CN').agreed;
const first = String(people[0]?.['staffId']);

test('what commands wrote is as agreed, in any order of columns, kept and read again', () => {
  const kept = journalled({ kind: 'update', table: 'staff', key: first, fields: { name: '新名' } });
  const rows = people.map((row) => (row['staffId'] === first ? { ...row, name: '新名' } : row));
  expect(differences(fromText(staff.book, 'staff', 2, toText(kept)), sheetOf('staff', rows))).toEqual([]);
  expect(removed(kept, new Set(people.map((row) => String(row['staffId']))))).toEqual([]);
});

test('a changed cell is told with what stood there and what does, and the change that takes it down', () => {
  const found = differences(journalled(), sheetOf('staff', people.slice(0, 1), (cells) => Object.assign(cells, { name: '手改' })));
  expect(found).toMatchObject([{ kind: 'CHANGED', key: first, cells: [{ property: 'name', now: '"手改"', goesBack: false }], change: { kind: 'update', fields: { name: '手改' } } }]);
});

test.each<[string, string, CellValue]>([['a choice that is none', 'employmentKind', '克林贡语'], ['a choice that is empty', 'employmentKind', '']])('%s goes back', (_what, property, cell) => {
  const found = differences(journalled(), sheetOf('staff', people.slice(0, 1), (cells) => Object.assign(cells, { [property]: cell })));
  expect(found).toMatchObject([{ cells: [{ property, goesBack: true }], change: { fields: { [property]: people[0]?.[property] } } }]);
});

test('a row by hand is taken down without what cannot be read; one that is gone is told', () => {
  const added: PlainRow = { ...people[0], staffId: 'ST-777', employmentKind: null };
  expect(differences(journalled(), sheetOf('staff', [added]))).toMatchObject([{ kind: 'ADDED', change: { kind: 'insert', key: 'ST-777', row: { employmentKind: null } } }]);
  expect(removed(journalled(), new Set(people.slice(1).map((row) => String(row['staffId']))))).toMatchObject([{ kind: 'REMOVED', key: first, change: { kind: 'delete' } }]);
});

test('another workbook’s rows, and entries from before, change nothing', () => {
  const agreed = journalled();
  const { touched } = moveOn(agreed, [entry(2, { kind: 'delete', table: 'staff', key: first }), entry(3, { kind: 'delete', table: 'staff', key: first, workbook: 'archive-2026' })], 3, 'zh-CN');
  expect(touched).toBe(false);
});

test('a column that came since is filled in by the next look, and compared from then on', () => {
  const [header = [], ...lines] = JSON.parse(toText(journalled())) as string[][];
  const at = header.indexOf('name');
  const old = fromText(staff.book, 'staff', 2, JSON.stringify([header.filter((_, place) => place !== at), ...lines.map((line) => line.filter((_, place) => place !== at + 1))]));
  expect(differences(old, sheetOf('staff', people))).toEqual([]);
  expect(differences(old, sheetOf('staff', people.slice(0, 1), (cells) => Object.assign(cells, { name: '手改' })))).toHaveLength(1);
});

test('what is learnt from a sheet is agreed', () => {
  const agreed = nothingYet(staff.book, 'staff', 7);
  learn(agreed, sheetOf('staff', people));
  expect(differences(agreed, sheetOf('staff', people))).toEqual([]);
});

test('property: values in short differ when the values do, and whole ones come back', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (one, other) => {
    expect(short(one) === short(other)).toBe(one === other);
    expect(wholeValue(short(one)) ?? one).toBe(one);
  }), { numRuns: 500 });
});
