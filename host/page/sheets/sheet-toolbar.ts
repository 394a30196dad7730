/** Buttons above the sheet for what keys do too: take back, do again, find, rows and columns. */
import type { Application } from '../application';
import { element } from '../element';
import { icon, type IconName } from '../icons';
import type { WordKey } from '../words';
import { openMenu, type MenuItem } from './popup';

export interface ToolbarActions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly find: () => void;
  readonly more: () => readonly (readonly MenuItem[])[];
}

export function sheetToolbar(application: Application, actions: ToolbarActions): { readonly element: HTMLElement; refresh(can: { readonly undo: boolean; readonly redo: boolean }): void } {
  const button = (name: IconName, word: WordKey, keys: string, run: () => void) =>
    element('button', { type: 'button', class: 'quiet tool', 'aria-label': application.word(word), title: keys === '' ? application.word(word) : `${application.word(word)} (${keys})`, onmousedown: (event) => event.preventDefault(), onclick: run }, icon(name));
  const undo = button('undo', 'undo', 'Ctrl+Z', actions.undo);
  const redo = button('redo', 'redo', 'Ctrl+Y', actions.redo);
  const find = button('find', 'find', 'Ctrl+F', actions.find);
  const more = button('more', 'sheetMenu', '', () => openMenu(actions.more(), more.getBoundingClientRect(), application.word('sheetMenu')));
  more.setAttribute('aria-haspopup', 'menu');
  return {
    element: element('div', { class: 'sheet-toolbar', role: 'toolbar', 'aria-label': application.word('sheetTools') }, undo, redo, find, more),
    refresh: (can) => {
      undo.disabled = !can.undo;
      redo.disabled = !can.redo;
    },
  };
}
