/** The list of what a validated cell takes, below the cell that is edited. */
import { element, fill } from '../element';

export class ChoiceList {
  private readonly list = element('ul', { class: 'choice-list', role: 'listbox' });
  private shown: readonly string[] = [];
  private index = -1;

  constructor(private readonly chosen: (choice: string) => void) {}

  get isOpen(): boolean {
    return this.list.isConnected;
  }

  /** The choice that Enter takes; undefined when none is marked. */
  get marked(): string | undefined {
    return this.isOpen ? this.shown[this.index] : undefined;
  }

  /** Lists the choices that contain what was typed; all of them when none does, or for null. */
  open(choices: readonly string[], typed: string | null, current: string, anchor: DOMRect): void {
    const matching = typed === null ? choices : choices.filter((choice) => choice.toLowerCase().includes(typed.toLowerCase()));
    this.shown = matching.length > 0 ? matching : choices;
    fill(this.list, ...this.shown.map((choice) => this.option(choice)));
    if (!this.isOpen) document.body.append(this.list);
    this.mark(typed === null ? this.shown.indexOf(current) : matching.length > 0 && typed !== '' ? 0 : -1);
    placeBelow(this.list, anchor);
  }

  close(): void {
    this.list.remove();
    this.index = -1;
  }

  move(by: number): void {
    this.mark(this.index + by);
  }

  private option(choice: string): HTMLElement {
    return element(
      'li',
      {
        role: 'option',
        // The press would move the focus and end the edit before the click arrives.
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.chosen(choice),
      },
      element('span', { class: 'chip' }, choice),
    );
  }

  private mark(index: number): void {
    this.index = Math.max(-1, Math.min(index, this.shown.length - 1));
    for (const [position, option] of [...this.list.children].entries()) option.setAttribute('aria-selected', String(position === this.index));
    this.list.children[this.index]?.scrollIntoView({ block: 'nearest' });
  }
}

export function placeBelow(list: HTMLElement, anchor: DOMRect): void {
  list.style.minWidth = `${Math.max(anchor.width, 120)}px`;
  list.style.left = `${Math.max(8, Math.min(anchor.left, window.innerWidth - list.offsetWidth - 8))}px`;
  const below = anchor.bottom + 2;
  const above = anchor.top - list.offsetHeight - 2;
  list.style.top = `${below + list.offsetHeight > window.innerHeight && above > 0 ? above : Math.min(below, Math.max(8, window.innerHeight - list.offsetHeight - 8))}px`;
}
