import { causeCode, dispatchOrders, products, siteReports, slaClocks, staff, tasks, tickets, tripReports, tripReportUnits, tripStatus, workResult, type CauseCode, type DispatchOrder, type TripReport } from '../../../../sheets-templates';
import { endOfWorkingDay } from '../../../deadlines';
import { refuseTrip, tripTransitions } from '../../../field';
import type { Draft } from '../../../ledger/draft';
import { dateOf, isRefusal, refuse, words, type Instant } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field, Input } from '../../field';
import { checkMove } from '../../moves';
import type { Request } from '../../request';
import { choiceOf, chosen } from '../tickets/chosen';
import { orderReads, unknownOrder } from '../dispatch/order';

const unitColumns: readonly Field[] = [
  { name: 'model', kind: 'text', label: words('产品型号', 'Model'), required: true },
  { name: 'serialNo', kind: 'text', label: words('产品编号', 'Serial'), required: true },
  { name: 'causeCode', kind: 'choice', label: words('原因代码', 'Cause code'), choices: causeCode, required: true },
  { name: 'cause', kind: 'text', label: words('事故原因', 'Cause'), required: true },
  { name: 'resolution', kind: 'text', label: words('解决结果', 'Resolution'), required: true },
  { name: 'replacedParts', kind: 'text', label: words('更换件', 'Parts replaced') },
];

export const tripOf = (draft: Draft, orderId: string): TripReport | undefined => draft.by(tripReports, 'orderId', orderId)[0];

/** The units of a report under line numbers of their own; a report submitted again replaces what it said before. */
const writeUnits = (draft: Draft, tripId: string, lines: readonly Input[]): void => {
  const units = lines.map((line, index) => {
    const model = line.text('model');
    const product = draft.where(products, (row) => row.productId === model || row.model === model)[0];
    const parts = line.optionalText('replacedParts');
    return {
      lineId: `${tripId}/${index + 1}`, tripId, productId: product?.productId ?? model, serialNo: line.text('serialNo').toUpperCase(), cause: line.text('cause'),
      causeCode: choiceOf(line, 'causeCode', causeCode), resolution: line.text('resolution'), replacedParts: parts === null ? null : parts.split(/[,，、;；]/).map((part) => part.trim()),
    };
  });
  for (const old of draft.by(tripReportUnits, 'tripId', tripId)) {
    if (!units.some(({ lineId }) => lineId === old.lineId)) draft.remove(tripReportUnits, old.lineId);
  }
  for (const unit of units) {
    if (draft.find(tripReportUnits, unit.lineId) === undefined) draft.insert(tripReportUnits, unit);
    else draft.update(tripReportUnits, unit.lineId, unit);
  }
};

const leftoverDays = 5;

/** Open points of a trip become a task of the supervisor who sent it. */
const openLeftover = ({ draft, calendar, now }: Request, order: DispatchOrder, leftover: string): void => {
  const unit = draft.find(staff, order.createdBySup)?.orgUnit ?? '-';
  draft.insert(tasks, {
    taskId: draft.nextNumber('TA', '', 4), ticketId: order.ticketId, kind: 'LEFTOVER', title: leftover.slice(0, 500), unit, owner: order.createdBySup,
    dueAt: endOfWorkingDay(calendar, dateOf(now), leftoverDays), doneAt: null, result: null, status: 'OPEN',
  });
};

const tripRow = (request: Request, order: DispatchOrder, causeOfTrip: CauseCode | null, result: TripReport['result']): Omit<TripReport, 'tripId'> => {
  const { input, now } = request;
  const day = (at: Instant | null): ReturnType<typeof dateOf> => dateOf(at ?? now);
  return {
    orderId: order.orderId, ticketId: order.ticketId, engineer: order.leadEngineer, periodFrom: day(order.departedAt), periodTo: day(order.returnedAt),
    workDone: input.text('workDone'), hasEquipmentFault: input.flag('hasEquipmentFault'), causeCode: causeOfTrip, rootCause: input.optionalText('rootCause'),
    result, resultText: input.text('resultText'), leftover: input.optionalText('leftover'), qualityFeedback: input.optionalText('qualityFeedback'),
    acceptanceId: null, submittedAt: now, clerkCheckedAt: null, returnedReason: null, distributedTo: null, distributedAt: null, status: 'SUBMITTED',
  };
};

/** On an order that has returned; a report sent back by the clerk is submitted again under its number. */
export const tripReport: CommandDefinition = command({
  name: 'field.tripReport',
  label: words('出差工作报告', 'Trip report'),
  rules: ['R-211', 'R-187', 'R-034', 'R-281'],
  reads: [...orderReads, tripReports, tripReportUnits, products, tasks, siteReports, slaClocks],
  fields: [
    { name: 'workDone', kind: 'long', label: words('工作内容', 'Work done'), required: true },
    { name: 'hasEquipmentFault', kind: 'flag', label: words('设备故障类', 'Equipment fault'), help: words('勾选后报告将分发总经理、常务副总和经理', 'The report then goes to GM, executive deputy and manager') },
    { name: 'causeCode', kind: 'choice', label: words('原因代码', 'Cause code'), choices: causeCode, help: words('设备故障必填', 'Needed for a fault') },
    { name: 'rootCause', kind: 'long', label: words('原因分析', 'Root cause'), help: words('设备故障必填，至少 10 个字', 'Needed for a fault, at least 10 characters') },
    { name: 'result', kind: 'choice', label: words('处理结果', 'Result'), choices: workResult, required: true },
    { name: 'resultText', kind: 'long', label: words('结果说明', 'Result in words'), required: true },
    { name: 'units', kind: 'lines', label: words('设备明细', 'Units'), required: true, maximum: 3, columns: unitColumns },
    { name: 'leftover', kind: 'long', label: words('遗留问题', 'Open points') },
    { name: 'qualityFeedback', kind: 'long', label: words('质量信息反馈', 'Quality feedback') },
  ],
  decide: (request) => {
    const { draft, actor, input, now } = request;
    const order = draft.find(dispatchOrders, request.objectId);
    if (order === undefined) return unknownOrder(request.objectId);
    const earlier = tripOf(draft, order.orderId);
    const move = checkMove(actor, tripTransitions, 'field.tripReport', { objectId: earlier?.tripId ?? order.orderId, status: earlier?.status ?? null, labels: tripStatus, lead: order.leadEngineer });
    if (isRefusal(move)) return move;
    if (order.status !== 'RETURNED') return refuse('STATE', '请先登记返回，再提交出差报告。', 'Log the return first, then send the trip report.');
    const cause = chosen(input, 'causeCode', causeCode);
    const result = choiceOf(input, 'result', workResult);
    const refused = refuseTrip({ hasEquipmentFault: input.flag('hasEquipmentFault'), causeCode: cause, rootCause: input.optionalText('rootCause'), unitCount: input.lines('units').length });
    if (refused !== null) return refused;
    const row = tripRow(request, order, cause, result);
    const tripId = earlier?.tripId ?? draft.nextNumber('TR', dateOf(now).replace(/-/g, ''), 2);
    if (earlier === undefined) draft.insert(tripReports, { tripId, ...row });
    else draft.update(tripReports, tripId, row);
    writeUnits(draft, tripId, input.lines('units'));
    if (row.leftover !== null && earlier === undefined) openLeftover(request, order, row.leftover);
    const { severity } = draft.get(tickets, order.ticketId);
    recordMoment(request, { event: 'tripSubmitted', objectType: 'DISPATCH', objectId: order.orderId, ticketId: null, at: now, severity });
    return { objectId: tripId, message: words('出差报告已提交，等待内勤审核。', 'Trip report sent; the clerk checks it next.') };
  },
});

