import { contactAttempts, contacts, customers, dispatchOrders, dispatchStatus, products, skills, staff, ticketStatus, tickets, transportMode, tripReports, type DispatchOrder, type DispatchStatus, type Role, type Ticket } from '../../../sheets-templates';
import { acceptedStates, dispatchTransitions, endedStates, matchSkills, peopleOf } from '../../dispatch';
import { placeOf } from '../../tickets';
import type { Draft } from '../../ledger/draft';
import { dateOf, localDate, parseInstant, plusDays, showInstant, words, type Words } from '../../terms';
import { hasRole, staffIdOf, type Actor } from '../actor';
import type { DeskSource, Offer, WorkItem } from '../command';
import { dispatchCommands } from '../commands/dispatch';
import { refuseTicket } from '../commands/dispatch/answer';
import { draftOrder } from '../commands/dispatch/draft-order';
import { asMovable, nameOf } from '../commands/dispatch/order';
import { fieldCommands } from '../commands/field';
import { tripReport } from '../commands/field/trips';
import { standIn, standInTables } from '../commands/tickets/stand-in';
import { submitParts } from '../commands/parts/submit';
import type { Field } from '../field';
import { nearestDue, offerOf, offersFrom, withChoices, withInitial, withLineChoices, type Choices, type OfferShape } from './offers';

type Form = WorkItem['forms'][number];

const arrival: Form = { form: 'arrival', label: words('到达报告', 'Arrival report') };
const daily: Form = { form: 'daily', label: words('每日报告', 'Daily report') };
const preLeave: Form = { form: 'preLeave', label: words('离场前报告', 'Pre-leave report') };
const parts: Form = { form: 'parts', label: words('配件申请', 'Parts request') };
const trip: Form = { form: 'trip', label: words('出差工作报告', 'Trip report') };
const expense: Form = { form: 'expense', label: words('填报费用', 'Enter an expense') };

/** The forms that the state of an order calls for. */
const formsByStatus: Readonly<Partial<Record<DispatchStatus, readonly Form[]>>> = {
  ACCEPTED: [parts, expense],
  DEPARTED: [arrival, parts, expense],
  ARRIVED: [arrival, parts, expense],
  WORKING: [daily, preLeave, parts, expense],
  PRE_LEAVE: [daily, parts, expense],
  LEFT: [expense],
  RETURNED: [trip, expense],
  CLOSED: [expense],
};

/** Engineers to choose from, with their base and whether they hold the skills that the product asks for (R-238). */
const engineerChoices = (draft: Draft, ticket: Ticket, today: string): Choices => {
  const required = draft.find(products, ticket.productId)?.requiredSkills ?? [];
  const engineers = draft.where(staff, (member) => member.active && member.roles.includes('ENG'));
  return Object.fromEntries(engineers.map((member) => {
    const fits = matchSkills(required, [member.staffId], draft.all(skills), localDate(today)).match === 'FULL';
    return [member.staffId, words(`${member.name} · ${member.baseCity}${fits ? '' : ' · 技能不全'}`, `${member.name} · ${member.baseCity}${fits ? '' : ' · skills missing'}`)];
  }));
};

const planFields = (draft: Draft, ticket: Ticket, today: string) => (fields: readonly Field[]): readonly Field[] => {
  const engineers = engineerChoices(draft, ticket, today);
  return withChoices(fields, { leadEngineer: engineers, team: engineers });
};

const local = (moment: string | null): string | null => (moment === null ? null : moment.slice(0, 16).replace('T', ' '));

const toBeDispatched: readonly Ticket['status'][] = ['TRIAGED', 'SCHEDULED'];
const noVisit: readonly (Ticket['serviceMode'])[] = ['REMOTE', 'SEND_IN', 'WALK_IN'];

/** An engineer who left a site unfinished is still on the way home when somebody else is sent (TK-15, TK-17). */
const noLongerThere: readonly DispatchStatus[] = [...endedStates, 'LEFT', 'RETURNED'];

const waitsForOrder = (draft: Draft, ticket: Ticket): boolean =>
  toBeDispatched.includes(ticket.status) && !noVisit.includes(ticket.serviceMode) &&
  !draft.by(dispatchOrders, 'ticketId', ticket.ticketId).some((order) => !noLongerThere.includes(order.status));

const namesOf = (draft: Draft, ...roles: readonly Role[]): Choices =>
  Object.fromEntries(draft.where(staff, (member) => member.active && roles.some((role) => member.roles.includes(role))).map((member) => [member.staffId, words(member.name, member.name)]));

const nextTickets = (draft: Draft): Choices =>
  Object.fromEntries(draft.where(tickets, (ticket) => waitsForOrder(draft, ticket)).map((ticket) => [ticket.ticketId, words(`${ticket.ticketId} ${ticket.siteCity} ${ticket.projectName}`, `${ticket.ticketId} ${ticket.siteCity} ${ticket.projectName}`)]));

const shapeFor = (draft: Draft, order: DispatchOrder, ticket: Ticket, today: string): OfferShape => {
  const plan = { planDepart: local(order.planDepart), planArrive: local(order.planArrive), planReturn: order.planReturn };
  const whole = { ...plan, leadEngineer: order.leadEngineer, travelMode: order.travelMode, workContent: order.workContent, skillOverrideReason: order.skillOverrideReason };
  return {
    fields: {
      'dispatch.revise': (fields) => withInitial(planFields(draft, ticket, today)(fields), whole),
      'dispatch.replan': (fields) => withInitial(fields, plan),
      'dispatch.redirect': (fields) => withChoices(planFields(draft, ticket, today)(fields), { nextTicket: nextTickets(draft) }),
      'dispatch.goAhead': (fields) => withLineChoices(fields, 'attempts', { person: namesOf(draft, 'TSM', 'DGM') }),
    },
    primary: ['dispatch.submit', 'dispatch.accept', 'dispatch.prepare', 'dispatch.previsit', 'dispatch.depart', 'field.arrive', 'field.daily', 'dispatch.leave', 'dispatch.return'],
    danger: ['dispatch.cancel', 'dispatch.decline', 'dispatch.goAhead'],
    // What cannot succeed or is done already would only be in the way.
    hidden: [...(refuseTicket(ticket) === null ? [] : ['dispatch.accept']), ...(ticket.severity === 'A' ? [] : ['dispatch.goAhead']), ...(order.prepDoneAt === null ? [] : ['dispatch.prepare']), ...(order.previsitContact === null ? [] : ['dispatch.previsit'])],
  };
};

/** 9.4 no. 1: the customer's contact data, to the people on the order, from acceptance until it closes. */
const contactFacts = (draft: Draft, actor: Actor, order: DispatchOrder, ticket: Ticket): WorkItem['facts'] => {
  if (!acceptedStates.includes(order.status) || order.status === 'CLOSED') return [];
  if (!peopleOf(order).includes(staffIdOf(actor) ?? '') && !hasRole(actor, 'SUP')) return [];
  const contact = draft.find(contacts, ticket.reporterContact);
  const customer = draft.find(customers, ticket.customerId);
  return [
    { label: words('客户', 'Customer'), value: customer?.name ?? '-' },
    { label: words('联系人', 'Contact'), value: contact === undefined ? '-' : `${contact.name} ${contact.phone}` },
    { label: words('地址', 'Address'), value: placeOf(ticket) },
  ];
};

const hindrance = (order: DispatchOrder, ticket: Ticket): WorkItem['facts'] => {
  const refused = order.status === 'ISSUED' ? refuseTicket(ticket) : null;
  return refused === null ? [] : [{ label: words('提示', 'Note'), value: refused.words }];
};

const planFacts = (draft: Draft, order: DispatchOrder, ticket: Ticket): WorkItem['facts'] => [
  { label: words('目的地', 'Destination'), value: ticket.siteCity },
  { label: words('人员', 'People'), value: peopleOf(order).map((staffId) => nameOf(draft, staffId)).join('、') },
  { label: words('计划', 'Plan'), value: `${showInstant(order.planDepart)} → ${showInstant(order.planArrive)}${order.planReturn === null ? '' : ` → ${order.planReturn}`}` },
  { label: words('出行方式', 'Travel mode'), value: transportMode[order.travelMode] },
  { label: words('设备', 'Equipment'), value: order.modelSerial },
  { label: words('工作内容', 'Work'), value: order.workContent },
];

/** The trip report and a parts request start on the order but are not moves of it. */
const reportOffers = (draft: Draft, actor: Actor, order: DispatchOrder): readonly Offer[] => {
  if (order.leadEngineer !== staffIdOf(actor)) return [];
  const report = draft.by(tripReports, 'orderId', order.orderId)[0];
  const wanted = order.status === 'RETURNED' && (report === undefined || report.status === 'RETURNED');
  return [
    ...(wanted ? [offerOf(tripReport, order.orderId, { primary: ['field.tripReport'] })] : []),
    ...(['ACCEPTED', 'DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE'].includes(order.status) ? [offerOf(submitParts, order.orderId)] : []),
  ];
};

const orderItem = (draft: Draft, actor: Actor, order: DispatchOrder, today: string): WorkItem => {
  const ticket = draft.get(tickets, order.ticketId);
  return {
    objectId: order.orderId, kind: words('派工单', 'Dispatch order'), title: order.projectName, status: dispatchStatus[order.status], severity: ticket.severity,
    dueAt: nearestDue(draft, order.orderId, ...(order.arrivedAt === null ? [ticket.ticketId] : [])),
    facts: [...hindrance(order, ticket), ...contactFacts(draft, actor, order, ticket), ...planFacts(draft, order, ticket)],
    offers: [...offersFrom(actor, dispatchTransitions, asMovable(order), [...dispatchCommands, ...fieldCommands], shapeFor(draft, order, ticket, today)), ...reportOffers(draft, actor, order)],
    forms: order.leadEngineer === staffIdOf(actor) ? formsByStatus[order.status] ?? [] : [],
  };
};

const waiting: Words = words('待派工', 'To be dispatched');

/** A ticket that nobody has been sent to yet, for the supervisor (R-237). */
const ticketItem = (draft: Draft, ticket: Ticket, today: string): WorkItem => ({
  objectId: ticket.ticketId, kind: waiting, title: ticket.projectName, status: ticketStatus[ticket.status], severity: ticket.severity, dueAt: nearestDue(draft, ticket.ticketId),
  facts: [{ label: words('城市', 'City'), value: ticket.siteCity }, { label: words('故障现象', 'Fault'), value: ticket.faultDesc.slice(0, 200) }],
  offers: [offerOf(draftOrder, ticket.ticketId, {
    primary: ['dispatch.draft'],
    fields: { 'dispatch.draft': (fields) => withInitial(planFields(draft, ticket, today)(fields), { workContent: ticket.servicePlan }) },
  })],
  forms: [],
});

const isShown = (actor: Actor, order: DispatchOrder, today: string): boolean => {
  // What the duty backup drafted waits for the manager (6.3).
  if (hasRole(actor, 'SUP') || (hasRole(actor, 'TSM') && order.status === 'DRAFT')) return !endedStates.includes(order.status);
  const mine = peopleOf(order).includes(staffIdOf(actor) ?? '');
  if (!mine || order.issuedAt === null) return false;
  // A closed order stays for a while, so that its last expenses can still be entered.
  return !endedStates.includes(order.status) || (order.status === 'CLOSED' && order.returnedAt !== null && plusDays(dateOf(order.returnedAt), 14) >= today);
};

/** Orders and tickets to dispatch: for the supervisor all that is open, for engineers their own from issue on. */
export const dispatchDesk: DeskSource = {
  reads: [dispatchOrders, tickets, contacts, customers, products, skills, ...standInTables, tripReports, contactAttempts],
  items: ({ draft, actor, now: text }) => {
    const now = parseInstant(text);
    if (actor.kind !== 'staff' || now === null) return [];
    const today = dateOf(now);
    const orders = draft.where(dispatchOrders, (order) => isShown(actor, order, today)).map((order) => orderItem(draft, actor, order, today));
    const mayDraft = (ticket: Ticket): boolean => hasRole(actor, 'SUP') || standIn(draft, ticket, now) === actor.staff.staffId;
    return [...draft.where(tickets, (ticket) => waitsForOrder(draft, ticket) && mayDraft(ticket)).map((ticket) => ticketItem(draft, ticket, today)), ...orders];
  },
};
