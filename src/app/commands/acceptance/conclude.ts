import { acceptances, tickets, type Acceptance, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { thanks } from '../../../text/notices/tickets-customer';
import { acceptedForStaff, rejectedByCustomer } from '../../../text/notices/tickets-staff';
import { isRefusal, refuse, words, type Instant, type Refusal } from '../../../terms';
import { workingClass } from '../../../tickets';
import type { Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { planSurvey } from '../../effects/surveys';
import type { Request } from '../../request';
import { workAccepted } from '../charges/service-course';
import { waitingAcceptance } from '../tickets/acceptance-row';
import { ticketMoment } from '../tickets/class-effects';
import { customerRecipient, leadRecipient, ticketFor } from '../tickets/subject';

/** What the customer signs, as it was shown; its hash is kept as proof (10.4). */
export const acceptanceText = (row: Acceptance): string => JSON.stringify([row.acceptanceId, row.workSummary, row.partsReplaced, row.functionTest, row.advice, row.chargeSummary]);

export interface SignOff {
  readonly ticket: Ticket;
  readonly acceptance: Acceptance;
}

/** The sheet that a command is about, by its own number or its ticket's. */
export const signOffFor = (request: Request, command: string): SignOff | Refusal => {
  const { draft, objectId } = request;
  const named = draft.find(acceptances, objectId);
  const found = ticketFor(request, command, named?.ticketId ?? objectId);
  if (isRefusal(found)) return found;
  const acceptance = named?.signedAt === null ? named : waitingAcceptance(draft, found.ticket.ticketId);
  return acceptance === undefined ? refuse('G-TK-9', '没有待签的验收单。', 'There is nothing to sign.') : { ticket: found.ticket, acceptance };
};

export interface Signature {
  readonly result: Acceptance['result'];
  readonly signerName: string;
  readonly signerPhoneLast4: string | null;
  readonly method: Acceptance['method'];
  readonly evidence: string;
  readonly note: string;
  readonly signedAt: Instant;
}

/** G-TK-9: complete, explained, tested; points are named, a rejection has its reason. */
export const refuseSignature = (acceptance: Acceptance, signature: Signature): Refusal | null => {
  const { result, note, signerName } = signature;
  if (signerName === '') return refuse('G-TK-9', '请填写签字人姓名。', 'The name of the signer is missing.');
  if (result === 'REJECTED') return note === '' ? refuse('G-TK-9', '请写明不通过的原因。', 'Please say why the work is rejected.') : null;
  if (!acceptance.explained) return refuse('G-TK-9', '须先向客户解释过程和注意事项（由工程师办理）。', 'The work must be explained to the customer first (by the engineer).');
  const points = acceptance.functionTest === 'PARTIAL' || result === 'ACCEPTED_WITH_POINTS';
  if (points && result !== 'NO_RESPONSE' && (note === '' || result === 'ACCEPTED')) return refuse('G-TK-9', '功能测试部分合格或有保留意见时，请选择“有保留通过”并写明保留事项。', 'Where the test passed in part, or points remain, please choose "accepted with points" and name them.');
  return null;
};

const write = (draft: Draft, acceptance: Acceptance, { note, ...signature }: Signature): Acceptance =>
  draft.update(acceptances, acceptance.acceptanceId, { ...signature, rejectReason: note === '' ? null : note });

/** TK-16 */
const accept = (request: Request, ticket: Ticket, acceptance: Acceptance): Reply => {
  const { draft, now } = request;
  const after = draft.update(tickets, ticket.ticketId, { status: 'ACCEPTED', acceptedAt: acceptance.signedAt ?? now });
  workAccepted(request, after, acceptance);
  recordMoment(request, ticketMoment(after, 'accepted', acceptance.signedAt ?? now));
  if (ticket.channel === 'PLAN') recordMoment(request, ticketMoment(after, 'maintenanceDone', acceptance.signedAt ?? now));
  const notice = { code: 'N-08', objectId: ticket.ticketId, cycle: acceptance.acceptanceId, severity: ticket.severity };
  request.notify({ ...notice, to: [{ role: 'SUP' }, { role: 'CLK' }, { role: 'CS' }], message: acceptedForStaff(after, acceptance) });
  if (acceptance.result !== 'NO_RESPONSE') request.notify({ ...notice, to: customerRecipient(draft, ticket), message: thanks(after, acceptance) });
  planSurvey(request, after);
  return { objectId: ticket.ticketId, message: words('验收已记录，谢谢。', 'The acceptance is recorded, thank you.') };
};

/** TK-17: back to arrangement, with a new round of news to the customer. */
const reject = (request: Request, ticket: Ticket, acceptance: Acceptance): Reply => {
  const { draft, now } = request;
  const after = draft.update(tickets, ticket.ticketId, { status: 'TRIAGED', reopenCount: ticket.reopenCount + 1, resolvedAt: null, agreedDate: null, agreedHasTime: null });
  recordMoment(request, ticketMoment(after, 'customerRejected', acceptance.signedAt ?? now));
  request.notify({
    code: 'N-09', to: [{ role: 'SUP' }, { role: 'TSM' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, cycle: acceptance.acceptanceId, severity: workingClass(ticket),
    message: rejectedByCustomer(after, acceptance.rejectReason ?? ''),
  });
  return { objectId: ticket.ticketId, message: words('已记录您的意见，我们会尽快与您联系。', 'Your answer is recorded; we will contact you soon.') };
};

/** Writes a signature and moves the ticket on or back. */
export const conclude = (request: Request, { ticket, acceptance }: SignOff, signature: Signature): Reply | Refusal => {
  const refused = refuseSignature(acceptance, signature);
  if (refused !== null) return refused;
  const signed = write(request.draft, acceptance, signature);
  return signature.result === 'REJECTED' ? reject(request, ticket, signed) : accept(request, ticket, signed);
};
