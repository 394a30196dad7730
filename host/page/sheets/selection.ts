/** Which cells are selected, in positions; moved by keys, pointer and headers. */

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
}

/** What a selection was made by: rows and columns stay whole while it is extended. */
export type Reach = 'cells' | 'rows' | 'columns';

export class Selection {
  /** Where typing goes. */
  active: Spot = { row: 0, column: 0 };
  private anchor: Spot = { row: 0, column: 0 };
  private head: Spot = { row: 0, column: 0 };
  private reach: Reach = 'cells';
  /** Column in which a run of Tabs began, so that Enter can return below it. */
  private tabbedFrom: number | null = null;

  constructor(private readonly extent: Extent) {}

  get span(): Span {
    const { anchor, head } = this;
    const span = { top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row), left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column) };
    if (this.reach === 'rows') return { ...span, left: 0, right: this.extent.columnCount - 1 };
    if (this.reach === 'columns') return { ...span, top: 0, bottom: this.extent.rowCount - 1 };
    return span;
  }

  /** The end that keys and the pointer move. */
  get moving(): Spot {
    return this.head;
  }

  get isOne(): boolean {
    const { top, left, bottom, right } = this.span;
    return top === bottom && left === right;
  }

  select(spot: Spot, reach: Reach = 'cells'): void {
    this.active = this.anchor = this.head = this.within(spot);
    this.reach = reach;
    this.tabbedFrom = null;
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
  }

  /** Tab and Enter walk within a selected block, and through the sheet otherwise. */
  step(direction: 'down' | 'up' | 'right' | 'left'): void {
    const by = direction === 'down' || direction === 'right' ? 1 : -1;
    const sideways = direction === 'right' || direction === 'left';
    if (!this.isOne) return this.walk(sideways, by);
    const { active, tabbedFrom } = this;
    if (sideways) {
      this.select({ row: active.row, column: active.column + by });
      this.tabbedFrom = tabbedFrom ?? active.column;
    } else this.select({ row: active.row + by, column: by > 0 && tabbedFrom !== null ? tabbedFrom : active.column });
  }

  private walk(sideways: boolean, by: number): void {
    const { top, left, bottom, right } = this.span;
    const [width, height] = [right - left + 1, bottom - top + 1];
    const { row, column } = this.active;
    const place = sideways ? (row - top) * width + (column - left) : (column - left) * height + (row - top);
    const next = (place + by + width * height) % (width * height);
    this.active = sideways ? { row: top + Math.floor(next / width), column: left + (next % width) } : { row: top + (next % height), column: left + Math.floor(next / height) };
  }

  private within({ row, column }: Spot): Spot {
    return { row: Math.max(0, Math.min(row, this.extent.rowCount - 1)), column: Math.max(0, Math.min(column, this.extent.columnCount - 1)) };
  }
}
