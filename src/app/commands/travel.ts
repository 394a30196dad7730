import { approvals, dispatchOrders, staff, tickets, transportMode, travelApprovals, type DispatchOrder, type TravelApproval } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import { approvedMode, approvedModes, askedWhen } from '../../people';
import { firstRefusal, isRefusal, refuse, words, type Refusal } from '../../terms';
import { travelDecided, travelRefused, travelToDecide, type TravelFacts } from '../../text/notices/travel';
import { hasRole, staffIdOf, type Actor } from '../actor';
import { requestApproval, type ApprovalOutcome } from '../approvals/request-approval';
import { command, type CommandDefinition, type Reply } from '../command';
import type { Field } from '../field';
import type { Request } from '../request';

export const travelFields: readonly Field[] = [
  { name: 'mode', kind: 'choice', label: words('出行方式', 'Mode'), required: true, choices: Object.fromEntries(approvedModes.map(({ mode }) => [mode, transportMode[mode]])) },
  { name: 'origin', kind: 'text', label: words('起点城市', 'From (city)'), required: true, maximum: 60 },
  { name: 'destination', kind: 'text', label: words('终点城市', 'To (city)'), required: true, maximum: 60 },
  { name: 'plannedDepart', kind: 'instant', label: words('计划出发时间', 'Planned departure'), required: true },
  { name: 'reason', kind: 'text', label: words('特殊情况说明', 'Why it is needed'), required: true, minimum: 4, maximum: 500 },
];

const teamOf = (order: DispatchOrder): readonly string[] => [order.leadEngineer, ...(order.team ?? [])];

/** Engineers ask for themselves; a supervisor asks for the order's lead engineer. */
const travellerOf = (actor: Actor, order: DispatchOrder): string | Refusal => {
  const self = staffIdOf(actor);
  if (self !== null && teamOf(order).includes(self) && hasRole(actor, 'ENG', 'SUP')) return self;
  if (hasRole(actor, 'SUP')) return order.leadEngineer;
  return refuse('ROLE', '只有派工单上的人员或售后服务主管可以申请出行方式。', 'Only people of the order or the supervisor may ask for this.');
};

const liveOrder = (order: DispatchOrder): Refusal | null =>
  order.status === 'CANCELLED' || order.status === 'DECLINED' || order.status === 'CLOSED'
    ? refuse('X-14', `派工单 ${order.orderId} 已结束，不能再申请出行方式。`, `Order ${order.orderId} has ended; no travel can be asked for it.`)
    : null;

const askedAlready = (draft: Draft, orderId: string, staffId: string, input: Request['input']): Refusal | null => {
  const same = draft.by(travelApprovals, 'orderId', orderId).find((row) => row.staffId === staffId && row.mode === input.text('mode') && row.plannedDepart === input.instant('plannedDepart') && row.origin === input.text('origin') && row.destination === input.text('destination') && (row.status === 'PENDING' || row.status === 'APPROVED'));
  return same === undefined ? null : refuse('TR-1', `此行程已申请（${same.travelId}），无需重复。`, `This journey has been asked for already (${same.travelId}).`);
};

const factsOf = (draft: Draft, row: TravelApproval): TravelFacts => ({ ...row, person: draft.find(staff, row.staffId)?.name ?? row.staffId, mode: transportMode[row.mode] });

const contentOf = (row: TravelApproval): unknown => [row.travelId, row.staffId, row.mode, row.origin, row.destination, row.plannedDepart];

const ask = (request: Request): Reply | Refusal => {
  const { draft, actor, input, now, settings, calendar, objectId } = request;
  const order = draft.find(dispatchOrders, objectId);
  if (order === undefined) return refuse('X-14', `没有派工单 ${objectId}。`, `There is no order ${objectId}.`);
  const traveller = travellerOf(actor, order);
  if (isRefusal(traveller)) return traveller;
  const mode = approvedMode(input.text('mode'));
  if (mode === undefined) return refuse('R-295', '此方式无需申请或不予报销。', 'This mode needs no approval or is not paid.');
  const refused = firstRefusal([liveOrder(order), askedAlready(draft, order.orderId, traveller, input)]);
  if (refused !== null) return refused;
  const ticket = draft.find(tickets, order.ticketId);
  const severity = ticket?.severity ?? null;
  const when = askedWhen(mode, severity, input.instant('plannedDepart'), now, settings, calendar);
  if (isRefusal(when)) return when;
  const row = draft.insert(travelApprovals, {
    travelId: draft.nextNumber('CX', '', 4), orderId: order.orderId, staffId: traveller, mode: mode.mode, seatClass: mode.seat.zh,
    origin: input.text('origin'), destination: input.text('destination'), plannedDepart: input.instant('plannedDepart'), reason: input.text('reason'),
    approvalId: null, postHoc: when === 'afterwards', status: 'PENDING',
  });
  const noApprover = requestApproval(request, {
    matrix: mode.matrix, docType: 'TRAVEL', docId: row.travelId, content: contentOf(row), requestedBy: staffIdOf(actor) ?? traveller, beneficiaries: [traveller],
    severity: severity ?? undefined, noticeCode: 'N-24', message: travelToDecide(factsOf(draft, row)),
  });
  return noApprover ?? { objectId: row.travelId, message: words(`出行申请 ${row.travelId} 已送批。`, `Travel request ${row.travelId} was sent for approval.`) };
};

/** The decided step's row: the one of this document without an open end. */
const decidedApproval = (draft: Draft, travelId: string): string | null =>
  draft.by(approvals, 'docId', travelId).filter((row) => row.docType === 'TRAVEL' && row.decidedAt !== null).slice(-1)[0]?.approvalId ?? null;

const deciderOf = ({ actor }: Request): string => (actor.kind === 'staff' ? actor.staff.name : '');

const approved = (request: Request, travelId: string): Reply => {
  const { draft } = request;
  const row = draft.update(travelApprovals, travelId, { status: 'APPROVED', approvalId: decidedApproval(draft, travelId) });
  const informed = row.mode === 'PLANE_ECO' ? [{ staffId: row.staffId }, { role: 'TSM' as const }] : [{ staffId: row.staffId }];
  request.notify({ code: 'N-24', to: informed, objectId: travelId, cycle: request.now, priority: 'P2', message: travelDecided(factsOf(draft, row), deciderOf(request)) });
  return { objectId: travelId, message: words('已同意此出行方式。', 'The mode of travel is approved.') };
};

const rejected = (request: Request, travelId: string, comment: string): Reply => {
  const { draft } = request;
  const row = draft.update(travelApprovals, travelId, { status: request.input.text('decision') === 'RETURNED' ? 'RETURNED' : 'REJECTED', approvalId: decidedApproval(draft, travelId) });
  request.notify({ code: 'N-15', to: [{ staffId: row.staffId }], objectId: travelId, cycle: request.now, message: travelRefused(factsOf(draft, row), comment, deciderOf(request)) });
  return { objectId: travelId, message: words('未同意此出行方式，已通知申请人。', 'The mode of travel is refused; the traveller was told.') };
};

export const travelOutcomes: readonly ApprovalOutcome[] = [
  {
    docType: 'TRAVEL',
    reads: [travelApprovals, approvals],
    content: (draft, docId) => contentOf(draft.get(travelApprovals, docId)),
    approved,
    rejected,
    message: (draft, docId) => travelToDecide(factsOf(draft, draft.get(travelApprovals, docId))),
  },
];

export const travelCommands: readonly CommandDefinition[] = [
  command({
    name: 'travel.request', label: words('申请出行方式', 'Ask for a mode of travel'), rules: ['R-295', 'R-296', 'R-297', 'A-18', 'A-19', 'A-21', 'AMB-29'],
    reads: [dispatchOrders, tickets, travelApprovals, approvals], fields: travelFields, decide: ask,
  }),
];
