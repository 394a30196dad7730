import { claimStatus, dispatchOrders, expenseClaims, expenseDecision, expenseKind, expenseLines, slaClocks, staff, type ExpenseClaim, type ExpenseLine } from '../../../sheets-templates';
import { claimTransitions } from '../../people';
import type { Draft } from '../../ledger/draft';
import { monthOf, showYuan, words, type Words } from '../../terms';
import { claimant, claimTotals, lineFact } from '../../text/notices/expenses';
import { hasRole, staffIdOf, type Actor } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { expensesCommands } from '../commands/expenses';
import { claimFactsOf, lineFactsOf } from '../commands/expenses/claim-approval';
import { isAllowance, linesOf, ordersOf } from '../commands/expenses/claim-facts';
import { addLine } from '../commands/expenses/edit-lines';
import type { Field } from '../field';
import { nearestDue, offerOf, offersFrom, withChoices, type Choices, type OfferShape } from './offers';

const orderChoices = (draft: Draft, staffId: string): Choices =>
  Object.fromEntries(ordersOf(draft, staffId).filter((order) => order.acceptedAt !== null).map((order) => [order.orderId, words(`${order.orderId} ${order.projectName}`, `${order.orderId} ${order.projectName}`)]));

const sharerChoices = (draft: Draft, staffId: string): Choices =>
  Object.fromEntries(draft.where(staff, (member) => member.active && member.staffId !== staffId && member.roles.includes('ENG')).map((member) => [member.staffId, words(member.name, member.name)]));

const lineChoices = (lines: readonly ExpenseLine[]): Choices =>
  Object.fromEntries(lines.filter((line) => !isAllowance(line)).map((line) => [line.lineId, words(
    `${line.date} ${expenseKind[line.kind].zh} ${showYuan(line.amountClaimed)} 元`, `${line.date} ${expenseKind[line.kind].en} ${showYuan(line.amountClaimed)} yuan`,
  )]));

const entryFields = (draft: Draft, staffId: string) => (fields: readonly Field[]): readonly Field[] => {
  const orders = orderChoices(draft, staffId);
  return withChoices(fields, { ...(Object.keys(orders).length === 0 ? {} : { orderId: orders }), sharers: sharerChoices(draft, staffId) });
};

const shapeOf = (draft: Draft, claim: ExpenseClaim, lines: readonly ExpenseLine[]): OfferShape => ({
  primary: ['expense.submit', 'expense.pay'],
  danger: ['expense.removeLine'],
  hidden: lines.some((line) => !isAllowance(line)) ? [] : ['expense.removeLine'],
  fields: {
    'expense.addLine': entryFields(draft, claim.staffId),
    'expense.removeLine': (fields) => withChoices(fields, { line: lineChoices(lines) }).map((field) => ({ ...field, required: true })),
  },
});

/** Entered costs one by one, generated days as one line. */
const linesAsFacts = (lines: readonly ExpenseLine[]): WorkItem['facts'] => {
  const days = new Set(lines.filter((line) => isAllowance(line) && line.amountPayable > 0).map((line) => line.date));
  return [
    ...lines.filter((line) => !isAllowance(line)).map((line) => lineFact(lineFactsOf(line))),
    ...(days.size === 0 ? [] : [{ label: words('补助天数', 'Allowance days'), value: String(days.size) }]),
  ];
};

const heldBecause = (claim: ExpenseClaim): WorkItem['facts'] =>
  claim.status === 'HOLD' ? [{ label: words('挂起', 'Held'), value: expenseDecision.HOLD_NO_MONTHLY_REPORT }] : [];

const claimItem = (draft: Draft, actor: Actor, claim: ExpenseClaim): WorkItem => {
  const lines = linesOf(draft, claim.claimId);
  const facts = claimFactsOf(draft, claim);
  const totals = claimTotals(facts);
  return {
    objectId: claim.claimId,
    kind: words('费用报销单', 'Expense claim'),
    title: claim.month,
    status: claimStatus[claim.status],
    severity: null,
    dueAt: nearestDue(draft, claim.claimId),
    // What is paid and why comes first: it is what people open this for.
    facts: [...(claim.staffId === staffIdOf(actor) ? [] : [claimant(facts)]), ...totals.slice(-1), ...heldBecause(claim), ...linesAsFacts(lines), ...totals.slice(0, -1)],
    offers: offersFrom(actor, claimTransitions, { objectId: claim.claimId, status: claim.status, labels: claimStatus, owner: claim.staffId }, expensesCommands, shapeOf(draft, claim, lines)),
    forms: [],
  };
};

const title: Words = words('费用报销', 'Expenses');

/** Where nothing has been entered yet, the first entry begins the month's claim. */
const firstEntry = (draft: Draft, staffId: string, month: string): WorkItem => ({
  objectId: '', kind: title, title: month, status: words('尚无报销单', 'No claim yet'), severity: null, dueAt: null,
  facts: [], offers: [offerOf(addLine, '', { fields: { 'expense.addLine': entryFields(draft, staffId) } })], forms: [],
});

const over: readonly ExpenseClaim['status'][] = ['PAID', 'REJECTED'];

/** Own claims with every line's result and reason; for finance those to be paid. */
export const expensesDesk: DeskSource = {
  reads: [expenseClaims, expenseLines, dispatchOrders, slaClocks],
  items: ({ draft, actor, now }) => {
    const self = staffIdOf(actor);
    if (self === null) return [];
    const own = draft.where(expenseClaims, (claim) => claim.staffId === self && !over.includes(claim.status));
    const toPay = hasRole(actor, 'FIN') ? draft.where(expenseClaims, (claim) => claim.status === 'APPROVED' && claim.staffId !== self) : [];
    const editable = own.some((claim) => claim.status === 'DRAFT' || claim.status === 'RETURNED');
    const travels = hasRole(actor, 'ENG') || Object.keys(orderChoices(draft, self)).length > 0;
    return [
      ...(travels && !editable ? [firstEntry(draft, self, monthOf(now))] : []),
      ...[...own, ...toPay].map((claim) => claimItem(draft, actor, claim)),
    ];
  },
};
