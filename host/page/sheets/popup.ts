/** A panel that floats over the page until something else is pressed, Escape included. */
import { element } from '../element';
import { placeBelow } from './choice-list';

let closeOpen: (() => void) | null = null;

/** Closes the panel that is open, if any. */
export function closePopup(): void {
  closeOpen?.();
}

/** Opens a panel at a place; the one open before closes. Focus goes back where it was. */
export function openPopup(content: HTMLElement, anchor: DOMRect, label: string, closed: () => void = () => undefined): () => void {
  closeOpen?.();
  const before = document.activeElement;
  const panel = element('div', { class: 'popup', role: 'dialog', 'aria-label': label, tabindex: -1, onkeydown: (event) => event instanceof KeyboardEvent && pressed(event) }, content);
  const stop = new AbortController();
  const close = () => {
    if (!panel.isConnected) return;
    stop.abort();
    const hadFocus = panel.contains(document.activeElement);
    panel.remove();
    closeOpen = null;
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    closed();
  };
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }
  document.body.append(panel);
  placeBelow(panel, anchor);
  document.addEventListener('pointerdown', (event) => event.target instanceof Node && !panel.contains(event.target) && close(), { signal: stop.signal, capture: true });
  closeOpen = close;
  (panel.querySelector<HTMLElement>('[autofocus]') ?? panel.querySelector<HTMLElement>('button, input, select') ?? panel).focus({ preventScroll: true });
  return close;
}

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void | Promise<void>;
  readonly disabled?: boolean;
}

/** A menu of sections; arrows walk through it. */
export function openMenu(sections: readonly (readonly MenuItem[])[], anchor: DOMRect, label: string): void {
  const list = element('div', { class: 'menu-list', role: 'menu', onkeydown: (event) => event instanceof KeyboardEvent && walk(event) });
  let close: () => void = () => undefined;
  for (const [index, section] of sections.filter((items) => items.length > 0).entries()) {
    if (index > 0) list.append(element('hr', { role: 'separator' }));
    for (const item of section) {
      list.append(
        element('button', { type: 'button', role: 'menuitem', class: 'menu-item', disabled: item.disabled === true, onclick: () => {
          close();
          void item.run();
        } }, element('span', {}, item.label), item.keys === undefined ? null : element('kbd', {}, item.keys)),
      );
    }
  }
  function walk(event: KeyboardEvent): void {
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const items = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const place = items.findIndex((item) => item === document.activeElement);
    items[(place + by + items.length) % items.length]?.focus();
  }
  close = openPopup(list, anchor, label);
}
