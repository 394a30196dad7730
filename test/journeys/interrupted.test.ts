import type { StoreSnapshot } from '../../host';
import { Company } from './company';
import { chosen, killAt, momentName, momentsOf, type Moment } from './interruption';
import { expectSame, journalOf, pictureOf, timesDone, type Picture } from './ledger-picture';
import { story, ticket, type Step } from './story';

/**
 * The machine dies at every call of every command of the main job. Then people and clock go on: who was shown an error looks at
 * the desk and does again what is not there; of a form or a cell that was taken nobody hears more, so the sweep has to make
 * up for it. Afterwards everything is as if nothing had happened.
 */

/** By then every form has had its turn to be looked at. */
const longestWait = 90;

let company: Company;
let calls = 0;
let points = 0;

/** What the same story without a kill holds, by minutes after the step. */
class Reference {
  private readonly pictures = new Map<string, Picture>();

  constructor(private readonly after: StoreSnapshot) {}

  async at(time: number, late: boolean): Promise<Picture> {
    const key = `${time} ${late}`;
    const known = this.pictures.get(key);
    if (known !== undefined) return known;
    const { workspace } = company;
    const here = workspace.snapshot();
    workspace.restore(this.after);
    await workspace.advanceTo(time);
    const picture = await pictureOf(company, late);
    workspace.restore(here);
    this.pictures.set(key, picture);
    return picture;
  }
}

const isDone = async (step: Step, before: number): Promise<boolean> => timesDone(await journalOf(company), step.command) > before;

/** A typed class that did not count stands in its cell no more; whoever typed it sees that, and chooses once more. */
const wentBack = async (): Promise<boolean> => {
  const row = await company.row('tickets', ticket);
  return row['severity_entry'] === row['severity'];
};

/** What people do after a kill, and what the clock does by itself; gives whether it took until later. */
const goOn = async (step: Step, before: number, noticed: boolean): Promise<boolean> => {
  if (noticed) {
    await company.desk(company.person('SUP').email);
    if (!(await isDone(step, before))) await step.act(company);
    return false;
  }
  for (let waited = 0; waited < longestWait && !(await isDone(step, before)); waited += 5) {
    await company.minutesLater(5);
    if (step.form === undefined && !(await isDone(step, before)) && (await wentBack())) await step.act(company);
  }
  return company.workspace.now() > Date.parse(`${step.at.replace(' ', 'T')}:00+08:00`);
};

const interrupt = async (step: Step, next: Step | undefined, moment: Moment, before: StoreSnapshot, reference: Reference): Promise<void> => {
  const where = momentName(moment);
  company.workspace.restore(before);
  const already = timesDone(await journalOf(company), step.command);
  const { killed, noticed } = await killAt(company.workspace, moment, () => step.act(company));
  expect({ where, killed }).toEqual({ where, killed: true });
  const late = await goOn(step, already, noticed);
  expect({ where, done: timesDone(await journalOf(company), step.command) - already }).toEqual({ where, done: 1 });
  // One run sends what waits, the next enters that it left.
  await company.minutesLater(11);
  await expectSame(where, company, await reference.at(company.workspace.now(), late), late);
  if (next !== undefined) await next.act(company);
};

beforeAll(async () => {
  company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
});
afterAll(async () => {
  await company.close();
  console.log(`${calls} moments to die at in ${story.length} steps; ${points} of them leave different states and were tried`);
});

test.each(story.map((step, index) => [step.name, step, story[index + 1]] as const))('%s: killed anywhere, nothing is lost or doubled', async (_name, step, next) => {
  const { workspace } = company;
  await company.at(step.at);
  const before = workspace.snapshot();
  const moments = await momentsOf(workspace, () => step.act(company));
  const after = workspace.snapshot();
  const tried = chosen(moments);
  // Every moment is of a state that is tried.
  expect(moments.filter(({ state }) => tried.every((one) => one.state !== state))).toEqual([]);
  calls += moments.length;
  points += tried.length;
  const reference = new Reference(after);
  for (const moment of tried) await interrupt(step, next, moment, before, reference);
  workspace.restore(after);
}, 600000);
