/** What the cells of a block hold, and where they stand in the tab. */
import type { ChangedCell } from './edit-blocks';
import type { Span, Spot } from './selection';
import type { Table } from './several-blocks';
import { MOST_CELLS_AT_ONCE } from './sheet-edits';
import type { SheetGrid } from './sheet-grid';

export class BlockCells {
  constructor(private readonly grid: SheetGrid) {}

  /** Cells of a span by their places in the tab; rows and columns beyond the last one count on, so that the server can refuse them. */
  cellsOf(span: Span, text: (row: number, column: number) => string): ChangedCell[] {
    const cells: ChangedCell[] = [];
    for (let row = span.top; row <= span.bottom; row += 1) {
      for (let column = span.left; column <= span.right; column += 1) {
        cells.push({ ...this.placeOf(row, column), text: text(row - span.top, column - span.left) });
        if (cells.length > MOST_CELLS_AT_ONCE) return cells;
      }
    }
    return cells;
  }

  placeOf(row: number, column: number): Spot {
    const { layout } = this.grid;
    const { rows, columns } = layout.shape;
    return { row: row < layout.rowCount ? layout.row(row) : rows + row - layout.rowCount, column: column < layout.columnCount ? layout.column(column) : columns + column - layout.columnCount };
  }

  texts({ rows, columns }: Table): string[][] {
    return rows.map((row) => columns.map((column) => this.typed({ row, column }) ?? this.grid.cellAt({ row, column })?.text ?? ''));
  }

  inputs(span: Span): string[][] {
    return this.map(span, (spot) => this.typed(spot) ?? this.grid.cellAt(spot)?.input ?? '');
  }

  /** What was typed a moment ago counts, though the server has not answered yet. */
  private typed({ row, column }: Spot): string | undefined {
    return this.grid.edits.pending.get(`${this.grid.layout.row(row)}:${this.grid.layout.column(column)}`);
  }

  private map(span: Span, read: (spot: Spot) => string): string[][] {
    return Array.from({ length: span.bottom - span.top + 1 }, (_, down) => Array.from({ length: span.right - span.left + 1 }, (__, across) => read({ row: span.top + down, column: span.left + across })));
  }

  isRead(span: Span): boolean {
    if (span.bottom - span.top > 2000) return false;
    for (let row = span.top; row <= span.bottom; row += 1) if (!this.grid.cellAt({ row, column: span.left })) return false;
    return true;
  }

  async read({ top, bottom }: Span): Promise<void> {
    await this.grid.windows.need(Array.from({ length: bottom - top + 1 }, (_, down) => this.grid.layout.row(top + down)));
  }
}
