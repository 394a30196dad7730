import { dispatchOrders, partsLines, partsRequests, partsStatus, tickets, type DispatchOrder, type PartsLine, type PartsRequest, type Ticket } from '../../../../sheets-templates';
import { partsTransitions, runningPartsStates } from '../../../parts';
import type { Draft } from '../../../ledger/draft';
import type { PartsFacts } from '../../../text/notices/parts';
import { isRefusal, refuse, type Refusal } from '../../../terms';
import { checkMove, type Movable } from '../../moves';
import type { Recipient, Request } from '../../request';
import { nameOf } from '../dispatch/order';

export const partsReads = [partsRequests, partsLines, tickets, dispatchOrders] as const;

export interface PartsAtHand {
  readonly parts: PartsRequest;
  readonly lines: readonly PartsLine[];
  readonly ticket: Ticket;
}

/** The requester, and the lead of the order behind it, stand as OWNER: either may be on site when the goods come. */
export const partsMovable = (parts: PartsRequest): Movable<PartsRequest['status']> =>
  ({ objectId: parts.requestId, status: parts.status, labels: partsStatus, owner: parts.requestedBy });

export const linesOf = (draft: Draft, requestId: string): readonly PartsLine[] => draft.by(partsLines, 'requestId', requestId);

/** The parts request that a request names, if its actor may fire the command on it now. */
export const partsFor = (request: Request, command: string): PartsAtHand | Refusal => {
  const { draft, actor, objectId } = request;
  const parts = draft.find(partsRequests, objectId);
  if (parts === undefined) return refuse('UNKNOWN', `没有维护申请单 ${objectId}。`, `There is no parts request ${objectId}.`);
  const move = checkMove(actor, partsTransitions, command, partsMovable(parts));
  return isRefusal(move) ? move : { parts, lines: linesOf(draft, objectId), ticket: draft.get(tickets, parts.ticketId) };
};

/** What messages say of a request. */
export const partsFacts = (draft: Draft, parts: PartsRequest): PartsFacts => {
  const ticket = draft.get(tickets, parts.ticketId);
  return {
    requestId: parts.requestId, ticketId: parts.ticketId, projectName: ticket.projectName, requester: nameOf(draft, parts.requestedBy), neededBy: parts.neededBy,
    reason: parts.reason, lines: linesOf(draft, parts.requestId).map((line) => `${line.qty} ${line.unit} ${line.itemName} ${line.spec}`), chargeable: parts.chargeable,
  };
};

/** The engineer who asked, and whoever leads the order now. */
export const engineersOf = (draft: Draft, parts: PartsRequest): readonly Recipient[] => {
  const order: DispatchOrder | undefined = draft.find(dispatchOrders, parts.orderId);
  return [{ staffId: parts.requestedBy }, ...(order === undefined ? [] : [{ staffId: order.leadEngineer }])];
};

/** TK-13: the ticket goes on once no parts request of it is under way any more. */
export const releasePartsHold = (draft: Draft, ticketId: string): void => {
  const waiting = draft.by(partsRequests, 'ticketId', ticketId).filter((row) => runningPartsStates.includes(row.status));
  if (waiting.length === 0 && draft.get(tickets, ticketId).holdStatus === 'WAIT_PARTS') draft.update(tickets, ticketId, { holdStatus: 'NONE' });
};

