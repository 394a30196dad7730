import { approvals, partsLines, partsRequests, slaClocks } from '../../../../sheets-templates';
import { refusePromise } from '../../../parts';
import { goodsReady, partsCancelled, promised } from '../../../text/notices/parts';
import { dateOf, isRefusal, refuse, words } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { voidApprovals } from '../../approvals/request-approval';
import { cancelClocksOf, recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Recipient, Request } from '../../request';
import { engineersOf, linesOf, partsFacts, partsFor, partsReads, releasePartsHold, type PartsAtHand } from './request-at-hand';

const promiseField: Field = { name: 'promisedShipDate', kind: 'date', label: words('承诺发货日', 'Promised ship date'), required: true };

const toldOfDates = (request: Request, { parts }: PartsAtHand): readonly Recipient[] => [{ role: 'CLK' }, { role: 'SUP' }, ...engineersOf(request.draft, parts)];

export const giveLeadTime: CommandDefinition = command({
  name: 'parts.leadTime',
  label: words('反馈发货周期', 'Give the lead time'),
  rules: ['R-223', 'R-220'],
  reads: [...partsReads, slaClocks],
  fields: [promiseField],
  decide: (request) => {
    const found = partsFor(request, 'parts.leadTime');
    if (isRefusal(found)) return found;
    const { draft, input, now, actor } = request;
    const { parts, ticket } = found;
    const date = input.date('promisedShipDate');
    const refused = refusePromise(date, dateOf(now));
    if (refused !== null) return refused;
    const given = draft.update(partsRequests, parts.requestId, { status: 'LEAD_TIME_GIVEN', promisedShipDate: date, leadTimeAt: now, prodHandler: actorName(actor) });
    recordMoment(request, { event: 'leadTimeGiven', objectType: 'PARTS_REQUEST', objectId: parts.requestId, ticketId: null, at: now, severity: ticket.severity, facts: { moments: { promisedShipDate: date } } });
    request.notify({ code: 'N-26', to: toldOfDates(request, found), objectId: parts.requestId, message: promised(partsFacts(draft, given), date, null) });
    return { objectId: parts.requestId, message: words('已反馈发货周期。', 'Lead time given.') };
  },
});

/** PQ-8: S-22 keeps the first promise. */
export const changePromise: CommandDefinition = command({
  name: 'parts.changePromise',
  label: words('更改承诺日期', 'Change the promised date'),
  rules: ['R-223', 'R-205'],
  reads: partsReads,
  fields: [promiseField, { name: 'reason', kind: 'text', label: words('原因', 'Reason'), required: true }],
  decide: (request) => {
    const found = partsFor(request, 'parts.changePromise');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const date = input.date('promisedShipDate');
    const refused = refusePromise(date, dateOf(now));
    if (refused !== null) return refused;
    const changed = draft.update(partsRequests, found.parts.requestId, { promisedShipDate: date });
    request.notify({ code: 'N-26', to: toldOfDates(request, found), objectId: changed.requestId, cycle: now, message: promised(partsFacts(draft, changed), date, input.text('reason')) });
    return { objectId: changed.requestId, message: words('已更改承诺日期。', 'Date changed.') };
  },
});

export const startParts: CommandDefinition = command({
  name: 'parts.start',
  label: words('开始备货', 'Start production'),
  rules: ['R-224'],
  reads: partsReads,
  fields: [],
  decide: (request) => {
    const found = partsFor(request, 'parts.start');
    if (isRefusal(found)) return found;
    request.draft.update(partsRequests, found.parts.requestId, { status: 'IN_PRODUCTION' });
    return { objectId: found.parts.requestId, message: words(`领料请注明申请单号 ${found.parts.requestId}。`, `Draw stock under the number ${found.parts.requestId}.`) };
  },
});

export const partsDone: CommandDefinition = command({
  name: 'parts.done',
  label: words('备货完成', 'Goods ready'),
  rules: ['R-221', 'R-225'],
  reads: partsReads,
  fields: [{ name: 'packed', kind: 'flag', label: words('已包装', 'Packed'), required: true }],
  decide: (request) => {
    const found = partsFor(request, 'parts.done');
    if (isRefusal(found)) return found;
    const { draft, now } = request;
    const ready = draft.update(partsRequests, found.parts.requestId, { status: 'READY', prodDoneAt: now, handedOpsAt: now });
    request.notify({ code: 'N-27', to: [{ role: 'OPS' }], objectId: ready.requestId, message: goodsReady(partsFacts(draft, ready)) });
    return { objectId: ready.requestId, message: words('已移交运营发货。', 'Handed to operations for shipping.') };
  },
});

export const cancelParts: CommandDefinition = command({
  name: 'parts.cancel',
  label: words('取消申请', 'Cancel the request'),
  rules: ['R-218'],
  reads: [...partsReads, approvals, slaClocks],
  fields: [{ name: 'reason', kind: 'text', label: words('原因', 'Reason'), required: true, minimum: 2 }],
  decide: (request) => {
    const found = partsFor(request, 'parts.cancel');
    if (isRefusal(found)) return found;
    const { draft, now, input } = request;
    const { parts, lines } = found;
    voidApprovals(draft, 'PARTS_REQUEST', parts.requestId);
    cancelClocksOf(draft, now, parts.requestId);
    for (const line of lines) draft.update(partsLines, line.lineId, { status: 'CANCELLED' });
    const cancelled = draft.update(partsRequests, parts.requestId, { status: 'CANCELLED' });
    releasePartsHold(draft, parts.ticketId);
    const to: readonly Recipient[] = [{ role: 'PRD' }, { role: 'OPS' }, { role: 'CLK' }, ...engineersOf(draft, parts)];
    request.notify({ code: 'N-17', to, objectId: parts.requestId, severity: found.ticket.severity, message: partsCancelled(partsFacts(draft, cancelled), input.text('reason')) });
    return { objectId: parts.requestId, message: words('申请已取消。', 'The request is cancelled.') };
  },
});

/** AMB-41: only components can be let off, line by line. */
export const clearReturn: CommandDefinition = command({
  name: 'parts.clearReturn',
  label: words('元器件旧件免返', 'Component need not come back'),
  rules: ['R-229'],
  reads: partsReads,
  fields: [{ name: 'line', kind: 'text', label: words('行号', 'Line'), required: true }],
  decide: (request) => {
    const found = partsFor(request, 'parts.clearReturn');
    if (isRefusal(found)) return found;
    const line = linesOf(request.draft, found.parts.requestId).find((row) => row.lineId === request.input.text('line'));
    if (line === undefined) return refuse('UNKNOWN', '申请单没有这一行。', 'The request has no such line.');
    if (line.itemKind !== 'COMPONENT' || line.qtyUsed !== null) return refuse('AMB-41', '只有尚未登记用量的元器件可以免返；成品和半成品必须退回。', 'Only components not yet used can be let off; finished and semi-finished items always come back.');
    request.draft.update(partsLines, line.lineId, { oldPartReturn: false });
    return { objectId: found.parts.requestId, message: words('此行旧件免返。', 'The old part of this line need not come back.') };
  },
});
