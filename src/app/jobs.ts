import { readEnvironment, everyDecisionReads } from './decide';
import { findCommand } from './commands';
import { eachForItself } from './each-for-itself';
import { dueJobs, nextJobAt } from './month/schedule';
import type { Ports } from './ports';
import { readFor, runCommand } from './run-command';
import { isRefusal, type Instant } from '../terms';

const lastRunKey = 'jobs.lastRun';
const nextKey = 'jobs.next';

/** Runs a command of the system's own. Refusals are journalled like anybody's. Gives whether it had its turn. */
const runInternal = (ports: Ports, name: string, objectId: string, archives: { readonly archives?: true } = {}): boolean => {
  const command = findCommand(name);
  if (command === undefined) throw new Error(`No command ${name}`);
  const outcome = runCommand(ports, { command, actor: () => ({ kind: 'system' }), objectId, raw: {}, ...archives });
  return !isRefusal(outcome) || outcome.code !== 'BUSY';
};

/**
 * The month's and the night's jobs when their moment has come, and how often the clock's run comes (`job.sweep_min`). The mark moves on only after all of them ran, and each of
 * them does nothing a second time.
 */
export const runDueJobs = (ports: Ports): void => {
  const now = ports.now();
  const next = ports.recall(nextKey);
  if (next !== null && next > now) return;
  const draft = readFor(ports, everyDecisionReads);
  if (isRefusal(draft)) return;
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) return;
  ports.sweepEvery(environment.settings.minutes('job.sweep_min', now));
  const lastRun = (ports.recall(lastRunKey) ?? now) as Instant;
  const missed: string[] = [];
  eachForItself(dueJobs(lastRun, now, environment.calendar, environment.settings).map(({ job, period }) => () => {
    if (!runInternal(ports, job, period, { archives: true })) missed.push(job);
  }));
  if (missed.length > 0) return;
  ports.remember(lastRunKey, now);
  ports.remember(nextKey, nextJobAt(now, environment.calendar, environment.settings));
};
