import { acceptances, approvals, cancelReason, dispatchOrders, liabilityDecisions, partsLines, partsRequests, receivables, repairOrders, serviceAgreements, siteReports, slaClocks, surveys, tasks, tickets, tripReports, type CancelReason, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { cancelled } from '../../../text/notices/tickets-customer';
import { cancelledForStaff, yoursNow } from '../../../text/notices/tickets-staff';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { closingRefusal, mayReopen, type TicketPapers } from '../../../tickets';
import { voidApprovals } from '../../approvals/request-approval';
import { command, type CommandDefinition } from '../../command';
import { cancelClocksOf, recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { waitsForHelp } from '../field/waiting-help';
import { openCases } from '../charges/liability';
import { accountsOf } from '../charges/money-owed';
import { choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { customerRecipient, customerTables, leadRecipient, onPage, ticketFor } from './subject';

/** Tables behind the closing guard. */
export const closingTables = [tickets, acceptances, dispatchOrders, tripReports, tasks, partsRequests, partsLines, repairOrders, liabilityDecisions, serviceAgreements, receivables, siteReports, surveys, slaClocks] as const;

export const papersOfTicket = (draft: Request['draft'], ticket: Ticket): TicketPapers => {
  const requests = draft.by(partsRequests, 'ticketId', ticket.ticketId);
  const orders = draft.by(dispatchOrders, 'ticketId', ticket.ticketId);
  return {
    ticket,
    requests,
    acceptances: draft.by(acceptances, 'ticketId', ticket.ticketId),
    orders,
    trips: draft.by(tripReports, 'ticketId', ticket.ticketId),
    tasks: draft.by(tasks, 'ticketId', ticket.ticketId),
    helps: orders.flatMap(({ orderId }) => draft.by(siteReports, 'orderId', orderId)).filter((report) => waitsForHelp(draft, report)),
    lines: draft.where(partsLines, (line) => requests.some((row) => row.requestId === line.requestId)),
    repairs: draft.by(repairOrders, 'ticketId', ticket.ticketId),
    liabilities: openCases(draft, ticket.ticketId),
    receivables: accountsOf(draft, ticket.ticketId),
    surveys: draft.by(surveys, 'ticketId', ticket.ticketId),
  };
};

/** TK-18 */
export const closeTicket: CommandDefinition = command({
  name: 'ticket.close',
  label: words('关闭工单', 'Close the ticket'),
  rules: ['R-193', 'R-247', 'TK-18'],
  reads: closingTables,
  fields: [],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.close');
    if (isRefusal(found)) return found;
    const { draft, now } = request;
    const { ticket } = found;
    const refused = closingRefusal(papersOfTicket(draft, ticket));
    if (refused !== null) return refused;
    draft.update(tickets, ticket.ticketId, { status: 'CLOSED', closedAt: now });
    cancelClocksOf(draft, now, ticket.ticketId);
    request.notify({ code: 'N-60', to: onPage(ticket), objectId: ticket.ticketId, cycle: now, message: { subject: words('服务已完成并关闭。', 'The service is complete and closed.'), body: [] } });
    return { objectId: ticket.ticketId, message: words(`${ticket.ticketId} 已关闭。`, `${ticket.ticketId} is closed.`) };
  },
});

const withoutCustomer: readonly CancelReason[] = ['DUPLICATE', 'SPAM'];

/** Nobody is on the way for a ticket that ends before its work began. Reads `dispatchOrders`. */
export const ordersOpen = (draft: Draft, ticket: Ticket): Refusal | null => {
  const open = draft.by(dispatchOrders, 'ticketId', ticket.ticketId).filter((row) => row.status !== 'CLOSED' && row.status !== 'CANCELLED' && row.status !== 'DECLINED').map((row) => row.orderId);
  return open.length === 0 ? null : refuse('TK-21', `派工单 ${open.join('、')} 尚未取消，请主管先取消派工。`, `Dispatch order ${open.join(', ')} is not cancelled; the supervisor cancels it first.`);
};

/** TK-21, TK-22, TK-23: the ticket ends here, its clocks with it; what was asked for it is void. Reads `slaClocks` and `approvals`. */
export const endTicket = ({ draft, now }: Request, ticket: Ticket, status: 'CANCELLED' | 'REFUSED' | 'MERGED', reason: CancelReason): Ticket => {
  cancelClocksOf(draft, now, ticket.ticketId);
  for (const row of draft.where(approvals, ({ docId, docType }) => docId.startsWith(`${ticket.ticketId}/`) && (docType === 'DOWNGRADE' || docType === 'REFUSAL'))) voidApprovals(draft, row.docType, row.docId);
  return draft.update(tickets, ticket.ticketId, { status, cancelReason: reason, closedAt: now, holdStatus: 'NONE' });
};

/** TK-21 */
export const cancelTicket: CommandDefinition = command({
  name: 'ticket.cancel',
  label: words('取消工单', 'Cancel the ticket'),
  rules: ['TK-21'],
  reads: [tickets, slaClocks, dispatchOrders, approvals, ...customerTables],
  fields: [
    { name: 'cancelReason', kind: 'choice', label: words('取消原因', 'Reason'), choices: cancelReason, required: true },
    { name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 },
    { name: 'informed', kind: 'flag', label: words('已告知客户', 'The customer has been told') },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.cancel');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const { ticket } = found;
    const reason = choiceOf(input, 'cancelReason', cancelReason);
    if (!withoutCustomer.includes(reason) && !input.flag('informed')) return refuse('TK-21', '取消真实的服务请求前须告知客户，并勾选“已告知客户”（由主管或客服告知）。', 'Before a real request is cancelled the customer must be told; tick the box then (the supervisor or customer service tells him).');
    const refused = ordersOpen(draft, ticket);
    if (refused !== null) return refused;
    const after = endTicket(request, ticket, 'CANCELLED', reason);
    const notice = { code: 'N-10', objectId: ticket.ticketId, severity: ticket.severity };
    if (!withoutCustomer.includes(reason)) request.notify({ ...notice, to: customerRecipient(draft, ticket), message: cancelled(after, reason) });
    request.notify({ ...notice, to: [{ role: 'SUP' }, { role: 'CS' }, ...leadRecipient(ticket)], message: cancelledForStaff(after, reason, input.text('note')) });
    return { objectId: ticket.ticketId, message: words(`${ticket.ticketId} 已取消。`, `${ticket.ticketId} is cancelled.`) };
  },
});

/** TK-20, AMB-42. Archived tickets are not reopened: a new ticket names the old one instead. */
export const reopenTicket: CommandDefinition = command({
  name: 'ticket.reopen',
  label: words('重开工单', 'Reopen a ticket'),
  rules: ['TK-20'],
  reads: [tickets, slaClocks],
  fields: [
    { name: 'ticketId', kind: 'text', label: words('工单号', 'Ticket number'), help: words('已关闭 90 天内的工单。', 'A ticket closed within the last 90 days.'), maximum: 40 },
    { name: 'reason', kind: 'text', label: words('重开原因', 'Reason'), required: true, minimum: 2, maximum: 300 },
  ],
  decide: (request) => {
    const { draft, input, now, settings } = request;
    const ticketId = request.objectId === '' ? input.text('ticketId') : request.objectId;
    if (draft.find(tickets, ticketId)?.status === 'ARCHIVED') return refuse('TK-20', `${ticketId} 已归档，不能重开：请登记新工单，并在“原工单号”填写 ${ticketId}。`, `${ticketId} is archived and stays closed: please register a new ticket and name ${ticketId} as the one it repeats.`);
    const found = ticketFor(request, 'ticket.reopen', ticketId);
    if (isRefusal(found)) return found;
    const { ticket } = found;
    const days = settings.count('tk.reopen_days', now);
    if (!mayReopen(ticket, now, days)) return refuse('TK-20', `关闭已超过 ${days} 天，请登记新工单。`, `It was closed more than ${days} days ago; please register a new ticket.`);
    const after = draft.update(tickets, ticket.ticketId, { status: 'TRIAGED', reopenCount: ticket.reopenCount + 1, closedAt: null, acceptedAt: null, resolvedAt: null, agreedDate: null, agreedHasTime: null });
    recordMoment(request, ticketMoment(after, 'customerRejected', now));
    request.notify({ code: 'N-02', to: [{ staffId: after.ownerStaff }, { role: 'SUP' }], objectId: ticket.ticketId, cycle: now, severity: after.severity, message: yoursNow(after, words(`工单已重开，原因：${input.text('reason')}`, `The ticket was reopened: ${input.text('reason')}`)) });
    return { objectId: ticket.ticketId, message: words(`${ticket.ticketId} 已重开。`, `${ticket.ticketId} is open again.`) };
  },
});
