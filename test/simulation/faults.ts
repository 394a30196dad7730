import type { FaultHook, FaultVerdict } from '../../host/contract';
import { second } from './moments';
import type { Random } from './random';
import { TriggerFates } from './trigger-fates';

/**
 * What goes wrong around the product. `crash`: the machine dies at a service call. `service`: a call fails and did nothing.
 * `lostAnswer`: a call did its work and reports an error. `slow`: a call takes long, now and then so long that the run's
 * six minutes are over. `locks`: a lock that cannot be had. `triggers`: form, edit and clock triggers that do not come,
 * come twice or late. `quota`: mail or requests are used up for a while. The rest is in people's hands: `races` the same
 * thing sent twice at once while a sweep runs, `hostile` nonsense and forged links, `hands` values typed and pasted into
 * cells, rows sorted, columns inserted and moved, edits where nobody may, `owner` protected cells and rows changed by the one
 * whom no protection stops, `colleagues` different things done at once. Who is
 * first of colleagues is up to the machine's threads, so that runs with them repeat only until somebody else wins; all
 * others repeat by seed.
 */
export const faultKinds = ['crash', 'service', 'lostAnswer', 'slow', 'locks', 'triggers', 'quota', 'races', 'hostile', 'hands', 'owner', 'colleagues'] as const;
export type FaultKind = (typeof faultKinds)[number];
export const repeatableKinds: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'colleagues');

/** Faults within an execution, and how many of a hundred executions meet each. */
const share = { crash: 4, service: 3, lostAnswer: 3, slow: 3, locks: 2 } as const;
type Struck = keyof typeof share;
const struck: readonly Struck[] = ['crash', 'service', 'lostAnswer', 'slow', 'locks'];

/** Where nothing is known of a function yet, a fault comes within so many questions. */
const firstGuess = 30;
/** A run's six minutes, and a little more. */
const tooLong = 370 * second;

interface Doom {
  readonly kind: 'none' | Struck;
  /** At which question of the execution, from 1. */
  readonly question: number;
  /** Instead: at which question about a call that leaves something behind. */
  readonly effect: number | null;
  readonly milliseconds: number;
}

const spared: Doom = { kind: 'none', question: 0, effect: null, milliseconds: 0 };

type Call = Parameters<FaultHook>[0];

/** Calls that leave something behind: a stop around them is worse than elsewhere, so that half of all faults seek them. */
const leavesSomething = /^(UrlFetchApp\.fetch|Gmail\.Users\.Drafts|Properties\.set|Sheets\.|Lock\.release)/;
const mostEffects = 40;

interface State {
  readonly doom: Doom;
  asked: number;
  effects: number;
}

const serverError = 'We\'re sorry, a server error occurred. Please wait a bit and try again.';

export class Faults {
  /** Executions that were disturbed: whatever became of them is not the product's fault. */
  readonly disturbed = new Set<string>();
  readonly counts = new Map<string, number>();
  readonly triggers: TriggerFates;
  private readonly met = new Set<string>();
  private readonly dooms = new Map<string, State>();
  private readonly longest = new Map<string, number>();
  private executions = 0;
  private random: Random;
  private on = true;
  private racing = false;

  constructor(
    random: Random,
    private readonly kinds: ReadonlySet<FaultKind>,
    private readonly now: () => number,
    private readonly quotaEnds: (now: number) => 'mail' | 'requests' | null,
    /** How many times as often as usual executions are struck. */
    private readonly rate = 1,
    clockRuns = 1,
  ) {
    this.random = random;
    this.triggers = new TriggerFates(random.for('triggers'), () => !this.on || this.racing || !kinds.has('triggers'), rate, clockRuns);
  }

  readonly hook: FaultHook = (call) => {
    const state = this.dooms.get(call.executionId) ?? this.begin(call);
    state.asked += 1;
    if (leavesSomething.test(call.name)) state.effects += 1;
    this.longest.set(call.functionName, Math.max(this.longest.get(call.functionName) ?? 0, state.asked));
    if (!this.on) return { kind: 'pass' };
    return this.usedUp(call) ?? this.doomed(call, state);
  };

  /** What follows draws from a stream of its own, so that a step can be left out without changing the next. */
  beginStep(random: Random): void {
    this.random = random;
    this.executions = 0;
    this.triggers.beginStep(random.for('triggers'));
  }

  setOn(on: boolean): void {
    this.on = on;
  }

  /** Executions that begin at once begin in no order that a seed could know: they are left alone. */
  setRacing(racing: boolean): void {
    this.racing = racing;
  }

  private begin(call: Call): State {
    if (!this.racing) this.executions += 1;
    const state = { doom: this.racing ? spared : this.draw(call, this.random.for(`execution-${this.executions}`)), asked: 0, effects: 0 };
    this.dooms.set(call.executionId, state);
    return state;
  }

  private draw(call: Call, random: Random): Doom {
    let left = random.next() * 100;
    for (const kind of struck) {
      left -= share[kind] * this.rate;
      if (left >= 0) continue;
      if (!this.kinds.has(kind)) break;
      // A lock is asked for early or not at all.
      const question = kind === 'locks' ? 1 : random.integer(1, this.longest.get(call.functionName) ?? firstGuess);
      const effect = kind !== 'locks' && random.chance(0.5) ? random.integer(1, mostEffects) : null;
      return { kind, question, effect, milliseconds: random.chance(0.3) ? tooLong : random.integer(5, 120) * second };
    }
    return spared;
  }

  private doomed(call: Call, { doom, asked, effects }: State): FaultVerdict {
    const isDue = doom.effect === null ? asked >= doom.question : effects >= doom.effect && leavesSomething.test(call.name);
    if (doom.kind === 'none' || !isDue || this.met.has(call.executionId)) return { kind: 'pass' };
    if (doom.kind === 'crash') return this.strike(call, doom.kind, { kind: 'kill' });
    if (doom.kind === 'slow') return this.strike(call, doom.milliseconds === tooLong ? 'timeout' : 'slow', { kind: 'slow', milliseconds: doom.milliseconds });
    if (doom.kind === 'locks') return call.moment === 'before' && /^Lock.(tryLock|waitLock)$/.test(call.name) ? this.strike(call, 'busy lock', { kind: 'busy' }) : { kind: 'pass' };
    // The first call from there on that has the moment in question.
    if ((doom.kind === 'service') !== (call.moment === 'before')) return { kind: 'pass' };
    return this.strike(call, doom.kind, { kind: 'fail', message: serverError });
  }

  private usedUp(call: Call): FaultVerdict | null {
    if (!this.kinds.has('quota') || call.moment !== 'before') return null;
    const over = this.quotaEnds(this.now());
    if (over === 'mail' && call.name === 'Gmail.Users.Drafts.send') return this.strike(call, 'mail quota', { kind: 'fail', message: 'User-rate limit exceeded. Service invoked too many times for one day: email.' });
    if (over === 'requests' && call.name.startsWith('UrlFetchApp.')) return this.strike(call, 'request quota', { kind: 'fail', message: 'Service invoked too many times for one day: urlfetch.' });
    return null;
  }

  /** Executions that a call merely delayed, or kept from a lock, have to come to an end by themselves. */
  private strike(call: Call, kind: string, verdict: FaultVerdict): FaultVerdict {
    this.met.add(call.executionId);
    if (kind !== 'slow' && kind !== 'busy lock') this.disturbed.add(call.executionId);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return verdict;
  }
}
