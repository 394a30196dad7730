import { approvals, contacts, customers, dispatchOrders, paymentTerms, payments, quotes, receivables, serviceAgreements, slaClocks, staff, tickets, type ServiceAgreement, type Ticket } from '../../../../sheets-templates';
import { mustPrepay, owedBy, type Owed } from '../../../charges';
import { deadlineRule, hasTarget, isOpen, supersede } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { agreementFacts, agreementSent, staffNews, toDecide } from '../../../text/notices/charges';
import { dateOf, firstRefusal, isRefusal, nothing, refuse, showYuan, sum, words, type Instant, type Refusal } from '../../../terms';
import { workingClass } from '../../../tickets';
import { restartApprovals, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition } from '../../command';
import { clocksOf, recordMoment, writeClocks } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { ticketMoment } from '../tickets/class-effects';
import { customerRecipient, leadRecipient } from '../tickets/subject';
import { agreementAt, ask, groundsOf, me } from './at-hand';
import { newReceivable, owedOn, refreshAccount, settleTicket } from './money-owed';
import { outcome } from './outcome';
import { agreementRow } from './quotes';
import { paymentsOf } from './receivables';

const reads = [serviceAgreements, tickets, approvals, contacts, customers] as const;

const termFields: readonly Field[] = [
  { name: 'paymentTerms', kind: 'choice', label: words('付款方式', 'Payment terms'), choices: paymentTerms, required: true },
  { name: 'dueDays', kind: 'integer', label: words('验收后付款天数', 'Days after acceptance'), maximum: 365, help: words('“验收付款”时使用；留空按系统设置。', 'For payment on acceptance; empty takes the setting.') },
  { name: 'plan', kind: 'lines', label: words('分期计划', 'Instalments'), columns: [
    { name: 'date', kind: 'date', label: words('到期日', 'Due date'), required: true },
    { name: 'amount', kind: 'money', label: words('金额（元）', 'Amount (yuan)'), required: true }] },
  { name: 'scope', kind: 'long', label: words('服务内容', 'Scope'), required: true, minimum: 2 },
  { name: 'acceptanceTerms', kind: 'text', label: words('验收方式', 'Acceptance'), required: true, minimum: 2, maximum: 300 },
  { name: 'startTarget', kind: 'instant', label: words('约定派出时间', 'Agreed dispatch'), help: words('不填则自签订起按级别时限作为目标。', 'Without it the class limit from signing is the target.') },
  { name: 'arriveTarget', kind: 'instant', label: words('约定到场时间', 'Agreed arrival') },
  { name: 'repairWarrantyDays', kind: 'integer', label: words('维修保修天数', 'Repair warranty days'), maximum: 3650 },
];

/** PARTIAL: the instalments make up the amount, to the fen. */
const refusePlan = ({ input }: Request, row: ServiceAgreement): Refusal | null => {
  if (input.text('paymentTerms') !== 'PARTIAL') return null;
  const planned = sum(input.lines('plan').map((part) => part.money('amount')));
  return planned === row.amount && input.lines('plan').every((part) => part.money('amount') > 0) ? null
    : refuse('AR-PLAN', `分期合计 ${showYuan(planned)} 元须等于协议金额 ${showYuan(row.amount)} 元。`, `The instalments of ${showYuan(planned)} yuan must add up to ${showYuan(row.amount)} yuan.`);
};

/** 7.5 no. 7; class A safety work is never held up by it. */
const refuseTerms = ({ draft, input, settings, now }: Request, row: ServiceAgreement, ticket: Ticket): Refusal | null => {
  const days = settings.count('ar.block_days', now);
  if (input.text('paymentTerms') === 'PREPAID' || workingClass(ticket) === 'A' || !mustPrepay(draft.all(receivables), row.partyA, dateOf(now), days)) return null;
  return refuse('AR-PREPAY', `客户有逾期超过 ${days} 天的欠款，新的有偿服务须预付。`, `The customer owes something overdue for more than ${days} days; new paid service must be prepaid.`);
};

const contentOf = (draft: Draft, agreementId: string): unknown => {
  const { amount, paymentTerms: terms, dueRule, plan, scope, acceptanceTerms, startTarget, arriveTarget, repairWarrantyDays } = draft.get(serviceAgreements, agreementId);
  return [agreementId, amount, terms, dueRule, plan, scope, acceptanceTerms, startTarget, arriveTarget, repairWarrantyDays];
};

const ticketIdOf = (draft: Draft, agreementId: string): string => draft.get(serviceAgreements, agreementId).ticketId;
const messageOf = (draft: Draft, agreementId: string) => toDecide(draft.get(tickets, ticketIdOf(draft, agreementId)), words(`服务协议 ${agreementId}`, `service agreement ${agreementId}`), agreementFacts(draft.get(serviceAgreements, agreementId)), '');

const submit: CommandDefinition = command({
  name: 'agreement.submit', label: words('拟定协议并送批', 'Set the terms and ask for approval'), rules: ['R-245', 'A-15', '7.5'], reads: [...reads, receivables, staff], fields: termFields,
  decide: (request) => {
    const found = agreementAt(request, 'agreement.submit');
    if (isRefusal(found)) return found;
    const { draft, input, settings, now } = request;
    const { row, ticket } = found;
    const refused = firstRefusal([refusePlan(request, row), refuseTerms(request, row, ticket)]);
    if (refused !== null) return refused;
    const terms = choiceOf(input, 'paymentTerms', paymentTerms);
    draft.update(serviceAgreements, row.agreementId, {
      paymentTerms: terms, dueRule: String(input.optionalNumber('dueDays') ?? settings.count('ar.on_acceptance_days', now)),
      plan: terms === 'PARTIAL' ? input.lines('plan').map((part) => ({ date: part.date('date'), amount: part.money('amount') })) : null,
      scope: input.text('scope'), acceptanceTerms: input.text('acceptanceTerms'), startTarget: input.optionalInstant('startTarget'), arriveTarget: input.optionalInstant('arriveTarget'),
      repairWarrantyDays: input.optionalNumber('repairWarrantyDays') ?? row.repairWarrantyDays, preparedBy: me(request),
    });
    return ask(request, ticket, { matrix: agreementRow(request, row.amount), docType: 'AGREEMENT', docId: row.agreementId, content: contentOf(draft, row.agreementId), message: messageOf(draft, row.agreementId), grounds: '' })
      ?? { objectId: row.agreementId, message: words(`协议 ${row.agreementId} 已送批。`, `Agreement ${row.agreementId} was sent for approval.`) };
  },
});

/** whoever approves signs for the company. */
const agreementOutcome: ApprovalOutcome = outcome({
  docType: 'AGREEMENT', reads: [serviceAgreements, tickets], content: contentOf, message: messageOf, ticketOf: ticketIdOf,
  approved: (request, agreementId) => {
    const row = request.draft.update(serviceAgreements, agreementId, { status: 'APPROVED', signedByCompany: me(request) });
    request.notify({ code: 'N-24', to: [{ staffId: row.preparedBy }], objectId: agreementId, cycle: request.now, priority: 'P2', message: staffNews(request.draft.get(tickets, row.ticketId), words(`协议 ${agreementId} 已核准并由公司签署，请发给客户`, `Agreement ${agreementId} is approved and signed; please send it`)) });
  },
});

const send: CommandDefinition = command({
  name: 'agreement.send', label: words('发给客户签署', 'Send for signature'), rules: ['R-245'], reads, fields: [],
  decide: (request) => {
    const found = agreementAt(request, 'agreement.send');
    if (isRefusal(found)) return found;
    const { draft, now } = request;
    const row = draft.update(serviceAgreements, found.row.agreementId, { status: 'SENT', sentAt: now });
    request.notify({ code: 'N-36', to: customerRecipient(draft, found.ticket), objectId: row.agreementId, cycle: now, message: agreementSent(found.ticket, row) });
    return { objectId: row.agreementId, message: words('协议已发给客户，签回后由内勤登记。', 'Sent; the clerk records the signed copy.') };
  },
});

/** 4.6: limits of the class end where the agreement's targets begin. What was done before needs no target. */
const startTargets = (request: Request, row: ServiceAgreement, ticket: Ticket, at: Instant): void => {
  const { draft, now } = request;
  const clocks = clocksOf(draft, ticket.ticketId).filter((clock) => hasTarget(deadlineRule(clock.ruleId)) && !clock.isTargetOnly);
  writeClocks(draft, clocks.filter(isOpen).map((clock) => supersede(clock, at, now)));
  const orders = draft.by(dispatchOrders, 'ticketId', ticket.ticketId).filter((order) => order.status !== 'CANCELLED' && order.status !== 'DECLINED');
  const gone = [...(orders.some((order) => order.acceptedAt !== null) ? ['S-03', 'S-06'] : []), ...(orders.some((order) => order.arrivedAt !== null) ? ['S-04', 'S-07'] : [])];
  const only = ['S-03', 'S-04', 'S-06', 'S-07'].filter((rule) => !gone.includes(rule));
  recordMoment(request, ticketMoment(ticket, 'agreementSigned', at, { facts: { paid: true, only, moments: { startTarget: row.startTarget, arriveTarget: row.arriveTarget } } }));
};

/** 3.11 serve: emergency work went out before the signature. */
const hasBegun = (draft: Draft, ticket: Ticket): boolean =>
  ['ON_SITE', 'IN_SHOP', 'REMOTE', 'REPAIRED'].includes(ticket.status) || draft.by(dispatchOrders, 'ticketId', ticket.ticketId).some((order) => order.departedAt !== null);

/** What emergency work was estimated at becomes the first thing owed under the agreement. */
const openReceivables = (request: Request, row: ServiceAgreement, ticket: Ticket, owed: readonly Owed[]): void => {
  const estimate = owedOn(request.draft, ticket.ticketId).find((account) => account.agreementId === null);
  for (const [index, one] of owed.entries()) {
    if (index === 0 && estimate !== undefined) refreshAccount(request, estimate, { ...one, agreementId: row.agreementId });
    else if (one.amount > 0) newReceivable(request, ticket, { ...one, agreementId: row.agreementId });
  }
};

/** both signatures, date and file; now the work may begin and money is owed. */
const sign: CommandDefinition = command({
  name: 'agreement.sign', label: words('登记双方签署', 'Record both signatures'), rules: ['R-245', 'R-246', '4.6', 'SV-47'], reads: [...reads, receivables, payments, slaClocks, dispatchOrders],
  fields: [
    { name: 'signer', kind: 'text', label: words('客户签署人', 'Customer signer'), required: true, minimum: 2, maximum: 60 },
    { name: 'signedAt', kind: 'instant', label: words('签订时间', 'Signed at'), required: true },
    { name: 'file', kind: 'text', label: words('协议文件', 'File'), required: true, minimum: 2, maximum: 300, help: words('扫描件链接或存放位置。', 'Link to, or place of, the scan.') },
  ],
  decide: (request) => {
    const found = agreementAt(request, 'agreement.sign');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { row, ticket } = found;
    const signedAt = input.instant('signedAt');
    if (signedAt > now) return refuse('R-245', '签订时间不能晚于现在。', 'The signature cannot lie in the future.');
    const after = draft.update(serviceAgreements, row.agreementId, { status: ticket.acceptedAt !== null ? 'DONE' : hasBegun(draft, ticket) ? 'IN_SERVICE' : 'SIGNED', signedByCustomer: input.text('signer'), signedAt, file: input.text('file'), lodgedAt: now });
    const held = ticket.holdStatus === 'WAIT_AGREEMENT';
    const agreed = draft.update(tickets, ticket.ticketId, { chargeStatus: ticket.acceptedAt === null ? 'AGREED' : 'WORK_DONE_UNPAID', slaProfile: 'PAID_AGREEMENT', holdStatus: held ? 'NONE' : ticket.holdStatus });
    openReceivables(request, after, agreed, owedBy({ amount: row.amount, terms: row.paymentTerms, days: Number(row.dueRule), plan: row.plan ?? [] }, dateOf(signedAt), ticket.acceptedAt === null ? null : dateOf(ticket.acceptedAt)));
    settleTicket(request, ticket.ticketId);
    if (ticket.acceptedAt === null) startTargets(request, after, agreed, signedAt);
    request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: row.agreementId, severity: ticket.severity, message: staffNews(agreed, words(`协议 ${row.agreementId} 已签订，可以开始服务`, `Agreement ${row.agreementId} is signed; service may begin`)) });
    return { objectId: row.agreementId, message: words('已登记签署，应收款已建立。', 'Recorded; the receivables are open.') };
  },
});

/** leave before the prepayment arrived. */
const waive: CommandDefinition = command({
  name: 'agreement.waivePrepayment', label: words('申请免预付先行', 'Ask to go before the prepayment'), rules: ['A-43'], reads: [...reads, staff],
  fields: [{ name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const found = agreementAt(request, 'agreement.waivePrepayment');
    if (isRefusal(found)) return found;
    const { row, ticket } = found;
    if (row.paymentTerms !== 'PREPAID') return refuse('A-43', '此协议不是预付。', 'This agreement is not prepaid.');
    const grounds = request.input.text('reason');
    return ask(request, ticket, { matrix: 'A-43', docType: 'PREPAYMENT', docId: row.agreementId, content: contentOf(request.draft, row.agreementId), message: waiverMessage(request.draft, row.agreementId, grounds), grounds })
      ?? { objectId: row.agreementId, message: words('已送批。', 'Sent for approval.') };
  },
});

const waiverMessage = (draft: Draft, agreementId: string, grounds: string) =>
  toDecide(draft.get(tickets, ticketIdOf(draft, agreementId)), words(`免预付先行 ${agreementId}`, `going before the prepayment of ${agreementId}`), agreementFacts(draft.get(serviceAgreements, agreementId)), grounds);

const waiverOutcome: ApprovalOutcome = outcome({
  docType: 'PREPAYMENT', reads: [serviceAgreements, tickets], content: contentOf, ticketOf: ticketIdOf, approved: () => undefined,
  message: (draft, docId) => waiverMessage(draft, docId, groundsOf(draft, 'PREPAYMENT', docId)),
});

/** Everything agreed so far falls with it: quoting begins anew. */
export const endAgreement = (draft: Draft, row: ServiceAgreement, status: 'CANCELLED' | 'EXPIRED'): void => {
  draft.update(serviceAgreements, row.agreementId, { status });
  for (const docType of ['AGREEMENT', 'PREPAYMENT'] as const) restartApprovals(draft, docType, row.agreementId);
  for (const quote of draft.by(quotes, 'ticketId', row.ticketId).filter((candidate) => candidate.status === 'ACCEPTED')) draft.update(quotes, quote.quoteId, { status: status === 'EXPIRED' ? 'EXPIRED' : 'SUPERSEDED' });
};

/** Nothing is owed any more by an agreement that ends before its service; money that came in goes back first. */
const dropReceivables = (request: Request, row: ServiceAgreement, ticket: Ticket): Refusal | null => {
  const { draft } = request;
  const accounts = owedOn(draft, ticket.ticketId).filter((account) => account.agreementId === row.agreementId);
  const taken = accounts.filter((account) => account.received > 0 || paymentsOf(draft, account.arId).some((payment) => payment.confirmedBy === null));
  if (taken.length > 0) return refuse('AR-PAY', `${taken.map(({ arId }) => arId).join('、')} 已有收款，须先由财务冲销并退款，再取消协议。`, `Money came in on ${taken.map(({ arId }) => arId).join(', ')}; finance reverses and returns it before the agreement can end.`);
  for (const account of accounts) refreshAccount(request, account, { amount: nothing });
  draft.update(tickets, ticket.ticketId, { chargeStatus: 'QUOTING' });
  return null;
};

const cancel: CommandDefinition = command({
  name: 'agreement.cancel', label: words('取消协议', 'Cancel the agreement'), rules: ['3.11'], reads: [...reads, quotes, receivables, payments, slaClocks], fields: [{ name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const found = agreementAt(request, 'agreement.cancel');
    if (isRefusal(found)) return found;
    const refused = found.row.status === 'SIGNED' ? dropReceivables(request, found.row, found.ticket) : null;
    if (refused !== null) return refused;
    endAgreement(request.draft, found.row, 'CANCELLED');
    return { objectId: found.row.agreementId, message: words('协议已取消，可重新报价。', 'Cancelled; a new quote can be made.') };
  },
});

export const agreementCommands: readonly CommandDefinition[] = [submit, send, sign, waive, cancel];
export const agreementOutcomes: readonly ApprovalOutcome[] = [agreementOutcome, waiverOutcome];
