import { contactAttempts, dispatchOrders, tickets, type Severity, type Ticket } from '../../../../sheets-templates';
import { holdsForLiability } from '../../../charges';
import { reclassify, type Happened, type Reclassification } from '../../../deadlines';
import { isLowerClass, reachedAttempt, workingClass } from '../../../tickets';
import type { Instant } from '../../../terms';
import { clocksOf, recordMoment, writeClocks } from '../../effects/record-moment';
import { underPauses } from '../../effects/standing-pauses';
import type { Request } from '../../request';
import { alarm, classTables, isPaid, ticketMoment } from './class-effects';

/** Tables that giving a ticket its class reads. */
export const applyClassTables = [...classTables, contactAttempts, dispatchOrders] as const;

const first = (moments: readonly (Instant | null)[]): Instant | undefined => moments.filter((at): at is Instant => at !== null).sort()[0];

/** What has been done for the ticket already, so that clocks of the new class do not wait for it again. */
export const happenedSoFar = (request: Request, ticket: Ticket): Happened => {
  const { draft, now } = request;
  const orders = draft.by(dispatchOrders, 'ticketId', ticket.ticketId).filter((order) => order.status !== 'CANCELLED' && order.status !== 'DECLINED');
  const orderAccepted = first(orders.map((order) => order.acceptedAt));
  const arrived = first(orders.map((order) => order.arrivedAt));
  const dateAgreed = ticket.agreedDate === null ? undefined : first(clocksOf(draft, ticket.ticketId).map((clock) => (clock.ruleId === 'S-09' ? clock.startAt : null))) ?? now;
  return { ...(orderAccepted === undefined ? {} : { orderAccepted }), ...(arrived === undefined ? {} : { arrived }), ...(dateAgreed === undefined ? {} : { dateAgreed }) };
};

/** From when a class counts: the first message, or for one that goes up the facts behind it (TK-24, AMB-44). */
const effectiveFrom = (request: Request, ticket: Ticket, to: Severity): Instant => {
  const from = workingClass(ticket);
  if (from === null || from === to || isLowerClass(to, from)) return ticket.receivedAt;
  const given = request.input.optionalInstant('factsKnownAt');
  if (given !== null) return given;
  if (ticket.severity !== null) return request.now;
  // At the first classification: the call in which the facts came out.
  return reachedAttempt(request.draft.by(contactAttempts, 'ticketId', ticket.ticketId))?.at ?? request.now;
};

/**
 * S-02 … S-08 and S-42. The clocks of the provisional class go on when the supervisor confirms it and are replaced when
 * he does not; S-01 keeps its first due moment whatever the class.
 */
const setClocks = (request: Request, before: Ticket, after: Ticket, to: Severity): void => {
  const { draft, now, settings, calendar } = request;
  const from = workingClass(before);
  if (from !== null && from !== to) {
    const change: Reclassification = {
      from, to, receivedAt: before.receivedAt, objectType: 'TICKET', objectId: before.ticketId, paid: isPaid(before),
      recordedAt: now, effectiveAt: isLowerClass(to, from) ? now : after.severityEffectiveAt ?? now,
      moments: { agreedDate: before.agreedDate, supNotifiedAt: before.supNotifiedAt },
      happened: happenedSoFar(request, before), standing: underPauses(request),
    };
    writeClocks(draft, reclassify(clocksOf(draft, before.ticketId), change, calendar, settings));
  }
  const only = from === null ? undefined : from === to && before.severity === null ? ['S-42'] : [];
  recordMoment(request, ticketMoment(after, 'classified', now, only === undefined ? {} : { facts: { only } }));
};

/** WB-01: class C waits for the decision who pays; A and B never do (AMB-18). Other holds stay as they are. */
const holdFor = (request: Request, ticket: Ticket, to: Severity): Ticket['holdStatus'] => {
  const waits = holdsForLiability(to, ticket.chargeStatus, request.settings.flag('charge.block_C', request.now));
  if (waits) return ticket.holdStatus === 'NONE' ? 'WAIT_LIABILITY' : ticket.holdStatus;
  return ticket.holdStatus === 'WAIT_LIABILITY' && to !== 'C' ? 'NONE' : ticket.holdStatus;
};

/** Gives a ticket a class: the row, its clocks, the alarm. The supervisor's decision and an approved lowering end here. */
export const applyClass = (request: Request, ticket: Ticket, to: Severity, reason: string): Ticket => {
  const { draft, now } = request;
  const from = workingClass(ticket);
  const after = draft.update(tickets, ticket.ticketId, {
    severity: to,
    severityAt: now,
    severityEffectiveAt: effectiveFrom(request, ticket, to),
    severityReason: reason === '' ? ticket.severityReason : reason,
    majorException: to === 'A' || ticket.majorException,
    holdStatus: holdFor(request, ticket, to),
    status: ticket.status === 'NEW' ? 'TRIAGED' : ticket.status,
  });
  setClocks(request, ticket, after, to);
  // A provisional class A was alarmed when it came in; saying it again would only dull the alarm.
  const alarmed = ticket.severity === null && from === 'A' && to === 'A';
  if (!alarmed && !isLowerClass(to, from)) alarm(request, after, to, now);
  return after;
};
