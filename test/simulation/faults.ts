import type { FaultHook, FaultVerdict } from '../../host/contract';
import { hour } from './moments';
import type { Random } from './random';

/**
 * What goes wrong around the product. `crash`: the machine dies at a service call. `service`: a call fails and did nothing.
 * `lostAnswer`: a call did its work and reports an error. `triggers`: form, edit and clock triggers that do not come.
 * `quota`: mail or requests are used up for a while. The rest is in people's hands: `races` the same thing sent twice at
 * once while a sweep runs, `hostile` nonsense and forged links, `hands` values typed and pasted into cells, `colleagues`
 * different things done at once. Who is first of colleagues is up to the machine's threads, so that runs with them repeat
 * only until somebody else wins; all others repeat by seed.
 */
export const faultKinds = ['crash', 'service', 'lostAnswer', 'triggers', 'quota', 'races', 'hostile', 'hands', 'colleagues'] as const;
export type FaultKind = (typeof faultKinds)[number];
export const repeatableKinds: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'colleagues');

/** How many of a hundred executions meet each fault. */
const share: Readonly<Record<'crash' | 'service' | 'lostAnswer' | 'triggers', number>> = { crash: 4, service: 3, lostAnswer: 3, triggers: 8 };

/** At night most sweeps do not come: the platform promises none of them. */
const asleep = 0.75;

const triggered = ['formSubmitted', 'cellEdited', 'sweep'];
/** Where nothing is known of a function yet, a fault comes within so many questions. */
const firstGuess = 30;

interface Doom {
  readonly kind: 'none' | 'crash' | 'service' | 'lostAnswer' | 'triggers';
  /** At which question of the execution, from 1. */
  readonly question: number;
}

const spared: Doom = { kind: 'none', question: 0 };

type Call = Parameters<FaultHook>[0];

const serverError = 'We\'re sorry, a server error occurred. Please wait a bit and try again.';

export class Faults {
  /** Executions that were disturbed: whatever became of them is not the product's fault. */
  readonly disturbed = new Set<string>();
  readonly counts = new Map<string, number>();
  private readonly dooms = new Map<string, { readonly doom: Doom; asked: number }>();
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
  ) {
    this.random = random;
  }

  readonly hook: FaultHook = (call) => {
    const state = this.dooms.get(call.executionId) ?? this.begin(call);
    state.asked += 1;
    this.longest.set(call.functionName, Math.max(this.longest.get(call.functionName) ?? 0, state.asked));
    if (!this.on) return { kind: 'pass' };
    return this.usedUp(call) ?? this.doomed(call, state);
  };

  /** What follows draws from a stream of its own, so that a step can be left out without changing the next. */
  beginStep(random: Random): void {
    this.random = random;
    this.executions = 0;
  }

  setOn(on: boolean): void {
    this.on = on;
  }

  /** Executions that begin at once begin in no order that a seed could know: they are left alone. */
  setRacing(racing: boolean): void {
    this.racing = racing;
  }

  private begin(call: Call): { readonly doom: Doom; asked: number } {
    if (!this.racing) this.executions += 1;
    const state = { doom: this.racing ? spared : this.draw(call, this.random.for(`execution-${this.executions}`)), asked: 0 };
    this.dooms.set(call.executionId, state);
    return state;
  }

  private draw(call: Call, random: Random): Doom {
    const hourOfDay = (this.now() / hour + 8) % 24;
    if (this.kinds.has('triggers') && call.functionName === 'sweep' && (hourOfDay >= 22 || hourOfDay < 6) && random.chance(asleep)) return { kind: 'triggers', question: 1 };
    let left = random.next() * 100;
    for (const kind of ['crash', 'service', 'lostAnswer', 'triggers'] as const) {
      left -= share[kind];
      if (left >= 0) continue;
      if (!this.kinds.has(kind) || (kind === 'triggers' && !triggered.includes(call.functionName))) break;
      return { kind, question: kind === 'triggers' ? 1 : random.integer(1, this.longest.get(call.functionName) ?? firstGuess) };
    }
    return spared;
  }

  private doomed(call: Call, { doom, asked }: { readonly doom: Doom; readonly asked: number }): FaultVerdict | { readonly kind: 'pass' } {
    if (doom.kind === 'none' || asked < doom.question || this.disturbed.has(call.executionId)) return { kind: 'pass' };
    if (doom.kind === 'crash' || doom.kind === 'triggers') return this.strike(call, doom.kind, { kind: 'kill' });
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

  private strike(call: Call, kind: string, verdict: FaultVerdict): FaultVerdict {
    this.disturbed.add(call.executionId);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return verdict;
  }
}
