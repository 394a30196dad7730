/**
 * From timings to the coefficients of a cost profile: a call costs something once, and something for every cell and row.
 * Keys are those of the bench's profiles.
 */

/** A call of a kind that moved so many cells, in so many rows, and took so long. */
export interface Timing {
  readonly kind: string;
  readonly cells: number;
  readonly rows: number;
  readonly milliseconds: number;
}

const middle = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[at] ?? 0 : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
};

/** The middle of what like calls took, the smallest first. */
const points = (timings: readonly Timing[], kind: string): readonly Timing[] => {
  const found = new Map<string, Timing[]>();
  for (const timing of timings.filter((each) => each.kind === kind)) found.set(`${timing.cells}/${timing.rows}`, [...(found.get(`${timing.cells}/${timing.rows}`) ?? []), timing]);
  return [...found.values()]
    .flatMap((same) => same.slice(0, 1).map((one) => ({ ...one, milliseconds: middle(same.map(({ milliseconds }) => milliseconds)) })))
    .sort((one, other) => one.cells - other.cells || one.rows - other.rows);
};

/** What is measured more than once never comes out below nothing, however the timings scatter. */
const atLeastNothing = (value: number): number => Math.max(0, Math.round(value * 10000) / 10000);

const once = (timings: readonly Timing[], kind: string): number => atLeastNothing(points(timings, kind)[0]?.milliseconds ?? 0);

interface Line {
  readonly base: number;
  readonly cell: number;
  readonly row: number;
}

/** Through a small call and a large one; where another as large is higher, rows cost apart. */
const line = (timings: readonly Timing[], kind: string): Line => {
  const [small, ...others] = points(timings, kind);
  const wide = others.find(({ cells }) => cells > (small?.cells ?? 0));
  if (small === undefined || wide === undefined) return { base: once(timings, kind), cell: 0, row: 0 };
  const high = others.find(({ cells, rows }) => cells === wide.cells && rows > wide.rows);
  const row = high === undefined ? 0 : atLeastNothing((high.milliseconds - wide.milliseconds) / (high.rows - wide.rows));
  const cell = atLeastNothing((wide.milliseconds - small.milliseconds - row * (wide.rows - small.rows)) / (wide.cells - small.cells));
  return { base: atLeastNothing(small.milliseconds - cell * small.cells - row * small.rows), cell, row };
};

/** What one run alone cannot time: the published middle values stand in. */
export const assumed = { autoFlushCells: 19000, lockHandoff: 330 } as const;

export const coefficientsOf = (timings: readonly Timing[]): Readonly<Record<string, number>> => {
  const [read, buffered, flushed, apiRead, apiWrite, found] = ['read', 'write', 'flush', 'batchGet', 'batchUpdate', 'find'].map((kind) => line(timings, kind));
  return {
    open: once(timings, 'open'), meta: once(timings, 'meta'), appendRow: once(timings, 'append'),
    read0: read?.base ?? 0, readCell: read?.cell ?? 0, writeBuf0: buffered?.base ?? 0, writeBufCell: buffered?.cell ?? 0, flush0: flushed?.base ?? 0, flushCell: flushed?.cell ?? 0,
    apiRead0: apiRead?.base ?? 0, apiReadCell: apiRead?.cell ?? 0, apiReadRow: apiRead?.row ?? 0, apiWrite0: apiWrite?.base ?? 0, apiWriteCell: apiWrite?.cell ?? 0, apiWriteRow: apiWrite?.row ?? 0,
    textFinder0: found?.base ?? 0, textFinderCell: found?.cell ?? 0,
    cacheGet: once(timings, 'cacheGet'), cachePut: once(timings, 'cachePut'), propGet: once(timings, 'propertyGet'), propSet: once(timings, 'propertySet'), lockUncontended: once(timings, 'lock'),
    ...assumed,
  };
};
