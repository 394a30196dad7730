import { columnKey, dayKind, tables, type TableName } from '../../sheets-templates';
import { addRow, changeCell, copyRow, deleteRow, pasteCell } from '../journeys/owner-hand';
import { hour, minute, startOfDay, writtenDate } from './moments';
import type { Random } from './random';
import type { World } from './world';

/** Something that the owner did to a ledger past the system. */
export interface OwnerEdit {
  readonly at: number;
  readonly kind: 'update' | 'delete' | 'insert' | 'copy';
  readonly table: TableName;
  readonly key: string;
  readonly property: string | null;
}

/** Cells that the owner finds worth mending: what they say decides nothing, so that all other checks go on. */
const mended: readonly (readonly [TableName, string])[] = [
  ['tickets', 'faultDesc'], ['customers', 'notes'], ['contactAttempts', 'content'], ['siteReports', 'siteStatus'], ['tasks', 'title'], ['holidays', 'source'], ['cities', 'province'],
];

/** When the night's check has been through: it begins at 01:00 and is tried again half an hour later where a run dies. */
export const lastCheck = (now: number): number => {
  const today = startOfDay(now) + hour + 35 * minute;
  return today <= now ? today - 35 * minute : today - 35 * minute - 24 * hour;
};

const keysIn = async (world: World, table: TableName): Promise<readonly string[]> =>
  (await world.company.rows(table)).map((row) => String(row[columnKey(tables[table].key)] ?? '')).filter((key) => key !== '');

const mend = async (world: World, random: Random): Promise<OwnerEdit | null> => {
  const [table, property] = random.pick(mended);
  const keys = await keysIn(world, table);
  if (keys.length === 0) return null;
  const key = random.pick(keys);
  await changeCell(world.company, table, key, property, `手改 ${world.nextMark()}${'长'.repeat(random.integer(0, 60))}`);
  return { at: world.now(), kind: 'update', table, key, property };
};

/** A date that is none: nobody can read it, so that it has to go back. */
const spoil = async (world: World, random: Random): Promise<OwnerEdit | null> => {
  const key = random.pick(await keysIn(world, 'staff'));
  await pasteCell(world.company, 'staff', key, 'joined', `去年${random.integer(1, 12)}月`);
  return { at: world.now(), kind: 'update', table: 'staff', key, property: 'joined' };
};

/** Days of a year that is over. */
const takeOut = async (world: World, random: Random): Promise<OwnerEdit | null> => {
  const keys = (await keysIn(world, 'holidays')).filter((date) => date < '2026');
  if (keys.length < 5) return null;
  const key = random.pick(keys);
  await deleteRow(world.company, 'holidays', key);
  return { at: world.now(), kind: 'delete', table: 'holidays', key, property: null };
};

const putIn = async (world: World, random: Random): Promise<OwnerEdit | null> => {
  const key = writtenDate(Date.UTC(2025, 0, 1) + random.integer(0, 360) * 24 * hour);
  if ((await keysIn(world, 'holidays')).includes(key)) return null;
  await addRow(world.company, 'holidays', { date: key, kind: dayKind.HOLIDAY.zh, name: '手加', isStatutory: '否' });
  return { at: world.now(), kind: 'insert', table: 'holidays', key, property: null };
};

/** A row stands there twice: the copy below counts for nothing. */
const copy = async (world: World, random: Random): Promise<OwnerEdit> => {
  const key = random.pick(await keysIn(world, 'cities'));
  await copyRow(world.company, 'cities', key);
  return { at: world.now(), kind: 'copy', table: 'cities', key, property: null };
};

/** The owner of the files changes what no one else can. */
export const editAsOwner = async (world: World, random: Random): Promise<void> => {
  const edit = await (random.weighted([[mend, 6], [spoil, 1], [takeOut, 1], [putIn, 1], [copy, 1]] as const, ([, weight]) => weight)?.[0] ?? mend)(world, random);
  if (edit === null) return;
  world.ownerEdits.push(edit);
  world.note(`The owner’s hand: ${edit.kind} ${edit.table} ${edit.key} ${edit.property ?? ''}`, `owner ${edit.kind}`, 'done');
};
