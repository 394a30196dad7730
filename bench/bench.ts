import type { Beside } from './others';
import { measureBeside } from './others';
import { openCompany } from './company';
import { dayOf, minutesADay, quotaMinutes, sweepsOf, type DayPart } from './day';
import { givePast } from './history';
import { measureSteps, type Measured } from './measure';
import { paidRepair } from './paid-repair';
import { published } from './profiles';
import { measureStoryAndFill, measureSweeps, type Size, type Sweeps } from './sweeps';

export interface Found {
  readonly tickets: number;
  readonly size: Size;
  readonly commands: readonly Measured[];
  readonly sweeps: Sweeps;
  readonly beside: readonly Beside[];
  readonly day: readonly DayPart[];
}

/** Of all tickets two in a hundred are open, and six, up to a thousand, closed lately: not archived yet. The others are in the archive. */
export const sizeOf = (tickets: number): Size => ({ open: Math.max(60, Math.floor(tickets / 50)), lately: Math.min(1000, Math.max(40, Math.floor((tickets * 6) / 100))) });

const named = (all: readonly Measured[], command: string): Measured => {
  const found = all.find((each) => each.command.startsWith(command));
  if (found === undefined) throw new Error(`${command} was not measured`);
  return found;
};

/** A busy day of such commands and sweeps; `request` where a request was measured beside open work. */
export const dayIn = (commands: readonly Measured[], sweeps: Sweeps, request: Measured = named(commands, 'ticket.register')): readonly DayPart[] =>
  dayOf({ ...sweeps, request, otherForm: named(commands, 'parts.submit'), typedCell: named(commands, 'ticket.classify') });

/** Everything that is measured with so many tickets ever registered; `say` hears what is being done, since it takes minutes. */
export const measureAt = async (tickets: number, size: Size, root: string, say: (doing: string) => void): Promise<Found> => {
  const company = await openCompany('2026-03-03T09:00:00+08:00', `${root}/dist`);
  try {
    say('writes the past');
    const archived = await givePast(company, Math.max(0, tickets - size.open - size.lately));
    say('lives through the main job');
    const ofStory = await measureStoryAndFill(company, size);
    say('sweeps');
    const sweeps = await measureSweeps(company);
    say('does the same work as others do it');
    const beside = await measureBeside(company, archived, sweeps.fifty, root);
    const [submit] = beside;
    say('lives through a paid repair beside all that is open');
    const commands = [...ofStory, ...(await measureSteps(company, paidRepair)).map((each) => ({ ...each, command: `${each.command}, open work` }))];
    return { tickets, size, commands, sweeps, beside, day: dayIn(ofStory, sweeps, submit?.product) };
  } finally {
    await company.close();
  }
};

/** What must hold, and does not. */
export const broken = ({ tickets, commands, sweeps, day }: Found): readonly string[] => {
  const b = published.find(({ name }) => name === 'B');
  const minutes = (parts: readonly DayPart[]): number => (b === undefined ? Infinity : minutesADay(parts, b.profile));
  const limits: readonly (readonly [string, number, number])[] = [
    ...commands.map((each): readonly [string, number, number] => [`round trips of ${each.command}`, each.roundTrips, 3]),
    ['round trips of an idle sweep', sweeps.idle.roundTrips, 1],
    ['round trips of a sweep with nothing due', sweeps.nothingDue.roundTrips, 1],
    ['round trips of a sweep with 50 changes', sweeps.fifty.roundTrips, 3],
    ['minutes of a day’s sweeps on profile B', minutes(sweepsOf(day)), 15],
    ['minutes of a busy day on profile B', minutes(day), quotaMinutes.consumer / 2],
  ];
  return limits.filter(([, found, most]) => found > most).map(([what, found, most]) => `${tickets} tickets: ${what}: ${found.toFixed(1)}, more than ${most}`);
};

/** A few cells more or less, such as a longer number, are no growth. */
const tolerance = 0.02;

/** Commands whose counts grow with the tickets behind them. */
export const growing = (first: Found, last: Found): readonly string[] =>
  first.commands.filter(({ command }) => !command.endsWith('open work')).flatMap((each) => {
    const other = last.commands.find(({ command }) => command === each.command);
    const grown = (['serviceCalls', 'roundTrips', 'cellsRead', 'cellsWritten'] as const).filter((count) => other === undefined || other[count] > each[count] * (1 + tolerance) + 2);
    return grown.map((count) => `${each.command}: ${count} grows, ${each[count]} at ${first.tickets} tickets, ${other?.[count] ?? '?'} at ${last.tickets}`);
  });
