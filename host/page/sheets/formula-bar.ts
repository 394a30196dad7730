/** Shows where the cursor is and what the cell holds, and lets it be changed there. */
import type { Application } from '../application';
import { element } from '../element';
import { cellAddress } from './addresses';
import type { FocusedCell } from './sheet-grid';

export function formulaBar(application: Application, edit: (row: number, column: number, value: string) => void, left: () => void): { readonly element: HTMLElement; show(focused: FocusedCell | null): void } {
  let current: FocusedCell | null = null;
  const name = element('output', { class: 'name-box', 'aria-label': application.word('nameBox') });
  const lock = element('span', { class: 'tag lock', hidden: true }, application.word('lockedCell'));
  const field = element('input', { class: 'formula', 'aria-label': application.word('formulaBar'), autocomplete: 'off', onkeydown: (event) => event instanceof KeyboardEvent && pressed(event), onchange: () => commit() });

  function commit(): void {
    if (current && field.value !== (current.cell?.input ?? '')) edit(current.row, current.column, field.value);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') left();
    if (event.key === 'Escape') {
      field.value = current?.cell?.input ?? '';
      left();
    }
  }

  function show(focused: FocusedCell | null): void {
    const sameCell = current?.row === focused?.row && current?.column === focused?.column;
    current = focused;
    name.textContent = focused ? cellAddress(focused.row, focused.column) : '';
    lock.hidden = focused?.cell?.locked !== true;
    field.readOnly = focused === null || focused.cell?.locked === true;
    if (!sameCell || document.activeElement !== field) field.value = focused?.cell?.input ?? '';
  }

  show(null);
  return { element: element('div', { class: 'formula-bar' }, name, element('span', { class: 'function-sign', 'aria-hidden': 'true' }, 'fx'), field, lock), show };
}
