import { acceptances, quotes, staff, surveys, testResult, ticketNews, tickets, type Acceptance, type Ticket } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import { dateOf, plusDays, showInstant, words, type Instant, type Words } from '../../terms';
import { nextStep, stageOf, stages, takesAnswer } from '../../tickets';
import { chargeText, waitingAcceptance } from '../commands/tickets/acceptance-row';

/** What is left to sign, as the customer reads it (10.4). */
export interface SignOffView {
  readonly acceptanceId: string;
  readonly workSummary: string;
  readonly partsReplaced: readonly string[];
  readonly functionTest: Words;
  readonly advice: string;
  readonly charge: Words;
  /** The test passed in part: only "accepted with points" or a rejection is possible. */
  readonly needsPoints: boolean;
}

/** All that a customer may see of the own ticket (10.3): no notes, no other tickets, no cost but what concerns the customer. */
export interface CustomerView {
  readonly ticketId: string;
  readonly project: string;
  readonly model: string;
  /** Index into `stages`; null when the ticket was cancelled or refused. */
  readonly stage: number | null;
  readonly stages: readonly Words[];
  readonly agreedTime: string | null;
  readonly nextStep: Words;
  /** Once an engineer is on the way, on site or helping remotely: the name and the work phone. */
  readonly engineer: { readonly name: string; readonly phone: string } | null;
  readonly signOff: SignOffView | null;
  /** What the customer was told, latest first. */
  readonly news: readonly { readonly at: Instant; readonly text: Words }[];
  /** The quote that waits for an answer. */
  readonly quoteId: string | null;
  /** The survey that waits for an answer. */
  readonly surveyId: string | null;
}

export const customerViewTables = [tickets, staff, acceptances, quotes, surveys, ticketNews] as const;

/** A status link is good until 90 days after the ticket ended (10.3). */
const daysAfterClosing = 90;

const withEngineer: readonly Ticket['status'][] = ['DISPATCHED', 'ON_SITE', 'IN_SHOP', 'REMOTE'];

const partText = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null || !('name' in part)) return [];
  const spec = 'spec' in part && typeof part.spec === 'string' ? ` ${part.spec}` : '';
  const quantity = 'quantity' in part && typeof part.quantity === 'number' ? ` × ${part.quantity}` : '';
  return [`${String(part.name)}${spec}${quantity}`];
};

const signOffView = (draft: Draft, row: Acceptance, ticket: Ticket): SignOffView => ({
  acceptanceId: row.acceptanceId,
  workSummary: row.workSummary,
  partsReplaced: Array.isArray(row.partsReplaced) ? row.partsReplaced.flatMap(partText) : [],
  functionTest: testResult[row.functionTest],
  advice: row.advice,
  charge: chargeText(draft, ticket),
  needsPoints: row.functionTest === 'PARTIAL',
});

const mostNews = 50;

/** The number stands above; repeated reminders are shown once. */
const newsOf = (draft: Draft, ticketId: string): CustomerView['news'] => {
  const short = (text: string): string => text.replace(ticketId, '').replace(/[（(]\s*[)）]/, '').trim();
  return draft.by(ticketNews, 'ticketId', ticketId)
    .filter((row, index, rows) => rows[index + 1]?.zh !== row.zh).map(({ at, zh, en }) => ({ at, text: { zh: short(zh), en: short(en) } })).reverse().slice(0, mostNews);
};

const agreed = ({ agreedDate, agreedHasTime }: Ticket): string | null =>
  agreedDate === null ? null : agreedHasTime === true ? showInstant(agreedDate) : dateOf(agreedDate);

/** The customer's view of a ticket; null when there is none or its link has run out. */
export const customerView = (draft: Draft, ticketId: string, now: Instant): CustomerView | null => {
  const ticket = draft.find(tickets, ticketId);
  if (ticket === undefined || (ticket.closedAt !== null && plusDays(dateOf(ticket.closedAt), daysAfterClosing) < dateOf(now))) return null;
  const engineer = withEngineer.includes(ticket.status) ? draft.find(staff, ticket.engineerLead) : undefined;
  const waiting = ticket.status === 'REPAIRED' ? waitingAcceptance(draft, ticketId) : undefined;
  return {
    ticketId,
    project: ticket.projectName,
    model: ticket.modelText,
    stage: stageOf(ticket.status),
    stages,
    agreedTime: agreed(ticket),
    nextStep: ticket.holdStatus === 'NONE' || ticket.status === 'REPAIRED' ? nextStep(ticket.status) : words('工作正在等待必要条件，具备后我们会立即继续并告知您。', 'The work is waiting for something it needs; we will go on as soon as possible and tell you.'),
    engineer: engineer === undefined ? null : { name: engineer.name, phone: engineer.phone },
    quoteId: draft.by(quotes, 'ticketId', ticketId).find((row) => row.status === 'SENT')?.quoteId ?? null,
    surveyId: draft.by(surveys, 'ticketId', ticketId).find(takesAnswer)?.surveyId ?? null,
    news: newsOf(draft, ticketId),
    signOff: waiting === undefined ? null : signOffView(draft, waiting, ticket),
  };
};
