import type { FormAnswers } from '../../host/contract';
import type { SentInput } from '../../src/ui/protocol';
import { fillFields, type Writer } from './field-values';
import { fillForm, mendAnswers } from './form-answers';
import { idleness, likingOf } from './likings';
import { leaksToStaff } from './privacy';
import type { Random } from './random';
import { fieldsOf, tasksOf, type Attempt, type Task } from './workplace';
import type { World } from './world';

export interface Person {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly desk: string;
}

/** What comes of most approvals, calls and visits, and how often it does. */
const usual: Readonly<Record<string, readonly [field: string, code: string, share: number]>> = {
  'approval.decide': ['decision', 'APPROVED', 0.85], 'acceptance.sign': ['result', 'ACCEPTED', 0.8], 'ticket.logContact': ['outcome', 'REACHED', 0.6], 'dispatch.previsit': ['outcome', 'REACHED', 0.7],
};
const decided = (command: string, input: SentInput, random: Random): SentInput => {
  const [field, code, share] = usual[command] ?? ['', '', 0];
  return random.chance(share) ? { ...input, [field]: code } : input;
};

export const writerOf = (world: World, random: Random): Writer => ({ random, now: world.now(), mark: world.nextMark(), present: world.present, nonsense: world.has('hostile') && random.chance(0.12) ? 0.25 : 0 });

const prefilledBy = (url: string): FormAnswers =>
  Object.fromEntries([...new URL(url, 'http://local').searchParams].filter(([name]) => name.startsWith('entry.')).map(([name, value]) => [name.slice('entry.'.length), value]));

/** Sends a form behind a link; now and then by a forged one, now and then twice. */
export const sendByLink = async (world: World, url: string, random: Random): Promise<void> => {
  const place = Object.entries(world.company.answer.forms).find(([, { address }]) => url.startsWith(address.split('?')[0] ?? address));
  const form = place === undefined ? null : world.company.workspace.form(place[1].id);
  if (place === undefined || form === null) throw new Error(`No form at ${url}`);
  const writer = writerOf(world, random);
  const prefilled = prefilledBy(url);
  const forged = world.has('hostile') && random.chance(0.04) ? Object.fromEntries(Object.entries(prefilled).map(([id, value]) => [id, `${String(value).slice(0, -3)}xyz`])) : prefilled;
  let answers = fillForm(form, forged, writer);
  for (let tries = 0; tries < 3; tries += 1) {
    const sent = await world.company.workspace.submitForm(form.id, answers, null);
    if (sent.ok) {
      world.sentForm(place[0], writer.mark, answers);
      if (!random.chance(0.04)) return;
      // Pressed twice: the platform keeps two answers.
      await world.company.workspace.submitForm(form.id, answers, null);
      world.sentForm(place[0], writer.mark, answers);
      return;
    }
    answers = mendAnswers(form, answers, sent.errors, tries);
  }
};

/** A double click, perhaps while the clock's run is busy. Either may be first: what came of both is told in one order. */
const twiceAtOnce = async (world: World, once: () => Promise<Attempt>, swept: boolean): Promise<readonly Attempt[]> => {
  const [one, other] = await world.racing(() => Promise.all([once(), once(), ...(swept ? [world.sweepNow()] : [])]));
  return [one, other].filter((result): result is Attempt => result !== undefined && typeof result === 'object').sort((left, right) => (left.kind + left.message < right.kind + right.message ? -1 : 1));
};

/** Gives whether it was done. */
const press = async (world: World, person: Person, task: Extract<Task, { kind: 'offer' }>, input: SentInput, random: Random): Promise<boolean> => {
  const { command, objectId } = task.offer;
  const once = () => world.workplaces.act(person.desk, command, objectId, input);
  const atOnce = world.has('races') && random.chance(0.08);
  const results = atOnce ? await twiceAtOnce(world, once, random.chance(0.5)) : [await once()];
  for (const result of results) {
    world.note(`${person.name} ${command} ${objectId}: ${result.kind} ${result.message}`, command, result.kind);
    if (result.kind === 'refused') world.refused.add(`${command} ${objectId}`);
    // Whatever changed may be what was missing.
    if (result.kind === 'done') for (const refused of [...world.refused].filter((one) => one.endsWith(` ${objectId}`))) world.refused.delete(refused);
  }
  // An error on the screen: most people look again and press again.
  if (results.every(({ kind }) => kind === 'broken') && random.chance(0.7)) {
    const again = await once();
    world.note(`${person.name} ${command} ${objectId} again: ${again.kind} ${again.message}`, command, again.kind);
    return again.kind === 'done';
  }
  return results.some(({ kind }) => kind === 'done');
};

/** What goes well is gone on with, up to so many things at one look. */
const mostThings = 9;
const goesOn = 0.75;

/** One look at the desk, and what the person does there: two to four things, more while work goes well, of what is offered to them and nothing else; what he came for, if for something. */
export const visit = async (world: World, person: Person, random: Random, about: ReadonlySet<string> = new Set()): Promise<void> => {
  let things = random.integer(2, 4);
  const at = new Set<string>();
  const weigh = likingOf(world, at, about);
  for (let thing = 0; thing < Math.min(things, mostThings); thing += 1) {
    const desk = await world.workplaces.desk(person.desk);
    if (desk === null) return;
    for (const leak of await leaksToStaff(desk, person, async () => [...(await world.company.rows('dispatchOrders')), ...(await world.company.rows('tickets')), ...(await world.company.rows('dutyRoster'))])) world.complain(leak);
    const task = random.weighted<Task | null>([...tasksOf(desk), null], (one) => (one === null ? idleness : weigh(one)));
    if (task === undefined || task === null) return;
    if (task.item !== null) at.add(task.item.objectId);
    await world.think(random);
    if (task.kind === 'form') {
      await sendByLink(world, task.url, random);
      world.sentByLink.set(task.url, (world.sentByLink.get(task.url) ?? 0) + 1);
      world.note(`${person.name} sends a form for ${task.item.objectId}`, 'form', 'done');
    } else {
      const input = decided(task.offer.command, fillFields(fieldsOf(desk, task.offer), writerOf(world, random)), random);
      if ((await press(world, person, task, input, random)) && task.item !== null && random.chance(goesOn)) things += 1;
    }
  }
};
