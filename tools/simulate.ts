/**
 * `npm run simulate -- --seed N --days D [--people 5|15|40] [--pace 0.4] [--clock-runs 1] [--faults all|everything|none|crash,…] [--start '2026-03-02 00:00']
 * [--until STEP] [--shrink] [--story]`: lives through days of the demo company with everything going wrong, and says what
 * did not hold. Exit code 1 when something did not; with `--shrink` the run is then made smaller while it still fails.
 * `npm run simulate -- --company-days 1000`: many companies of all sizes. See docs/reliability.md.
 */
import { parseArgs } from 'node:util';
import { faultKinds, repeatableKinds, type FaultKind } from '../test/simulation/faults';
import { shrink } from '../test/simulation/shrink';
import { simulate, type SimulationOptions, type SimulationResult } from '../test/simulation/simulation';
import { liveAll } from './company-days';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' }, days: { type: 'string', default: '3' }, people: { type: 'string', default: '15' }, faults: { type: 'string', default: 'all' },
    until: { type: 'string' }, pace: { type: 'string', default: '0.4' }, 'clock-runs': { type: 'string', default: '1' }, 'company-days': { type: 'string' }, jobs: { type: 'string' }, start: { type: 'string', default: '2026-03-02 00:00' }, story: { type: 'boolean', default: false }, shrink: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false },
  },
});

const kindsOf = (text: string): readonly FaultKind[] => (text === 'all' ? repeatableKinds : text === 'everything' ? faultKinds : faultKinds.filter((kind) => text.split(',').includes(kind)));

const say = (result: SimulationResult, options: SimulationOptions): void => {
  console.log(`seed ${options.seed}: ${options.days} days, ${options.people} people, ${result.steps} steps, ${result.executions} executions, ${result.mails} mails`);
  console.log(`faults: ${[...result.faults].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`);
  console.log(`tried: ${[...result.tally].sort(([one], [other]) => (one < other ? -1 : 1)).map(([command, { done, refused, broken }]) => `${command} ${done}/${refused}/${broken}`).join(', ')} (done/refused/broken off)`);
  for (const [name, { runs, calls, milliseconds }] of result.costs) console.log(`  ${name}: ${runs} runs, ${(calls / runs).toFixed(0)} calls and ${(milliseconds / runs).toFixed(0)} ms each`);
  if (result.failure === null) console.log('everything holds');
  else {
    console.log(`FAILED after step ${result.failure.step} (${result.failure.at}); again: npm run simulate -- --seed ${options.seed} --days ${options.days} --people ${options.people} --pace ${values.pace} --clock-runs ${values['clock-runs']} --faults ${options.faults.join(',') || 'none'} --start '${options.startAt ?? ''}' --until ${result.failure.step}`);
    for (const line of result.failure.violations) console.log(`  ${line}`);
  }
};

const main = async (): Promise<void> => {
  if (values['company-days'] !== undefined) {
    const holds = await liveAll(__filename, Number(values['company-days']), values.seed, values.jobs === undefined ? null : Number(values.jobs), ['--pace', values.pace, '--clock-runs', values['clock-runs'], '--faults', values.faults]);
    process.exitCode = holds ? 0 : 1;
    return;
  }
  const options: SimulationOptions = {
    seed: values.seed, days: Number(values.days), people: Number(values.people), faults: kindsOf(values.faults), pace: Number(values.pace), clockRuns: Number(values['clock-runs']), startAt: values.start,
    ...(values.until === undefined ? {} : { until: Number(values.until) }),
    ...(values.quiet ? {} : { progress: (line: string) => console.log(line) }),
  };
  const result = await simulate(options);
  if (values.story) for (const line of result.story) console.log(line);
  say(result, options);
  if (result.failure === null) return;
  process.exitCode = 1;
  if (!values.shrink) return;
  const smallest = await shrink(options, (line) => console.log(line));
  console.log(`smallest that still fails: --days ${smallest.days} --people ${smallest.people} --faults ${smallest.faults.join(',') || 'none'}`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
