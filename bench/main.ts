import { resolve } from 'node:path';
import { broken, growing, measureAt, sizeOf, type Found } from './bench';
import { published, readProfile, type NamedProfile } from './profiles';
import { besideTable, costTable, dayTable } from './tables';

/**
 * What commands and sweeps cost at different sizes of the ledger: counted on the local workspace, priced with published
 * coefficients, or those of a live account (`--profile FILE`). Counts are exact; milliseconds are estimates, never timings.
 */
const root = resolve(__dirname, '../..');
const arguments_ = process.argv.slice(2);
const profileAt = arguments_.indexOf('--profile');
const file = profileAt < 0 ? undefined : arguments_[profileAt + 1];
const sizes = arguments_.filter((_, at) => profileAt < 0 || (at !== profileAt && at !== profileAt + 1)).map(Number);

const show = ({ tickets, size, commands, sweeps, beside, day }: Found, profiles: readonly NamedProfile[]): void => {
  const behind = tickets - size.open - size.lately;
  console.log(`\n=== ${tickets} tickets ever registered: ${size.open} open, ${size.lately} closed lately, ${Math.max(0, behind)} in the archive`);
  console.log(`\n${costTable('command', commands, profiles)}`);
  console.log(`\n${costTable('sweep', Object.values<(typeof sweeps)['idle']>({ ...sweeps }), profiles)}`);
  console.log(`\n${besideTable(beside, profiles)}`);
  console.log(`\n${dayTable(day, profiles)}`);
};

const main = async (): Promise<void> => {
  if (profileAt >= 0 && file === undefined) throw new Error('--profile needs a file');
  if (sizes.some((size) => !Number.isSafeInteger(size) || size <= 0)) throw new Error('Sizes are whole numbers of tickets');
  const profiles = [...published, ...(file === undefined ? [] : [readProfile(file)])];
  const found: Found[] = [];
  for (const tickets of sizes.length > 0 ? sizes : [100, 1_000, 10_000, 100_000]) {
    const one = await measureAt(tickets, sizeOf(tickets), root, (doing) => console.error(`${tickets} tickets: ${doing}`));
    found.push(one);
    show(one, profiles);
  }
  const [first] = found;
  const last = found[found.length - 1];
  const wrong = [...found.flatMap(broken), ...(first === undefined || last === undefined ? [] : growing(first, last))];
  console.log(wrong.length === 0 ? '\nEvery limit holds; no command grows with the tickets behind it.' : `\n${wrong.join('\n')}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
