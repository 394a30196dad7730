import type { Crew } from './day-plan';
import { written } from './moments';
import type { Random } from './random';
import type { Person } from './staff-visit';
import type { World } from './world';

/** Who may stand in for whom (6.3): the same rank, one above or one below. */
const deputies: Readonly<Record<string, readonly string[]>> = { SUP: ['TSM'], TSM: ['DGM', 'SUP'], DGM: ['EDGM', 'TSM', 'GM'], EDGM: ['GM', 'DGM'], GM: ['EDGM', 'DGM'] };

const documents = ['DISPATCH', 'PARTS_REQUEST', 'TRAVEL', 'CLAIM', 'MONTHLY_REPORT', 'DOWNGRADE', 'SLA_PAUSE', 'REFUSAL', 'QUOTE', 'AGREEMENT'];

/** Before a leave somebody names a deputy for its days; not everybody remembers, and some come back early. */
export const handOver = async (world: World, { staff }: Crew, person: Person, leave: readonly [number, number] | null, random: Random): Promise<void> => {
  if (leave === null || random.chance(0.1)) return;
  const possible = person.roles.flatMap((role) => deputies[role] ?? []).flatMap((role) => staff.filter((other) => other !== person && other.roles.includes(role)));
  if (possible.length === 0) return;
  const deputy = random.pick(possible);
  const desk = await world.workplaces.desk(person.desk);
  if (desk?.offers.some(({ command }) => command === 'delegation.give') !== true) return;
  const result = await world.workplaces.act(person.desk, 'delegation.give', '', {
    toStaff: random.chance(0.5) ? deputy.name : deputy.staffId, docTypes: documents, startAt: written(world.now()), endAt: written(leave[1]), reason: random.pick(['休假', '出差', '培训']),
  });
  world.note(`${person.name} goes on leave until ${written(leave[1])}, ${deputy.name} stands in: ${result.kind} ${result.message}`, 'delegation.give', result.kind);
};
