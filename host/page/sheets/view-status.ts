/** Says that rows are left out or shown in another order, and lets that be undone. */
import type { Application } from '../application';
import { element, fill } from '../element';

export interface ShownRows {
  readonly shown: number;
  readonly all: number;
  readonly sorted: boolean;
}

export function viewStatus(application: Application, actions: { readonly clear: () => void; readonly again: () => void }): { readonly element: HTMLElement; show(rows: ShownRows | null): void } {
  const status = element('div', { class: 'view-status', role: 'status', hidden: true });
  return {
    element: status,
    show: (rows) => {
      status.hidden = rows === null;
      if (!rows) return;
      const number = (value: number) => value.toLocaleString('en');
      const counted = application.word('filteredRows').replace('{shown}', number(rows.shown)).replace('{all}', number(rows.all));
      fill(
        status,
        element('span', { title: application.word('onlyYours') }, rows.shown === rows.all && rows.sorted ? application.word('sortedRows') : counted),
        element('button', { type: 'button', class: 'link', onclick: actions.again }, application.word('reapply')),
        element('button', { type: 'button', class: 'link', onclick: actions.clear }, application.word('clearFilter')),
      );
    },
  };
}
