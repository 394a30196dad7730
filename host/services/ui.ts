/** What `SpreadsheetApp.getUi()` gives: menus, sidebars, dialogs and alerts, written down for whoever draws the container. */
import type { MenuView } from '../contract';
import { GuestEnum, GuestError, HostObject, signatureMismatch, type ContainerUi, type EnumValue } from '../kernel/host-object';
import { HtmlOutput } from './html-output';

const Button = new GuestEnum('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = new GuestEnum('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** What a function asked the container to show. */
export interface ShownEffects {
  readonly menus: MenuView[];
  sidebar?: HtmlOutput;
  dialog?: { readonly output: HtmlOutput; readonly title: string };
  alert?: string;
  toast?: string;
}

class Menu extends HostObject {
  static override readonly guestName = 'Menu';
  readonly #caption: string;
  readonly #effects: ShownEffects;
  readonly #items: { readonly caption: string; readonly functionName: string }[] = [];
  constructor(caption: string, effects: ShownEffects) {
    super();
    this.#caption = caption;
    this.#effects = effects;
  }
  _items(): readonly { readonly caption: string; readonly functionName: string }[] {
    return this.#items;
  }
  _caption(): string {
    return this.#caption;
  }
  addItem(caption: unknown, functionName: unknown): this {
    this.#items.push({ caption: String(caption), functionName: String(functionName) });
    return this;
  }
  addSeparator(): this {
    return this;
  }
  /** Items of a sub menu are shown after its caption, on the same level. */
  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw signatureMismatch('Menu.addSubMenu', [menu]);
    this.#items.push(...menu._items().map(({ caption, functionName }) => ({ caption: `${menu._caption()} › ${caption}`, functionName })));
    return this;
  }
  addToUi(): void {
    this.#effects.menus.push({ caption: this.#caption, items: this.#items });
  }
}

class Ui extends HostObject {
  static override readonly guestName = 'Ui';
  static override readonly guestProperties = ['Button', 'ButtonSet'];
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  readonly #effects: ShownEffects;
  constructor(effects: ShownEffects) {
    super();
    this.#effects = effects;
  }
  createMenu(caption: unknown): Menu {
    return new Menu(String(caption), this.#effects);
  }
  createAddonMenu(): Menu {
    return new Menu('Extensions', this.#effects);
  }
  showSidebar(output: unknown): void {
    if (!(output instanceof HtmlOutput)) throw signatureMismatch('Ui.showSidebar', [output]);
    this.#effects.sidebar = output;
  }
  showModalDialog(output: unknown, title: unknown): void {
    if (!(output instanceof HtmlOutput)) throw signatureMismatch('Ui.showModalDialog', [output, title]);
    this.#effects.dialog = { output, title: String(title) };
  }
  /** Nobody is there to type an answer. */
  prompt(): never {
    throw new GuestError('NotEmulated: Ui.prompt', 'Error');
  }
  showModelessDialog(output: unknown, title: unknown): void {
    this.showModalDialog(output, title);
  }
  /** Nobody answers here: the person is taken to agree. */
  alert(...args: unknown[]): EnumValue {
    const buttons = ButtonSet.nameOf(args.at(-1));
    const texts = buttons === null ? args : args.slice(0, -1);
    this.#effects.alert = texts.map(String).join('\n');
    return Button.value(buttons?.startsWith('YES') ? 'YES' : 'OK');
  }
}

/** A user interface that remembers what it was asked to show. */
export function recordingUi(): { readonly containerUi: ContainerUi; readonly effects: ShownEffects } {
  const effects: ShownEffects = { menus: [] };
  const containerUi: ContainerUi = {
    ui: new Ui(effects),
    toast: (message, title) => {
      effects.toast = title ? `${title}\n${message}` : message;
    },
    alert: (text) => {
      effects.alert = text;
    },
  };
  return { containerUi, effects };
}
