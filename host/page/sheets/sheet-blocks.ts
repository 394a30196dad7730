/** Whole blocks of a grid: copying, cutting and pasting them, filling and clearing. */
import { showFailure, showNotice } from '../notices';
import { fromTabText, toHtml, toTabText } from './clipboard-text';
import type { ChangedCell } from './edit-blocks';
import { continueLine } from './fill-series';
import { shiftFormula } from './formula-shift';
import { fromHtml } from './html-table';
import type { Span, Spot } from './selection';
import { MOST_CELLS_AT_ONCE } from './sheet-edits';
import type { SheetGrid } from './sheet-grid';

type Texts = readonly (readonly string[])[];

interface Copied {
  readonly text: string;
  /** What the cells hold, formulas included; only this page can paste them. */
  readonly inputs: Texts;
  readonly top: number;
  readonly left: number;
  readonly cut: readonly ChangedCell[] | null;
}

/** Copied in any tab or workbook of this page. */
let copiedHere: Copied | null = null;

export class SheetBlocks {
  copied: Span | null = null;
  filling: Span | null = null;
  private readonly stop = new AbortController();

  constructor(private readonly grid: SheetGrid) {
    const { signal } = this.stop;
    document.addEventListener('copy', (event) => this.copy(event, false), { signal });
    document.addEventListener('cut', (event) => this.copy(event, true), { signal });
    document.addEventListener('paste', (event) => this.pasted(event), { signal });
  }

  dispose(): void {
    this.stop.abort();
  }

  forgetCopied(): void {
    this.copied = null;
    this.grid.drawing.draw();
  }

  /** Copies as from a menu, where no event of the browser carries the data. */
  async copyFromMenu(cut: boolean): Promise<void> {
    await this.attempt(async () => {
      const data = await this.take(cut);
      if (data) await this.offer(data);
    });
  }

  /** Pastes as from a menu; the browser may ask the person first. */
  async pasteFromMenu(): Promise<void> {
    await this.attempt(async () => this.paste(await navigator.clipboard.readText(), ''));
  }

  async clear(): Promise<void> {
    await this.grid.edits.write(this.cellsOf(this.grid.selection.span, () => ''));
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
      await this.read(source);
      const from = this.inputs(source);
      await this.grid.edits.write(this.cellsOf(target, (row, column) => {
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

  /**
   * Writes a block with its top left corner at the selection; one cell, or a block that fits evenly, fills the selection.
   * `left` is what a cut block leaves behind.
   */
  async put(block: Texts, textAt: (text: string, down: number, across: number) => string = (text) => text, left: readonly ChangedCell[] = []): Promise<void> {
    const { span } = this.grid.selection;
    const height = block.length;
    const width = Math.max(...block.map((line) => line.length));
    const [rows, columns] = [span.bottom - span.top + 1, span.right - span.left + 1];
    const tall = rows % height === 0 && columns % width === 0 ? rows : height;
    const wide = rows % height === 0 && columns % width === 0 ? columns : width;
    const target: Span = { top: span.top, left: span.left, bottom: span.top + tall - 1, right: span.left + wide - 1 };
    const cells = this.cellsOf(target, (row, column) => textAt(block[row % height]?.[column % width] ?? '', row - (row % height), column - (column % width)));
    const taken = new Set(cells.map(({ row, column }) => `${row}:${column}`));
    const writing = this.grid.edits.write(cells, left.filter(({ row, column }) => !taken.has(`${row}:${column}`)));
    this.grid.selection.selectSpan({ ...target, bottom: Math.min(target.bottom, this.grid.layout.rowCount - 1), right: Math.min(target.right, this.grid.layout.columnCount - 1) });
    this.grid.selectionChanged();
    await writing;
  }

  private async goOn(from: Span, whole: Span): Promise<void> {
    await this.read(from);
    const inputs = this.inputs(from);
    const vertical = whole.left === from.left && whole.right === from.right;
    const before = vertical ? whole.top < from.top : whole.left < from.left;
    const added: Span = vertical
      ? before ? { ...whole, bottom: from.top - 1 } : { ...whole, top: from.bottom + 1 }
      : before ? { ...whole, right: from.left - 1 } : { ...whole, left: from.right + 1 };
    const count = vertical ? added.bottom - added.top + 1 : added.right - added.left + 1;
    const shift = vertical ? { down: 1, across: 0 } : { down: 0, across: 1 };
    const lines = vertical ? (inputs[0] ?? []).map((_, column) => inputs.map((line) => line[column] ?? '')) : inputs;
    const filled = lines.map((line) => continueLine(line, count, before ? -1 : 1, shift));
    const writing = this.grid.edits.write(this.cellsOf(added, (row, column) => {
      const along = vertical ? row : column;
      return filled[vertical ? column : row]?.[before ? count - 1 - along : along] ?? '';
    }));
    // Whoever goes on while the server still writes must not be brought back.
    this.grid.selection.selectSpan(whole);
    this.grid.selectionChanged();
    await writing;
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    const { grid } = this;
    if (!grid.hasFocus || grid.editing) return;
    event.preventDefault();
    const { span } = grid.selection;
    if (this.isRead(span) && event.clipboardData) {
      const data = this.remember(span, cut);
      event.clipboardData.setData('text/plain', data.text);
      event.clipboardData.setData('text/html', toHtml(data.shown));
    } else void this.copyFromMenu(cut);
  }

  private async take(cut: boolean): Promise<{ readonly text: string; readonly shown: string[][] } | null> {
    const { span } = this.grid.selection;
    if ((span.bottom - span.top + 1) * (span.right - span.left + 1) > MOST_CELLS_AT_ONCE) {
      showNotice(this.grid.options.application.word('failed'), this.grid.options.application.word('tooManyCells'), 'refusal');
      return null;
    }
    await this.read(span);
    return this.remember(span, cut);
  }

  private async offer(data: { readonly text: string; readonly shown: string[][] }): Promise<void> {
    const types = { 'text/plain': new Blob([data.text], { type: 'text/plain' }), 'text/html': new Blob([toHtml(data.shown)], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem(types)]);
  }

  private remember(span: Span, cut: boolean): { readonly text: string; readonly shown: string[][] } {
    const { layout } = this.grid;
    const shown = this.texts(span);
    const text = toTabText(shown);
    copiedHere = { text, inputs: this.inputs(span), top: layout.row(span.top), left: layout.column(span.left), cut: cut ? this.cellsOf(span, () => '') : null };
    this.copied = span;
    this.grid.drawing.draw();
    return { text, shown };
  }

  private pasted(event: ClipboardEvent): void {
    if (!this.grid.hasFocus || this.grid.editing || !event.clipboardData) return;
    event.preventDefault();
    this.paste(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
  }

  paste(text: string, html: string): void {
    const own = copiedHere !== null && copiedHere.text === text.replaceAll('\r\n', '\n') ? copiedHere : null;
    const { layout, selection } = this.grid;
    const [down, across] = own ? [layout.row(selection.span.top) - own.top, layout.column(selection.span.left) - own.left] : [0, 0];
    if (own?.cut) {
      copiedHere = null;
      this.forgetCopied();
      void this.attempt(() => this.put(own.inputs, undefined, own.cut ?? []));
      return;
    }
    const block = own ? own.inputs : (fromHtml(html) ?? fromTabText(text));
    if (block.length === 0 || block.every((line) => line.length === 0)) return;
    void this.attempt(() => this.put(block, own ? (input, tileDown, tileAcross) => shiftFormula(input, down + tileDown, across + tileAcross) : undefined));
  }

  /** Cells of a span by their places in the tab; rows and columns beyond the last one count on, so that the server can refuse them. */
  private cellsOf(span: Span, text: (row: number, column: number) => string): ChangedCell[] {
    const { layout } = this.grid;
    const { rows, columns } = layout.shape;
    const cells: ChangedCell[] = [];
    for (let row = span.top; row <= span.bottom; row += 1) {
      for (let column = span.left; column <= span.right; column += 1) {
        const place = { row: row < layout.rowCount ? layout.row(row) : rows + row - layout.rowCount, column: column < layout.columnCount ? layout.column(column) : columns + column - layout.columnCount };
        cells.push({ ...place, text: text(row - span.top, column - span.left) });
        if (cells.length > MOST_CELLS_AT_ONCE) return cells;
      }
    }
    return cells;
  }

  private texts(span: Span): string[][] {
    return this.map(span, (spot) => this.typed(spot) ?? this.grid.cellAt(spot)?.text ?? '');
  }
  private inputs(span: Span): string[][] {
    return this.map(span, (spot) => this.typed(spot) ?? this.grid.cellAt(spot)?.input ?? '');
  }

  /** What was typed a moment ago counts, though the server has not answered yet. */
  private typed({ row, column }: Spot): string | undefined {
    return this.grid.edits.pending.get(`${this.grid.layout.row(row)}:${this.grid.layout.column(column)}`);
  }

  private map(span: Span, read: (spot: Spot) => string): string[][] {
    return Array.from({ length: span.bottom - span.top + 1 }, (_, down) => Array.from({ length: span.right - span.left + 1 }, (__, across) => read({ row: span.top + down, column: span.left + across })));
  }

  private isRead(span: Span): boolean {
    if (span.bottom - span.top > 2000) return false;
    for (let row = span.top; row <= span.bottom; row += 1) if (!this.grid.cellAt({ row, column: span.left })) return false;
    return true;
  }

  private async read({ top, bottom }: Span): Promise<void> {
    await this.grid.windows.need(Array.from({ length: bottom - top + 1 }, (_, down) => this.grid.layout.row(top + down)));
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
