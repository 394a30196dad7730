import { acceptances, contacts, customers, dispatchOrders, dutyRoster, slaClocks, type Priority, type SlaClock, type StaffMember } from '../../../sheets-templates';
import { clockId, dueLevels, firesLevels, isOpen, levelsOf, markBreached, type DueLevel, type LadderCircumstances } from '../../deadlines';
import { escalation, type ReachedLevel } from '../../text/notices/deadlines';
import { addMinutes, parseDate, plusDays } from '../../terms';
import { openReportDays } from '../commands/field/daily-clocks';
import { writeClocks } from '../effects/record-moment';
import { priorityOf } from '../notice-catalogue';
import type { Request } from '../request';
import { peopleBehind } from './addressees';
import { remindCustomer } from './remind-customer';
import { classOf, subjectOf, subjectTables, type ClockSubject } from './subjects';

/** What a sweep looks at and changes: a command's request without actor and input. */
export type SweepRequest = Pick<Request, 'draft' | 'now' | 'settings' | 'calendar' | 'notify'>;

export const escalationTables = [...subjectTables, slaClocks, dutyRoster, acceptances, contacts, customers] as const;

interface Fired {
  readonly reached: ReachedLevel;
  readonly subject: ClockSubject;
}

const onSite = ['ARRIVED', 'WORKING', 'PRE_LEAVE'];

/** A new date on site wants a daily report of its own (S-11). */
const openDays = (request: SweepRequest): void => {
  const { draft, now } = request;
  for (const order of draft.where(dispatchOrders, (row) => onSite.includes(row.status))) {
    openReportDays(request, order, classOf(subjectOf(draft, { objectType: 'DISPATCH', objectId: order.orderId })) ?? null, now);
  }
};

const missed: readonly SlaClock['result'][] = ['BREACHED_OPEN', 'BREACHED_DONE'];

/** S-11: whether the report of the day before is missing as well. */
const previousDayMissed = ({ draft }: SweepRequest, clock: SlaClock): boolean => {
  const date = clock.ruleId === 'S-11' ? parseDate(clock.cycle) : null;
  const before = date === null ? undefined : draft.find(slaClocks, clockId(clock.objectId, clock.ruleId, plusDays(date, -1)));
  return before !== undefined && missed.includes(before.result);
};

/** What the ladder has to know of a clock's object and day. */
export const circumstancesOf = (request: SweepRequest, clock: SlaClock): LadderCircumstances => {
  const { draft, now, calendar, settings } = request;
  return { severity: classOf(subjectOf(draft, clock)) ?? null, calendar, settings, now, previousDayMissed: previousDayMissed(request, clock) };
};

/** Whatever is found, everything is looked at again after so many minutes: cells may have been changed by hand. */
export const longestMinutes = 30;

const counted = new WeakMap<SweepRequest, Map<SlaClock, readonly DueLevel[]>>();

/** The levels of a clock until the next look at the latest. What is due and when the next comes are both read off them, so each clock's are counted once a sweep. */
export const levelsAhead = (request: SweepRequest, clock: SlaClock): readonly DueLevel[] => {
  const known = counted.get(request) ?? new Map<SlaClock, readonly DueLevel[]>();
  counted.set(request, known);
  const levels = known.get(clock) ?? levelsOf(clock, { ...circumstancesOf(request, clock), now: addMinutes(request.now, longestMinutes) });
  known.set(clock, levels);
  return levels;
};

/** The levels of a clock that were reached since the last sweep; the clock remembers the last one. */
const fire = (request: SweepRequest, clock: SlaClock): readonly Fired[] => {
  const { draft, now } = request;
  const subject = subjectOf(draft, clock);
  const severity = classOf(subject) ?? null;
  const levels = firesLevels(clock) ? dueLevels(clock, circumstancesOf(request, clock), levelsAhead(request, clock)) : [];
  const last = levels[levels.length - 1];
  if (last !== undefined) draft.update(slaClocks, clock.clockId, { lastLevelFired: last.level });
  // A warning that a late sweep brings after the due moment is no warning any more.
  const told = now >= clock.dueAt ? levels.map((level): DueLevel => (level.code === 'N-48' ? level : { ...level, code: 'N-44' })) : levels;
  return told.map((level) => ({ subject, reached: { clock, level, severity, ticketId: subject.ticket?.ticketId ?? null } }));
};

const byPerson = (request: SweepRequest, fired: readonly Fired[]): ReadonlyMap<StaffMember, readonly Fired[]> => {
  const people = new Map<StaffMember, Fired[]>();
  for (const one of fired) {
    const { reached: { clock, level }, subject } = one;
    const told = new Set(level.roles.flatMap((recipient) => peopleBehind(request.draft, recipient, clock, subject, request.now)));
    for (const member of told) people.set(member, [...(people.get(member) ?? []), one]);
  }
  return people;
};

const urgency: Readonly<Record<Priority, number>> = { P1: 1, P2: 2, P3: 3 };

/** One message a person, as urgent as the most urgent thing in it. */
const tellPerson = (request: SweepRequest, member: StaffMember, fired: readonly Fired[]): void => {
  const [first] = fired;
  if (first === undefined) return;
  const priorities = fired.map(({ reached, subject }) => priorityOf(reached.level.code, classOf(subject))).sort((one, other) => urgency[one] - urgency[other]);
  const worst = fired.find(({ reached }) => reached.level.code === 'N-44') ?? first;
  request.notify({
    code: worst.reached.level.code, to: [{ staffId: member.staffId }], objectId: first.reached.ticketId ?? first.reached.clock.objectId,
    // A level fires once, so the first one's name tells this message from every other.
    cycle: `${first.reached.clock.clockId}#${first.reached.level.level}`,
    ...(priorities[0] === undefined ? {} : { priority: priorities[0] }),
    message: escalation(fired.map(({ reached }) => reached), request.now),
  });
};

export interface Escalated {
  readonly breached: number;
  readonly levels: number;
  readonly people: number;
}

/**
 * Marks what is overdue, as of its due moment, and fires the levels of the ladder that were reached, each once; a late
 * sweep fires all that it missed, as one message per person (4.5). Nothing due changes nothing.
 */
export const escalate = (request: SweepRequest): Escalated => {
  const { draft, now } = request;
  openDays(request);
  const breached = markBreached(draft.where(slaClocks, isOpen), now);
  writeClocks(draft, breached);
  const fired = draft.where(slaClocks, isOpen).flatMap((clock) => fire(request, clock));
  const people = byPerson(request, fired);
  for (const [member, events] of people) tellPerson(request, member, events);
  for (const { reached, subject } of fired) if (reached.level.roles.includes('CUS') && subject.ticket !== null) remindCustomer(request, reached.clock, subject.ticket);
  return { breached: breached.length, levels: fired.length, people: people.size };
};
