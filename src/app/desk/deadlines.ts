import { holidays, slaClocks, type Ticket } from '../../../sheets-templates';
import { explainClock, isOpen, provisional, type Calendar } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import { words, type Instant, type Words } from '../../terms';
import { hasRole } from '../actor';
import type { DeskSource, Offer } from '../command';
import { calendarCommands, ticketDeadlineCommands } from '../commands/deadlines';
import { correctable, correctionTables } from '../commands/deadlines/correct';
import { deadlineMoves } from '../commands/deadlines/moves';
import { movableClocks, standing } from '../commands/deadlines/pause';
import { breachChoices, unexplained } from '../commands/deadlines/reason';
import { clocksOf } from '../effects/record-moment';
import { missingYear } from '../sweep/calendar-watch';
import { movableTicket } from '../commands/tickets/subject';
import { offerOf, offersFrom, withChoices } from './offers';
import type { Desk } from './ticket-offers';

/** Tables that offers about deadlines read. */
export const deadlineTables = correctionTables;

const ruleChoices = (draft: Draft, ticketId: string, kinds: readonly ('CUSTOMER_DEFER' | 'FORCE_MAJEURE' | 'WAIT_CUSTOMER')[]): Readonly<Record<string, Words>> =>
  Object.fromEntries(kinds.flatMap((kind) => movableClocks(draft, ticketId, kind)).map(({ ruleId }) => [ruleId, words(ruleId, ruleId)]));

/** What may be done with the deadlines of a ticket now (4.4): only what has something to work on. */
export const deadlineOffers = (desk: Desk, ticket: Ticket): readonly Offer[] => {
  const { draft, actor } = desk;
  const { ticketId } = ticket;
  const [deferred, paused, times] = [ruleChoices(draft, ticketId, ['CUSTOMER_DEFER']), ruleChoices(draft, ticketId, ['FORCE_MAJEURE', 'WAIT_CUSTOMER']), correctable(draft, ticketId)];
  const nothing = (choices: Readonly<Record<string, Words>>, command: string): readonly string[] => (Object.keys(choices).length === 0 ? [command] : []);
  return offersFrom(actor, deadlineMoves, movableTicket(ticket), ticketDeadlineCommands, {
    hidden: [
      ...nothing(deferred, 'deadline.defer'), ...nothing(paused, 'deadline.pause'), ...nothing(times, 'deadline.correct'),
      ...(standing(draft, ticketId).length === 0 ? ['deadline.resume'] : []), ...(unexplained(draft, ticketId).length === 0 ? ['deadline.reason'] : []),
    ],
    fields: {
      'deadline.defer': (fields) => withChoices(fields, { rules: deferred }),
      'deadline.pause': (fields) => withChoices(fields, { rules: paused }),
      'deadline.correct': (fields) => withChoices(fields, { record: times }),
      'deadline.reason': (fields) => withChoices(fields, { clocks: breachChoices(draft, ticketId) }),
    },
  });
};

/** Every deadline of an object, in full: those that run first. */
export const explained = (draft: Draft, calendar: Calendar, now: Instant) => (objectId: string): readonly Words[] =>
  [...clocksOf(draft, objectId)].sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)) || (one.dueAt < other.dueAt ? -1 : 1)).map((clock) => explainClock(clock, calendar, now));

/** A year whose list is missing, where people see it (AMB-39): what is provisional, and who can load it. */
export const calendarDesk: DeskSource = {
  reads: [holidays, slaClocks],
  items: ({ draft, actor, calendar, now }) => {
    const waiting = draft.where(slaClocks, (clock) => isOpen(clock) && clock.calendarVersion === provisional);
    const year = missingYear(calendar, now.slice(0, 7)) ?? waiting.map(({ dueAt, startAt }) => [startAt, dueAt].map((at) => at.slice(0, 4)).find((one) => !calendar.years.has(one)))[0];
    if (year === undefined || actor.kind !== 'staff' || !hasRole(actor, 'ADM', 'TSM', 'SUP')) return [];
    return [{
      objectId: `calendar/${year}`,
      kind: words('节假日', 'Calendar'),
      title: year,
      status: words('尚未载入，按周一至周五暂定', 'Not loaded: Monday to Friday for the time being'),
      severity: null,
      dueAt: null,
      facts: [{ label: words('暂定的时限', 'Provisional deadlines'), value: String(waiting.length) }, { label: words('办理人', 'Who loads it'), value: words('系统管理员或技术支持部经理', 'the administrator or the technical support manager') }],
      offers: hasRole(actor, 'ADM', 'TSM') ? calendarCommands.filter(({ name }) => name === 'calendar.loadYear').map((definition) => offerOf(definition, `calendar/${year}`, { primary: [definition.name] })) : [],
      forms: [],
    }];
  },
};
