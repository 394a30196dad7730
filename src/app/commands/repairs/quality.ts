import { approvals, causeCode, disposition, repairOrders, shipments, slaClocks, testResult, type RepairOrder } from '../../../../sheets-templates';
import { refuseDisposition } from '../../../parts';
import type { ClockEvent } from '../../../deadlines';
import { itemDisposed, itemTested } from '../../../text/notices/parts';
import { isRefusal, refuse, words } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { choiceOf, chosen } from '../tickets/chosen';
import { returnFacts } from '../parts/use';
import { repairFor, repairReads, toldOf, type RepairAtHand } from './repair-at-hand';

const reads = [...repairReads, slaClocks];

const tell = (request: Request, event: ClockEvent, { repair, ticket }: RepairAtHand): void =>
  recordMoment(request, { event, objectType: 'REPAIR_ORDER', objectId: repair.repairId, ticketId: null, at: request.now, severity: ticket.severity });

/** RT-4. An item that came without notice is received all the same; S-23 stops, S-24 starts. */
export const receiveReturn: CommandDefinition = command({
  name: 'repair.receive',
  label: words('质检接收', 'Receive for testing'),
  rules: ['R-190', 'R-233'],
  reads: [...reads, shipments],
  fields: [{ name: 'qty', kind: 'integer', label: words('实收数量', 'Quantity received'), required: true, minimum: 1, maximum: 10000 }],
  decide: (request) => {
    const found = repairFor(request, 'repair.receive');
    if (isRefusal(found)) return found;
    const { draft, now, actor, input } = request;
    const { repair } = found;
    if (repair.status === 'EXPECTED') tell(request, 'oldPartSent', found);
    draft.update(repairOrders, repair.repairId, { status: 'QA_RECEIVED', qaReceivedAt: now, qty: input.number('qty'), sentAt: repair.sentAt ?? now });
    tell(request, 'partReceivedByQuality', found);
    const back = draft.where(shipments, (row) => row.direction === 'BACK' && row.status === 'SHIPPED' && JSON.stringify(row.lines).includes(`"${repair.repairId}"`));
    for (const { shipmentId } of back) draft.update(shipments, shipmentId, { status: 'RECEIVED', receivedAt: now, receivedBy: actorName(actor), receiptCondition: 'GOOD' });
    return { objectId: repair.repairId, message: words('已接收，请在 5 个工作日内检测。', 'Received; please test it within five working days.') };
  },
});

/** a returned item is tested, so "not tested" is no result to record. */
const realResults = { PASS: testResult.PASS, PARTIAL: testResult.PARTIAL, FAIL: testResult.FAIL };

/** RT-5: every item has a result, good or bad. */
export const testReturn: CommandDefinition = command({
  name: 'repair.test',
  label: words('登记检测结果', 'Record the test'),
  rules: ['R-233'],
  reads,
  fields: [
    { name: 'result', kind: 'choice', label: words('检测结果', 'Test result'), choices: realResults, required: true },
    { name: 'findings', kind: 'long', label: words('检测说明', 'Findings'), required: true },
    { name: 'cause', kind: 'choice', label: words('判定原因', 'Cause'), choices: causeCode },
  ],
  decide: (request) => {
    const found = repairFor(request, 'repair.test');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const result = choiceOf(input, 'result', realResults);
    draft.update(repairOrders, found.repair.repairId, { status: 'TESTED', qaResult: result, qaFindings: input.text('findings'), qaCauseCode: chosen(input, 'cause', causeCode) });
    tell(request, 'partTested', found);
    request.notify({ code: 'N-30', to: toldOf(found), objectId: found.repair.repairId, cycle: 'test', message: itemTested(returnFacts(found.repair), result, input.text('findings')) });
    return { objectId: found.repair.repairId, message: words('检测结果已登记。', 'Recorded.') };
  },
});

export const startRepair: CommandDefinition = command({
  name: 'repair.repair',
  label: words('开始维修', 'Start the repair'),
  rules: ['R-190', 'R-234'],
  reads: repairReads,
  fields: [],
  decide: (request) => {
    const found = repairFor(request, 'repair.repair');
    if (isRefusal(found)) return found;
    if (found.repair.qaResult === 'PASS') return refuse('RT-6', '检测合格的物品无需维修。', 'An item that passed needs no repair.');
    request.draft.update(repairOrders, found.repair.repairId, { status: 'IN_REPAIR' });
    return { objectId: found.repair.repairId, message: words('已开始维修。', 'Repair started.') };
  },
});

export const retestReturn: CommandDefinition = command({
  name: 'repair.retest',
  label: words('登记复检结果', 'Record the re-test'),
  rules: ['R-233', 'R-234'],
  reads: repairReads,
  fields: [
    { name: 'result', kind: 'choice', label: words('复检结果', 'Re-test result'), choices: realResults, required: true },
    { name: 'repairContent', kind: 'long', label: words('维修内容', 'Repair content'), required: true },
    { name: 'repairCost', kind: 'money', label: words('维修成本', 'Repair cost') },
  ],
  decide: (request) => {
    const found = repairFor(request, 'repair.retest');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const result = choiceOf(input, 'result', realResults);
    const content = input.text('repairContent');
    draft.update(repairOrders, found.repair.repairId, { status: 'RETESTED', retestResult: result, repaired: true, repairContent: content, repairCost: input.has('repairCost') ? input.money('repairCost') : null });
    request.notify({ code: 'N-30', to: toldOf(found), objectId: found.repair.repairId, cycle: 'retest', message: itemTested(returnFacts(found.repair), result, content) });
    return { objectId: found.repair.repairId, message: words('复检结果已登记。', 'Recorded.') };
  },
});

/** what after-sales wants done with the item. */
export const askDisposition: CommandDefinition = command({
  name: 'repair.ask',
  label: words('提出处置要求', 'Ask for a disposition'),
  rules: ['R-234'],
  reads: repairReads,
  fields: [{ name: 'disposition', kind: 'choice', label: words('售后要求', 'After-sales request'), choices: disposition, required: true }],
  decide: (request) => {
    const found = repairFor(request, 'repair.ask');
    if (isRefusal(found)) return found;
    request.draft.update(repairOrders, found.repair.repairId, { dispositionAsked: choiceOf(request.input, 'disposition', disposition) });
    return { objectId: found.repair.repairId, message: words('处置要求已登记。', 'Recorded.') };
  },
});

const scrapApproved = ({ draft }: Request, repair: RepairOrder): boolean =>
  draft.by(approvals, 'docId', repair.repairId).some((row) => row.docType === 'SCRAP' && row.status === 'APPROVED' && row.role === 'TSM');

export const disposeReturn: CommandDefinition = command({
  name: 'repair.dispose',
  label: words('处置', 'Dispose'),
  rules: ['R-190', 'R-191', 'R-230', 'R-234', 'R-236'],
  reads: [...reads, approvals],
  fields: [
    { name: 'disposition', kind: 'choice', label: words('处置', 'Disposition'), choices: disposition, required: true },
    { name: 'defectId', kind: 'text', label: words('设计缺陷编号', 'Defect no.'), help: words('转研发时必填', 'Needed when handing over to R&D') },
    { name: 'customerConsent', kind: 'text', label: words('客户同意凭证', 'Customer\'s consent on file'), help: words('客户送修设备入库或报废时必填', 'Needed to stock or scrap a customer\'s own unit') },
  ],
  decide: (request) => {
    const found = repairFor(request, 'repair.dispose');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { repair } = found;
    const wanted = choiceOf(input, 'disposition', disposition);
    const defectId = input.optionalText('defectId');
    const consent = input.optionalText('customerConsent');
    const refused = refuseDisposition({ order: repair, wanted, defectId, scrapApproved: scrapApproved(request, repair), customerConsent: consent !== null });
    if (refused !== null) return refused;
    const tracking = consent === null ? repair.clerkTracking : [repair.clerkTracking, `客户同意 / customer's consent: ${consent}`].filter((part) => part !== null).join('\n');
    draft.update(repairOrders, repair.repairId, { status: 'DISPOSED', disposition: wanted, defectId, disposedAt: now, clerkTracking: tracking });
    tell(request, 'partDisposed', found);
    request.notify({ code: 'N-31', to: toldOf(found), objectId: repair.repairId, message: itemDisposed(returnFacts(repair), wanted) });
    return { objectId: repair.repairId, message: words('已处置，请在 1 个工作日内转内勤存档。', 'Done; the copy goes to the clerk within one working day.') };
  },
});

/** RT-9. */
export const fileReturn: CommandDefinition = command({
  name: 'repair.file',
  label: words('归档', 'File'),
  rules: ['R-235', 'R-193'],
  reads,
  fields: [],
  decide: (request) => {
    const found = repairFor(request, 'repair.file');
    if (isRefusal(found)) return found;
    request.draft.update(repairOrders, found.repair.repairId, { status: 'CLOSED', copyToClerkAt: request.now });
    tell(request, 'repairCopyFiled', found);
    return { objectId: found.repair.repairId, message: words('已归档。', 'Filed.') };
  },
});
