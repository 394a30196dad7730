import { customers, dispatchOrders, dispatchStatus, staff, tickets, type DispatchOrder, type StaffMember, type Ticket } from '../../../../sheets-templates';
import { dispatchTransitions } from '../../../dispatch';
import type { Draft } from '../../../ledger/draft';
import type { OrderFacts } from '../../../text/notices/dispatch';
import { isRefusal, refuse, type Refusal } from '../../../terms';
import { checkMove, type Movable } from '../../moves';
import type { Request } from '../../request';

/** Tables that every command on an order reads. */
export const orderReads = [dispatchOrders, tickets] as const;

export interface OrderAtHand {
  readonly order: DispatchOrder;
  readonly ticket: Ticket;
}

export const asMovable = (order: DispatchOrder): Movable<DispatchOrder['status']> =>
  ({ objectId: order.orderId, status: order.status, labels: dispatchStatus, lead: order.leadEngineer });

export const unknownOrder = (orderId: string): Refusal => refuse('UNKNOWN', `没有派工单 ${orderId}。`, `There is no dispatch order ${orderId}.`);

/** The order that a request names, if its actor may fire the command on it now. */
export const orderFor = (request: Request, command: string): OrderAtHand | Refusal => {
  const order = request.draft.find(dispatchOrders, request.objectId);
  if (order === undefined) return unknownOrder(request.objectId);
  const move = checkMove(request.actor, dispatchTransitions, command, asMovable(order));
  return isRefusal(move) ? move : { order, ticket: request.draft.get(tickets, order.ticketId) };
};

/** A person named by number or, where only one bears it, by name. */
export const findMember = (draft: Draft, text: string): StaffMember | undefined => {
  const byNumber = draft.find(staff, text);
  if (byNumber !== undefined) return byNumber;
  const named = draft.where(staff, (member) => member.active && member.name === text);
  return named.length === 1 ? named[0] : undefined;
};

export const nameOf = (draft: Draft, staffId: string): string => draft.find(staff, staffId)?.name ?? staffId;

/** What messages say of an order. */
export const orderFacts = (draft: Draft, order: DispatchOrder): OrderFacts => {
  const ticket = draft.get(tickets, order.ticketId);
  return {
    orderId: order.orderId, ticketId: order.ticketId, projectName: order.projectName, modelSerial: order.modelSerial, siteCity: ticket.siteCity,
    severity: ticket.severity, lead: nameOf(draft, order.leadEngineer), team: (order.team ?? []).map((staffId) => nameOf(draft, staffId)),
    planDepart: order.planDepart, planArrive: order.planArrive, planReturn: order.planReturn, travelMode: order.travelMode,
    workContent: order.workContent, timeRequirement: order.timeRequirement, skillOverride: order.skillOverrideReason,
  };
};

/** The salesperson and the local marketing contact of a ticket's customer (R-272, R-280, AMB-45). */
export const salesOf = (draft: Draft, ticket: Ticket): { readonly sales: string | null; readonly marketing: string | null } => {
  const customer = draft.find(customers, ticket.customerId);
  const sales = customer?.salesOwner ?? null;
  return { sales, marketing: customer?.localMarketing ?? sales };
};
