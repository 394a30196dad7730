import { approvals, cancelReason, dispatchOrders, quotes, slaClocks, tickets, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { refusedService } from '../../../text/notices/tickets-customer';
import { cancelledForStaff } from '../../../text/notices/tickets-staff';
import { toDecide } from '../../../text/notices/charges';
import { firstRefusal, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { pendingApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { ask, groundsOf } from '../charges/at-hand';
import { outcome } from '../charges/outcome';
import { choiceOf } from './chosen';
import { endTicket, ordersOpen } from './end';
import { customerRecipient, customerTables, leadRecipient, ticketFor } from './subject';

const { OUT_OF_WARRANTY_DECLINED, MAN_MADE_DECLINED, NOT_OUR_PRODUCT } = cancelReason;
const reasons = { OUT_OF_WARRANTY_DECLINED, MAN_MADE_DECLINED, NOT_OUR_PRODUCT };
type Reason = keyof typeof reasons;

/** An application is named after ticket and reason: `TK-20260303-001/NOT_OUR_PRODUCT`. */
const read = (draft: Draft, docId: string): { readonly ticket: Ticket; readonly reason: Reason } => {
  const [ticketId = '', reason = ''] = docId.split('/');
  return { ticket: draft.get(tickets, ticketId), reason: reason === 'NOT_OUR_PRODUCT' || reason === 'MAN_MADE_DECLINED' ? reason : 'OUT_OF_WARRANTY_DECLINED' };
};

const messageOf = (draft: Draft, docId: string) => {
  const { ticket, reason } = read(draft, docId);
  return toDecide(ticket, words(`拒绝服务（${reasons[reason].zh}）`, `refusal of service (${reasons[reason].en})`), [], groundsOf(draft, 'REFUSAL', docId));
};

/** AMB-14: paid service is offered before anybody is turned away. */
const offered = (draft: Draft, ticket: Ticket, reason: Reason): Refusal | null =>
  reason === 'NOT_OUR_PRODUCT' || draft.by(quotes, 'ticketId', ticket.ticketId).some((row) => row.sentAt !== null) ? null
    : refuse('AMB-14', '拒绝服务前须先向客户提出有偿服务：请主管先报价并发给客户。', 'Paid service must be offered first: the supervisor makes a quote and sends it to the customer.');

const guards = ({ draft, settings, now }: Request, ticket: Ticket, reason: Reason): Refusal | null =>
  firstRefusal([
    settings.flag('charge.refuse_allowed', now) ? null : refuse('TK-22', '公司设置不允许拒绝服务（charge.refuse_allowed）。', 'The company\'s settings do not allow to refuse service (charge.refuse_allowed).'),
    offered(draft, ticket, reason),
    ordersOpen(draft, ticket),
  ]);

/** TK-22, R-007: asked by the supervisor, decided by the technical support manager. */
export const refuseTicket: CommandDefinition = command({
  name: 'ticket.refuse',
  label: words('申请拒绝服务', 'Ask to refuse the service'),
  rules: ['R-007', 'TK-22', 'A-13', 'AMB-14'],
  reads: [tickets, quotes, dispatchOrders, approvals],
  fields: [
    { name: 'refuseReason', kind: 'choice', label: words('拒绝原因', 'Reason'), choices: reasons, required: true },
    { name: 'grounds', kind: 'long', label: words('依据', 'Grounds'), required: true, minimum: 4, maximum: 500 },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.refuse');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const { ticket } = found;
    const reason = choiceOf(input, 'refuseReason', reasons);
    const waiting = Object.keys(reasons).some((one) => pendingApproval(draft, 'REFUSAL', `${ticket.ticketId}/${one}`) !== undefined);
    const refused = guards(request, ticket, reason) ?? (waiting ? refuse('A-13', '已提请经理批复，请等待。', 'The manager was asked already; please wait.') : null);
    if (refused !== null) return refused;
    const docId = `${ticket.ticketId}/${reason}`;
    const grounds = input.text('grounds');
    return ask(request, ticket, { matrix: 'A-13', docType: 'REFUSAL', docId, content: docId, grounds, message: toDecide(ticket, words(`拒绝服务（${reasons[reason].zh}）`, `refusal of service (${reasons[reason].en})`), [], grounds) })
      ?? { objectId: ticket.ticketId, message: words('已提请经理批复。', 'The manager was asked.') };
  },
});

const decided = outcome({
  docType: 'REFUSAL',
  reads: [tickets, quotes, dispatchOrders, slaClocks, approvals, ...customerTables],
  content: (_draft, docId) => docId,
  ticketOf: (_draft, docId) => docId.split('/')[0] ?? docId,
  message: messageOf,
  approved: (request, docId) => {
    const { draft } = request;
    const { ticket, reason } = read(draft, docId);
    const after = endTicket(request, ticket, 'REFUSED', reason);
    request.notify({ code: 'N-11', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, message: refusedService(after, reason) });
    request.notify({ code: 'N-11', to: [{ role: 'SUP' }, { role: 'CS' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, message: cancelledForStaff(after, reason, groundsOf(draft, 'REFUSAL', docId)) });
  },
});

export const refusalOutcome: ApprovalOutcome = {
  ...decided,
  approved: (request, docId) => {
    const { ticket, reason } = read(request.draft, docId);
    const refused = ticket.status === 'TRIAGED' ? guards(request, ticket, reason) : refuse('TK-22', '工单已不在“已定级”状态，不能再拒绝。', 'The ticket is no longer in the state in which it could be refused.');
    return refused ?? decided.approved(request, docId);
  },
};
