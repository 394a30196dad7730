/** Editors that open over a cell: a line of text, or a list to choose from. */
import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtrCallable, HyperFunc, VNode } from '@revolist/revogrid';
import type { CellView } from '../../contract';
import { element, fill } from '../element';

/** What an editor asks of the grid it opens in. */
export interface EditorHost {
  cellOf(schema: ColumnDataSchemaModel): CellView | undefined;
  /** Text that an input method finished and that opened the editor; empty when something else did. */
  takeComposed(): string;
  /** The editor is on screen. Answers whether Enter was pressed already, while it was on its way. */
  opened(): boolean;
  closed(): void;
}

/**
 * Opens the list for cells with choices, a text line for all others. It begins with what was typed to open it, or
 * composed, or with what the formula bar shows.
 */
export function cellEditor(host: EditorHost): EditorCtrCallable {
  return (schema, save, close) => {
    const cell = host.cellOf(schema);
    return new CellEditor(cell?.input ?? '', schema.value, host.takeComposed(), cell?.choices ?? null, save, close, host);
  };
}

class CellEditor implements EditorBase {
  element: HTMLInputElement | null = null;
  editCell?: EditCell;
  private list: HTMLElement | null = null;
  private marked = -1;
  private shownChoices: readonly string[] = [];

  constructor(
    private readonly input: string,
    private readonly shown: unknown,
    private readonly composed: string,
    private readonly choices: readonly string[] | null,
    private readonly save: (value?: string, preventFocus?: boolean) => void,
    private readonly close: (focusNext?: boolean) => void,
    private readonly host: EditorHost,
  ) {}

  render(createElement: HyperFunc<VNode>): VNode {
    return createElement('input', { class: 'cell-input', autocomplete: 'off', onKeyDown: (event: KeyboardEvent) => this.pressed(event), onInput: () => this.typed() });
  }

  componentDidRender(): void {
    const field = this.element;
    if (!field || field.dataset['ready'] !== undefined) return;
    field.dataset['ready'] = '';
    // An editor opened without typing is given the shown text as if it had been typed.
    const pressed: unknown = this.editCell?.val === this.shown ? '' : this.editCell?.val;
    const typed = this.composed !== '' ? this.composed : pressed;
    const startedByTyping = typeof typed === 'string' && typed !== '';
    field.value = startedByTyping ? typed : this.input;
    field.focus();
    if (!startedByTyping && this.choices) field.select();
    if (this.choices) this.openList(startedByTyping ? field.value : '');
    if (this.host.opened()) requestAnimationFrame(() => this.finish(false));
  }

  appendPendingInput(value: string): boolean {
    if (!this.element) return false;
    this.element.value += value;
    this.typed();
    return true;
  }

  getValue(): string {
    return this.element?.value ?? this.input;
  }

  disconnectedCallback(): void {
    this.beforeDisconnect();
    this.host.closed();
  }

  beforeDisconnect(): void {
    this.list?.remove();
    this.list = null;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.choices && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.mark(this.marked + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.finish(event.key === 'Tab');
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close(false);
    }
  }

  private finish(sideways: boolean): void {
    this.save(this.shownChoices[this.marked] ?? this.getValue(), sideways);
    this.close(true);
  }

  private typed(): void {
    if (this.choices) this.openList(this.getValue());
  }

  /** Lists the choices that contain what was typed; all of them when none does. */
  private openList(filter: string): void {
    const field = this.element;
    if (!field || !this.choices) return;
    const matching = this.choices.filter((choice) => choice.toLowerCase().includes(filter.toLowerCase()));
    this.shownChoices = matching.length > 0 ? matching : this.choices;
    this.list ??= element('ul', { class: 'choice-list', role: 'listbox' });
    fill(this.list, ...this.shownChoices.map((choice) => this.option(choice)));
    if (!this.list.isConnected) document.body.append(this.list);
    this.mark(filter === '' ? this.shownChoices.indexOf(this.input) : 0);
    placeBelow(this.list, field.getBoundingClientRect());
  }

  private option(choice: string): HTMLElement {
    return element(
      'li',
      {
        role: 'option',
        // The press would move the focus and end the edit before the click arrives.
        onpointerdown: (event) => {
          event.preventDefault();
          this.save(choice);
          this.close(true);
        },
      },
      element('span', { class: 'chip' }, choice),
    );
  }

  private mark(index: number): void {
    if (!this.list) return;
    this.marked = Math.max(-1, Math.min(index, this.shownChoices.length - 1));
    for (const [position, option] of [...this.list.children].entries()) option.setAttribute('aria-selected', String(position === this.marked));
    this.list.children[this.marked]?.scrollIntoView({ block: 'nearest' });
  }
}

function placeBelow(list: HTMLElement, anchor: DOMRect): void {
  list.style.minWidth = `${Math.max(anchor.width, 120)}px`;
  list.style.left = `${Math.min(anchor.left, window.innerWidth - list.offsetWidth - 8)}px`;
  const below = anchor.bottom + 2;
  const above = anchor.top - list.offsetHeight - 2;
  list.style.top = `${below + list.offsetHeight > window.innerHeight && above > 0 ? above : below}px`;
}
