/** What `SpreadsheetApp.getUi()` gives: menus, sidebars, dialogs, written down for whoever draws the container, and boxes that the person answers. */
import type { AskPerson, MenuView, Question, QuestionAnswer } from '../contract';
import { GuestEnum, GuestError, HostObject, signatureMismatch, type ContainerUi, type EnumValue, type WaitForPerson } from '../kernel/host-object';
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

class PromptResponse extends HostObject {
  static override readonly guestName = 'PromptResponse';
  readonly #answer: QuestionAnswer;
  constructor(answer: QuestionAnswer) {
    super();
    this.#answer = answer;
  }
  getResponseText(): string {
    return this.#answer.text;
  }
  getSelectedButton(): EnumValue {
    return Button.value(this.#answer.button);
  }
}

/** The box that `(text)`, `(text, buttons)` or `(title, text, buttons)` describe. */
export function questionOf(kind: Question['kind'], args: readonly unknown[], sets: GuestEnum<Question['buttons']>, method: string): Question {
  const buttons = sets.nameOf(args.at(-1));
  const texts = buttons === null ? args : args.slice(0, -1);
  if (texts.length === 0 || texts.length > (buttons === null ? 1 : 2)) throw signatureMismatch(method, args);
  const [first, second] = texts.map(String);
  return { kind, title: second === undefined ? '' : (first ?? ''), text: second ?? first ?? '', buttons: buttons ?? 'OK' };
}

class Ui extends HostObject {
  static override readonly guestName = 'Ui';
  static override readonly guestProperties = ['Button', 'ButtonSet'];
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  readonly #effects: ShownEffects;
  readonly #ask: AskPerson;
  constructor(effects: ShownEffects, ask: AskPerson) {
    super();
    this.#effects = effects;
    this.#ask = ask;
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
  async prompt(...args: unknown[]): Promise<PromptResponse> {
    return new PromptResponse(await this.#ask(questionOf('prompt', args, ButtonSet, 'Ui.prompt')));
  }
  showModelessDialog(output: unknown, title: unknown): void {
    this.showModalDialog(output, title);
  }
  async alert(...args: unknown[]): Promise<EnumValue> {
    const { button } = await this.#ask(questionOf('alert', args, ButtonSet, 'Ui.alert'));
    return Button.value(button);
  }
}

/**
 * A user interface that remembers what it was asked to show.
 * @param ask who shows boxes to a person; without it the person is taken to agree, and nobody can type an answer
 */
export function recordingUi(ask?: AskPerson): { readonly containerUi: (wait: WaitForPerson) => ContainerUi; readonly effects: ShownEffects } {
  const effects: ShownEffects = { menus: [] };
  const agree = ({ kind, title, text, buttons }: Question): Promise<QuestionAnswer> => {
    if (kind === 'prompt') throw new GuestError('Cannot call SpreadsheetApp.getUi() from this context.');
    effects.alert = title === '' ? text : `${title}\n${text}`;
    return Promise.resolve({ button: buttons.startsWith('YES') ? 'YES' : 'OK', text: '' });
  };
  const containerUi = (wait: WaitForPerson): ContainerUi => {
    const asking: AskPerson = ask ? (question) => wait(ask(question)) : agree;
    const ui = new Ui(effects, asking);
    return {
      ui,
      toast: (message, title) => {
        effects.toast = title ? `${title}\n${message}` : message;
      },
      putMenu: (menu) => {
        const known = effects.menus.findIndex(({ caption }) => caption === menu.caption);
        if (known < 0) effects.menus.push(menu);
        else effects.menus[known] = menu;
      },
      removeMenu: (gone) => {
        const known = effects.menus.findIndex(({ caption }) => caption === gone);
        if (known >= 0) effects.menus.splice(known, 1);
      },
      show: (page) => {
        if (!(page instanceof HtmlOutput)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.show', [page]);
        ui.showModalDialog(page, page._titleText());
      },
      ask: asking,
    };
  };
  return { containerUi, effects };
}
