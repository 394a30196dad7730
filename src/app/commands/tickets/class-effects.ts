import { dutyRoster, slaClocks, tickets, type Severity, type Ticket } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import { classA, classB } from '../../../text/notices/tickets-staff';
import { dateOf, type Instant, type LocalDate } from '../../../terms';
import { workingClass } from '../../../tickets';
import { clocksOf, recordMoment, type Moment } from '../../effects/record-moment';
import type { Recipient, Request } from '../../request';
import { dutyRecipients } from './subject';

/** Tables that setting a class reads. */
export const classTables = [tickets, slaClocks, dutyRoster] as const;

export const isPaid = (ticket: Pick<Ticket, 'chargeType'>): boolean => ticket.chargeType === 'PAID' || ticket.chargeType === 'SHARED';

/** The agreed time, or the agreed date alone, which is due at its end (S-09). */
const agreedMoment = ({ agreedDate, agreedHasTime }: Ticket): Instant | LocalDate | null =>
  agreedDate === null || agreedHasTime === true ? agreedDate : dateOf(agreedDate);

/** A moment in the life of a ticket itself, with what its clocks need. */
export const ticketMoment = (ticket: Ticket, event: Moment['event'], at: Instant, more: Partial<Pick<Moment, 'severity' | 'cycle' | 'facts'>> = {}): Moment => ({
  event,
  objectType: 'TICKET',
  objectId: ticket.ticketId,
  ticketId: ticket.ticketId,
  at,
  severity: workingClass(ticket),
  ...more,
  facts: {
    paid: isPaid(ticket),
    ...more.facts,
    moments: { receivedAt: ticket.receivedAt, supNotifiedAt: ticket.supNotifiedAt, severityEffectiveAt: ticket.severityEffectiveAt ?? ticket.receivedAt, agreedDate: agreedMoment(ticket), ...more.facts?.moments },
  },
});

/**
 * The clocks of a provisional class start with the request itself (S-02 … S-08), so that everybody sees the deadlines
 * at once and a serious case does not wait for its classification. The supervisor's own decision keeps them when it
 * is the same class and replaces them when it is another.
 */
export const startProvisionalClocks = (request: Request, ticket: Ticket, severity: Severity): void =>
  recordMoment(request, ticketMoment(ticket, 'classified', request.now, { severity, facts: { only: ['S-02', 'S-03', 'S-04', 'S-05', 'S-06', 'S-07', 'S-08'] } }));

/** Who hears of class A at once (N-03). */
export const everybody: readonly Recipient[] = [{ role: 'GM' }, { role: 'EDGM' }, { role: 'DGM' }, { role: 'TSM' }, { role: 'SUP' }, { role: 'CLK' }];
const deputies: readonly Recipient[] = [{ role: 'DGM' }, { role: 'TSM' }, { role: 'SUP' }, { role: 'CLK' }];

/** N-03 or N-04 with the deadlines that now run; class C alarms nobody. */
export const alarm = (request: Request, ticket: Ticket, severity: Severity, cycle: string): void => {
  if (severity === 'C') return;
  const { draft, now } = request;
  const clocks = clocksOf(draft, ticket.ticketId).filter(isOpen);
  const to = [...(severity === 'A' ? everybody : deputies), ...dutyRecipients(draft, now)];
  request.notify({ code: severity === 'A' ? 'N-03' : 'N-04', to, objectId: ticket.ticketId, cycle, severity, message: severity === 'A' ? classA(ticket, clocks) : classB(ticket, clocks) });
  // N-03 is the automatic text of the first level of S-02 (4.5); nobody needs it twice.
  for (const clock of clocks.filter(({ ruleId, lastLevelFired }) => ruleId === 'S-02' && lastLevelFired === 0)) draft.update(slaClocks, clock.clockId, { lastLevelFired: 1 });
};
