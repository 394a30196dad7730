/** Shows a cell's note beside it while the pointer is over the cell. */
import { element } from '../element';

export class NoteCard {
  private readonly card = element('div', { class: 'note-card', role: 'tooltip', hidden: true });

  private noted: HTMLElement | undefined;

  /** Watches a grid whose cells carry their note in `data-note`. */
  constructor(grid: HTMLElement) {
    grid.addEventListener('pointermove', (event) => {
      // Layers for selection lie over the cells, so the pointer's own target says little.
      const cell = document.elementsFromPoint(event.clientX, event.clientY).find((found): found is HTMLElement => found instanceof HTMLElement && found.dataset['note'] !== undefined);
      if (cell === this.noted) return;
      this.hide();
      this.noted = cell;
      if (cell) this.show(cell.dataset['note'] ?? '', cell.getBoundingClientRect());
    });
    grid.addEventListener('pointerleave', () => this.hide());
  }

  private show(note: string, beside: DOMRect): void {
    this.card.textContent = note;
    this.card.hidden = false;
    if (!this.card.isConnected) document.body.append(this.card);
    const right = beside.right + 4;
    this.card.style.left = `${right + this.card.offsetWidth > window.innerWidth ? Math.max(8, beside.left - this.card.offsetWidth - 4) : right}px`;
    this.card.style.top = `${Math.max(8, Math.min(beside.top, window.innerHeight - this.card.offsetHeight - 8))}px`;
  }

  hide(): void {
    this.noted = undefined;
    this.card.hidden = true;
  }

  dispose(): void {
    this.card.remove();
  }
}
