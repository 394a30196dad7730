import { spotChecks, type Ticket } from '../../sheets-templates';
import { monthOf, refuse, words, type Refusal } from '../terms';
import { textOf, type Around, type Entry, type Register } from './register';

const critical = ['causeFound', 'repairChecked', 'opinion'];
export const checkItems = ['contacted', 'classed', 'planned', 'prepared', 'reported', 'causeFound', 'repairChecked', 'signed', 'papers', 'opinion'];

/** Points of what applies, of a hundred; below the pass mark, or nothing at all where it is critical, is a fail. */
const scored = (entry: Entry, { settings, now }: Around): Entry | Refusal => {
  const points = checkItems.map((name) => textOf(entry, name)).filter((code) => code !== 'NA').map((code) => Number(code.slice(1)));
  if (points.length === 0) return refuse('3.15', '至少有一项适用，请检查评分。', 'At least one item applies; please look at the marks again.');
  const score = Math.round((points.reduce((sum, one) => sum + one, 0) / (2 * points.length)) * 1000) / 10;
  const failed = score < settings.count('spot.pass', now) || critical.some((name) => entry[name] === 'P0');
  return failed && entry['findings'] === null ? refuse('3.15', '不合格须写明发现的问题。', 'A fail needs its findings.') : { score, result: failed ? 'FAIL' : 'PASS' };
};

const over: readonly Ticket['status'][] = ['CANCELLED', 'REFUSED', 'MERGED'];

/** The month's sample: every ticket of class A, and of the other accepted ones so many percent, at least some, in an order that the seed alone decides. */
export const drawSample = (tickets: readonly Ticket[], month: string, { percent, least }: { readonly percent: number; readonly least: number }, rank: (ticketId: string) => string): readonly { readonly ticket: Ticket; readonly selection: 'ALL_A' | 'RANDOM' }[] => {
  const urgent = tickets.filter(({ severity, receivedAt, status }) => severity === 'A' && monthOf(receivedAt) === month && !over.includes(status));
  const others = tickets.filter(({ severity, acceptedAt }) => severity !== 'A' && acceptedAt !== null && monthOf(acceptedAt) === month).map((ticket) => ({ ticket, rank: rank(ticket.ticketId) }));
  const wanted = Math.max(least, Math.ceil((others.length * percent) / 100));
  const drawn = others.sort((one, other) => (one.rank < other.rank ? -1 : 1)).slice(0, wanted);
  return [...urgent.map((ticket) => ({ ticket, selection: 'ALL_A' as const })), ...drawn.map(({ ticket }) => ({ ticket, selection: 'RANDOM' as const }))];
};

/** 抽查 (3.15, R-038): drawn on working day 1, done by working day 5; nobody checks work of their own. */
export const spotRegister: Register = {
  table: spotChecks, docType: 'SPOT_CHECK', kind: words('抽查', 'Spot check'), number: ['CC', 'month', 2], title: 'ticketId', shows: ['kind', 'month', 'ticketId', 'selection', 'checker', 'findings'],
  owner: 'checker', over: ['DONE', 'CANCELLED'], ended: 'doneAt', rules: ['S-35'], clock: (entry) => ({ month: textOf(entry, 'month') }),
  steps: [
    { id: 'R-038', command: 'spotCheck.draw', label: words('抽取工单', 'Drawn'), from: null, to: 'OPEN', actors: ['SYS'], events: ['monthEnded'] },
    { id: 'R-038', command: 'spotCheck.add', label: words('指定抽查', 'Add a spot check'), from: null, to: 'OPEN', actors: ['QM'], fields: ['kind!', 'ticketId'], set: { selection: 'MANUAL' }, sign: ['checker'], works: (_entry, { now }) => ({ month: now.slice(0, 7) }), events: ['monthEnded'] },
    { id: '3.15 spot check', command: 'spotCheck.begin', label: words('开始检查', 'Begin'), from: ['OPEN'], to: 'IN_PROGRESS', actors: ['OWNER'], tone: 'primary' },
    { id: '3.15 spot check', command: 'spotCheck.score', label: words('评分完成', 'Score'), from: ['IN_PROGRESS'], to: 'DONE', actors: ['OWNER'], fields: [...checkItems.map((name) => `${name}!`), 'callbackDone', 'findings'], works: scored, events: ['spotChecksDone'], tone: 'primary' },
    { id: '3.15 spot check', command: 'spotCheck.assign', label: words('换检查人', 'Name another checker'), from: ['OPEN', 'IN_PROGRESS'], to: null, actors: ['QM', 'TSM'], fields: ['checker!'] },
    { id: '3.15 spot check', command: 'spotCheck.cancel', label: words('取消抽查', 'Cancel'), from: ['OPEN', 'IN_PROGRESS'], to: 'CANCELLED', actors: ['QM'], fields: ['findings!'], tone: 'danger' },
  ],
};
