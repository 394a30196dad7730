/** Filling within a block, and on from it by its handle. */
import { showFailure } from '../notices';
import { BlockCells } from './block-cells';
import { continueLine } from './fill-series';
import { shiftFormula } from './formula-shift';
import type { Span, Spot } from './selection';
import type { SheetGrid } from './sheet-grid';

export class SheetFill {
  /** Where a block would go while the handle is dragged. */
  filling: Span | null = null;
  private readonly cells: BlockCells;

  constructor(private readonly grid: SheetGrid) {
    this.cells = new BlockCells(grid);
  }

  /** Ctrl+D and Ctrl+R: the first line of the selected block over the others; of a single cell, the one before it. */
  async fillWithin(direction: 'down' | 'right'): Promise<void> {
    const { span } = this.grid.selection;
    const down = direction === 'down';
    const alone = down ? span.top === span.bottom : span.left === span.right;
    const source: Span = down ? { ...span, top: alone ? span.top - 1 : span.top, bottom: alone ? span.top - 1 : span.top } : { ...span, left: alone ? span.left - 1 : span.left, right: alone ? span.left - 1 : span.left };
    if (source.top < 0 || source.left < 0) return;
    const target: Span = down ? { ...span, top: source.bottom + 1 } : { ...span, left: source.right + 1 };
    await this.attempt(async () => {
      await this.cells.read(source);
      const from = this.cells.inputs(source);
      await this.grid.edits.write(this.cells.cellsOf(target, (row, column) => {
        const input = down ? (from[0]?.[column] ?? '') : (from[row]?.[0] ?? '');
        return down ? shiftFormula(input, row + 1, 0) : shiftFormula(input, 0, column + 1);
      }));
    });
  }

  /** Drags the fill handle: the block goes on along the longer way. */
  dragFill(to: Spot, done: boolean): void {
    const { span } = this.grid.selection;
    this.filling = done ? null : filledSpan(span, to);
    const whole = filledSpan(span, to);
    if (done && whole) void this.attempt(() => this.goOn(span, whole));
    this.grid.drawing.draw();
  }

  private async goOn(from: Span, whole: Span): Promise<void> {
    await this.cells.read(from);
    const inputs = this.cells.inputs(from);
    const vertical = whole.left === from.left && whole.right === from.right;
    const before = vertical ? whole.top < from.top : whole.left < from.left;
    const added: Span = vertical
      ? before ? { ...whole, bottom: from.top - 1 } : { ...whole, top: from.bottom + 1 }
      : before ? { ...whole, right: from.left - 1 } : { ...whole, left: from.right + 1 };
    const count = vertical ? added.bottom - added.top + 1 : added.right - added.left + 1;
    const shift = vertical ? { down: 1, across: 0 } : { down: 0, across: 1 };
    const lines = vertical ? (inputs[0] ?? []).map((_, column) => inputs.map((line) => line[column] ?? '')) : inputs;
    const filled = lines.map((line) => continueLine(line, count, before ? -1 : 1, shift));
    const writing = this.grid.edits.write(this.cells.cellsOf(added, (row, column) => {
      const along = vertical ? row : column;
      return filled[vertical ? column : row]?.[before ? count - 1 - along : along] ?? '';
    }));
    // Whoever goes on while the server still writes must not be brought back.
    this.grid.selection.selectSpan(whole);
    this.grid.selectionChanged();
    await writing;
  }

  private async attempt(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      showFailure(this.grid.options.application, failure);
    }
  }
}

/** A block and what the handle was dragged over, along one direction only; null when it was not dragged out. */
function filledSpan(span: Span, to: Spot): Span | null {
  const down = to.row > span.bottom ? to.row - span.bottom : to.row < span.top ? to.row - span.top : 0;
  const across = to.column > span.right ? to.column - span.right : to.column < span.left ? to.column - span.left : 0;
  if (down === 0 && across === 0) return null;
  if (Math.abs(down) >= Math.abs(across)) return down > 0 ? { ...span, bottom: to.row } : { ...span, top: to.row };
  return across > 0 ? { ...span, right: to.column } : { ...span, left: to.column };
}
