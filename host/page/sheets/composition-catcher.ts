/**
 * Lets Chinese be typed straight into a selected cell. An input method composes only where text can be typed, and a
 * grid cell is no such place; so an invisible field lies over the selected cell, shows itself while something is being
 * composed, and hands the finished text over.
 */
import { element } from '../element';

export class CompositionCatcher {
  private readonly field = element('textarea', { class: 'composition-catcher', rows: 1, tabindex: -1, autocomplete: 'off' });
  /** On a touch screen a focused field would raise the keyboard at every tap. */
  private readonly wanted = !window.matchMedia('(pointer: coarse)').matches;

  constructor(
    private readonly place: HTMLElement,
    events: {
      readonly composed: (text: string) => void;
      /** Enter outside a composition; true when it is dealt with. */
      readonly entered: () => boolean;
    },
  ) {
    this.field.addEventListener('compositionstart', () => this.field.classList.add('composing'));
    this.field.addEventListener('compositionend', () => {
      const text = this.field.value;
      this.field.classList.remove('composing');
      this.field.value = '';
      if (text !== '') events.composed(text);
    });
    this.field.addEventListener('keydown', (event) => {
      // Arrows and Enter choose among candidates then; the grid would move on.
      const composing = event.isComposing || event.keyCode === 229;
      if (composing || (event.key === 'Enter' && events.entered())) event.stopPropagation();
    });
    this.field.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.field.value = '';
    });
    place.append(this.field);
  }

  /** Waits over this cell, and stands for it to those who have the page read to them. */
  cover(cell: Element, label: string): void {
    if (!this.wanted) return;
    const outer = this.place.getBoundingClientRect();
    const inner = cell.getBoundingClientRect();
    this.field.setAttribute('aria-label', label);
    const { style } = this.field;
    style.left = `${inner.left - outer.left}px`;
    style.top = `${inner.top - outer.top}px`;
    style.width = `${inner.width}px`;
    style.height = `${inner.height}px`;
    this.field.focus({ preventScroll: true });
  }
}
