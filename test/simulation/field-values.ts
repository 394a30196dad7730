import type { FieldView, SentInput, SentValue } from '../../src/ui/protocol';
import { hostileText } from './hostile';
import { day, hour, minute, written, writtenDate } from './moments';
import type { Random } from './random';

/** What a person fills a form with. */
export interface Writer {
  readonly random: Random;
  readonly now: number;
  /** Stands in every free text, so that what was sent is found again. */
  readonly mark: string;
  /** How often a value is nonsense, from 0 to 1. */
  readonly nonsense: number;
  /** Staff numbers of those who come to work in this life; whoever else is named does nothing. */
  readonly present: ReadonlySet<string>;
}

type Scalar = string | boolean | readonly string[];

/** Texts whose meaning a name tells; what is in no row is prose. */
const texts: readonly (readonly [RegExp, (writer: Writer) => string])[] = [
  [/phoneLast4/, ({ random }) => String(2001 + random.integer(0, 29))],
  [/phone/i, ({ random }) => `1380000${random.integer(1001, 1020)}`],
  [/email/i, ({ random }) => `contact${random.integer(1, 30)}@customers.example`],
  [/tracking|payRef|invoiceNumber/i, ({ random }) => `SF${random.integer(1000000, 9999999)}`],
  [/serial/i, ({ random }) => `MNS250500${random.integer(11, 19)}`],
  [/^(ticketId|orderId|supersedes)$/, () => ''],
  [/^customerId$/, ({ random }) => `CU-${String(random.integer(1, 29)).padStart(5, '0')}`],
  [/^(qty|hours)$/, ({ random }) => `${random.integer(1, 9)}.5`],
  [/city|origin|destination/i, ({ random }) => random.pick(['上海', '苏州', '杭州', '珠海', '昆山'])],
  [/^unit$/, () => '件'],
  [/consignee|signerName|person|contactName/, () => '王建国'],
  [/carrier/i, () => '顺丰'],
  [/lodgingPlace/, () => '无'],
];

const prose = (writer: Writer, field: FieldView): string => {
  const text = `${field.label.zh.slice(0, 12)}：按现场情况处理，已与客户确认 ${writer.mark}`;
  const long = text.length < (field.minimum ?? 0) ? text.padEnd(field.minimum ?? 0, '。') : text;
  return field.maximum !== null && field.maximum > 0 && long.length > field.maximum ? long.slice(0, field.maximum) : long;
};

const moments: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/planDepart|plannedDepart/, [10 * hour, 48 * hour]],
  [/planArrive/, [49 * hour, 60 * hour]],
  [/agreedDate|timeWanted|neededBy|plannedAt/, [4 * hour, 72 * hour]],
  [/^(fromAt|compFrom)$/, [1 * hour, 20 * hour]],
  [/^(toAt|compTo)$/, [21 * hour, 24 * hour]],
  [/./, [-20 * minute, 0]],
];
const dates: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/planReturn|checkout/, [3, 4]],
  [/eta|promised|planDate|effectiveDate|dueAt/i, [0, 9]],
  [/commissioning/, [3, 20]],
  [/./, [-1, 0]],
];

/** Not required, but wanted more often than not. */
const wanted = /^content$|skillOverrideReason|notNeededReason|purpose|city|checkout|origin|destination|mode|comment|items|afterChecks|planReturn|untoldReason/;

/** A plan is made anew as a whole: a part of an old one fits nothing. */
const together = /^plan(Depart|Arrive|Return)/;

/** One of these; people are mostly such as are there. */
const oneOf = (codes: readonly string[], { random, present }: Writer): string => {
  const there = codes.filter((code) => present.has(code));
  return random.pick(there.length > 0 && random.chance(0.9) ? there : codes);
};

const scalar = (field: FieldView, writer: Writer): Scalar => {
  const { random, now } = writer;
  const codes = field.choices?.map(({ code }) => code) ?? [];
  switch (field.kind) {
    case 'choice':
      return codes.length === 0 ? '' : oneOf(codes, writer);
    case 'list':
      return codes.length === 0 ? [] : codes.filter(() => random.chance(field.name === 'afterChecks' || field.name === 'items' ? 0.95 : 0.3));
    case 'flag':
      return field.required || random.chance(0.85);
    case 'integer':
      return String(random.integer(field.minimum ?? 0, Math.min(field.maximum ?? 20, (field.minimum ?? 0) + 8)));
    case 'money':
      return `${random.integer(8, 600)}.${random.pick(['00', '50', '35'])}`;
    case 'instant': {
      const [from, to] = moments.find(([name]) => name.test(field.name))?.[1] ?? [0, 0];
      return written(now + random.integer(from / minute, to / minute) * minute);
    }
    case 'date': {
      const [from, to] = dates.find(([name]) => name.test(field.name))?.[1] ?? [0, 0];
      return writtenDate(now + random.integer(from, to) * day);
    }
    default:
      return codes.length > 0 ? oneOf(codes, writer) : texts.find(([name]) => name.test(field.name))?.[1](writer) ?? prose(writer, field);
  }
};

const nonsenseFor = (field: FieldView, { random }: Writer): Scalar =>
  field.kind === 'flag' ? random.pick(['maybe', '', '是']) : field.kind === 'list' ? [hostileText(random)] : random.pick([hostileText(random), '', '-5', '99999999999', '2026-13-45', '1e400']);

const oneValue = (field: FieldView, writer: Writer): Scalar => {
  const { random } = writer;
  if (random.chance(writer.nonsense)) return nonsenseFor(field, writer);
  if (field.initial !== null && field.initial !== '' && !together.test(field.name) && random.chance(0.7)) return field.initial;
  // Empty is now; who writes a time says some minutes ago, which may be before what he did last.
  if (!field.required && field.kind !== 'flag' && random.chance(wanted.test(field.name) ? 0.06 : field.name === 'at' ? 0.8 : 0.3)) return field.kind === 'list' ? [] : '';
  return scalar(field, writer);
};

const linesOf = (field: FieldView, writer: Writer): SentValue => {
  const count = field.required ? writer.random.integer(1, 2) : writer.random.integer(0, 1);
  return Array.from({ length: count }, () => Object.fromEntries(field.columns.map((column) => [column.name, oneValue(column, writer)])));
};

/** Values for the fields of an offer, mostly plausible. */
export const fillFields = (fields: readonly FieldView[], writer: Writer): SentInput =>
  Object.fromEntries(fields.map((field): readonly [string, SentValue] => [field.name, field.kind === 'lines' ? linesOf(field, writer) : oneValue(field, writer)]));
