import type { Random } from './random';
import { visit, type Person } from './staff-visit';
import type { World } from './world';

/** Numbers of papers and tickets, as mails name them. */
const named = /\b[A-Z]{2}-\d{8}-\d{2,3}\b/g;
/** How far back somebody reads who has not looked for days. */
const mostMails = 12;

/** What the mails speak of that somebody has not read yet. */
const unread = (world: World, { email }: Person): readonly string[] => {
  const newest = world.company.workspace.mail(email, mostMails);
  const read = newest.findIndex(({ id }) => id === world.lastRead.get(email));
  return newest.slice(0, read < 0 ? undefined : read).flatMap(({ subject, text }) => `${subject} ${text}`.match(named) ?? []);
};

/** Somebody reads his mail, opens his desk and does what it is about; whoever has more of it is likelier to. */
export const followMail = async (world: World, staff: readonly Person[], random: Random): Promise<void> => {
  const mailed = new Map(staff.map((person) => [person, unread(world, person)]));
  const person = random.weighted(staff, (one) => Math.min(4, mailed.get(one)?.length ?? 0));
  if (person === undefined) return;
  const [newest] = world.company.workspace.mail(person.email, 1);
  if (newest !== undefined) world.lastRead.set(person.email, newest.id);
  world.story.push(`${person.name} follows his mail`);
  await visit(world, person, random, new Set(mailed.get(person)));
};
