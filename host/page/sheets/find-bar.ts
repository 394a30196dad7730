/** Finds a text in the open tab and goes from place to place. */
import type { FoundCells } from '../../server/wire';
import type { Application } from '../application';
import { element } from '../element';
import { icon } from '../icons';
import { showFailure } from '../notices';
import { requestJson } from '../requests';
import type { SheetGrid } from './sheet-grid';

const WAIT_MILLISECONDS = 250;

export interface FindBar {
  readonly element: HTMLElement;
  open(): void;
  close(): void;
}

export function findBar(application: Application, current: () => { readonly grid: SheetGrid; readonly spreadsheetId: string; readonly sheetId: number } | null): FindBar {
  let places: readonly (readonly [row: number, column: number])[] = [];
  let more = false;
  let at = -1;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let searched = '';
  const field = element('input', { type: 'search', 'aria-label': application.word('findText'), placeholder: application.word('findText'), autocomplete: 'off', oninput: () => later(), onkeydown: (event) => event instanceof KeyboardEvent && pressed(event) });
  const count = element('output', { class: 'find-count', 'aria-live': 'polite' });
  const step = (by: number, label: 'findNext' | 'findBefore') => element('button', { type: 'button', class: 'quiet', 'aria-label': application.word(label), title: application.word(label), onclick: () => void go(by) }, icon(by > 0 ? 'down' : 'up'));
  const bar = element('div', { class: 'find-bar', role: 'search', hidden: true }, field, count, step(-1, 'findBefore'), step(1, 'findNext'), element('button', { type: 'button', class: 'quiet', 'aria-label': application.word('close'), onclick: () => close() }, icon('close')));

  function later(): void {
    if (waiting) clearTimeout(waiting);
    waiting = setTimeout(() => void search(), WAIT_MILLISECONDS);
  }

  async function search(): Promise<void> {
    if (waiting) clearTimeout(waiting);
    waiting = null;
    const open = current();
    const text = field.value;
    if (!open) return;
    searched = text;
    places = [];
    at = -1;
    if (text !== '') {
      try {
        const found = await requestJson<FoundCells>('GET', application.path(`/api/spreadsheets/${encodeURIComponent(open.spreadsheetId)}/find`, { sheet: open.sheetId, text }));
        if (field.value !== text) return;
        places = found.cells.filter(([row, column]) => open.grid.layout.positionOfRow(row) >= 0 && open.grid.layout.positionOfColumn(column) >= 0);
        more = found.more;
      } catch (failure) {
        showFailure(application, failure);
      }
    }
    open.grid.found = new Set(places.map(([row, column]) => `${row}:${column}`));
    open.grid.drawing.draw();
    if (places.length > 0) goTo(0);
    else say();
  }

  async function go(by: number): Promise<void> {
    if (waiting || field.value !== searched) await search();
    else if (places.length > 0) goTo((at + by + places.length) % places.length);
  }

  function goTo(index: number): void {
    at = index;
    const place = places[at];
    if (place) current()?.grid.goTo(...place);
    say();
  }

  function say(): void {
    count.textContent = field.value === '' ? '' : places.length === 0 ? application.word('findNothing') : `${at + 1} / ${places.length}${more ? '+' : ''}`;
  }

  function pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') void go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  function close(): void {
    if (bar.hidden) return;
    bar.hidden = true;
    const open = current();
    if (!open) return;
    open.grid.found = new Set();
    open.grid.drawing.draw();
    open.grid.focus();
  }

  return {
    element: bar,
    open: () => {
      bar.hidden = false;
      field.focus();
      field.select();
    },
    close,
  };
}
