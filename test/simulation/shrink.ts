import { simulate, type SimulationOptions } from './simulation';

const fails = async (options: SimulationOptions): Promise<boolean> => (await simulate(options)).failure !== null;

/** Leaves out kinds of faults, then days, while the run still fails. What is left is easier to read. */
export const shrink = async (failing: SimulationOptions, tell: (line: string) => void): Promise<SimulationOptions> => {
  const { progress: _progress, ...quiet } = failing;
  let smallest: SimulationOptions = quiet;
  for (const kind of failing.faults) {
    const without: SimulationOptions = { ...smallest, faults: smallest.faults.filter((other) => other !== kind) };
    const still = await fails(without);
    tell(`without ${kind}: ${still ? 'still fails' : 'holds'}`);
    if (still) smallest = without;
  }
  while (smallest.days > 1) {
    const shorter: SimulationOptions = { ...smallest, days: Math.ceil(smallest.days / 2) };
    const still = await fails(shorter);
    tell(`${shorter.days} days: ${still ? 'still fails' : 'holds'}`);
    if (!still) break;
    smallest = shorter;
  }
  return smallest;
};
