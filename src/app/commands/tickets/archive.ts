import { archives, serviceAgreements, tickets, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import type { Settings } from '../../../settings';
import { dateOf, isRefusal, localDate, words, type Instant, type LocalDate } from '../../../terms';
import { archiveList, archivingRefusal, type ArchiveList } from '../../../tickets';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { closingTables, papersOfTicket } from './end';
import { ticketFor } from './subject';

/** What G-TK-11 says about a ticket. Reads the tables of the closing guard. */
export const listFor = (draft: Draft, ticket: Ticket): ArchiveList =>
  archiveList({ ...papersOfTicket(draft, ticket), agreements: draft.by(serviceAgreements, 'ticketId', ticket.ticketId) });

/** Same day so many years on; 29 February becomes the 28th. */
const yearsOn = (date: LocalDate, years: number): LocalDate => localDate(`${Number(date.slice(0, 4)) + years}${date.slice(4).replace('-02-29', '-02-28')}`);

/** Writes a ticket into the register and closes it to every further change; its rows leave with `sweep.archive`. */
export const fileTicket = (draft: Draft, ticket: Ticket, by: string, now: Instant, settings: Settings): void => {
  draft.insert(archives, {
    archiveId: draft.nextNumber('DA', now.slice(0, 4), 5), ticketId: ticket.ticketId, documents: listFor(draft, ticket).documents, missing: [], archivedAt: now, archivedBy: by,
    retainUntil: yearsOn(dateOf(now), settings.count('sec.retain_years', now)),
  });
  draft.update(tickets, ticket.ticketId, { status: 'ARCHIVED' });
};

/** TK-19, R-193, R-148 */
export const archiveTicket: CommandDefinition = command({
  name: 'ticket.archive',
  label: words('归档工单', 'Archive a ticket'),
  rules: ['R-148', 'R-193', 'TK-19'],
  reads: closingTables,
  fields: [{ name: 'ticketId', kind: 'text', label: words('工单号', 'Ticket number'), help: words('已关闭、资料齐全的工单。归档后不能重开。', 'A closed ticket with all its papers. It cannot be reopened afterwards.'), maximum: 40 }],
  decide: (request) => {
    const { draft, input, now, actor, settings } = request;
    const found = ticketFor(request, 'ticket.archive', request.objectId === '' ? input.text('ticketId') : request.objectId);
    if (isRefusal(found)) return found;
    const refused = archivingRefusal(listFor(draft, found.ticket));
    if (refused !== null) return refused;
    fileTicket(draft, found.ticket, actorName(actor), now, settings);
    return { objectId: found.ticket.ticketId, message: words(`${found.ticket.ticketId} 已归档。`, `${found.ticket.ticketId} is archived.`) };
  },
});
