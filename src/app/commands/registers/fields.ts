import { customers, dispatchOrders, products, staff, tickets, type AnyTable, type Column, type Columns, type Table } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import type { Entry, Register, Step } from '../../../registers';
import { isRefusal, refuse, words, type Refusal, type Words } from '../../../terms';
import type { Field, FieldKind, Input } from '../../field';

/** Columns that name a row of another table, and what people call such a row beside its number. */
const references: Readonly<Record<string, { readonly table: AnyTable; readonly name: string | null; readonly words: Words }>> = {
  ticketId: { table: tickets, name: null, words: words('工单号。', 'Ticket number.') },
  customerId: { table: customers, name: 'name', words: words('客户名称或编号；填了工单可留空。', 'Name or number; may be empty where a ticket is given.') },
  productId: { table: products, name: 'model', words: words('型号或编号。', 'Model or number.') },
  orderId: { table: dispatchOrders, name: null, words: words('派工单号。', 'Order number.') },
};

const people: (typeof references)[string] = { table: staff, name: 'name', words: words('姓名或人员编号。', 'Name or staff number.') };

export const referenceOf = (name: string, column: Column<unknown>): (typeof references)[string] | undefined => (column.people === true ? people : references[name]);

export const namesOf = (step: Pick<Step, 'fields'>): readonly string[] => (step.fields ?? []).map((field) => field.replace('!', ''));

export const columnOf = ({ table }: Pick<Register, 'table'>, name: string): Column<unknown> => {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`${table.name} has no column ${name}`);
  return column;
};

const kinds: Readonly<Partial<Record<Column<unknown>['kind'], FieldKind>>> = { long: 'long', choice: 'choice', instant: 'instant', date: 'date', integer: 'integer', flag: 'flag', list: 'list' };

/** What a step asks for, as its columns say it: the label, the choices, how long a text may be. */
export const fieldsOf = (register: Register, step: Pick<Step, 'fields'>): readonly Field[] =>
  (step.fields ?? []).map((wanted): Field => {
    const name = wanted.replace('!', '');
    const column = columnOf(register, name);
    const kind = kinds[column.kind] ?? 'text';
    const help = column.note ?? referenceOf(name, column)?.words;
    return {
      name, kind, label: column.label, ...(wanted.endsWith('!') ? { required: true } : {}), ...(help === undefined ? {} : { help }),
      ...(column.choices === undefined ? {} : { choices: column.choices }), ...(kind === 'text' ? { maximum: 300 } : kind === 'long' ? { minimum: 2, maximum: 3000 } : {}),
    };
  });

/** Tables that fields of a step are looked up in. */
export const referenceTables = (register: Register, step: Pick<Step, 'fields'>): readonly AnyTable[] =>
  namesOf(step).flatMap((name) => referenceOf(name, columnOf(register, name))?.table ?? []);

const keyNamed = (draft: Draft, table: Table<Columns>, name: string | null, given: string): string | null => {
  const isActive = (row: Entry): boolean => row['active'] !== false;
  const found = draft.find(table, given);
  if (found !== undefined) return isActive(found) ? given : null;
  const named = name === null ? [] : draft.by(table, name, given).filter(isActive);
  const [only] = named;
  return only === undefined || named.length > 1 ? null : String(only[table.key]);
};

const valueOf = (draft: Draft, input: Input, name: string, column: Column<unknown>): unknown => {
  switch (column.kind) {
    case 'flag':
      return input.flag(name);
    case 'list':
      return input.list(name).slice(0, 20).map((entry) => entry.slice(0, 60));
    case 'integer':
      return input.has(name) ? input.number(name) : null;
    case 'instant':
      return input.optionalInstant(name);
    case 'date':
      return input.optionalDate(name);
    case 'decimal': {
      const given = input.optionalText(name);
      return given === null ? null : /^\d{1,6}(\.\d{1,2})?$/.test(given) ? Number(given) : refuse('INPUT', `「${column.label.zh}」须为数字，最多两位小数。`, `"${column.label.en}" must be a number with two decimals at most.`);
    }
    default: {
      const given = input.optionalText(name);
      const reference = referenceOf(name, column);
      if (given === null || reference === undefined) return given;
      return keyNamed(draft, reference.table, reference.name, given)
        ?? refuse('INPUT', `「${column.label.zh}」没有唯一的“${given}”，请填写编号。`, `"${column.label.en}": "${given}" is not the name of exactly one; please give the number.`);
    }
  }
};

/** What a step was given, by column; empty ones are left out, so that they keep what stands there. */
export const givenIn = (draft: Draft, register: Register, step: Pick<Step, 'fields'>, input: Input): Entry | Refusal => {
  const given: [string, unknown][] = [];
  for (const name of namesOf(step)) {
    const value = valueOf(draft, input, name, columnOf(register, name));
    if (isRefusal(value)) return value;
    if (value !== null) given.push([name, value]);
  }
  return Object.fromEntries(given);
};
