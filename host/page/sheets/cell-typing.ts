/**
 * Typing into the selected cell: input methods, and keys pressed while the editor is still on its way. RevoGrid opens
 * editors later than people press keys.
 */
import type { DimensionRows } from '@revolist/revogrid';
import { CompositionCatcher } from './composition-catcher';

interface Selected {
  /** What the cell is called to those who have the page read to them. */
  readonly label: string;
  readonly prop: number;
  readonly rowInGrid: number;
  readonly rowType: DimensionRows;
}

export class CellTyping {
  private readonly catcher: CompositionCatcher;
  private composed = '';
  private opening: 'no' | 'opening' | 'enter-pressed' = 'no';
  private selected: Selected | null = null;

  constructor(
    place: HTMLElement,
    private readonly grid: HTMLRevoGridElement,
  ) {
    this.catcher = new CompositionCatcher(place, { composed: (text) => this.startWith(text), entered: () => this.enterPressed() });
    // RevoGrid focuses the cell's own element last; the field that can compose takes over from it.
    grid.addEventListener('focusin', () => this.coverSelected());
  }

  select(selected: Selected): void {
    this.selected = selected;
    this.coverSelected();
  }

  editing(): boolean {
    return this.grid.querySelector('.cell-input') !== null;
  }

  /** An editor was asked for, or refused. */
  editorAsked(allowed: boolean): void {
    this.opening = allowed ? 'opening' : 'no';
  }

  takeComposed(): string {
    const { composed } = this;
    this.composed = '';
    return composed;
  }

  /** Answers whether Enter was pressed before the editor was on screen. */
  editorOpened(): boolean {
    const entered = this.opening === 'enter-pressed';
    this.opening = 'no';
    return entered;
  }

  editorClosed(): void {
    requestAnimationFrame(() => this.coverSelected());
  }

  private coverSelected(): void {
    // Every pane of the grid has such a mark; only the one with the selected cell has a size.
    const mark = [...this.grid.querySelectorAll<HTMLElement>('revogr-focus')].find((candidate) => candidate.offsetWidth > 0);
    if (mark && this.selected && !this.editing()) this.catcher.cover(mark, this.selected.label);
  }

  /** Opens the editor of the selected cell with a text that an input method has finished. */
  private startWith(text: string): void {
    if (!this.selected) return;
    this.composed = text;
    this.opening = 'opening';
    void this.grid.setCellEdit(this.selected.rowInGrid, this.selected.prop, this.selected.rowType);
  }

  private enterPressed(): boolean {
    if (this.opening === 'no') return false;
    this.opening = 'enter-pressed';
    return true;
  }
}
