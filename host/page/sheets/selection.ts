/** Which cells are selected, in positions; moved by keys, pointer and headers. Several blocks may be, of which the last one follows keys and pointer. */
import { withWholeMerges } from './merged-cells';
import { isWithin } from './several-blocks';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of positions; both ends belong to it. */
export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Extent {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Merged cells: they are selected whole, and stand for their first cell. */
  readonly merges?: readonly Span[];
}

/** What a selection was made by: rows and columns stay whole while it is extended. */
export type Reach = 'cells' | 'rows' | 'columns';

export class Selection {
  /** Where typing goes. */
  active: Spot = { row: 0, column: 0 };
  private anchor: Spot = { row: 0, column: 0 };
  private head: Spot = { row: 0, column: 0 };
  private reach: Reach = 'cells';
  /** Blocks that were selected before this one and stay selected. */
  private others: readonly Span[] = [];
  /** Column in which a run of Tabs began, so that Enter can return below it. */
  private tabbedFrom: number | null = null;

  constructor(private readonly extent: Extent) {}

  get span(): Span {
    const { anchor, head } = this;
    const touched = { top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row), left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column) };
    const span = withWholeMerges(touched, this.extent.merges ?? []);
    if (this.reach === 'rows') return { ...span, left: 0, right: this.extent.columnCount - 1 };
    if (this.reach === 'columns') return { ...span, top: 0, bottom: this.extent.rowCount - 1 };
    return span;
  }

  /** All that is selected, the block that keys and the pointer move last. */
  get spans(): readonly Span[] {
    return [...this.others, this.span];
  }

  /** The end that keys and the pointer move. */
  get moving(): Spot {
    return this.head;
  }

  get isOne(): boolean {
    const { top, left, bottom, right } = this.span;
    const one = this.unit(this.active);
    return top === one.top && left === one.left && bottom === one.bottom && right === one.right;
  }

  select(spot: Spot, reach: Reach = 'cells'): void {
    const { top, left } = this.unit(this.within(spot));
    this.active = this.anchor = this.head = { row: top, column: left };
    this.reach = reach;
    this.others = [];
    this.tabbedFrom = null;
  }

  /** Begins another block; those before stay selected. */
  add(spot: Spot, reach: Reach = 'cells'): void {
    const { spans } = this;
    this.select(spot, reach);
    this.others = spans;
  }

  has(spot: Spot): boolean {
    return this.spans.some((span) => isWithin(span, spot));
  }

  selectSpan({ top, left, bottom, right }: Span): void {
    this.select({ row: top, column: left });
    this.head = this.within({ row: bottom, column: right });
  }

  selectAll(): void {
    this.selectSpan({ top: 0, left: 0, bottom: this.extent.rowCount - 1, right: this.extent.columnCount - 1 });
  }

  extendTo(spot: Spot): void {
    this.head = this.within(spot);
  }

  /** The shown part of the grid changed; what is selected must lie in it. */
  settle(): void {
    this.active = this.within(this.active);
    this.anchor = this.within(this.anchor);
    this.head = this.within(this.head);
    this.others = this.others.map(({ top, left, bottom, right }) => {
      const [first, last] = [this.within({ row: top, column: left }), this.within({ row: bottom, column: right })];
      return { top: first.row, left: first.column, bottom: last.row, right: last.column };
    });
  }

  /** Tab and Enter walk within a selected block, and through the sheet otherwise. */
  step(direction: 'down' | 'up' | 'right' | 'left'): void {
    const by = direction === 'down' || direction === 'right' ? 1 : -1;
    const sideways = direction === 'right' || direction === 'left';
    if (!this.isOne) return this.walk(sideways, by);
    const { active, tabbedFrom } = this;
    const next = this.beside(active, direction);
    if (sideways) {
      this.select(next);
      this.tabbedFrom = tabbedFrom ?? active.column;
    } else this.select({ row: next.row, column: by > 0 && tabbedFrom !== null ? tabbedFrom : next.column });
  }

  /** The cell next to another one; a merged cell is left on its far side. */
  beside({ row, column }: Spot, direction: 'down' | 'up' | 'right' | 'left'): Spot {
    const { top, left, bottom, right } = this.unit({ row, column });
    if (direction === 'down' || direction === 'up') return { row: direction === 'down' ? bottom + 1 : top - 1, column };
    return { row, column: direction === 'right' ? right + 1 : left - 1 };
  }

  private walk(sideways: boolean, by: number): void {
    const { top, left, bottom, right } = this.span;
    const [width, height] = [right - left + 1, bottom - top + 1];
    let next = this.active;
    do {
      const place = sideways ? (next.row - top) * width + (next.column - left) : (next.column - left) * height + (next.row - top);
      const after = (place + by + width * height) % (width * height);
      next = sideways ? { row: top + Math.floor(after / width), column: left + (after % width) } : { row: top + (after % height), column: left + Math.floor(after / height) };
    } while (this.isCovered(next));
    this.active = next;
  }

  /** A cell, or the whole of the merged cell that it is part of. */
  private unit({ row, column }: Spot): Span {
    return withWholeMerges({ top: row, left: column, bottom: row, right: column }, this.extent.merges ?? []);
  }

  private isCovered(spot: Spot): boolean {
    const { top, left } = this.unit(spot);
    return top !== spot.row || left !== spot.column;
  }

  private within({ row, column }: Spot): Spot {
    return { row: Math.max(0, Math.min(row, this.extent.rowCount - 1)), column: Math.max(0, Math.min(column, this.extent.columnCount - 1)) };
  }
}
