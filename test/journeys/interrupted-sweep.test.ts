import { Company } from './company';
import { chosen, fewOfLike, killAt, momentName, momentsOf } from './interruption';
import { expectSame, pictureOf } from './ledger-picture';
import { impact, request } from './story';

/** The clock's own run dies at every call: while it makes up for a form, climbs the ladder, or does the month's work. The next runs finish it. */

let company: Company;
let tried = 0;
afterEach(() => company.close());
afterAll(() => console.log(`${tried} different interruptions of sweeps were tried`));

const runOf = (minutes: number) => () => company.minutesLater(minutes);

/** Kills the run that comes within the next five minutes at every state it passes through, and compares after some more runs. */
const interruptNextRun = async (context: string, expected: (time: number) => Promise<Awaited<ReturnType<typeof pictureOf>>>): Promise<void> => {
  const { workspace } = company;
  const before = workspace.snapshot();
  const points = fewOfLike(chosen(await momentsOf(workspace, runOf(5))));
  for (const moment of points) {
    const where = `${context}${momentName(moment)}`;
    workspace.restore(before);
    expect({ where, killed: (await killAt(workspace, moment, runOf(5))).killed }).toEqual({ where, killed: true });
    await company.minutesLater(11);
    await expectSame(where, company, await expected(workspace.now()), true);
    tried += 1;
  }
  workspace.restore(before);
};

/** What an undisturbed run from here on holds at a time. */
const undisturbed = () => {
  const { workspace } = company;
  const from = workspace.snapshot();
  const known = new Map<number, Awaited<ReturnType<typeof pictureOf>>>();
  return async (time: number) => {
    const here = workspace.snapshot();
    workspace.restore(from);
    await workspace.advanceTo(time);
    const picture = known.get(time) ?? (await pictureOf(company, true));
    known.set(time, picture);
    workspace.restore(here);
    return picture;
  };
};

test('a form whose trigger was killed is made up for by a run that is killed too', async () => {
  company = await Company.open({ startAt: '2026-03-03T09:00:00+08:00' });
  const { workspace } = company;
  await company.at('2026-03-03 09:10');
  const before = workspace.snapshot();
  const send = () => company.sendForm('intake', request());
  const moments = fewOfLike(chosen(await momentsOf(workspace, send)));
  const expected = undisturbed();
  for (const moment of moments) {
    workspace.restore(before);
    await killAt(workspace, moment, send);
    await interruptNextRun(`${momentName(moment)}, then `, expected);
  }
}, 600000);

test('class A at night: the run that climbs the ladder is killed', async () => {
  company = await Company.open({ startAt: '2026-03-03T22:00:00+08:00' });
  const { workspace } = company;
  await company.at('2026-03-03 22:10');
  await company.sendForm('intake', request(impact({ hurt: '是' })));
  let climbed = 0;
  for (let run = 0; run < 60 && climbed < 2; run += 1) {
    const before = workspace.snapshot();
    const mails = workspace.mail().length;
    await company.minutesLater(5);
    if (workspace.mail().length < mails + 2) continue;
    climbed += 1;
    const after = workspace.snapshot();
    workspace.restore(before);
    await interruptNextRun('', undisturbed());
    workspace.restore(after);
  }
  expect(climbed).toBe(2);
}, 600000);

test('the turn of the month: the runs that open it, sum it up and send the morning’s digest are killed', async () => {
  company = await Company.open({ startAt: '2026-03-31T17:00:00+08:00' });
  await company.at('2026-03-31 17:10');
  await company.sendForm('intake', request());
  for (const moment of ['2026-04-01 00:29', '2026-04-01 08:29']) {
    await company.at(moment);
    await interruptNextRun('', undisturbed());
  }
}, 600000);
