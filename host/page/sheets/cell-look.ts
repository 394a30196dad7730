/** How a cell is drawn: its text, its colours, its corner mark and its chip. */
import type { CellView } from '../../contract';
import { element } from '../element';

export interface CellState {
  readonly cell: CellView | undefined;
  /** Typed, and not yet answered by the server. */
  readonly pending: string | undefined;
  /** Classes that tell of selection, copying and filling. */
  readonly marks: string;
}

/** Ten points, the usual size, are as large as the page's own text. */
const SCREEN_PER_POINT = 1.3;

const drawn = new WeakMap<HTMLElement, CellState>();

/** Draws a cell unless it already looks like this. */
export function drawCell(place: HTMLElement, state: CellState): void {
  const before = drawn.get(place);
  if (before && before.cell === state.cell && before.pending === state.pending && before.marks === state.marks) return;
  drawn.set(place, state);
  place.className = `cell ${classesOf(state)}`;
  if (before?.marks !== state.marks) place.setAttribute('aria-selected', String(state.marks !== ''));
  if (before && before.cell === state.cell && before.pending === state.pending) return;
  const { cell } = state;
  place.style.backgroundColor = cell?.background ?? '';
  place.style.color = cell?.color ?? '';
  place.style.textAlign = cell?.align ?? '';
  place.style.textDecoration = cell?.lines ?? '';
  place.style.fontSize = cell?.size === undefined ? '' : `${cell.size * SCREEN_PER_POINT}px`;
  if (cell?.note !== undefined && cell.note !== '') place.dataset['note'] = cell.note;
  else delete place.dataset['note'];
  if (cell?.locked) place.setAttribute('aria-readonly', 'true');
  else place.removeAttribute('aria-readonly');
  const text = state.pending ?? cell?.text ?? '';
  if (cell?.choices && !cell.locked) place.replaceChildren(element('span', { class: text === '' ? 'chip empty' : 'chip' }, text), element('span', { class: 'chip-arrow', 'aria-hidden': 'true' }));
  else place.textContent = text;
}

function classesOf({ cell, pending, marks }: CellState): string {
  if (!cell) return `waiting ${marks}`;
  const classes = [marks];
  if (cell.note !== undefined && cell.note !== '') classes.push('has-note');
  if (cell.locked) classes.push('locked');
  if (cell.bold) classes.push('bold');
  if (cell.italic) classes.push('italic');
  if (cell.wrap) classes.push('wrap');
  if (cell.upright) classes.push(cell.upright);
  if (cell.uncomputed) classes.push('uncomputed');
  if (pending !== undefined) classes.push('pending');
  return classes.join(' ');
}
