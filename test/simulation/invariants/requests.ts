import type { RowChange } from '../../../src/ledger/change';
import type { JournalEntry } from '../../../src/ledger/journal';
import { minute } from '../moments';
import type { Invariant } from './books';

/** By then every form has been looked at, whatever its trigger did. */
const latest = 60 * minute;

/** Receipts stand beside marks of what somebody was told once. */
const marks: readonly unknown[] = ['TOLD', 'REMINDED'];
const takesIn = (change: RowChange): boolean => change.kind === 'insert' && change.table === 'seen' && !marks.includes(change.row['outcome']);

/**
 * What an entry wrote down, and the documents that it claimed from once more: the same expense sent twice says nothing of its
 * document that does not stand there already (5.7).
 */
const writtenDown = (entries: readonly JournalEntry[]): readonly string[] => {
  const documents = new Map<string, string>();
  return entries.flatMap(({ changes }) => {
    const known = changes.flatMap((change) => (change.table === 'invoiceRegister' && change.kind === 'update' ? [documents.get(change.key) ?? ''] : []));
    for (const change of changes) if (change.table === 'invoiceRegister' && change.kind === 'insert') documents.set(change.key, JSON.stringify(change.row));
    return changes.some(takesIn) ? [JSON.stringify(changes) + known.join('')] : [];
  });
};

/** Every answer that a form accepted was taken in exactly once: as what it asks for, or into the inbox. */
export const answersTakenOnce: Invariant = (books, world) => {
  const taken = writtenDown(books.entries);
  return [...new Set(world.sent.map(({ mark }) => mark))].flatMap((mark) => {
    const sent = world.sent.filter((form) => form.mark === mark && form.at <= books.now - latest);
    const times = taken.filter((changes) => changes.includes(mark)).length;
    return sent.length === 0 || times === sent.length ? [] : [`The ${sent[0]?.form ?? ''} answer ${mark} was sent ${sent.length} times and taken in ${times} times`];
  });
};

/** A ticket comes from one request only. */
export const oneTicketEach: Invariant = (books) => {
  const registered = books.entries.flatMap(({ changes }) => changes.filter((change) => change.kind === 'insert' && change.table === 'tickets' && change.workbook === undefined).map(({ key }) => key));
  const twice = registered.filter((key, index) => registered.indexOf(key) !== index);
  return twice.map((key) => `${key} was registered twice`);
};
