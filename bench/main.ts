import { resolve } from 'node:path';
import costModel from './cost-model.json';
import { measureStory, type Measured } from './measure';

/**
 * What each command of the main job costs at different sizes of the ledger: counted on the local host, priced with
 * published coefficients as a range. Counts are exact; milliseconds are estimates, never the platform's own timings.
 */
const sizes = process.argv.slice(2).map(Number).filter((size) => Number.isSafeInteger(size) && size > 0);
const dist = resolve(__dirname, '../../dist');
/** A few cells more or less, such as a longer number, are no growth. */
const tolerance = 0.02;

type Profile = (typeof costModel)['A_2018'];

const price = (profile: Profile, { roundTrips, cellsRead, cellsWritten }: Measured): number =>
  profile.lockUncontended + profile.propGet + profile.apiRead0 + profile.apiReadCell * cellsRead + Math.max(0, roundTrips - 1) * profile.apiWrite0 + profile.apiWriteCell * cellsWritten;

const grows = (first: Measured, last: Measured): boolean =>
  (['serviceCalls', 'roundTrips', 'cellsRead', 'cellsWritten'] as const).some((count) => last[count] > first[count] * (1 + tolerance) + 2);

const column = (text: string | number, width: number): string => String(text).padStart(width);

const main = async (): Promise<void> => {
  const wanted = sizes.length > 0 ? sizes : [100, 10_000, 100_000];
  const results: (readonly Measured[])[] = [];
  for (const size of wanted) {
    const measured = await measureStory(size, dist);
    results.push(measured);
    console.log(`\n${size} tickets ever registered\n${'command'.padEnd(40)} calls  trips   read  written   bytes  cpu ms   A–C ms`);
    for (const each of measured) {
      const range = [costModel.A_2018, costModel.B_v8, costModel.C_bad].map((profile) => Math.round(price(profile, each)));
      console.log(`${each.command.padEnd(40)} ${column(each.serviceCalls, 5)} ${column(each.roundTrips, 6)} ${column(each.cellsRead, 6)} ${column(each.cellsWritten, 8)} ${column(each.bytes, 7)} ${column(each.cpuMilliseconds.toFixed(0), 7)}   ${Math.min(...range)}–${Math.max(...range)}`);
    }
  }
  const [first = []] = results;
  const last = results[results.length - 1] ?? [];
  let growing = 0;
  console.log('');
  for (const [index, each] of first.entries()) {
    const other = last[index];
    const bad = other === undefined || grows(each, other);
    if (bad) growing += 1;
    console.log(`${bad ? 'GROWS        ' : 'does not grow'}  ${each.command}`);
  }
  process.exitCode = growing === 0 ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
