import { staff, type Column } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import type { Entry, Register, Step } from '../../../registers';
import { maskNumbers } from '../../../tickets';
import { parseInstant, showInstant, words, type Words } from '../../../terms';
import { openDesk } from '../../../text/notices/tickets-facts';
import type { Movable } from '../../moves';
import type { Message } from '../../request';
import { columnOf } from './fields';

type Facts = NonNullable<Message['facts']>;

export const statusWords = (register: Register): Readonly<Record<string, Words>> => columnOf(register, 'status').choices ?? {};

/** A row as the state table looks at it; none yet without one. */
export const movableEntry = (register: Register, objectId: string, entry: Entry | undefined): Movable<string> => ({
  objectId, status: entry === undefined ? null : String(entry['status']), labels: statusWords(register), owner: register.owner === null || entry === undefined ? null : String(entry[register.owner]),
});

/** A new row before anything is known of it. */
export const blank = ({ table }: Register): Entry =>
  Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, column.optional ? null : column.kind === 'flag' ? false : column.kind === 'list' ? [] : null]));

const shownValue = (draft: Draft, column: Column<unknown>, value: unknown): string | Words => {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  if (column.people === true) return draft.find(staff, text)?.name ?? text;
  if (column.kind === 'instant') {
    const at = parseInstant(text);
    return at === null ? text : showInstant(at);
  }
  return column.choices?.[text] ?? (column.kind === 'long' ? maskNumbers(text) : text);
};

/** What stands in some columns, as people read it; mails carry no long texts, in which anything may stand (9.4 no. 2). */
export const factsOf = (draft: Draft, register: Register, entry: Entry, columns: readonly string[], long: boolean): Facts =>
  columns.flatMap((name) => {
    const column = columnOf(register, name);
    const value = entry[name];
    const isEmpty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    return isEmpty || (column.kind === 'long' && !long) ? [] : [{ label: column.label, value: shownValue(draft, column, value) }];
  });

export const entryId = ({ table }: Register, entry: Entry): string => String(entry[table.key]);

/** What everybody concerned is told of a step. */
export const entryNews = (draft: Draft, register: Register, entry: Entry, { label }: Pick<Step, 'label'>): Message => {
  const id = entryId(register, entry);
  const { kind } = register;
  const state = statusWords(register)[String(entry['status'])] ?? words('', '');
  return {
    subject: words(`${kind.zh} ${id}：${label.zh}`, `${kind.en} ${id}: ${label.en}`),
    body: [words(`${kind.zh} ${id} 现为“${state.zh}”。内容和可办事项见工作台。`, `${kind.en} ${id} is "${state.en}" now. Your desk shows it and what you may do.`)],
    facts: factsOf(draft, register, entry, register.shows, false), actions: openDesk(id),
  };
};
