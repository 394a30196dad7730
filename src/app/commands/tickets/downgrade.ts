import { severity as severities, tickets, type Severity, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { askToLower, loweringRejected } from '../../../text/notices/tickets-staff';
import { refuse, words, type Refusal } from '../../../terms';
import { workingClass } from '../../../tickets';
import { actorName } from '../../actor';
import { pendingApproval, requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import type { Reply } from '../../command';
import type { Request } from '../../request';
import { applyClass, applyClassTables } from './apply-class';

/** An application to lower a class is named after the ticket and the class asked for: `TK-20260303-001/B`. */
const documentId = (ticketId: string, to: Severity): string => `${ticketId}/${to}`;

const read = (draft: Draft, docId: string): { readonly ticket: Ticket; readonly to: Severity } => {
  const [ticketId = '', to = ''] = docId.split('/');
  return { ticket: draft.get(tickets, ticketId), to: to === 'B' ? 'B' : 'C' };
};

const contentOf = (ticket: Ticket, to: Severity): unknown => [ticket.ticketId, workingClass(ticket), to, ticket.severityReason];

/** leaving class A waits for the technical support manager; the limits of class A go on meanwhile (AMB-11). */
export const askManager = (request: Request, ticket: Ticket, to: Severity, reason: string): Reply | Refusal => {
  const docId = documentId(ticket.ticketId, to);
  const waiting = (['B', 'C'] as const).some((other) => pendingApproval(request.draft, 'DOWNGRADE', documentId(ticket.ticketId, other)) !== undefined);
  if (waiting) return refuse('A-04', '降级申请已提交，正在等待经理批复。', 'Lowering the class was asked for already and waits for the manager.');
  const asked = request.draft.update(tickets, ticket.ticketId, { severityReason: reason });
  const refused = requestApproval(request, {
    matrix: 'A-04', docType: 'DOWNGRADE', docId, content: contentOf(asked, to), requestedBy: actorName(request.actor), beneficiaries: [],
    severity: 'A', noticeCode: 'N-24', message: askToLower(asked, workingClass(asked), to, reason),
  });
  return refused ?? { objectId: ticket.ticketId, message: words('已提请经理批复降级；批复之前按特急办理。', 'The manager was asked; until then the ticket stays class A.') };
};

export const downgradeOutcome: ApprovalOutcome = {
  docType: 'DOWNGRADE',
  reads: applyClassTables,
  content: (draft, docId) => {
    const { ticket, to } = read(draft, docId);
    return contentOf(ticket, to);
  },
  approved: (request, docId) => {
    const { ticket, to } = read(request.draft, docId);
    applyClass(request, ticket, to, '');
    return { objectId: ticket.ticketId, message: words(`已同意，${ticket.ticketId} 降为“${severities[to].zh}”。`, `Approved: ${ticket.ticketId} is now class ${to}.`) };
  },
  rejected: (request, docId, comment) => {
    const { ticket } = read(request.draft, docId);
    // A provisional class A becomes the class: the manager has looked at it.
    const after = ticket.severity === null ? applyClass(request, ticket, 'A', comment) : request.draft.update(tickets, ticket.ticketId, { severityReason: comment });
    request.notify({ code: 'N-15', to: [{ role: 'SUP' }], objectId: ticket.ticketId, cycle: request.now, severity: 'A', message: loweringRejected(after, comment) });
    return { objectId: ticket.ticketId, message: words('已记录：不同意降级。', 'Recorded: the class stays.') };
  },
  message: (draft, docId) => {
    const { ticket, to } = read(draft, docId);
    return askToLower(ticket, workingClass(ticket), to, ticket.severityReason ?? '');
  },
};
