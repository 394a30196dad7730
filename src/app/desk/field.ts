import { causeCode, dispatchOrders, siteReports, slaClocks, tickets, tripReports, tripReportUnits, tripStatus, workResult, type SiteReport, type TripReport } from '../../../sheets-templates';
import { tripTransitions } from '../../field';
import type { Draft } from '../../ledger/draft';
import { words } from '../../terms';
import { hasRole, staffIdOf, type Actor } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { nameOf } from '../commands/dispatch/order';
import { fieldCommands } from '../commands/field';
import { answerHelp } from '../commands/field/reports';
import { waitsForHelp } from '../commands/field/waiting-help';
import { nearestDue, offerOf, offersFrom } from './offers';

/** A trip report that waits for the clerk. */
const tripItem = (draft: Draft, actor: Actor, trip: TripReport): WorkItem => {
  const units = draft.by(tripReportUnits, 'tripId', trip.tripId);
  return {
    objectId: trip.tripId, kind: words('出差工作报告', 'Trip report'), title: draft.get(tickets, trip.ticketId).projectName, status: tripStatus[trip.status],
    severity: draft.get(tickets, trip.ticketId).severity, dueAt: nearestDue(draft, trip.orderId),
    facts: [
      { label: words('填报人', 'Engineer'), value: nameOf(draft, trip.engineer) },
      { label: words('派工单', 'Order'), value: trip.orderId },
      { label: words('出差', 'Trip'), value: `${trip.periodFrom} – ${trip.periodTo}` },
      { label: words('工作内容', 'Work done'), value: trip.workDone },
      { label: words('处理结果', 'Result'), value: workResult[trip.result] },
      { label: words('结果说明', 'Result in words'), value: trip.resultText },
      ...(trip.causeCode === null ? [] : [{ label: words('原因代码', 'Cause'), value: causeCode[trip.causeCode] }]),
      ...(trip.rootCause === null ? [] : [{ label: words('原因分析', 'Root cause'), value: trip.rootCause }]),
      ...units.map((unit) => ({ label: words('设备', 'Unit'), value: `${unit.productId} / ${unit.serialNo}: ${unit.cause} → ${unit.resolution}` })),
    ],
    offers: trip.engineer === staffIdOf(actor) ? [] : offersFrom(actor, tripTransitions, { objectId: trip.tripId, status: trip.status, labels: tripStatus, lead: trip.engineer }, fieldCommands, { primary: ['field.acceptTrip'] }),
    forms: [],
  };
};

/** A daily report that asks for instructions. */
const helpItem = (draft: Draft, report: SiteReport): WorkItem => {
  const order = draft.get(dispatchOrders, report.orderId);
  return {
    objectId: report.reportId, kind: words('疑难求助', 'Request for help'), title: order.projectName, status: words('待答复', 'To be answered'),
    severity: draft.get(tickets, order.ticketId).severity, dueAt: nearestDue(draft, report.reportId),
    facts: [
      { label: words('工程师', 'Engineer'), value: nameOf(draft, order.leadEngineer) },
      { label: words('疑难问题', 'Problem'), value: report.problems ?? '-' },
      { label: words('现场情况', 'Site situation'), value: report.siteStatus },
    ],
    offers: [offerOf(answerHelp, report.reportId, { primary: ['field.answerHelp'] })],
    forms: [],
  };
};

/** What work on site leaves to others: reports to check, questions to answer. */
export const fieldDesk: DeskSource = {
  reads: [dispatchOrders, tickets, tripReports, tripReportUnits, siteReports, slaClocks],
  items: ({ draft, actor }) => {
    if (actor.kind !== 'staff') return [];
    const trips = hasRole(actor, 'CLK') ? draft.where(tripReports, (trip) => trip.status === 'SUBMITTED').map((trip) => tripItem(draft, actor, trip)) : [];
    const questions = hasRole(actor, 'SUP', 'TSM', 'RD') ? draft.where(siteReports, (report) => waitsForHelp(draft, report)).map((report) => helpItem(draft, report)) : [];
    return [...trips, ...questions];
  },
};
