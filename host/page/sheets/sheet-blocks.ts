/** Whole blocks of a grid: copying, cutting and pasting them, and clearing. */
import { showFailure, showNotice } from '../notices';
import { fromTabText, toHtml, toTabText } from './clipboard-text';
import { BlockCells } from './block-cells';
import type { ChangedCell } from './edit-blocks';
import { shiftFormula } from './formula-shift';
import { fromHtml } from './html-table';
import type { Span } from './selection';
import { cellCount, cellsWithin, tableOf } from './several-blocks';
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
  copied: readonly Span[] = [];
  private readonly cells: BlockCells;
  private readonly stop = new AbortController();

  constructor(private readonly grid: SheetGrid) {
    this.cells = new BlockCells(grid);
    const { signal } = this.stop;
    document.addEventListener('copy', (event) => this.copy(event, false), { signal });
    document.addEventListener('cut', (event) => this.copy(event, true), { signal });
    document.addEventListener('paste', (event) => this.pasted(event), { signal });
  }

  dispose(): void {
    this.stop.abort();
  }

  forgetCopied(): void {
    this.copied = [];
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
    const { spans } = this.grid.selection;
    const cells: ChangedCell[] = [];
    for (const { row, column } of cellsWithin(spans)) {
      cells.push({ ...this.cells.placeOf(row, column), text: '' });
      if (cells.length > MOST_CELLS_AT_ONCE) break;
    }
    await this.grid.edits.write(cells);
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
    const cells = this.cells.cellsOf(target, (row, column) => textAt(block[row % height]?.[column % width] ?? '', row - (row % height), column - (column % width)));
    const taken = new Set(cells.map(({ row, column }) => `${row}:${column}`));
    const writing = this.grid.edits.write(cells, left.filter(({ row, column }) => !taken.has(`${row}:${column}`)));
    this.grid.selection.selectSpan({ ...target, bottom: Math.min(target.bottom, this.grid.layout.rowCount - 1), right: Math.min(target.right, this.grid.layout.columnCount - 1) });
    this.grid.selectionChanged();
    await writing;
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    const { grid } = this;
    if (!grid.hasFocus || grid.editing) return;
    event.preventDefault();
    const { spans } = grid.selection;
    if (!grid.walk.underway && this.mayCopy(spans, cut) && spans.every((span) => this.cells.isRead(span)) && event.clipboardData) {
      const data = this.remember(spans, cut);
      event.clipboardData.setData('text/plain', data.text);
      event.clipboardData.setData('text/html', toHtml(data.shown));
    } else void this.copyFromMenu(cut);
  }

  private async take(cut: boolean): Promise<{ readonly text: string; readonly shown: string[][] } | null> {
    await this.grid.walk.underway;
    const { spans } = this.grid.selection;
    const { application } = this.grid.options;
    if (!this.mayCopy(spans, cut) || cellCount(spans) > MOST_CELLS_AT_ONCE) {
      showNotice(application.word('failed'), application.word(this.mayCopy(spans, cut) ? 'tooManyCells' : 'severalBlocks'), 'refusal');
      return null;
    }
    for (const span of spans) await this.cells.read(span);
    return this.remember(spans, cut);
  }

  private async offer(data: { readonly text: string; readonly shown: string[][] }): Promise<void> {
    const types = { 'text/plain': new Blob([data.text], { type: 'text/plain' }), 'text/html': new Blob([toHtml(data.shown)], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem(types)]);
  }

  /** Several blocks are copied side by side, where they fit, and never cut. */
  private mayCopy(spans: readonly Span[], cut: boolean): boolean {
    return spans.length === 1 || (!cut && tableOf(spans) !== null);
  }

  /** Several blocks are pasted as what they show, since their formulas would count from different places. */
  private remember(spans: readonly Span[], cut: boolean): { readonly text: string; readonly shown: string[][] } {
    const { layout } = this.grid;
    const [span] = spans;
    const shown = this.cells.texts(tableOf(spans) ?? { rows: [], columns: [] });
    const text = toTabText(shown);
    copiedHere = spans.length === 1 && span ? { text, inputs: this.cells.inputs(span), top: layout.row(span.top), left: layout.column(span.left), cut: cut ? this.cells.cellsOf(span, () => '') : null } : null;
    this.copied = spans;
    this.grid.drawing.draw();
    return { text, shown };
  }

  private pasted(event: ClipboardEvent): void {
    if (!this.grid.hasFocus || this.grid.editing || !event.clipboardData) return;
    event.preventDefault();
    const [text, html] = [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')];
    const { underway } = this.grid.walk;
    if (underway) void underway.then(() => this.paste(text, html));
    else this.paste(text, html);
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

  private async attempt(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      showFailure(this.grid.options.application, failure);
    }
  }
}
