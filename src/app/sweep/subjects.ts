import { appraisals, complaints, defects, dispatchOrders, expenseClaims, monthlyReports, overtime, partsRequests, periodicReports, policyAcks, repairOrders, siteReports, spotChecks, staff, surveys, tickets, tools, trainingAssignments, tripReports, type Severity, type SlaClock, type AnyTable, type Columns, type StaffMember, type Ticket } from '../../../sheets-templates';
import { deadlineRule } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import { workingClass } from '../../tickets';

/** Tables in which the object of a clock may stand. */
export const subjectTables = [tickets, dispatchOrders, partsRequests, repairOrders, tripReports, siteReports, monthlyReports, expenseClaims, surveys, complaints, defects, overtime, tools, trainingAssignments, policyAcks, periodicReports, spotChecks, appraisals] as const;

/** What a clock is about: the ticket behind it and the person at work on it. */
export interface ClockSubject {
  readonly ticket: Ticket | null;
  /** The engineer of the order, the requester of parts, the author of a report or claim. */
  readonly person: string | null;
  /** The object names who is in charge of it, whatever its ticket. */
  readonly named?: true;
}

const ofOrder = (draft: Draft, orderId: string | null | undefined): ClockSubject | null => {
  const order = draft.find(dispatchOrders, orderId);
  return order === undefined ? null : { ticket: draft.find(tickets, order.ticketId) ?? null, person: order.leadEngineer };
};

const ofTicket = (draft: Draft, ticketId: string | undefined, person: string | null): ClockSubject | null => {
  const ticket = draft.find(tickets, ticketId);
  return ticket === undefined ? null : { ticket, person: person ?? ticket.engineerLead };
};

/** A row of a register: whom it names in charge, and its ticket where it has one. */
const ofRegister = (table: AnyTable, person: string, ticket: string) => (draft: Draft, id: string): ClockSubject | null => {
  const row: Readonly<Record<string, unknown>> | undefined = draft.find<Columns>(table, id);
  const [named, ticketId] = [person, ticket].map((column) => [row?.[column]].flat()[0]);
  return row === undefined ? null : { ticket: draft.find(tickets, typeof ticketId === 'string' ? ticketId : null) ?? null, person: typeof named === 'string' ? named : null, named: true };
};

const nobody: ClockSubject = { ticket: null, person: null };

/** Where to look, by the kind of object that the clock names. */
const lookUp: Readonly<Partial<Record<SlaClock['objectType'], (draft: Draft, objectId: string) => ClockSubject | null>>> = {
  TICKET: (draft, id) => ofTicket(draft, id, null),
  DISPATCH: ofOrder,
  PARTS_REQUEST: (draft, id) => {
    const request = draft.find(partsRequests, id);
    return ofTicket(draft, request?.ticketId, request?.requestedBy ?? null);
  },
  REPAIR_ORDER: (draft, id) => ofTicket(draft, draft.find(repairOrders, id)?.ticketId, null),
  TRIP_REPORT: (draft, id) => ofOrder(draft, draft.find(tripReports, id)?.orderId),
  SITE_REPORT: (draft, id) => ofOrder(draft, draft.find(siteReports, id)?.orderId),
  SURVEY: (draft, id) => ofTicket(draft, draft.find(surveys, id)?.ticketId, null),
  MONTHLY_REPORT: (draft, id) => ({ ticket: null, person: draft.find(monthlyReports, id)?.staffId ?? null }),
  COMPLAINT: ofRegister(complaints, 'owner', 'ticketId'),
  DEFECT: ofRegister(defects, 'rdOwner', 'ticketIds'),
  OVERTIME: ofRegister(overtime, 'staffId', ''),
  TOOL: ofRegister(tools, 'holder', ''),
  TRAINING: ofRegister(trainingAssignments, 'staffId', ''),
  POLICY: ofRegister(policyAcks, 'staffId', ''),
  SPOT_CHECK: ofRegister(spotChecks, 'checker', ''),
  APPRAISAL: ofRegister(appraisals, 'staffId', ''),
  PERIODIC: ofRegister(periodicReports, 'preparedBy', ''),
  CLAIM: (draft, id) => ({ ticket: null, person: draft.find(expenseClaims, id)?.staffId ?? null }),
};

export const subjectOf = (draft: Draft, clock: Pick<SlaClock, 'objectType' | 'objectId'>): ClockSubject => lookUp[clock.objectType]?.(draft, clock.objectId) ?? nobody;

/** The class that decides how a clock's notices travel; undefined where no ticket is concerned. */
export const classOf = ({ ticket }: ClockSubject): Severity | null | undefined => (ticket === null ? undefined : workingClass(ticket));

/** Who owns a deadline: the person at work for engineers' duties, the ticket's owner for the desk's, else the role. */
export const ownersOf = (draft: Draft, clock: SlaClock, subject: ClockSubject): readonly StaffMember[] => {
  const { who } = deadlineRule(clock.ruleId);
  const owner = who.includes('ENG') || subject.ticket === null || subject.named === true ? subject.person : null;
  const desk = clock.objectType === 'TICKET' && who.some((role) => role === 'SUP' || role === 'CS') ? (subject.ticket?.ownerStaff ?? null) : null;
  const sales = clock.ruleId === 'S-16' ? (subject.ticket?.sourceStaff ?? null) : null;
  const named = [sales ?? owner ?? desk].flatMap((id) => draft.find(staff, id) ?? []).filter((member) => member.active);
  return named.length > 0 ? named : draft.where(staff, (member) => member.active && who.some((role) => member.roles.includes(role)));
};
