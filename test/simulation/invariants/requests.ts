import type { RowChange } from '../../../src/ledger/change';
import { minute } from '../moments';
import type { Invariant } from './books';

/** By then every form has been looked at, whatever its trigger did. */
const latest = 60 * minute;

/** Receipts stand beside marks of what somebody was told once. */
const marks: readonly unknown[] = ['TOLD', 'REMINDED'];
const takesIn = (change: RowChange): boolean => change.kind === 'insert' && change.table === 'seen' && !marks.includes(change.row['outcome']);

/** Every answer that a form accepted was taken in exactly once: as what it asks for, or into the inbox. */
export const answersTakenOnce: Invariant = (books, world) => {
  const taken = books.entries.filter((entry) => entry.changes.some(takesIn)).map((entry) => JSON.stringify(entry.changes));
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
