import { dispatchOrders, monthlyReports, monthlyReportStatus, slaClocks, tickets, transportMode, travelApprovals, type DispatchOrder, type MonthlyReport, type Ticket } from '../../../sheets-templates';
import { approvedMode, askedWhen, monthlyReportTransitions } from '../../people';
import type { Draft } from '../../ledger/draft';
import { isRefusal, showInstant, words } from '../../terms';
import { staffIdOf, type Actor } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { monthlyReportsCommands } from '../commands/monthly-reports';
import { travelCommands } from '../commands/travel';
import { nearestDue, offerOf, offersFrom, withInitial } from './offers';

const reportItem = (draft: Draft, actor: Actor, report: MonthlyReport): WorkItem => ({
  objectId: report.reportId,
  kind: words('月度工作报告', 'Monthly work report'),
  title: report.month,
  status: monthlyReportStatus[report.status],
  severity: null,
  dueAt: nearestDue(draft, report.reportId),
  facts: [
    { label: words('出差 / 现场天数', 'Days out / on site'), value: `${report.daysOut} / ${report.daysOnSite}` },
    ...(report.returnReason === null ? [] : [{ label: words('退回原因', 'Returned because'), value: report.returnReason }]),
  ],
  offers: offersFrom(actor, monthlyReportTransitions, { objectId: report.reportId, status: report.status, labels: monthlyReportStatus, owner: report.staffId }, monthlyReportsCommands, {
    primary: ['monthly.submit'],
    fields: { 'monthly.submit': (fields) => withInitial(fields, { workSummary: report.workSummary, problems: report.problems, suggestions: report.suggestions, nextPlan: report.nextPlan }) },
  }),
  forms: report.status === 'DRAFT' || report.status === 'RETURNED' ? [{ form: 'monthly', label: words('月度工作报告', 'Monthly report') }] : [],
});

/** Own reports until they are approved. */
const reportItems = (draft: Draft, actor: Actor): readonly WorkItem[] =>
  draft.where(monthlyReports, (report) => report.staffId === staffIdOf(actor) && report.status !== 'APPROVED').map((report) => reportItem(draft, actor, report));

const notTravelled: readonly DispatchOrder['status'][] = ['CONSENT_PENDING', 'ISSUED', 'ACCEPTED'];
const under: readonly DispatchOrder['status'][] = ['DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE'];

/** An order whose planned mode needs somebody's word that nobody has been asked for yet. */
const waitsForTravel = (draft: Draft, actor: Actor, order: DispatchOrder, ticket: Ticket | undefined, { now, settings, calendar }: Parameters<DeskSource['items']>[0]): boolean => {
  const self = staffIdOf(actor);
  const mode = approvedMode(order.travelMode);
  if (mode === undefined || self === null || (order.leadEngineer !== self && !(order.team ?? []).includes(self))) return false;
  if (draft.by(travelApprovals, 'orderId', order.orderId).some((row) => row.staffId === self && row.mode === order.travelMode && row.status !== 'REJECTED' && row.status !== 'RETURNED')) return false;
  if (notTravelled.includes(order.status)) return true;
  return under.includes(order.status) && !isRefusal(askedWhen(mode, ticket?.severity ?? null, order.departedAt ?? order.planDepart, now, settings, calendar));
};

const travelItem = (order: DispatchOrder, ticket: Ticket | undefined): WorkItem => ({
  objectId: order.orderId,
  kind: words('出行方式待申请', 'Mode of travel to ask for'),
  title: order.projectName,
  status: transportMode[order.travelMode],
  severity: ticket?.severity ?? null,
  dueAt: order.departedAt ?? order.planDepart,
  facts: [
    { label: words('计划出发', 'Departure'), value: showInstant(order.planDepart) },
    { label: words('须知', 'Note'), value: words('须在出发前获批，否则票价不能报销。', 'Must be approved before departure, or the fare is not paid.') },
  ],
  offers: travelCommands.map((definition) => offerOf(definition, order.orderId, {
    primary: ['travel.request'],
    fields: { 'travel.request': (fields) => withInitial(fields, { mode: order.travelMode, destination: ticket?.siteCity ?? null, plannedDepart: (order.departedAt ?? order.planDepart).slice(0, 16).replace('T', ' ') }) },
  })),
  forms: [],
});

/** Monthly reports and modes of travel that wait for the person themself. */
export const peopleDesk: DeskSource = {
  reads: [monthlyReports, dispatchOrders, tickets, travelApprovals, slaClocks],
  items: (desk) => {
    const { draft, actor } = desk;
    if (actor.kind !== 'staff') return [];
    const orders = draft.where(dispatchOrders, (order) => waitsForTravel(draft, actor, order, draft.find(tickets, order.ticketId), desk));
    return [...orders.map((order) => travelItem(order, draft.find(tickets, order.ticketId))), ...reportItems(draft, actor)];
  },
};
