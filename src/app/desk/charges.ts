import { agreementStatus, arStatus, chargeType, delegations, liabilityDecisions, liabilityStatus, liabilityTrigger, payMethod, payments, quoteLines, quoteStatus, quotes, receivables, serviceAgreements, settlements, slaClocks, staff, tickets, type LiabilityDecision, type Receivable, type ServiceAgreement, type Ticket } from '../../../sheets-templates';
import { ageing, agreementTransitions, isOwed, lacksThird, liabilityTransitions, quoteTransitions, receivableTransitions, signersOf } from '../../charges';
import { agreementFacts, quoteFacts, receivableFacts, yuanWords } from '../../text/notices/charges';
import { atMinute, showYuan, words, type Words } from '../../terms';
import { hasRole, staffIdOf } from '../actor';
import type { DeskSource, Offer, Transition, WorkItem } from '../command';
import { chargesCommands } from '../commands/charges';
import { signsFor } from '../commands/charges/liability';
import { paymentsOf } from '../commands/charges/receivables';
import type { Movable } from '../moves';
import { nearestDue, offerOf, offersFrom, withChoices, withInitial, type OfferShape } from './offers';

type Desk = Parameters<DeskSource['items']>[0];

const primary = ['liability.propose', 'liability.second', 'liability.decide', 'liability.tell', 'quote.send', 'quote.record', 'agreement.submit', 'agreement.send', 'agreement.sign', 'payment.record'];
const danger = ['liability.cancel', 'agreement.cancel', 'receivable.writeOff', 'payment.reverse'];

/** Amounts are for those whom section 9.2 lets read them; customer service sees the state alone. */
const seesAmounts = ({ actor }: Desk): boolean => hasRole(actor, 'SUP', 'CLK', 'TSM', 'DGM', 'GM', 'EDGM', 'FIN');

const offersOn = <Status extends string>(desk: Desk, table: readonly Transition<Status>[], object: Movable<Status>, shape: OfferShape = {}): readonly Offer[] =>
  offersFrom(desk.actor, table, object, chargesCommands, { primary, danger, ...shape });

const item = (desk: Desk, ticket: Ticket, objectId: string, kind: Words, status: Words, facts: WorkItem['facts'], offers: readonly Offer[]): WorkItem => ({
  objectId, kind, title: `${ticket.ticketId} ${ticket.projectName}`, status, severity: ticket.severity, dueAt: nearestDue(desk.draft, objectId), facts, offers, forms: [],
});

const signatureRoles = { 'liability.propose': 'TSM', 'liability.second': 'DGM', 'liability.decide': 'GM' } as const;

/** Signatures that this person may not give now, though the state asks for one. */
const notMine = ({ draft, actor, now }: Desk, row: LiabilityDecision): readonly string[] => {
  const me = staffIdOf(actor) ?? '';
  const unneeded = row.dgmBy !== row.tsmBy && draft.where(staff, (member) => member.active && member.roles.includes('GM')).some((member) => !lacksThird(row, member.staffId));
  return [
    ...Object.entries(signatureRoles).filter(([, role]) => signsFor(draft, row, role, me, now) === undefined).map(([command]) => command),
    ...(unneeded || row.thirdBy !== null || [row.openedBy, ...signersOf(row)].includes(me) ? ['liability.third'] : []),
  ];
};

const opinions = (row: LiabilityDecision): WorkItem['facts'] => [
  { label: words('经理意见', 'Manager'), opinion: row.tsmOpinion },
  { label: words('副总意见', 'Deputy'), opinion: row.dgmOpinion },
  { label: words('总经理意见', 'General manager'), opinion: row.gmOpinion },
].flatMap(({ label, opinion }) => (opinion === null ? [] : [{ label, value: chargeType[opinion] }]));

const liabilityItem = (desk: Desk, row: LiabilityDecision, ticket: Ticket): WorkItem =>
  item(desk, ticket, row.decisionId, words('责任与收费判定', 'Liability decision'), liabilityStatus[row.status], [
    { label: words('触发原因', 'Trigger'), value: liabilityTrigger[row.trigger] },
    { label: words('事实与建议', 'Facts and proposal'), value: row.facts },
    ...(row.evidence === null ? [] : [{ label: words('证据', 'Evidence'), value: row.evidence }]),
    ...opinions(row),
  ], offersOn(desk, liabilityTransitions, { objectId: row.decisionId, status: row.status, labels: liabilityStatus }, {
    hidden: notMine(desk, row), fields: row.sharePercent === null ? {} : Object.fromEntries(Object.keys(signatureRoles).map((command) => [command, (fields: Offer['fields']) => withInitial(fields, { sharePercent: String(row.sharePercent) })])),
  }));

const agreementItem = (desk: Desk, row: ServiceAgreement, ticket: Ticket): WorkItem =>
  item(desk, ticket, row.agreementId, words('服务协议', 'Service agreement'), agreementStatus[row.status], agreementFacts(row), offersOn(desk, agreementTransitions, { objectId: row.agreementId, status: row.status, labels: agreementStatus }, {
    fields: { 'agreement.submit': (fields) => withInitial(fields, { scope: row.scope, paymentTerms: row.paymentTerms, dueDays: row.dueRule, acceptanceTerms: row.acceptanceTerms }) },
    hidden: row.paymentTerms === 'PREPAID' ? [] : ['agreement.waivePrepayment'],
  }));

const receivableItem = (desk: Desk, row: Receivable, ticket: Ticket): WorkItem => {
  const reversible = paymentsOf(desk.draft, row.arId).filter((payment) => payment.amount > 0 && payment.confirmedBy !== null);
  const choices = Object.fromEntries(reversible.map((payment) => [payment.paymentId, words(`${payment.reference} ${showYuan(payment.amount)} 元`, `${payment.reference} ${showYuan(payment.amount)} yuan`)]));
  return item(desk, ticket, row.arId, words('应收款', 'Receivable'), arStatus[row.status], seesAmounts(desk) ? receivableFacts(row) : [], offersOn(desk, receivableTransitions, { objectId: row.arId, status: row.status, labels: arStatus }, {
    hidden: [...(reversible.length === 0 ? ['payment.reverse'] : []), ...(row.ageDays === 0 ? ['receivable.writeOff'] : [])],
    fields: { 'payment.reverse': (fields) => withChoices(fields, { paymentId: choices }), 'payment.record': (fields) => withInitial(fields, { amount: showYuan(row.balance), paidAt: desk.now.slice(0, 10) }) },
  }));
};

const offerNamed = (name: string, objectId: string): readonly Offer[] => chargesCommands.filter((definition) => definition.name === name).map((definition) => offerOf(definition, objectId, { primary: [name] }));

const paymentItems = (desk: Desk, ticketOf: (ticketId: string) => Ticket | undefined): readonly WorkItem[] =>
  !hasRole(desk.actor, 'FIN') ? [] : desk.draft.where(payments, (row) => row.confirmedBy === null && !row.voided && row.recordedBy !== staffIdOf(desk.actor)).flatMap((row) => {
    const ticket = ticketOf(desk.draft.find(receivables, row.arId)?.ticketId ?? '');
    return ticket === undefined ? [] : [item(desk, ticket, row.paymentId, words('待确认收款', 'Payment to confirm'), payMethod[row.method], [
      { label: words('应收', 'Receivable'), value: row.arId }, { label: words('金额', 'Amount'), value: yuanWords(row.amount) },
      { label: words('到账日期', 'Date'), value: row.paidAt }, { label: words('流水号', 'Reference'), value: row.reference },
    ], offerNamed('payment.confirm', row.paymentId))];
  });

const settlementItems = (desk: Desk, ticketOf: (ticketId: string) => Ticket | undefined): readonly WorkItem[] =>
  !hasRole(desk.actor, 'CLK') ? [] : desk.draft.where(settlements, (row) => row.customerDecision === null).flatMap((row) => {
    const ticket = ticketOf(row.ticketId);
    return ticket === undefined ? [] : [item(desk, ticket, row.settlementId, words('结算单', 'Settlement statement'), words('待客户意见', 'Waiting for the customer'), [{ label: words('合计', 'Total'), value: yuanWords(row.total) }], offerNamed('settlement.answer', row.settlementId))];
  });

/** 完工未收款 (7.5 no. 6): what was done and is not paid, by age, on the supervisor's first screen. */
const ageingItem = (desk: Desk): readonly WorkItem[] => {
  const done = desk.draft.where(receivables, (row) => isOwed(row) && (desk.draft.find(tickets, row.ticketId)?.acceptedAt ?? null) !== null);
  if (done.length === 0 || !hasRole(desk.actor, 'SUP', 'TSM', 'DGM', 'GM', 'EDGM')) return [];
  const oldest = [...done].sort((one, other) => other.ageDays - one.ageDays);
  const [first] = oldest;
  return [{
    objectId: 'AR', kind: words('完工未收款', 'Completed, not paid'), title: [...new Set(oldest.map((row) => row.ticketId))].slice(0, 5).join('、'), status: words(`${done.length} 笔`, `${done.length} receivables`), severity: null,
    dueAt: first?.dueDate === null || first === undefined ? null : atMinute(first.dueDate, 1440),
    facts: ageing(done).map(({ band, count, balance }) => ({ label: words(`账龄 ${band} 天`, `${band} days`), value: words(`${count} 笔 ${showYuan(balance)} 元`, `${count}: ${showYuan(balance)} yuan`) })),
    offers: [], forms: [],
  }];
};

/** A paid receivable stays with finance until its ticket closes, so that a wrong receipt can be reversed. */
const concerns = (desk: Desk, row: Receivable, ticket: Ticket): boolean => isOwed(row) || (hasRole(desk.actor, 'FIN') && ticket.closedAt === null);

const itemsFor = (desk: Desk): readonly WorkItem[] => {
  const { draft, actor } = desk;
  if (actor.kind !== 'staff') return [];
  const ticketOf = (ticketId: string): Ticket | undefined => draft.find(tickets, ticketId);
  const each = <Row extends { readonly ticketId: string }>(rows: readonly Row[], show: (row: Row, ticket: Ticket) => WorkItem): readonly WorkItem[] =>
    rows.flatMap((row) => { const ticket = ticketOf(row.ticketId); return ticket === undefined ? [] : [show(row, ticket)]; }).filter((shown) => shown.offers.length > 0);
  return [
    ...ageingItem(desk),
    ...each(draft.where(liabilityDecisions, ({ status }) => status !== 'TOLD' && status !== 'CANCELLED'), (row, ticket) => liabilityItem(desk, row, ticket)),
    ...each(draft.where(quotes, ({ status }) => status === 'APPROVED' || status === 'SENT'), (row, ticket) =>
      item(desk, ticket, row.quoteId, words('报价单', 'Quote'), quoteStatus[row.status], quoteFacts(row, draft.by(quoteLines, 'quoteId', row.quoteId)), offersOn(desk, quoteTransitions, { objectId: row.quoteId, status: row.status, labels: quoteStatus }))),
    ...each(draft.all(serviceAgreements), (row, ticket) => agreementItem(desk, row, ticket)),
    ...each(draft.where(receivables, (row) => { const ticket = ticketOf(row.ticketId); return ticket !== undefined && concerns(desk, row, ticket); }), (row, ticket) => receivableItem(desk, row, ticket)),
    ...paymentItems(desk, ticketOf),
    ...settlementItems(desk, ticketOf),
  ];
};

/** Who pays, and the money's way in. */
export const chargesDesk: DeskSource = {
  reads: [liabilityDecisions, delegations, quotes, quoteLines, serviceAgreements, receivables, payments, settlements, tickets, staff, slaClocks],
  items: itemsFor,
};
