import type { FormAnswers } from '../../host/contract';
import type { OfferView, SentInput, WorkItemView } from '../../src/ui/protocol';
import { fillFields, type Writer } from './field-values';
import { fillForm, mendAnswers } from './form-answers';
import { writtenDate } from './moments';
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

/** How eagerly people take up a task: what the state asks for most, what ends things least. */
const tones = { primary: 12, plain: 2, danger: 0.25 } as const;
/** How often a command is taken up beside any other: what would fill every day hardly ever, what brings a job on gladly. */
const eagerness: Readonly<Record<string, number>> = {
  'ticket.take': 0.06, 'ticket.answer': 0.08, 'ticket.receiveUnit': 0.3, 'ticket.agree': 1.5, 'ticket.startRemote': 0.2, 'text.confirmSent': 0.03, 'ticket.notices': 0.01, 'ticket.showContact': 0.02, 'duty.confirm': 0.3, 'task.create': 0.1, 'deadline.correct': 0.05, 'deadline.reason': 0.3, 'charge.goodwill': 0.1, 'liability.open': 0.05,
  'expense.addLine': 0.3, 'expense.submit': 0.5, 'waste.handOver': 0.2, 'waste.dispose': 0.2, 'ticket.text': 0.05, 'ticket.identify': 0.3, 'ticket.logContact': 0.25, 'ticket.reopen': 0.5, 'ticket.tellProgress': 0.15, 'ticket.assign': 0.1, 'ticket.hold': 0.15, 'ticket.reportToManagers': 3, 'ticket.decideCharge': 3, 'approval.decide': 30, 'dispatch.draft': 20, 'ticket.classify': 5,
  'dispatch.submit': 15, 'dispatch.accept': 30, 'dispatch.decline': 0.3, 'dispatch.depart': 40, 'dispatch.prepare': 25, 'dispatch.previsit': 6, 'dispatch.revise': 2, 'ticket.plan': 0.3, 'ticket.release': 4, 'repair.ask': 0.1, 'dispatch.replan': 0.1, 'dispatch.cancel': 0.1, 'ticket.cancel': 0.2, 'parts.cancel': 0.1,
};
/** What stands at the foot of every desk, for whoever wants to begin something: there all day, and taken up now and then. */
const beginnings = 0.06;

/** Once a ticket is classified nobody classifies it every hour. */
const settled = (task: Task): number => (task.kind === 'offer' && task.offer.command === 'ticket.classify' && task.item?.severity !== null ? 0.05 : 1);

/** What was refused before is tried again, but not all day long; people to be looked at are wiser still. */
const learnt = (task: Task, world: World): number => (wasRefused(task, world) ? (world.plausible ? 0.01 : 0.04) : 1);
const wasRefused = (task: Task, world: World): boolean => task.kind === 'offer' && world.refused.has(`${task.offer.command} ${task.offer.objectId}`);

/** What was refused asks for something else first: so many times as likely as before. */
const remedies: Readonly<Record<string, readonly [refused: string, times: number]>> = {
  'dispatch.revise': ['dispatch.submit', 8], 'dispatch.prepare': ['dispatch.depart', 8], 'dispatch.previsit': ['dispatch.depart', 8], 'dispatch.replan': ['dispatch.depart', 200], 'dispatch.cancel': ['dispatch.accept', 30],
};
const mended = ({ command, objectId }: OfferView, world: World): number => {
  const [refused, times] = remedies[command] ?? ['', 1];
  return world.refused.has(`${refused} ${objectId}`) ? times : 1;
};

/** What somebody is at he mostly finishes before he turns to something else. */
const momentum = 4;
/** Whoever came for something does that. */
const errand = 25;

const soon = 6 * 3_600_000;
const sensible: Readonly<Record<string, number>> = { 'intake.dismiss': 40, 'defect.open': 0.04 };
/**
 * Who follows his mail, or works to be looked at, takes first what is due next, lets nothing lie that he need only dispose of, sends a form as a rule once, and does not
 * begin something new every other day.
 */
const sense = (task: Task, world: World): number => {
  if (task.item === null) return 0.25;
  const left = task.item.dueAt === null ? Infinity : Date.parse(task.item.dueAt) - world.now();
  const next = left > 0 && left < soon ? 8 : 1;
  if (task.kind === 'form') return next / (1 + 12 * (world.sentByLink.get(task.url) ?? 0));
  return next * (sensible[task.offer.command] ?? 1);
};

/** Whether a piece of work is one of these or names one: an order its ticket, an approval its paper. */
const isAbout = (item: WorkItemView, about: ReadonlySet<string>): boolean => {
  if (about.size === 0) return false;
  const text = JSON.stringify([item.objectId, item.title, item.facts]);
  return [...about].some((objectId) => text.includes(objectId));
};

const weightOf = (world: World, at: ReadonlySet<string>, about: ReadonlySet<string>) => (task: Task): number =>
  (task.item !== null && at.has(task.item.objectId) ? momentum : 1) * (task.item !== null && isAbout(task.item, about) && !wasRefused(task, world) ? errand : 1) * (world.plausible || about.size > 0 ? sense(task, world) : 1) * (task.kind === 'form' ? 8 : mended(task.offer, world) * tones[task.offer.tone] * (task.item === null ? beginnings : 1) * (eagerness[task.offer.command] ?? 1) * settled(task) * learnt(task, world) * timely(task, world));

/** A journey begins on the day that was agreed to; its plan is made anew once that day is past. */
const timely = (task: Task, world: World): number => {
  if (task.kind !== 'offer' || task.item === null || !['dispatch.depart', 'dispatch.replan'].includes(task.offer.command)) return 1;
  const planned = JSON.stringify(task.item.facts.find(({ label }) => label.zh === '计划')?.value ?? '').slice(1, 11);
  const today = writtenDate(world.now());
  return task.offer.command === 'dispatch.depart' ? (planned === today ? 2 : 0.02) : planned < today ? 1 : 0.05;
};

/** Having nothing to do weighs this much beside what is offered. */
const idleness = 3;

/** What comes of most approvals, calls and visits, and how often it does. */
const usual: Readonly<Record<string, readonly [field: string, code: string, share: number]>> = {
  'approval.decide': ['decision', 'APPROVED', 0.85], 'acceptance.sign': ['result', 'ACCEPTED', 0.8], 'ticket.logContact': ['outcome', 'REACHED', 0.6], 'dispatch.previsit': ['outcome', 'REACHED', 0.7],
};
/** The same where somebody looks on. */
const usualInView: typeof usual = { ...usual, 'ticket.classify': ['severity', 'C', 0.5] };
const decided = (command: string, input: SentInput, random: Random, inView: boolean): SentInput => {
  const [field, code, share] = (inView ? usualInView : usual)[command] ?? ['', '', 0];
  return random.chance(share) ? { ...input, [field]: code } : input;
};

export const writerOf = (world: World, random: Random): Writer => ({ random, now: world.now(), mark: world.nextMark(), plausible: world.plausible, present: world.present, nonsense: world.has('hostile') && random.chance(0.12) ? 0.25 : 0 });

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
  const weigh = weightOf(world, at, about);
  for (let thing = 0; thing < Math.min(things, mostThings); thing += 1) {
    const desk = await world.workplaces.desk(person.desk);
    if (desk === null) return;
    if (!world.plausible) for (const leak of await leaksToStaff(desk, person, async () => [...(await world.company.rows('dispatchOrders')), ...(await world.company.rows('tickets')), ...(await world.company.rows('dutyRoster'))])) world.complain(leak);
    const task = random.weighted<Task | null>([...tasksOf(desk), null], (one) => (one === null ? (world.plausible ? 0 : idleness) : weigh(one)));
    if (task === undefined || task === null) return;
    if (task.item !== null) at.add(task.item.objectId);
    await world.think(random);
    if (task.kind === 'form') {
      await sendByLink(world, task.url, random);
      world.sentByLink.set(task.url, (world.sentByLink.get(task.url) ?? 0) + 1);
      world.note(`${person.name} sends a form for ${task.item.objectId}`, 'form', 'done');
    } else {
      const input = decided(task.offer.command, fillFields(fieldsOf(desk, task.offer), writerOf(world, random)), random, world.plausible);
      if ((await press(world, person, task, input, random)) && task.item !== null && random.chance(goesOn)) things += 1;
    }
  }
};
