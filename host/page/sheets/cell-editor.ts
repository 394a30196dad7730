/**
 * The field that takes what is typed. It lies over the active cell and always has the focus, unseen until something is
 * typed or composed with an input method; so no key is ever lost. Cells with choices show their list below it.
 */
import { element } from '../element';
import { ChoiceList } from './choice-list';

export interface EditorEvents {
  /** A finished edit: its text, and where the selection goes on from there. */
  readonly finished: (text: string, onward: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  /** Editing is about to begin; false when the cell is protected. */
  readonly mayBegin: () => boolean;
  /** A key pressed while nothing is edited. */
  readonly key: (event: KeyboardEvent) => void;
}

export interface EditedCell {
  readonly label: string;
  readonly input: string;
  readonly choices: readonly string[] | null;
  readonly locked: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class CellEditor {
  readonly field = element('textarea', { class: 'cell-input', rows: 1, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off' });
  private cell: EditedCell = { label: '', input: '', choices: null, locked: true };
  private state: 'waiting' | 'typing' | 'editing' = 'waiting';
  private composing = false;
  private readonly list = new ChoiceList((choice) => this.finish('stay', choice));

  constructor(private readonly events: EditorEvents) {
    const { field } = this;
    field.addEventListener('compositionstart', () => {
      this.composing = true;
      if (this.state === 'waiting' && !this.begin('typing', '')) field.blur();
    });
    field.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    field.addEventListener('input', () => {
      if (this.composing) return;
      if (this.state === 'waiting' && !this.begin('typing', field.value)) field.value = '';
      else this.typed();
    });
    field.addEventListener('keydown', (event) => this.pressed(event));
    field.addEventListener('blur', () => {
      if (this.active && !this.composing) this.finish('stay');
    });
  }

  get active(): boolean {
    return this.state !== 'waiting';
  }

  /** Whether the first key replaced the content, so that arrows still move between cells. */
  get isTyping(): boolean {
    return this.state === 'typing';
  }

  /** Waits over this cell. */
  wait(cell: EditedCell): void {
    if (this.active) return;
    this.cell = cell;
    this.field.setAttribute('aria-label', cell.label);
    this.field.readOnly = false;
    this.field.value = '';
  }

  place(box: Box, hidden: boolean): void {
    const { style } = this.field;
    style.left = `${box.left}px`;
    style.top = `${box.top}px`;
    style.minWidth = style.width = `${box.width + 1}px`;
    style.height = `${box.height + 1}px`;
    this.field.classList.toggle('out-of-sight', hidden);
    if (this.active) this.fit();
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  /** Opens the cell for changing what it holds. */
  open(): void {
    if (this.active || !this.begin('editing', this.cell.input)) return;
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    if (this.cell.choices) this.field.select();
  }

  cancel(): void {
    this.end();
  }

  /** Ends an edit that is under way as if Enter had been pressed, without moving on. */
  commit(): void {
    if (this.active) this.finish('stay');
  }

  /** Does what a key asks for that was pressed a moment ago and held back. */
  replay(event: KeyboardEvent): void {
    const { field } = this;
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) {
      if (this.active) this.pressed(event);
    } else if (this.active) {
      field.setRangeText(event.key, field.selectionStart, field.selectionEnd, 'end');
      this.typed();
    } else if (this.begin('typing', event.key)) field.setSelectionRange(1, 1);
  }

  private begin(state: 'typing' | 'editing', text: string): boolean {
    if (!this.events.mayBegin()) return false;
    this.state = state;
    if (this.field.value !== text && !this.composing) this.field.value = text;
    this.field.classList.add('open');
    this.focus();
    this.typed(state === 'editing');
    return true;
  }

  private finish(onward: 'down' | 'up' | 'right' | 'left' | 'stay', text = this.list.marked ?? this.field.value): void {
    const changed = text !== this.cell.input;
    this.end();
    if (changed || onward !== 'stay') this.events.finished(text, onward);
  }

  private end(): void {
    this.state = 'waiting';
    this.list.close();
    this.field.classList.remove('open');
    this.field.style.width = '';
    this.field.value = '';
  }

  private typed(opened = false): void {
    if (!this.active) return;
    this.fit();
    if (this.cell.choices) this.list.open(this.cell.choices, opened ? null : this.field.value, this.cell.input, this.field.getBoundingClientRect());
  }

  /** The field grows with what is typed into it. */
  private fit(): void {
    const { field } = this;
    const least = Number.parseFloat(field.style.minWidth) || 0;
    field.style.width = `${least}px`;
    const room = (field.offsetParent?.clientWidth ?? window.innerWidth) - field.offsetLeft - 4;
    field.style.width = `${Math.min(Math.max(least, field.scrollWidth + 4), Math.max(least, room, 120))}px`;
    field.style.height = 'auto';
    field.style.height = `${Math.min(200, Math.max(29, field.scrollHeight + 2))}px`;
  }

  private pressed(event: KeyboardEvent): void {
    // Arrows and Enter choose among candidates while an input method composes.
    if (event.isComposing || event.keyCode === 229) return;
    if (!this.active) {
      this.events.key(event);
      return;
    }
    const { key, shiftKey } = event;
    const arrow = ({ ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const)[key];
    if (this.list.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) this.list.move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && (event.altKey || event.ctrlKey || event.metaKey)) this.breakLine();
    else if (key === 'Enter') this.finish(shiftKey ? 'up' : 'down');
    else if (key === 'Tab') this.finish(shiftKey ? 'left' : 'right');
    else if (key === 'Escape') this.cancel();
    else if (key === 'F2') this.state = this.state === 'typing' ? 'editing' : 'typing';
    else if (arrow && this.isTyping && !shiftKey) this.finish(arrow);
    else return;
    event.preventDefault();
  }

  private breakLine(): void {
    const { field } = this;
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    this.typed();
  }
}
