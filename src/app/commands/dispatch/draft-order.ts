import { approvals, dispatchOrders, dispatchStatus, products, severity, skills, slaClocks, tickets, transportMode, type DispatchOrder, type Ticket } from '../../../../sheets-templates';
import { dispatchTransitions, matchSkills, peopleOf, type SkillFinding } from '../../../dispatch';
import { deadlineRule, isOpen } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { orderToSubmit } from '../../../text/notices/dispatch';
import { dateOf, inLanguage, isRefusal, refuse, showInstant, words, type LocalDate, type Refusal } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { clocksOf } from '../../effects/record-moment';
import type { Field, Input } from '../../field';
import { checkMove } from '../../moves';
import type { Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { standIn, standInTables } from '../tickets/stand-in';
import { findMember, orderFacts, orderFor, orderReads } from './order';

/** `leadEngineer` and `team` take staff numbers; the desk shows names to choose from. */
export const draftFields: readonly Field[] = [
  { name: 'leadEngineer', kind: 'text', label: words('负责人员', 'Lead engineer'), required: true },
  { name: 'team', kind: 'list', label: words('随行人员', 'Team') },
  { name: 'planDepart', kind: 'instant', label: words('计划出发', 'Planned departure'), required: true },
  { name: 'planArrive', kind: 'instant', label: words('计划到达', 'Planned arrival'), required: true },
  { name: 'planReturn', kind: 'date', label: words('计划返回日期', 'Planned return'), help: words('当日往返可不填', 'Leave empty for a visit of one day') },
  { name: 'travelMode', kind: 'choice', label: words('出行方式', 'Travel mode'), choices: transportMode, required: true, help: words('高铁动车须经理批准，飞机须分管副总批准', 'High-speed rail needs the manager\'s approval, planes the deputy GM\'s') },
  { name: 'workContent', kind: 'long', label: words('工作内容', 'Work content'), required: true },
  { name: 'skillOverrideReason', kind: 'text', label: words('技能例外理由', 'Reason for a skill exception'), help: words('人员技能不完全符合时必填', 'Needed when the team lacks a skill') },
];

type Planned = Pick<DispatchOrder, 'leadEngineer' | 'team' | 'planDepart' | 'planArrive' | 'planReturn' | 'travelMode' | 'workContent' | 'skillOverrideReason'>;

/** The plan as typed in, with people found; a name that nobody bears is refused. */
export const readPlan = (draft: Draft, input: Input): Planned | Refusal => {
  const lead = findMember(draft, input.text('leadEngineer'));
  if (lead === undefined) return refuse('G-DP-2', `没有名为“${input.text('leadEngineer')}”的人员。`, `Nobody is called "${input.text('leadEngineer')}".`);
  const team: string[] = [];
  for (const name of input.list('team')) {
    const member = findMember(draft, name);
    if (member === undefined) return refuse('G-DP-2', `没有名为“${name}”的人员。`, `Nobody is called "${name}".`);
    if (member.staffId !== lead.staffId) team.push(member.staffId);
  }
  return {
    leadEngineer: lead.staffId, team, planDepart: input.instant('planDepart'), planArrive: input.instant('planArrive'), planReturn: input.optionalDate('planReturn'),
    travelMode: choiceOf(input, 'travelMode', transportMode), workContent: input.text('workContent'), skillOverrideReason: input.optionalText('skillOverrideReason'),
  };
};

/** Which skills the product asks for and the team holds on a day. */
export const skillsFor = (draft: Draft, ticket: Ticket, order: Pick<DispatchOrder, 'leadEngineer' | 'team'>, on: LocalDate): SkillFinding =>
  matchSkills(draft.find(products, ticket.productId)?.requiredSkills ?? [], peopleOf(order), draft.all(skills), on);

/** Running limits as the one who drafts reads them, `紧急：到达现场 2026-03-03 13:10 · …`; without any the class. */
const timeRequirement = ({ draft, actor }: Request, ticket: Ticket): string => {
  const language = actor.kind === 'staff' && actor.staff.language === 'en' ? 'en' : 'zh-CN';
  const limits = clocksOf(draft, ticket.ticketId).filter((clock) => isOpen(clock) && ['S-03', 'S-04', 'S-06', 'S-07', 'S-08', 'S-09'].includes(clock.ruleId));
  if (limits.length > 0) return limits.map((clock) => `${inLanguage(deadlineRule(clock.ruleId).what, language)} ${showInstant(clock.dueAt)}`).join(' · ');
  return ticket.severity === null ? '-' : inLanguage(severity[ticket.severity], language);
};

/** A new order in DRAFT for a ticket, pre-filled from it. People at the customer are named by number only; their data stays in its own workbook. */
export const insertDraft = (request: Request, ticket: Ticket, plan: Planned, createdBySup: string): DispatchOrder => {
  const { draft, now } = request;
  const product = draft.find(products, ticket.productId);
  return draft.insert(dispatchOrders, {
    orderId: draft.nextNumber('PG', dateOf(now).replace(/-/g, ''), 2), ticketId: ticket.ticketId, createdBySup, ...plan,
    taskKind: ticket.serviceType,
    customerSnapshot: { customerId: ticket.customerId, contactId: ticket.reporterContact, siteAddress: ticket.siteAddress, siteCity: ticket.siteCity },
    projectName: ticket.projectName, modelSerial: `${product?.model ?? ticket.modelText} / ${ticket.serialText}`,
    timeRequirement: timeRequirement(request, ticket),
    travelApproval: null, skillMatch: skillsFor(draft, ticket, plan, dateOf(plan.planDepart)).match, prepChecklist: { ticked: [], notNeededReason: null },
    prepDoneAt: null, previsitContact: null, consentId: null, emergencyRatify: false, issuedAt: null, acceptedAt: null, declinedReason: null, departedAt: null,
    arrivedAt: null, leftAt: null, returnedAt: null, redirectTo: null, copyToClerkAt: null, cancelReason: null, status: 'DRAFT',
  });
};

const dispatchable: readonly Ticket['status'][] = ['TRIAGED', 'SCHEDULED', 'ON_SITE'];

/** DP-1: a ticket that is classified and not yet on its way, or on site where more help is needed. */
export const refuseTicketState = (ticket: Ticket): Refusal | null =>
  dispatchable.includes(ticket.status) ? null : refuse('DP-1', `工单 ${ticket.ticketId} 须已定级且尚未派出（或在现场需增援）才能派工。`, `Ticket ${ticket.ticketId} must be classified and not yet dispatched (or on site and in need of help).`);

export const draftReads = [...orderReads, ...standInTables, products, skills, slaClocks, approvals];

export const draftOrder: CommandDefinition = command({
  name: 'dispatch.draft',
  label: words('新建派工单', 'Draft a dispatch order'),
  rules: ['R-185', 'R-265', 'R-276', 'R-238', 'R-033'],
  reads: draftReads,
  fields: draftFields,
  decide: (request) => {
    const { actor, draft, input } = request;
    if (hasRole(actor, 'SAL') && !hasRole(actor, 'SUP')) {
      return refuse('R-276', '售后人员只接受售后主管的派工。请把需求转给售后主管，由主管安排。', 'Engineers take orders only from the supervisor. Please send the request to the supervisor, who arranges it.');
    }
    const ticket = draft.find(tickets, request.objectId);
    const move = checkMove(actor, dispatchTransitions, 'dispatch.draft', { objectId: request.objectId, status: null, labels: dispatchStatus, duty: ticket === undefined ? null : standIn(draft, ticket, request.now) });
    if (isRefusal(move)) return move;
    if (ticket === undefined) return refuse('UNKNOWN', `没有工单 ${request.objectId}。`, `There is no ticket ${request.objectId}.`);
    const refusedState = refuseTicketState(ticket);
    if (refusedState !== null) return refusedState;
    const plan = readPlan(draft, input);
    if (isRefusal(plan)) return plan;
    const order = insertDraft(request, ticket, plan, actor.kind === 'staff' ? actor.staff.staffId : '');
    if (!hasRole(actor, 'SUP')) {
      request.notify({ code: 'N-12', to: [{ role: 'TSM' }, { role: 'SUP' }], objectId: order.orderId, cycle: 'drafted', severity: ticket.severity, message: orderToSubmit(orderFacts(draft, order)) });
      return { objectId: order.orderId, message: words(`派工单 ${order.orderId} 已代主管起草，由经理提交征询。`, `Order ${order.orderId} is drafted in the supervisor's place; the manager submits it.`) };
    }
    return { objectId: order.orderId, message: words(`派工单 ${order.orderId} 已起草，请提交征询。`, `Order ${order.orderId} is drafted; submit it for consent next.`) };
  },
});

export const reviseOrder: CommandDefinition = command({
  name: 'dispatch.revise',
  label: words('修改派工单', 'Revise the order'),
  rules: ['R-185'],
  reads: draftReads,
  fields: draftFields,
  decide: (request) => {
    const found = orderFor(request, 'dispatch.revise');
    if (isRefusal(found)) return found;
    const plan = readPlan(request.draft, request.input);
    if (isRefusal(plan)) return plan;
    const { match } = skillsFor(request.draft, found.ticket, plan, dateOf(plan.planDepart));
    request.draft.update(dispatchOrders, found.order.orderId, { ...plan, skillMatch: match, status: 'DRAFT' });
    return { objectId: found.order.orderId, message: words('已修改，请提交征询。', 'Revised; submit it for consent next.') };
  },
});
