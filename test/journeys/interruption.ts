import type { FaultHook } from '../../host/contract';
import type { LocalWorkspace, StoreSnapshot } from '../../host';

/**
 * Interrupting an action at every call of every execution it sets off. Where a kill leaves the very same state as another
 * one, it need not be tried twice: which do is not assumed but seen, by comparing what the workspace keeps around each call.
 */

/** One moment at which the machine can die: before or after a service call, or a part of one. */
export interface Moment {
  /** Position among all moments of the action, from 0, over all its executions. */
  readonly question: number;
  readonly functionName: string;
  readonly name: string;
  readonly when: 'before' | 'after';
  /** Which of the states that the action passes through a kill here leaves behind, from 0. */
  readonly state: number;
}

export const momentName = ({ question, functionName, name, when }: Moment): string => `${functionName} ${when} ${name} (#${question})`;

/** Kept, but no effect: records and counts of what ran, page sessions, and the clock, which stands still meanwhile. */
const noEffect = new Set(['execution', 'clock', 'quota', 'client-session', 'cache']);

const sameEntries = (one: StoreSnapshot, other: StoreSnapshot, kind: string): boolean => {
  const [left = [], right = []] = [one.shelves.get(kind), other.shelves.get(kind)];
  // The store never changes a value it was given, so the same value is the same object.
  return left === right || (left.length === right.length && left.every((entry, index) => entry.value === right[index]?.value));
};

/** Whether two snapshots of one workspace hold the same, apart from what has no effect. */
const sameState = (one: StoreSnapshot, other: StoreSnapshot): boolean =>
  [...new Set([...one.shelves.keys(), ...other.shelves.keys()])].every((kind) => noEffect.has(kind) || sameEntries(one, other, kind));

/** Lets an action happen undisturbed and says at which moments it could have been killed, and what that would have left. */
export const momentsOf = async (workspace: LocalWorkspace, action: () => Promise<unknown>): Promise<readonly Moment[]> => {
  const moments: Moment[] = [];
  let state = 0;
  let last = workspace.snapshot();
  workspace.setFaultHook(({ functionName, name, moment }) => {
    const now = workspace.snapshot();
    if (!sameState(last, now)) state += 1;
    last = now;
    moments.push({ question: moments.length, functionName, name, when: moment, state });
    return { kind: 'pass' };
  }, { parts: true });
  try {
    await action();
  } finally {
    workspace.setFaultHook(null);
  }
  return moments;
};

/** One moment for each state that a kill can leave behind; with `INTERRUPT_ALL=1` every moment. */
export const chosen = (moments: readonly Moment[]): readonly Moment[] =>
  process.env['INTERRUPT_ALL'] === '1' ? moments : moments.filter((moment, index) => index === 0 || moments[index - 1]?.state !== moment.state);

/** Of many like moments in a row, such as one mail after the other, the first two and the last; with `INTERRUPT_ALL=1` all. */
export const fewOfLike = (moments: readonly Moment[]): readonly Moment[] => {
  const alike = (one: Moment | undefined, other: Moment | undefined): boolean => one !== undefined && other !== undefined && one.name === other.name && one.when === other.when;
  return process.env['INTERRUPT_ALL'] === '1' ? moments : moments.filter((moment, index) => !(alike(moments[index - 2], moment) && alike(moments[index - 1], moment) && alike(moment, moments[index + 1])));
};

export interface Killed {
  /** Whether whoever acted was told that something went wrong. */
  readonly noticed: boolean;
  /** Whether the moment came, with the same call as before. */
  readonly killed: boolean;
}

/** Kills the execution that is running at a moment of an action, once. */
export const killAt = async (workspace: LocalWorkspace, moment: Moment, action: () => Promise<unknown>): Promise<Killed> => {
  let question = -1;
  let killed = false;
  const hook: FaultHook = ({ name, functionName, moment: when }) => {
    question += 1;
    if (question !== moment.question || name !== moment.name || functionName !== moment.functionName || when !== moment.when) return { kind: 'pass' };
    killed = true;
    return { kind: 'kill' };
  };
  workspace.setFaultHook(hook, { parts: true });
  try {
    await action();
    return { noticed: false, killed };
  } catch {
    return { noticed: true, killed };
  } finally {
    workspace.setFaultHook(null);
  }
};
