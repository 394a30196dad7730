import { serviceType, slaClocks, staff, tickets, type Channel, type Contact, type Customer, type Severity, type SourceParty, type Ticket } from '../../../../sheets-templates';
import { classifySeverity, isAdvice, isFault, repeatedTicket, type ImpactAnswers } from '../../../tickets';
import { dateOf, type Instant } from '../../../terms';
import { hasRole, staffIdOf } from '../../actor';
import { clocksOf, recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { evaluateCharge, type ChargePapers } from './charge-guard';
import { startProvisionalClocks, ticketMoment } from './class-effects';
import { choiceOf } from './chosen';

/** How a request came to the company. */
export interface Arrival {
  readonly channel: Channel;
  readonly sourceParty: SourceParty;
  /** When the message first reached any channel of the company (AMB-04). */
  readonly receivedAt: Instant;
  /** The colleague outside service who passed it on (S-16). */
  readonly forwarder?: string | undefined;
  /** The ticket whose fault came back, where the customer says so. */
  readonly repeatOf?: string | undefined;
}

export interface Parties {
  readonly customer: Customer;
  readonly contact: Contact;
  readonly papers: ChargePapers;
}

const supervisor = (request: Request): string =>
  [...request.draft.where(staff, (member) => member.active && member.roles.includes('SUP')), ...request.draft.where(staff, (member) => member.active && member.roles.includes('TSM'))][0]?.staffId ?? staffIdOf(request.actor) ?? '';

/** What customer service takes down and may answer itself stays with it until answered or handed over. */
const staysWithService = (request: Request, severity: Severity | null): boolean => severity === 'C' && hasRole(request.actor, 'CS') && !hasRole(request.actor, 'SUP');

export const fromOutside: readonly SourceParty[] = ['SALES', 'OTHER_DEPT', 'QA', 'MANAGEMENT'];

/** 10.1: a longer letter goes on among the usage facts. */
const mostFault = 2000;

const startClocks = (request: Request, ticket: Ticket, arrival: Arrival): void => {
  const { now } = request;
  const severity = ticket.severityClaimed;
  recordMoment(request, ticketMoment(ticket, 'received', now, { severity }));
  if (severity !== null) startProvisionalClocks(request, ticket, severity);
  if (fromOutside.includes(arrival.sourceParty)) {
    recordMoment(request, ticketMoment(ticket, 'forwardedReceived', now, { severity }));
    recordMoment(request, ticketMoment(ticket, 'supervisorNotified', now, { severity }));
  }
  if (ticket.ownerStaff === staffIdOf(request.actor) && staysWithService(request, severity)) recordMoment(request, ticketMoment(ticket, 'registeredByService', now, { severity }));
  if (ticket.chargeStatus === 'DECISION_PENDING') recordMoment(request, ticketMoment(ticket, 'liabilityOpened', now, { severity }));
  if (ticket.chargeStatus === 'QUOTING') recordMoment(request, ticketMoment(ticket, 'chargePaidKnown', now, { severity }));
};

/** TK-1: the ticket's row with class, warranty and charge as far as they are known, and its clocks. */
export const createTicket = (request: Request, arrival: Arrival, { customer, contact, papers }: Parties, answers: ImpactAnswers): Ticket => {
  const { draft, input, now, actor, settings } = request;
  const kind = choiceOf(input, 'serviceType', serviceType);
  const severity = classifySeverity(answers, arrival.receivedAt, settings).severity;
  const named = arrival.repeatOf === undefined ? undefined : draft.find(tickets, arrival.repeatOf);
  const repeated = named !== undefined || !isFault(kind) ? named : repeatedTicket(draft.all(tickets), input.text('serialText'), arrival.receivedAt, settings.count('tk.repeat_days', now));
  const serviceMode = isAdvice(kind) ? 'REMOTE' : null;
  const fault = input.text('faultDesc');
  const ticket = draft.insert(tickets, {
    ticketId: draft.nextNumber('TK', dateOf(now).replace(/-/g, ''), 3),
    receivedAt: arrival.receivedAt, registeredAt: now, registeredBy: staffIdOf(actor), channel: arrival.channel, sourceParty: arrival.sourceParty,
    sourceStaff: arrival.forwarder ?? (fromOutside.includes(arrival.sourceParty) && !hasRole(actor, 'CS', 'CLK', 'SUP') ? staffIdOf(actor) : null),
    supNotifiedAt: now, customerId: customer.customerId, reporterContact: contact.contactId,
    siteAddress: input.text('siteAddress'), siteCity: input.text('siteCity'), projectName: input.text('projectName'),
    contractId: papers.contract?.contractId ?? null, productId: papers.product?.productId ?? null, modelText: input.text('modelText'),
    equipId: papers.unit?.equipId ?? null, serialText: input.text('serialText'), serviceType: kind, serviceMode, faultDesc: fault.slice(0, mostFault), usageFacts: fault.length > mostFault ? fault.slice(mostFault) : null,
    truthDeclared: input.flag('truth'), impactAnswers: answers, severityClaimed: severity, severityProposed: null, severity: null, severityAt: null, severityEffectiveAt: null, severityReason: null,
    timeLimitWanted: input.optionalInstant('timeWanted'), agreedDate: null, agreedHasTime: null, servicePlan: null,
    ...evaluateCharge(request, papers, { serviceType: kind, serviceMode, receivedAt: arrival.receivedAt, cause: null, isRepeat: repeated !== undefined || arrival.repeatOf !== undefined }),
    holdStatus: 'NONE', majorException: severity === 'A', ownerStaff: staysWithService(request, severity) ? staffIdOf(actor) ?? '' : supervisor(request), engineerLead: null,
    causeCode: null, resolution: null, resolvedAt: null, acceptedAt: null, closedAt: null, reopenCount: 0, repeatOf: repeated?.ticketId ?? arrival.repeatOf ?? null,
    status: 'NEW', statusToken: request.randomToken(), cancelReason: null, heldFrom: null, heldMin: null,
  });
  startClocks(request, ticket, arrival);
  return ticket;
};

/** Until when somebody must have called back (S-01). */
export const contactDue = (request: Request, ticket: Ticket): Instant => clocksOf(request.draft, ticket.ticketId).find((clock) => clock.ruleId === 'S-01')?.dueAt ?? request.now;

export const intakeTables = [tickets, slaClocks] as const;
