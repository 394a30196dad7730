import { words } from '../terms';
import { count, ratio, share } from './figure';
import type { Metric } from './metrics';
import type { MonthView } from './month-view';

const usedLines = (view: MonthView) => {
  const requests = new Map(view.rows.partsRequests.map((request) => [request.requestId, request]));
  const repairTickets = new Set(view.received.filter((ticket) => ticket.serviceType === 'REPAIR').map(({ ticketId }) => ticketId));
  const lines = view.rows.partsLines.filter((line) => (line.qtyUsed ?? 0) > 0 && repairTickets.has(requests.get(line.requestId)?.ticketId ?? ''));
  return { lines, tickets: repairTickets.size };
};

const dueBack = (view: MonthView) => view.rows.repairs.filter((repair) => repair.dueBack.startsWith(view.month) && repair.status !== 'CANCELLED' && repair.status !== 'DRAFT');

const tested = (view: MonthView) => view.rows.repairs.filter((repair) => repair.qaReceivedAt?.startsWith(view.month) === true && repair.qaResult !== null && repair.qaResult !== 'NOT_TESTED');

export const partsMetrics: readonly Metric[] = [
  { metric: 'M-22', label: words('每张维修工单用件', 'Parts per repair ticket'), unit: '', better: null, target: null,
    measure: (view) => {
      const { lines, tickets } = usedLines(view);
      return [ratio(lines.length, tickets), count(Math.round(lines.reduce((sum, line) => sum + (line.qtyUsed ?? 0) * (line.unitCost ?? 0), 0)) / 100, 'cost')];
    } },
  { metric: 'M-23', label: words('旧件返回率', 'Return rate of replaced items'), unit: '%', better: 'more', target: 'target.M-23',
    measure: (view) => [share(dueBack(view).filter((repair) => repair.sentAt !== null).length, dueBack(view).length)] },
  { metric: 'M-24', label: words('质检结果', 'Quality test results'), unit: '', better: null, target: null,
    measure: (view) => [
      count(tested(view).filter((repair) => repair.qaResult === 'PASS').length, 'no-fault'),
      count(tested(view).filter((repair) => repair.repaired === true).length, 'repaired'),
      count(tested(view).filter((repair) => repair.disposition === 'SCRAP').length, 'scrapped'),
      count(tested(view).filter((repair) => repair.disposition === 'DESIGN_DEFECT').length, 'design-defect'),
    ] },
];
