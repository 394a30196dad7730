/** The menus that a spreadsheet's script built when it was opened. */
import type { MenuView } from '../../contract';
import type { MenuEffects } from '../../server/wire';
import type { Application } from '../application';
import { element } from '../element';
import { guestFrame } from '../guest-frame';
import { openDialog, showFailure, showNotice } from '../notices';
import { requestAsking } from '../questions';
import { follow } from './side-panel';

interface MenuBarOptions {
  readonly application: Application;
  readonly spreadsheetId: string;
  readonly menus: readonly MenuView[];
  readonly showSidebar: (content: NonNullable<MenuEffects['sidebar']>) => void;
}

export function menuBar(options: MenuBarOptions): HTMLElement {
  const { application, menus } = options;
  const bar = element('div', { class: 'menu-bar', role: 'group', 'aria-label': application.word('menus') });
  for (const menu of menus) {
    const items = menu.items.map((item) =>
      element(
        'button',
        {
          type: 'button',
          class: 'menu-item',
          onclick: () => {
            details.open = false;
            void run(options, item.caption, item.functionName, bar);
          },
        },
        item.caption,
      ),
    );
    const details = element('details', { class: 'menu', onfocusout: (event) => leave(event, details), onkeydown: (event) => pressed(event, details) }, element('summary', {}, menu.caption), element('div', { class: 'menu-items' }, ...items));
    bar.append(details);
  }
  if (menus.length === 0) bar.append(element('span', { class: 'quiet-text' }, application.word('noMenus')));
  return bar;
}

function leave(event: Event, details: HTMLDetailsElement): void {
  if (event instanceof FocusEvent && !(event.relatedTarget instanceof Node && details.contains(event.relatedTarget))) details.open = false;
}

function pressed(event: Event, details: HTMLDetailsElement): void {
  if (event instanceof KeyboardEvent && event.key === 'Escape') details.open = false;
}

async function run(options: MenuBarOptions, caption: string, functionName: string, bar: HTMLElement): Promise<void> {
  const { application, spreadsheetId } = options;
  const waiting = element('span', { class: 'quiet-text', role: 'status' }, `${application.word('menuRunning')}${caption}`);
  bar.append(waiting);
  try {
    const effects = await requestAsking<MenuEffects>(application, caption, application.path(`/api/spreadsheets/${encodeURIComponent(spreadsheetId)}/menu`), { functionName });
    if (effects.sidebar) options.showSidebar(effects.sidebar);
    if (effects.toast !== undefined) showNotice(effects.toast);
    if (effects.alert !== undefined) openDialog(application, caption, element('p', { class: 'alert-text' }, effects.alert));
    if (effects.dialog) showGuestDialog(application, effects.dialog);
  } catch (failure) {
    showFailure(application, failure);
  } finally {
    waiting.remove();
  }
}

function showGuestDialog(application: Application, content: NonNullable<MenuEffects['dialog']>): void {
  const guest = guestFrame({ clientSession: content.clientSession, title: content.title, closed: () => dialog.close(), navigate: (request) => follow(application, request), call: (path, body) => requestAsking(application, content.title, path, body) });
  const dialog = openDialog(application, content.title, guest.frame, true);
  void dialog.closed.then(() => guest.dispose());
}
