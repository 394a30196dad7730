import { columnKey, tables, type TableName } from '../../../sheets-templates';
import { cellsOf, rebuild } from '../../../src/ledger/rebuild';
import { rowsOf, textOf, type Invariant } from './books';
import { waitingEdits, waitsForNight } from './hands';

/** The journal is not written to itself. */
const apart: readonly TableName[] = ['journal'];

/** No row of the journal was changed, left out or put in. */
export const chainHolds: Invariant = (books) => [
  ...(books.brokenAt === null ? [] : [`The journal's chain breaks at ${books.brokenAt}`]),
  ...books.entries.flatMap((entry, index) => (entry.number === index + 1 ? [] : [`Journal entry ${entry.number} stands at place ${index + 1}`])).slice(0, 1),
];

/** Every ledger, rebuilt from the journal alone, agrees with its sheet cell for cell, but for what the owner changed since the last night. */
export const rebuilds: Invariant = (books, world) => {
  const ledgers = rebuild(books.entries);
  const people = ledgers.get('people')?.get('staff') ?? new Map<string, Readonly<Record<string, unknown>>>();
  const names = new Map([...people].map(([staffId, row]) => [staffId, String(row['name'])]));
  const wrong: string[] = [];
  const waiting = waitingEdits(world);
  for (const name of books.rows.keys()) {
    if (apart.includes(name)) continue;
    const table = tables[name];
    const rebuilt = ledgers.get(table.book)?.get(name) ?? new Map<string, Readonly<Record<string, unknown>>>();
    // Of rows with the same key the topmost counts.
    const sheet = new Map([...rowsOf(books, name)].reverse().map((row) => [textOf(row, columnKey(table.key)), row]));
    const copies = world.ownerEdits.filter((edit) => edit.kind === 'copy' && edit.table === name).length;
    for (const key of rebuilt.keys()) if (!sheet.has(key) && !waitsForNight(waiting, name, key)) wrong.push(`${name} ${key} is in the journal and not in the sheet`);
    if (rowsOf(books, name).length > sheet.size + copies) wrong.push(`${name} holds a key twice`);
    for (const [key, row] of sheet) {
      if (waitsForNight(waiting, name, key)) continue;
      const plain = rebuilt.get(key);
      if (plain === undefined) {
        wrong.push(`${name} ${key} is in the sheet and not in the journal`);
        continue;
      }
      for (const [column, cell] of Object.entries(cellsOf(name, plain, world.company.language, names))) {
        if ((row[column] ?? '') !== cell) wrong.push(`${name} ${key} ${column}: sheet ${JSON.stringify(row[column] ?? '')}, journal ${JSON.stringify(cell)}`);
      }
    }
  }
  return wrong;
};

/** What was typed into a cell and not accepted has gone back: what people see is what counts. */
export const typedCellsSettled: Invariant = (books) =>
  [...books.rows].flatMap(([name, rows]) => rows.flatMap((row) => Object.keys(row).filter((key) => key.endsWith('_entry')).flatMap((key) => {
    const counts = row[key.slice(0, -'_entry'.length)] ?? '';
    return (row[key] ?? '') === counts ? [] : [`${name} ${textOf(row, columnKey(tables[name].key))}: ${key} shows ${JSON.stringify(row[key])} where ${JSON.stringify(counts)} counts`];
  })));
