import { day, hour, minute, weekday } from './moments';
import type { Random } from './random';
import type { Person } from './staff-visit';

/** One thing that somebody does at some moment. */
export interface Step {
  readonly number: number;
  readonly at: number;
  readonly what: 'visit' | 'follow mail' | 'request' | 'customer reads mail' | 'decide by mail' | 'type into cells' | 'tidy up' | 'owner edits' | 'change a day' | 'hand over' | 'try doors' | 'race' | 'clock' | 'doubled sweep';
  readonly person: Person | null;
}

type Planned = Omit<Step, 'number'>;

export interface Crew {
  readonly staff: readonly Person[];
  /** How many customers come on a working day, on average. */
  readonly customers: number;
  /** How busy everybody is: 1 is a busy company, less a quieter one. */
  readonly pace: number;
}

const managers = ['TSM', 'DGM', 'GM', 'EDGM', 'SUP'];

/** So many, and one more by chance for what is left. */
const roughly = (number: number, random: Random): number => Math.floor(number) + (random.chance(number % 1) ? 1 : 0);

/** Who decides for others goes on leave for some days of a week now and then, and names a deputy before. */
const deciders = ['SUP', 'TSM', 'DGM', 'EDGM', 'GM'];
export const mayDelegate = ({ roles }: Person): boolean => deciders.some((role) => roles.includes(role));

/** The days of a person's leave in the week of a day, as their first moment and the one after the last; null in most weeks. */
export const leaveOf = (person: Person, start: number, leaves: Random): readonly [number, number] | null => {
  const monday = start - ((weekday(start) + 6) % 7) * day;
  const random = leaves.for(`${person.staffId}-${monday / day}`);
  if (!mayDelegate(person) || !random.chance(0.3)) return null;
  const first = random.integer(0, 4);
  return [monday + first * day, monday + (first + random.integer(1, 3)) * day];
};

/** When a person of some habits comes to work: early, late, or not at all. */
const visitsOf = (person: Person, start: number, often: number, random: Random, leaves: Random): readonly Planned[] => {
  const leave = leaveOf(person, start, leaves);
  const away = leave !== null && start >= leave[0] && start < leave[1];
  // From the airport, before the first day of it.
  if (away && start === leave[0]) return [{ at: start + 8 * hour + random.integer(0, 40) * minute, what: 'hand over', person }];
  const onLeave = random.chance(0.06) || away;
  const usual = person.roles.includes('SUP') ? 32 : person.roles.includes('CLK') ? 9 : person.roles.includes('ENG') ? 12 : person.roles.includes('TSM') ? 10 : 3;
  const visits = onLeave ? 0 : roughly(usual * often * (0.6 + random.next() * 0.8), random);
  const late = random.chance(0.15) ? 3 : 0;
  return Array.from({ length: visits }, (): Planned => ({ at: start + (8 + late) * hour + random.integer(0, 10 * 60) * minute, what: random.chance(0.1) && managers.some((role) => person.roles.includes(role)) ? 'decide by mail' : 'visit', person }));
};

/** How often on a busy working day somebody comes because a mail told him to. */
const errands = 60;

/** Everything that happens on one day, in order. */
export const planDay = (start: number, crew: Crew, random: Random, leaves: Random): readonly Planned[] => {
  const working = ![0, 6].includes(weekday(start));
  const supervisors = crew.staff.filter((person) => person.roles.includes('SUP') || person.roles.includes('TSM'));
  const keepers = crew.staff.filter((person) => person.roles.includes('TSM'));
  const days = random.for('days');
  const somewhen = (from: number, to: number): number => start + random.integer(from * 60, to * 60) * minute;
  const several = (count: number, make: () => Planned): readonly Planned[] => Array.from({ length: count }, make);
  const requests = roughly(crew.customers * (working ? 1 : 0.4) * (0.5 + random.next()), random);
  const asked = several(requests, (): Planned => ({ at: random.chance(0.85) ? somewhen(8, 20) : somewhen(0, 24), what: 'request', person: null }));
  const visits = crew.staff.flatMap((person) => visitsOf(person, start, crew.pace * (working ? 1 : 0.2), random.for(person.staffId), leaves));
  return [
    ...visits,
    ...asked,
    ...several(roughly(errands * crew.pace * (working ? 1 : 0.3), random.for('errands')), () => ({ at: somewhen(8, 19), what: 'follow mail', person: null })),
    ...several(Math.ceil(requests * 1.5), () => ({ at: somewhen(7, 23), what: 'customer reads mail', person: null })),
    ...several(roughly(random.integer(1, 4) * crew.pace, random), () => ({ at: somewhen(8, 20), what: 'type into cells', person: supervisors.length === 0 || random.chance(0.2) ? random.pick(crew.staff) : random.pick(supervisors) })),
    ...several(roughly(random.integer(0, 3) * crew.pace, random), () => ({ at: somewhen(8, 20), what: 'tidy up', person: random.pick(crew.staff) })),
    ...several(roughly(random.integer(0, 3) * crew.pace, random), () => ({ at: somewhen(0, 24), what: 'try doors', person: null })),
    ...several(roughly(random.integer(1, 3) * crew.pace, random), () => ({ at: somewhen(8, 19), what: 'race', person: random.pick(crew.staff) })),
    ...several(roughly(random.integer(1, 4) * crew.pace, random), () => ({ at: somewhen(0, 24), what: 'doubled sweep', person: null })),
    ...several(roughly(random.integer(1, 4) * crew.pace, random), () => ({ at: somewhen(8, 21), what: 'owner edits', person: null })),
    ...several(keepers.length > 0 && days.chance(0.3) ? 1 : 0, () => ({ at: start + days.integer(8 * 60, 20 * 60) * minute, what: 'change a day', person: days.pick(keepers) })),
    { at: start + day, what: 'clock' as const, person: null },
  ].map((step) => ({ ...step, at: Math.min(step.at, start + day) })).sort((one, other) => one.at - other.at);
};

/** When mail or requests are used up: on some days from some hour on. Quotas start again with the next day here. */
export const quotaPlan = (random: Random) => {
  const days = new Map<number, { readonly mailFrom: number; readonly requests: readonly [number, number] | null }>();
  return (now: number): 'mail' | 'requests' | null => {
    const date = Math.floor((now + 8 * hour) / day);
    const known = days.get(date);
    const chance = random.for(date);
    const plan = known ?? { mailFrom: chance.chance(0.2) ? chance.integer(8, 20) : 24, requests: chance.chance(0.1) ? ([chance.integer(8, 22), 1] as const) : null };
    days.set(date, plan);
    const hourOfDay = ((now + 8 * hour) % day) / hour;
    if (plan.requests !== null && hourOfDay >= plan.requests[0] && hourOfDay < plan.requests[0] + plan.requests[1]) return 'requests';
    return hourOfDay >= plan.mailFrom ? 'mail' : null;
  };
};
