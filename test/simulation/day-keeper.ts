import { day, writtenDate } from './moments';
import type { Random } from './random';
import type { Person } from './staff-visit';
import type { World } from './world';

/** Days that change while deadlines run over them: off, worked at a weekend, other hours, or the usual ones again. */
export const changeDay = async (world: World, person: Person, random: Random): Promise<void> => {
  const date = writtenDate(world.now() + random.integer(0, 6) * day);
  const change = random.weighted([
    [{ kind: 'HOLIDAY' }, 3], [{ kind: 'ADJUSTED_WORKDAY' }, 2], [{ kind: 'WORKDAY', hours: random.pick(['08:30-12:00, 13:00-16:00', '09:00-15:00', '08:30-11:30, 12:30-19:00']) }, 3], [null, 2],
  ] as const, ([, weight]) => weight)?.[0] ?? null;
  const [command, input] = change === null ? ['calendar.removeDay', { date }] as const : ['calendar.setDay', { date, ...change }] as const;
  const result = await world.workplaces.act(person.desk, command, '', input);
  world.note(`${person.name} ${command} ${JSON.stringify(input)}: ${result.kind} ${result.message}`, command, result.kind);
};
