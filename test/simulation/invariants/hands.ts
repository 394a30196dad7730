import { tables, type TableName } from '../../../sheets-templates';
import type { RowChange } from '../../../src/ledger/change';
import type { JournalEntry } from '../../../src/ledger/journal';
import { epochOf } from '../../../src/terms';
import { minute } from '../moments';
import { lastCheck, type OwnerEdit } from '../owner';
import type { World } from '../world';
import { checksIn, type Invariant } from './books';

const touches = (change: RowChange, { table, key, property }: OwnerEdit): boolean =>
  change.table === table && change.key === key && (property === null || change.kind !== 'update' || property in change.fields);

const names = (change: RowChange, edit: OwnerEdit): boolean => touches(change, edit) && change.kind === edit.kind;

/** An interrupted command's change may still have to be applied when somebody edits the cell. */
const underWay = 15 * minute;

/** What the product itself wrote over, or took away with its row, before the night came is gone before anybody looked. */
const writtenOver = (entries: readonly JournalEntry[], edit: OwnerEdit, until: number): boolean =>
  entries.some(({ command, at, changes }) => command !== 'ledger.check' && epochOf(at) >= edit.at - underWay && epochOf(at) <= until && changes.some((change) => touches(change, edit)));

/** Edits that no night has had its look at yet. */
export const waitingEdits = (world: World): readonly OwnerEdit[] => world.ownerEdits.filter(({ at }) => at >= lastCheck(world.now()));

/** A row put in and taken out again before the night, or the other way round, stands as it stood. */
const isUndone = (edits: readonly OwnerEdit[], edit: OwnerEdit, until: number): boolean =>
  edit.kind !== 'update' && edits.some((other) => other !== edit && other.kind !== 'update' && other.kind !== edit.kind && other.table === edit.table && other.key === edit.key && Math.abs(other.at - edit.at) < 24 * 60 * minute && other.at < until);

/** A copied row changes nothing, so that it is told of and no more. */
const copiesTold = (entries: readonly JournalEntry[], edits: readonly OwnerEdit[]): readonly string[] =>
  edits.filter((edit) => !entries.some((entry) => epochOf(entry.at) >= edit.at && entry.changes.some((change) => change.kind === 'insert' && change.table === 'seen' && change.key.includes(`/${edit.table}/`)))).map(({ table, key }) => `the copy of ${table} ${key} was not named`);

/** Each edit by the owner's hand was named by the night's check, and told; and it named nothing else, and nothing twice. */
export const handEditsNamed: Invariant = (books, world) => {
  const named = checksIn(books);
  const before = world.ownerEdits.filter(({ at }) => at < lastCheck(world.now()));
  const past = before.filter(({ kind }) => kind !== 'copy');
  const unnamed = past
    .filter((edit) => !named.some(({ entry, change }) => epochOf(entry.at) >= edit.at && names(change, edit)) && !writtenOver(books.entries, edit, world.now()) && !isUndone(past, edit, world.now()))
    .map((edit) => `${edit.kind} ${edit.table} ${edit.key} ${edit.property ?? ''} was not named`);
  const untrue = named.filter(({ entry, change }) => !world.ownerEdits.some((edit) => edit.at <= epochOf(entry.at) && names(change, edit))).map(({ entry, change }) => `entry ${entry.number} names ${change.kind} ${change.table} ${change.key}, which nobody edited`);
  const more = named.filter(({ entry, change }) => {
    const edits = world.ownerEdits.filter((edit) => edit.at <= epochOf(entry.at) && names(change, edit)).length;
    return edits > 0 && named.filter((other) => other.entry.number <= entry.number && other.change.table === change.table && other.change.key === change.key && other.change.kind === change.kind).length > edits;
  }).map(({ entry, change }) => `entry ${entry.number} names ${change.kind} ${change.table} ${change.key} once more`);
  const silent = named.filter(({ entry }) => !entry.changes.some((change) => change.kind === 'insert' && change.table === 'outbox' && change.row['code'] === 'N-58')).map(({ entry }) => `entry ${entry.number} told nobody`);
  return [...unnamed, ...untrue, ...more, ...silent, ...copiesTold(books.entries, before.filter(({ kind }) => kind === 'copy'))];
};

/** Whether a row or a cell of it is as the owner left it, and no night has looked. */
export const waitsForNight = (edits: readonly OwnerEdit[], name: TableName, key: string): boolean => edits.some((edit) => edit.table === name && edit.key === key && name in tables);
