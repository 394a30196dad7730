import type { Beside } from './others';
import { minutesADay, minutesOf, quotaMinutes, sweepsOf, type DayPart } from './day';
import type { Measured } from './measure';
import { priceOf, sumOf, type Price } from './price';
import type { NamedProfile } from './profiles';

/** What the bench prints. Counts are exact; milliseconds are estimates by published coefficients. */

const right = (value: string | number, width: number): string => String(value).padStart(width);
const rounded = (value: number): string => String(Math.round(value));
const kinds: readonly (keyof Price)[] = ['lock', 'properties', 'cache', 'read', 'write', 'mail', 'other'];
const nameWidth = 44;

const counts = (each: Measured): string =>
  `${right(each.serviceCalls, 6)} ${right(each.roundTrips, 5)} ${right(each.cellsRead, 9)} ${right(each.cellsWritten, 7)} ${right(each.bytes, 9)} ${right(each.cpuMilliseconds.toFixed(0), 6)}`;
const countHeader = ` calls trips      read written     bytes cpu ms`;

/** Counts, and milliseconds by profile; by kind of call for B. */
export const costTable = (title: string, all: readonly Measured[], profiles: readonly NamedProfile[]): string => {
  const totals = (each: Measured): string => profiles.map(({ profile }) => right(rounded(sumOf(priceOf(each.calls, profile))), 7)).join('');
  const [, b = profiles[0]] = profiles;
  const parts = (each: Measured): string => (b === undefined ? '' : kinds.map((kind) => right(rounded(priceOf(each.calls, b.profile)[kind]), 6)).join(''));
  return [
    `${title.padEnd(nameWidth)}${countHeader} |${profiles.map(({ name }) => right(`${name} ms`, 7)).join('')} |${kinds.map((kind) => right(kind.slice(0, 5), 6)).join('')}  (${b?.name ?? ''})`,
    ...all.map((each) => `${each.command.padEnd(nameWidth)}${counts(each)} |${totals(each)} |${parts(each)}`),
  ].join('\n');
};

export const besideTable = (all: readonly Beside[], profiles: readonly NamedProfile[]): string =>
  all.map(({ work, product, plain, query }) => costTable(`the same work three ways: ${work}`, [{ ...product, command: 'product' }, { ...plain, command: 'getDataRange / setValues' }, { ...query, command: 'sheetquery' }], profiles)).join('\n\n');

/** Minutes that triggers take of a day, against what accounts have. */
export const dayTable = (parts: readonly DayPart[], profiles: readonly NamedProfile[]): string => [
  `${'a busy day, minutes by trigger'.padEnd(nameWidth)} times${profiles.map(({ name }) => right(name, 8)).join('')}`,
  ...parts.map((part) => `${part.what.padEnd(nameWidth)}${right(part.times, 6)}${profiles.map(({ profile }) => right(minutesOf(part, profile).toFixed(1), 8)).join('')}`),
  `${'the sweeps alone'.padEnd(nameWidth + 6)}${profiles.map(({ profile }) => right(minutesADay(sweepsOf(parts), profile).toFixed(1), 8)).join('')}`,
  `${'together'.padEnd(nameWidth + 6)}${profiles.map(({ profile }) => right(minutesADay(parts, profile).toFixed(1), 8)).join('')}`,
  ...Object.entries(quotaMinutes).map(([account, minutes]) => `${`of ${minutes} minutes (${account})`.padEnd(nameWidth + 6)}${profiles.map(({ profile }) => right(`${((100 * minutesADay(parts, profile)) / minutes).toFixed(0)} %`, 8)).join('')}`),
].join('\n');
