import { dispatchOrders, expenseKind, invoiceKind, staff, transportMode, type ExpenseKind, type ExpenseLine, type InvoiceKind, type TravelLeg } from '../../../../sheets-templates';
import { approvedMode, oldestMonthAtHand } from '../../../people';
import { atTime, dateOf, daysBetween, firstRefusal, isRefusal, monthOf, refuse, words, type Instant, type LocalDate, type Refusal } from '../../../terms';
import type { Field, Input } from '../../field';
import type { Request } from '../../request';
import { ordersOf } from './claim-facts';

/** Kinds that people enter; allowances are generated. */
const enteredKinds: readonly ExpenseKind[] = ['LODGING', 'LONG_HAUL', 'LOCAL_TICKET', 'MATERIAL', 'OTHER'];

export const lineFields: readonly Field[] = [
  { name: 'kind', kind: 'choice', label: words('费用类别', 'Kind of expense'), required: true, choices: Object.fromEntries(enteredKinds.map((kind) => [kind, expenseKind[kind]])) },
  { name: 'date', kind: 'date', label: words('发生日期', 'Date'), required: true, help: words('住宿填入住日期；车票填乘车日期。', 'Lodging: check-in. Tickets: day of travel.') },
  { name: 'amount', kind: 'money', label: words('申报金额（元）', 'Amount claimed (yuan)'), required: true },
  { name: 'orderId', kind: 'text', label: words('派工单号', 'Dispatch order'), maximum: 40, help: words('不填则按日期自动对应。', 'Left empty, the order of that date is taken.') },
  { name: 'city', kind: 'text', label: words('住宿城市', 'City of lodging'), maximum: 40 },
  { name: 'checkout', kind: 'date', label: words('离店日期', 'Check-out') },
  { name: 'sharers', kind: 'list', label: words('同住人', 'Sharing the room'), help: words('同住的本公司人员；手写时填姓名或编号，用逗号分开。', 'Colleagues in the same room; where you type, names or staff numbers separated by commas.') },
  { name: 'origin', kind: 'text', label: words('起点', 'From'), maximum: 60 },
  { name: 'destination', kind: 'text', label: words('终点', 'To'), maximum: 60 },
  { name: 'mode', kind: 'choice', label: words('交通方式', 'Mode of travel'), choices: transportMode },
  { name: 'departAt', kind: 'instant', label: words('出发时间', 'Departure time'), help: words('高铁、飞机、出租车必须填写。', 'Needed for high-speed rail, plane and taxi.') },
  { name: 'invoiceKind', kind: 'choice', label: words('票据类型', 'Kind of document'), choices: invoiceKind },
  { name: 'invoiceCode', kind: 'text', label: words('发票代码', 'Invoice code'), maximum: 40 },
  { name: 'invoiceNumber', kind: 'text', label: words('发票号码', 'Invoice number'), maximum: 60 },
  { name: 'invoiceTotal', kind: 'money', label: words('发票价税合计（元）', 'Total of the document (yuan)'), help: words('不填则等于申报金额。', 'Left empty, it equals the amount.') },
  { name: 'seller', kind: 'text', label: words('销售方', 'Seller'), maximum: 100 },
  { name: 'purpose', kind: 'text', label: words('用途说明', 'What it was for'), maximum: 300, help: words('材料费和其他费用必须填写。', 'Needed for material and other costs.') },
];

/** A line as typed, checked and resolved, before it has numbers. */
export interface EnteredLine {
  readonly month: string;
  readonly orderId: string;
  readonly ticketId: string | null;
  readonly line: Pick<ExpenseLine, 'kind' | 'date' | 'city' | 'nights' | 'checkin' | 'checkout' | 'sharers' | 'mode' | 'amountClaimed' | 'purpose'>;
  readonly leg: Pick<TravelLeg, 'departAt' | 'origin' | 'destination' | 'mode'> | null;
  readonly document: { readonly kind: InvoiceKind; readonly code: string | null; readonly number: string; readonly total: EnteredLine['line']['amountClaimed']; readonly seller: string } | null;
}

const choose = <Code extends string>(choices: Readonly<Record<Code, unknown>>, text: string): Code | null => {
  const isCode = (candidate: string): candidate is Code => candidate in choices;
  return isCode(text) ? text : null;
};

const isTransport = (kind: ExpenseKind): boolean => kind === 'LONG_HAUL' || kind === 'LOCAL_TICKET';

/** What belongs to a document, and would be lost without one. */
const aboutDocument = ['invoiceCode', 'invoiceNumber', 'invoiceTotal', 'seller'];

const guards = (kind: ExpenseKind, input: Input, today: LocalDate): Refusal | null => firstRefusal([
  input.money('amount') === 0 ? refuse('EXP-AMOUNT', '申报金额须大于 0。', 'The amount must be more than 0.') : null,
  choose(invoiceKind, input.text('invoiceKind')) === null && aboutDocument.some((name) => input.has(name))
    ? refuse('EXP-DOCUMENT', '填写了票据号码、金额或销售方，但没有选票据类型。请选择票据类型；没有票据请清空这几项。', 'There is a number, an amount or a seller, but no kind of document. Choose the kind, or clear them when there is no document.') : null,
  input.date('date') > today ? refuse('EXP-DATE', '不能申报尚未发生的费用。', 'Costs that have not arisen yet cannot be claimed.') : null,
  kind !== 'LODGING' ? null
    : input.optionalText('city') === null || input.optionalDate('checkout') === null ? refuse('X-05', '住宿须填写城市和离店日期。', 'Lodging needs the city and the check-out date.')
      : input.date('checkout') <= input.date('date') ? refuse('5.4', '离店日期须晚于入住日期。', 'Check-out must be after check-in.')
        : input.date('checkout') > today ? refuse('EXP-DATE', '离店后再申报住宿费。', 'Please claim lodging after check-out.') : null,
  isTransport(kind) && approvedMode(input.text('mode')) !== undefined && input.optionalInstant('departAt') === null
    ? refuse('5.5', '高铁、飞机、出租车须填写出发时间，以核对批准时间。', 'High-speed rail, plane and taxi need the departure time, which the approval is compared with.') : null,
  (kind === 'MATERIAL' || kind === 'OTHER') && input.optionalText('purpose') === null ? refuse('X-12', '材料费和其他费用须说明用途。', 'Material and other costs need their purpose.') : null,
]);

/** People named as sharing a room, as staff ids. */
const sharersOf = ({ draft, input }: Request, self: string): readonly string[] | Refusal => {
  const found: string[] = [];
  for (const named of input.list('sharers')) {
    const [member, ...others] = draft.where(staff, (row) => row.staffId === named || row.name === named);
    if (member === undefined || others.length > 0) return refuse('AMB-47', `同住人“${named}”无法识别，请填写人员编号。`, `"${named}" is not clear; please give the staff number.`);
    if (member.staffId !== self && !found.includes(member.staffId)) found.push(member.staffId);
  }
  return found;
};

/** The order named, or the one link it came by, or the one that was under way on the date; empty when none was. */
const orderFor = ({ draft, objectId, input }: Request, staffId: string, date: LocalDate): string => {
  const own = ordersOf(draft, staffId);
  const named = input.optionalText('orderId');
  if (named !== null) return named;
  if (own.some((order) => order.orderId === objectId)) return objectId;
  const covering = own.filter((order) => order.departedAt !== null && dateOf(order.departedAt) <= date && (order.returnedAt === null || dateOf(order.returnedAt) >= date) && order.status !== 'CANCELLED');
  return covering[0]?.orderId ?? '';
};

const legOf = (input: Input, date: LocalDate): EnteredLine['leg'] => {
  const mode = choose(transportMode, input.text('mode'));
  const [origin, destination] = [input.optionalText('origin'), input.optionalText('destination')];
  if (origin === null || destination === null || mode === null) return null;
  const departAt: Instant = input.optionalInstant('departAt') ?? atTime(date, '00:00');
  return { departAt, origin, destination, mode };
};

export const readLine = (request: Request, staffId: string): EnteredLine | Refusal => {
  const { draft, input, now } = request;
  const kind = choose(expenseKind, input.text('kind'));
  if (kind === null) return refuse('INPUT', '请选择费用类别。', 'Please choose the kind of expense.');
  const refused = guards(kind, input, dateOf(now));
  if (refused !== null) return refused;
  const sharers = kind === 'LODGING' ? sharersOf(request, staffId) : [];
  if (isRefusal(sharers)) return sharers;
  const leg = isTransport(kind) ? legOf(input, input.date('date')) : null;
  const date = leg === null ? input.date('date') : dateOf(leg.departAt);
  const checkout = kind === 'LODGING' ? input.date('checkout') : null;
  const month = monthOf(checkout ?? date);
  if (month < oldestMonthAtHand(now)) return refuse('EXP-OLD', `${month} 的费用已过申报期，当月单据已归档。`, `Costs of ${month} can no longer be claimed; the papers of that month are archived.`);
  const document = choose(invoiceKind, input.text('invoiceKind'));
  const orderId = orderFor(request, staffId, date);
  return {
    month, orderId, ticketId: draft.find(dispatchOrders, orderId)?.ticketId ?? null,
    line: {
      kind, date, city: kind === 'LODGING' ? input.optionalText('city') : null, nights: checkout === null ? null : daysBetween(date, checkout),
      checkin: checkout === null ? null : date, checkout, sharers: sharers.length === 0 ? null : sharers,
      mode: isTransport(kind) ? choose(transportMode, input.text('mode')) : null, amountClaimed: input.money('amount'), purpose: input.optionalText('purpose'),
    },
    leg,
    document: document === null ? null : {
      kind: document, code: input.optionalText('invoiceCode'), number: input.text('invoiceNumber'),
      total: input.has('invoiceTotal') ? input.money('invoiceTotal') : input.money('amount'), seller: input.text('seller'),
    },
  };
};

