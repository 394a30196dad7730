import { story, storyOn, request, impact, rateService, type Step } from '../test/journeys/story';
import { done } from '../test/journeys/company';
import { serialOfInstant } from '../src/ledger/codec';
import { instantAt } from '../src/terms';
import { nightCheck, remember, type Company } from './company';
import { measured, measureSteps, runsOf, type Measured } from './measure';
import { addLike, makeDue, patternsOf } from './present';

export interface Size {
  /** Tickets that are open, and that closed lately and still stand in the working tables. */
  readonly open: number;
  readonly lately: number;
}

/** What a sweep does at one look, by what it finds. */
export interface Sweeps {
  /** Nothing was changed and nothing is due: the marks tell. */
  readonly idle: Measured;
  /** Something was changed since, nothing is due. */
  readonly nothingDue: Measured;
  /** Fifty clocks passed their due moment. */
  readonly fifty: Measured;
  /** The first look of a day is of whole tables. */
  readonly first: Measured;
  /** The night's check of all ledgers, archives too; on the platform a run does a minute of it and at most four runs of a night carry on. */
  readonly night: Measured;
}

const changes = 50;
const onSiteUntil = 'parts.submit';
/** Of tickets that closed within a quarter of a year one in so many is asked for a rating still: a survey ends after 14 days (S-34d). */
const surveyOpen = 6;

const waitingSteps = (ticket: string): readonly Step[] => [
  { name: 'another request', at: '2026-03-06 14:10', command: 'ticket.register', act: (company) => company.sendForm('intake', request({ 产品编号: 'MNS25050012', ...impact({}) })) },
  { name: 'contact', at: '2026-03-06 14:12', command: 'ticket.logContact', act: async (company) => { done(await company.inSidebar(company.person('SUP').email, 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已联系' })); } },
  { name: 'class', at: '2026-03-06 14:14', command: 'ticket.classify', act: async (company) => { done(await company.inSidebar(company.person('SUP').email, 'ticket.classify', ticket, { severity: 'C' })); } },
  { name: 'plan', at: '2026-03-06 14:16', command: 'ticket.plan', act: async (company) => { done(await company.inSidebar(company.person('SUP').email, 'ticket.plan', ticket, { servicePlan: '现场检修', serviceMode: 'ON_SITE' })); } },
];

const live = async (company: Company, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    await company.at(step.at);
    await step.act(company);
  }
};

/** The next run of the clock; where it would be idle although it is to look, it is told that something was changed. */
const nextSweep = async (company: Company, name: string, mustLook: boolean): Promise<Measured> => {
  if (mustLook) await remember(company, 'sweep.quiet', '');
  const run = (await runsOf(company, () => company.minutesLater(5))).find(({ functionName }) => functionName === 'sweep');
  if (run === undefined || run.status !== 'completed') throw new Error(`${name}: ${run?.error ?? 'no sweep ran'}`);
  return measured(name, run);
};

/** Lives through the main job, measuring it, and fills the working tables with tickets like those it leaves behind. */
export const measureStoryAndFill = async (company: Company, { open, lately }: Size): Promise<readonly Measured[]> => {
  let commands: readonly Measured[] = [];
  const [asked, rated] = await patternsOf(company, [async () => { commands = await measureSteps(company, story); }, () => rateService(company)]);
  const steps = storyOn('2026-03-06');
  const [onSite] = await patternsOf(company, [() => live(company, steps.slice(0, steps.findIndex(({ command }) => command === onSiteUntil) + 1))]);
  const [waiting] = await patternsOf(company, [() => live(company, waitingSteps('TK-20260306-002'))]);
  if (asked === undefined || rated === undefined || onSite === undefined || waiting === undefined) throw new Error('A pattern is missing');
  await company.at('2026-03-06 14:40');
  const visiting = Math.floor(open / 4);
  const stillAsked = Math.floor(lately / surveyOpen);
  // As they came: those closed lately first, then the open ones, a few of them old.
  await addLike(company, onSite, Math.floor(visiting / 10), 1);
  await addLike(company, rated, lately - stillAsked, 1);
  await addLike(company, asked, stillAsked, 100_001);
  await addLike(company, onSite, visiting - Math.floor(visiting / 10), 100_001);
  await addLike(company, waiting, open - visiting, 1);
  return commands;
};

export const measureSweeps = async (company: Company): Promise<Sweeps> => {
  await remember(company, 'sweep.spans', '');
  let night: Measured | null = null;
  const first = await nextSweep(company, 'sweep: the first look of a day', true);
  const nothingDue = await nextSweep(company, 'sweep: something changed, nothing due', true);
  const idle = await nextSweep(company, 'sweep: nothing changed, nothing due', false);
  const due = serialOfInstant(instantAt(company.workspace.now() + 2 * 60000));
  const made = await makeDue(company, changes, due);
  const fifty = await nextSweep(company, `sweep: ${made} clocks due`, true);
  // The first look takes the ledgers as they stand.
  for (const name of ['first look', 'check']) {
    await remember(company, nightCheck, '');
    night = await nextSweep(company, `sweep: the night's ${name}`, true);
  }
  await remember(company, nightCheck, 'never');
  if (night === null) throw new Error('No night was measured');
  return { idle, nothingDue, fifty, first, night };
};
