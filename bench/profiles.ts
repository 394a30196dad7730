import { readFileSync } from 'node:fs';
import costModel from './cost-model.json';

/** Milliseconds by kind of call; cells and rows each. What each one prices is said in docs/bench.md. */
export type Profile = (typeof costModel)['A_2018'];

const keys = Object.keys(costModel.A_2018) as readonly (keyof Profile)[];

export interface NamedProfile {
  readonly name: string;
  readonly profile: Profile;
}

export const published: readonly NamedProfile[] = [
  { name: 'A', profile: costModel.A_2018 },
  { name: 'B', profile: costModel.B_v8 },
  { name: 'C', profile: costModel.C_bad },
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A profile as the probe on a live account gives it; what it could not measure it took from B, and says so. */
export const profileOf = (text: string): Profile => {
  const given: unknown = JSON.parse(text);
  const values = isRecord(given) && isRecord(given['D_measured']) ? given['D_measured'] : given;
  if (!isRecord(values)) throw new Error('A profile is an object of coefficients');
  const wrong = keys.filter((key) => typeof values[key] !== 'number' || !Number.isFinite(values[key]) || values[key] < 0);
  if (wrong.length > 0) throw new Error(`The profile lacks, or has no number of 0 or more for: ${wrong.join(', ')}`);
  return Object.fromEntries(keys.map((key) => [key, values[key]])) as Profile;
};

export const readProfile = (file: string): NamedProfile => ({ name: 'D', profile: profileOf(readFileSync(file, 'utf8')) });
