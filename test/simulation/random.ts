/**
 * Chance that repeats: everything a simulation draws comes from one seed. Each purpose draws from a stream of its own, so
 * that leaving something out does not shift what happens elsewhere.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    // FNV-1a over the seed.
    let hash = 0x811c9dc5;
    for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
    this.state = hash >>> 0;
  }

  /** A stream of its own for a purpose. */
  for(purpose: string | number): Random {
    return new Random(`${this.seed}/${purpose}`);
  }

  /** From 0 up to but not 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<Item>(list: readonly Item[]): Item {
    const item = list[this.integer(0, list.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  /** One of the items, the likelier the heavier; undefined where nothing weighs anything. */
  weighted<Item>(list: readonly Item[], weigh: (item: Item) => number): Item | undefined {
    const total = list.reduce((sum, item) => sum + weigh(item), 0);
    let left = this.next() * total;
    for (const item of list) {
      left -= weigh(item);
      if (left < 0) return item;
    }
    return undefined;
  }
}
