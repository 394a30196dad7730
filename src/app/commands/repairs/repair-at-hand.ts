import { repairOrders, repairStatus, tickets, type RepairOrder, type Ticket } from '../../../../sheets-templates';
import { repairTransitions } from '../../../parts';
import { isRefusal, refuse, type Refusal } from '../../../terms';
import { checkMove, type Movable } from '../../moves';
import type { Recipient, Request } from '../../request';

export const repairReads = [repairOrders, tickets] as const;

export interface RepairAtHand {
  readonly repair: RepairOrder;
  readonly ticket: Ticket;
}

export const repairMovable = (repair: RepairOrder, ticket: Pick<Ticket, 'engineerLead'>): Movable<RepairOrder['status']> =>
  ({ objectId: repair.repairId, status: repair.status, labels: repairStatus, owner: ticket.engineerLead });

export const repairFor = (request: Request, command: string): RepairAtHand | Refusal => {
  const { draft, actor, objectId } = request;
  const repair = draft.find(repairOrders, objectId);
  if (repair === undefined) return refuse('UNKNOWN', `没有维修单 ${objectId}。`, `There is no repair order ${objectId}.`);
  const ticket = draft.get(tickets, repair.ticketId);
  const move = checkMove(actor, repairTransitions, command, repairMovable(repair, ticket));
  return isRefusal(move) ? move : { repair, ticket };
};

/** Supervisor, clerk and the engineer of the ticket. */
export const toldOf = ({ ticket }: RepairAtHand): readonly Recipient[] =>
  [{ role: 'SUP' }, { role: 'CLK' }, ...(ticket.engineerLead === null ? [] : [{ staffId: ticket.engineerLead }])];
