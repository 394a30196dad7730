import type { TriggerFate, TriggerHook } from '../../host/contract';
import { hour, minute } from './moments';
import type { Random } from './random';

/**
 * How faithfully the clock's runs come, by stretches of some hours: half of the time every fourth, sometimes each, sometimes
 * hardly one. The platform promises none of them, and the product must not need them.
 */
const stretches: readonly { readonly weight: number; readonly coming: number }[] = [
  { weight: 1, coming: 1 },
  { weight: 5, coming: 0.25 },
  { weight: 4, coming: 0.06 },
];
const nights = [{ weight: 1, coming: 0.3 }, { weight: 4, coming: 0.06 }];
const stretchHours = 4;

const often = { drop: 0.06, twice: 0.04, late: 0.05 } as const;

const isNight = (at: number): boolean => {
  const hourOfDay = (at / hour + 8) % 24;
  return hourOfDay < 6 || hourOfDay >= 21;
};

/** What share of the clock's runs come at this time. */
const comingAt = (at: number, random: Random): number => {
  const kinds = isNight(at) ? nights : stretches;
  return random.for(Math.floor((at + 8 * hour) / (stretchHours * hour))).weighted(kinds, ({ weight }) => weight)?.coming ?? 1;
};

/** Triggers that do not come, come twice or late. */
export class TriggerFates {
  readonly counts = new Map<string, number>();
  private drawn = 0;
  private random: Random;

  constructor(
    private readonly root: Random,
    private readonly left: () => boolean,
    /** How many times as often as usual. */
    private readonly rate = 1,
    /** What share of the clock's usual runs come. */
    private readonly clockRuns = 1,
  ) {
    this.random = root;
  }

  beginStep(random: Random): void {
    this.random = random;
    this.drawn = 0;
  }

  readonly hook: TriggerHook = ({ eventType, at }) => {
    if (this.left()) return { kind: 'fire' };
    this.drawn += 1;
    const random = this.random.for(`trigger-${this.drawn}`);
    if (eventType === 'CLOCK' && !random.chance(comingAt(at, this.root) * this.clockRuns)) return this.counted({ kind: 'drop' });
    const chance = random.next() / this.rate;
    if (eventType !== 'CLOCK' && chance < often.drop) return this.counted({ kind: 'drop' });
    if (chance < often.drop + often.twice) return this.counted({ kind: 'twice' });
    if (chance < often.drop + often.twice + often.late) return this.counted({ kind: 'late', milliseconds: random.integer(1, eventType === 'CLOCK' ? 20 : 40) * minute });
    return { kind: 'fire' };
  };

  private counted(fate: TriggerFate): TriggerFate {
    this.counts.set(`trigger ${fate.kind}`, (this.counts.get(`trigger ${fate.kind}`) ?? 0) + 1);
    return fate;
  }
}

