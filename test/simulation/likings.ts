import type { WorkItemView } from '../../src/ui/protocol';
import { writtenDate } from './moments';
import type { Task } from './workplace';
import type { World } from './world';

/** What people of a simulated company like to take up: each liking is how many times as likely it makes a task, and all of them count. */

type OfferTask = Extract<Task, { kind: 'offer' }>;

/** What the state asks for most, what ends things least. */
const tones = { primary: 12, plain: 2, danger: 0.25 } as const;
const form = 8;

/** What would fill every day is taken up hardly ever, what brings a job on gladly. */
const eagerness: Readonly<Record<string, number>> = {
  'ticket.take': 0.06, 'ticket.answer': 0.08, 'ticket.receiveUnit': 0.3, 'ticket.agree': 1.5, 'ticket.startRemote': 0.2, 'ticket.notices': 0.01, 'ticket.showContact': 0.02, 'ticket.text': 0.05,
  'ticket.identify': 0.3, 'ticket.logContact': 0.25, 'ticket.reopen': 0.5, 'ticket.tellProgress': 0.15, 'ticket.assign': 0.1, 'ticket.hold': 0.15, 'ticket.reportToManagers': 3, 'ticket.decideCharge': 3,
  'ticket.classify': 5, 'ticket.plan': 0.3, 'ticket.release': 4, 'ticket.cancel': 0.2,
  'dispatch.draft': 20, 'dispatch.submit': 15, 'dispatch.accept': 30, 'dispatch.decline': 0.3, 'dispatch.depart': 40, 'dispatch.prepare': 25, 'dispatch.previsit': 6, 'dispatch.revise': 2, 'dispatch.replan': 0.1,
  'dispatch.cancel': 0.1,
  'approval.decide': 30, 'text.confirmSent': 0.03, 'duty.confirm': 0.3, 'task.create': 0.1, 'deadline.correct': 0.05, 'deadline.reason': 0.3, 'charge.goodwill': 0.1, 'liability.open': 0.05,
  'expense.addLine': 0.3, 'expense.submit': 0.5, 'parts.cancel': 0.1, 'repair.ask': 0.1, 'waste.handOver': 0.2, 'waste.dispose': 0.2,
};
const eager = ({ offer }: OfferTask): number => tones[offer.tone] * (eagerness[offer.command] ?? 1);

/** What stands at the foot of every desk, for whoever wants to begin something: there all day, and taken up now and then. */
const beginning = ({ item }: OfferTask): number => (item === null ? 0.06 : 1);

/** Once a ticket is classified nobody classifies it every hour. */
const settled = ({ offer, item }: OfferTask): number => (offer.command === 'ticket.classify' && item?.severity !== null ? 0.05 : 1);

const wasRefused = ({ offer }: OfferTask, world: World): boolean => world.refused.has(`${offer.command} ${offer.objectId}`);
/** What was refused before is tried again, but not all day long. */
const learnt = (task: OfferTask, world: World): number => (wasRefused(task, world) ? 0.04 : 1);

/** What was refused asks for something else first: so many times as likely as before. */
const remedies: Readonly<Record<string, readonly [refused: string, times: number]>> = {
  'dispatch.revise': ['dispatch.submit', 8], 'dispatch.prepare': ['dispatch.depart', 8], 'dispatch.previsit': ['dispatch.depart', 8], 'dispatch.replan': ['dispatch.depart', 200], 'dispatch.cancel': ['dispatch.accept', 30],
};
const mending = ({ offer: { command, objectId } }: OfferTask, world: World): number => {
  const [refused, times] = remedies[command] ?? ['', 1];
  return world.refused.has(`${refused} ${objectId}`) ? times : 1;
};

/** A journey begins on the day that was agreed to; its plan is made anew once that day is past. */
const timely = ({ offer: { command }, item }: OfferTask, world: World): number => {
  if (item === null || !['dispatch.depart', 'dispatch.replan'].includes(command)) return 1;
  const planned = JSON.stringify(item.facts.find(({ label }) => label.zh === '计划')?.value ?? '').slice(1, 11);
  const today = writtenDate(world.now());
  return command === 'dispatch.depart' ? (planned === today ? 2 : 0.02) : planned < today ? 1 : 0.05;
};

/** What somebody is at he mostly finishes before he turns to something else. */
const momentum = ({ item }: Task, at: ReadonlySet<string>): number => (item !== null && at.has(item.objectId) ? 4 : 1);

/** Whether a piece of work is one of these or names one: an order its ticket, an approval its paper. */
const isAbout = (item: WorkItemView, about: ReadonlySet<string>): boolean => {
  if (about.size === 0) return false;
  const text = JSON.stringify([item.objectId, item.title, item.facts]);
  return [...about].some((objectId) => text.includes(objectId));
};
/** Whoever came for something does that. */
const errand = (task: Task, about: ReadonlySet<string>, world: World): number =>
  (task.item !== null && isAbout(task.item, about) && !(task.kind === 'offer' && wasRefused(task, world)) ? 25 : 1);

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

/** Having nothing to do weighs this much beside what is offered. */
export const idleness = 3;

/** @param at what the person is at already @param about what he came for; empty when he just looks in */
export const likingOf = (world: World, at: ReadonlySet<string>, about: ReadonlySet<string>) => (task: Task): number => {
  const sensibly = about.size > 0 ? sense(task, world) : 1;
  const likings = task.kind === 'form' ? [form] : [eager(task), beginning(task), settled(task), learnt(task, world), mending(task, world), timely(task, world)];
  return [momentum(task, at), errand(task, about, world), sensibly, ...likings].reduce((product, liking) => product * liking, 1);
};
