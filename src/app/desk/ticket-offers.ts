import { receptions, staff, type StaffMember, type Ticket } from '../../../sheets-templates';
import { words, type Instant, type Words } from '../../terms';
import { chargeTransitions } from '../../charges';
import { isAdvice, ticketTransitions, workingClass } from '../../tickets';
import type { DeskSource, Offer } from '../command';
import { acceptanceCommands } from '../commands/acceptance';
import { chargesCommands } from '../commands/charges';
import { chargeMovable } from '../commands/charges/at-hand';
import { needsThree } from '../commands/charges/liability';
import { contactsCommands } from '../commands/contacts';
import { createTask } from '../commands/tasks';
import { ticketsCommands } from '../commands/tickets';
import { managersToTell } from '../commands/tickets/follow';
import { standIn } from '../commands/tickets/stand-in';
import { movableTicket } from '../commands/tickets/subject';
import type { Field } from '../field';
import { openMoves } from '../moves';
import { deadlineOffers } from './deadlines';
import { offersFrom } from './offers';

/** What a desk is made from. */
export type Desk = Parameters<DeskSource['items']>[0];

const definitions = new Map([...ticketsCommands, ...contactsCommands, createTask, ...acceptanceCommands].map((definition) => [definition.name, definition]));

/** A ticket before somebody's eyes. */
export interface Seen {
  readonly desk: Desk;
  readonly now: Instant;
  readonly ticket: Ticket;
}

const ownerIsSupervisor = ({ desk, ticket }: Seen): boolean => desk.draft.find(staff, ticket.ownerStaff)?.roles.includes('SUP') === true;

/** What a transition's row cannot say: moves that the state allows but that have nothing to do at the moment. */
const useful: Readonly<Partial<Record<string, (seen: Seen) => boolean>>> = {
  'ticket.handOver': (seen) => !ownerIsSupervisor(seen),
  'ticket.answer': ({ ticket }) => workingClass(ticket) === 'C' || (workingClass(ticket) === null && isAdvice(ticket.serviceType)),
  'ticket.hold': ({ ticket }) => ticket.holdStatus === 'NONE' && ticket.status !== 'NEW',
  'ticket.release': ({ ticket }) => ticket.holdStatus !== 'NONE',
  'ticket.agree': ({ ticket }) => ticket.servicePlan !== null && ticket.serviceMode !== null,
  'ticket.decideCharge': ({ ticket }) => (ticket.chargeStatus === 'DECISION_PENDING' || ticket.chargeStatus === 'UNDETERMINED') && !needsThree(ticket),
  'ticket.reportToManagers': ({ desk, now, ticket }) => managersToTell({ ...desk, now }, ticket).length > 0,
  'ticket.identify': ({ ticket }) => ticket.equipId === null,
  'ticket.handBack': ({ desk, ticket }) => desk.draft.by(receptions, 'ticketId', ticket.ticketId).some((row) => row.returnedAt === null),
  'ticket.receiveUnit': ({ ticket }) => ticket.serviceMode !== 'ON_SITE' && ticket.serviceMode !== 'REMOTE',
  'ticket.startRemote': ({ ticket }) => ticket.serviceMode === 'REMOTE' || ticket.serviceMode === null,
};

/** The step that the state itself asks for. */
const primary: Readonly<Partial<Record<Ticket['status'], readonly string[]>>> = {
  NEW: ['ticket.logContact', 'ticket.classify'],
  TRIAGED: ['ticket.plan', 'ticket.agree'],
  SCHEDULED: ['ticket.receiveUnit'],
  ON_SITE: ['ticket.repairDone'],
  IN_SHOP: ['ticket.repairDone'],
  REMOTE: ['ticket.repairDone'],
  REPAIRED: ['acceptance.paper', 'acceptance.byPhone'],
  ACCEPTED: ['ticket.close'],
};

const dangerous = ['ticket.cancel', 'ticket.refuse', 'ticket.merge', 'ticket.cannotSolve', 'acceptance.noResponse'];

const named = (people: readonly StaffMember[]): Readonly<Record<string, Words>> => Object.fromEntries(people.map((member) => [member.staffId, words(member.name, member.name)]));

/** Lists that depend on the ticket or on who works here. */
const filled = (field: Field, command: string, { desk, now, ticket }: Seen): Field => {
  if (command === 'ticket.assign' && field.name === 'ownerStaff') {
    return { ...field, kind: 'choice', choices: named(desk.draft.where(staff, (member) => member.active && member.roles.some((role) => role === 'SUP' || role === 'TSM' || role === 'CS' || role === 'ENG'))), initial: ticket.ownerStaff };
  }
  if (command === 'task.create' && field.name === 'owner') return { ...field, kind: 'choice', choices: named(desk.draft.where(staff, (member) => member.active)) };
  if (command === 'ticket.reportToManagers' && field.name === 'toStaff') {
    return { ...field, choices: named(managersToTell({ ...desk, now }, ticket).map(({ member }) => member)) };
  }
  if (command === 'ticket.plan' && field.name === 'servicePlan' && ticket.servicePlan !== null) return { ...field, initial: ticket.servicePlan };
  if (command === 'ticket.plan' && field.name === 'serviceMode' && ticket.serviceMode !== null) return { ...field, initial: ticket.serviceMode };
  const likely = ticket.severity ?? ticket.severityProposed ?? ticket.severityClaimed;
  if (command === 'ticket.classify' && field.name === 'severity' && likely !== null) return { ...field, initial: likely };
  return field;
};

/** Steps about who pays (3.2), where there is something to do about it. */
const chargeOffers = ({ desk, ticket }: Seen): readonly Offer[] =>
  offersFrom(desk.actor, chargeTransitions, chargeMovable(ticket), chargesCommands, {
    primary: ticket.chargeStatus === 'QUOTING' ? ['quote.draft'] : ticket.chargeStatus === 'DECISION_PENDING' ? ['liability.open'] : [],
    danger: ['charge.decline'],
    hidden: [
      ...(workingClass(ticket) === 'A' ? [] : ['charge.release']),
      ...(ticket.acceptedAt === null || ticket.chargeStatus === 'QUOTING' ? [] : ['quote.draft']),
      ...(ticket.status === 'NEW' || (ticket.chargeStatus === 'FREE' && ticket.acceptedAt !== null) ? ['liability.open'] : []),
    ],
  });

/** What the reader may do with a ticket now: the rows of the transition table that fit state and person. */
export const ticketOffers = (seen: Seen): readonly Offer[] => {
  const { desk, ticket } = seen;
  const rows = openMoves(desk.actor, ticketTransitions, movableTicket(ticket, standIn(desk.draft, ticket, seen.now)));
  const commands = [...new Set(rows.map((row) => row.command))].filter((command) => useful[command]?.(seen) ?? true);
  return [...commands.flatMap((command): readonly Offer[] => {
    const definition = definitions.get(command);
    const label = rows.find((row) => row.command === command)?.label;
    if (definition === undefined || label === undefined) return [];
    const tone = dangerous.includes(command) ? 'danger' : primary[ticket.status]?.includes(command) === true ? 'primary' : 'plain';
    return [{ command, objectId: ticket.ticketId, label, tone, fields: definition.fields.filter((field) => field.name !== 'ticketId').map((field) => filled(field, command, seen)) }];
  }), ...chargeOffers(seen), ...deadlineOffers(desk, ticket)];
};
