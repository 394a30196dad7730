/** Shows a cell's note beside it while the pointer is over the cell or the cell is selected. */
import { element } from '../element';

export class NoteCard {
  private readonly card = element('div', { class: 'note-card', role: 'tooltip', hidden: true });

  /** Watches a grid whose cells carry their note in `data-note`. */
  constructor(private readonly grid: HTMLElement) {
    grid.addEventListener('pointerover', (event) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null;
      if (cell) this.show(cell.dataset['note'] ?? '', cell.getBoundingClientRect());
      else this.hide();
    });
    grid.addEventListener('pointerleave', () => this.hide());
  }

  show(note: string, beside: DOMRect): void {
    this.card.textContent = note;
    this.card.hidden = false;
    if (!this.card.isConnected) document.body.append(this.card);
    const right = beside.right + 4;
    this.card.style.left = `${right + this.card.offsetWidth > window.innerWidth ? Math.max(8, beside.left - this.card.offsetWidth - 4) : right}px`;
    this.card.style.top = `${Math.max(8, Math.min(beside.top, window.innerHeight - this.card.offsetHeight - 8))}px`;
  }

  hide(): void {
    this.card.hidden = true;
  }

  dispose(): void {
    this.card.remove();
  }
}
