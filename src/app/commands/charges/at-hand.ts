import { agreementStatus, approvals, arStatus, chargeStatus, liabilityDecisions, liabilityStatus, quoteStatus, quotes, receivables, serviceAgreements, tickets, type DocType, type LiabilityDecision, type Quote, type Receivable, type ServiceAgreement, type Ticket } from '../../../../sheets-templates';
import { agreementTransitions, chargeTransitions, liabilityTransitions, quoteTransitions, receivableTransitions } from '../../../charges';
import type { Draft } from '../../../ledger/draft';
import { isRefusal, refuse, type Refusal, type Words } from '../../../terms';
import { staffIdOf } from '../../actor';
import { pendingApproval, requestApproval, restartApprovals } from '../../approvals/request-approval';
import type { Transition } from '../../command';
import { checkMove } from '../../moves';
import type { Message, Request } from '../../request';
import { noTicket } from '../tickets/subject';

export interface AtHand<Document> {
  readonly row: Document;
  readonly ticket: Ticket;
}

/** The document that a request names and its ticket, if its actor may fire the command on it now. */
const atHand = <Status extends string, Document extends { readonly status: Status; readonly ticketId: string }>(
  request: Request, command: string, table: readonly Transition<Status>[], labels: Readonly<Record<Status, Words>>, row: Document | undefined,
): AtHand<Document> | Refusal => {
  const { actor, draft, objectId } = request;
  const ticket = draft.find(tickets, row?.ticketId);
  if (row === undefined || ticket === undefined) return refuse('UNKNOWN', `没有 ${objectId}，或其工单已归档。`, `There is no ${objectId}, or its ticket has been archived.`);
  const move = checkMove(actor, table, command, { objectId, status: row.status, labels });
  return isRefusal(move) ? move : { row, ticket };
};

export const liabilityAt = (request: Request, command: string): AtHand<LiabilityDecision> | Refusal =>
  atHand(request, command, liabilityTransitions, liabilityStatus, request.draft.find(liabilityDecisions, request.objectId));

export const quoteAt = (request: Request, command: string): AtHand<Quote> | Refusal =>
  atHand(request, command, quoteTransitions, quoteStatus, request.draft.find(quotes, request.objectId));

export const agreementAt = (request: Request, command: string): AtHand<ServiceAgreement> | Refusal =>
  atHand(request, command, agreementTransitions, agreementStatus, request.draft.find(serviceAgreements, request.objectId));

export const receivableAt = (request: Request, command: string): AtHand<Receivable> | Refusal =>
  atHand(request, command, receivableTransitions, arStatus, request.draft.find(receivables, request.objectId));

export const chargeMovable = (ticket: Ticket) => ({ objectId: ticket.ticketId, status: ticket.chargeStatus, labels: chargeStatus });

/** The ticket whose charge status a command is about (3.2). */
export const chargeAt = (request: Request, command: string): Ticket | Refusal => {
  const ticket = request.draft.find(tickets, request.objectId);
  if (ticket === undefined) return noTicket(request.objectId);
  const move = checkMove(request.actor, chargeTransitions, command, chargeMovable(ticket));
  return isRefusal(move) ? move : ticket;
};

/** The staff id of whoever acts; commands of this trade that need one are for staff alone. */
export const me = ({ actor }: Request): string => staffIdOf(actor) ?? '';

export interface Asking {
  readonly matrix: string;
  readonly docType: DocType;
  readonly docId: string;
  readonly content: unknown;
  readonly message: Omit<Message, 'actions'>;
  /** Kept with the approval, so that every step reads it. */
  readonly grounds: string;
}

/** Asks for an approval of section 6.2 with its grounds; what was asked or approved before for the same document is void. Reads `approvals`. */
export const ask = (request: Request, ticket: Ticket, { grounds, ...asked }: Asking): Refusal | null => {
  restartApprovals(request.draft, asked.docType, asked.docId);
  const refused = requestApproval(request, { ...asked, requestedBy: me(request), beneficiaries: [], severity: ticket.severity, noticeCode: 'N-24' });
  const opened = pendingApproval(request.draft, asked.docType, asked.docId);
  if (refused === null && opened !== undefined && grounds !== '') request.draft.update(approvals, opened.approvalId, { evidence: grounds });
  return refused;
};

/** What was said when a document was sent for approval. */
export const groundsOf = (draft: Draft, docType: DocType, docId: string): string =>
  draft.by(approvals, 'docId', docId).filter((row) => row.docType === docType && row.evidence !== null).slice(-1)[0]?.evidence ?? '';

/** Whether a document of a ticket was approved to its last step. */
export const isApproved = (draft: Draft, matrix: string, docId: string, lastStep: number): boolean =>
  draft.where(approvals, (row) => row.matrixId === matrix && row.status === 'APPROVED' && row.step === lastStep && (row.docId === docId || row.docId.startsWith(`${docId}/`))).length > 0;
