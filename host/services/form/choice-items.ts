/** Items that offer choices. */
import type { Navigation } from '../../kernel/form-model';
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { PageNavigationType } from './form-enums';
import { Item, ItemResponse, QuestionItem } from './form-item';
import { Validation } from './form-validation';

export class Choice extends HostObject {
  static override readonly guestName = 'Choice';
  readonly #value: string;
  readonly #way: Navigation | null;
  readonly #page: Item | null;
  constructor(value: string, way: Navigation | null = null, page: Item | null = null) {
    super();
    this.#value = value;
    this.#way = way;
    this.#page = page;
  }
  _way(): Navigation | null {
    return this.#way;
  }
  getGotoPage(): Item | null {
    return this.#page;
  }
  getPageNavigationType(): EnumValue | null {
    return this.#way && PageNavigationType.value(this.#way.kind);
  }
  getValue(): string {
    return this.#value;
  }
}

/** The way that a navigation type or a page break stands for; null when it is neither. */
export function wayOf(target: unknown): Navigation | null {
  if (target instanceof Item && target._item.type === 'PAGE_BREAK') return { kind: 'GO_TO_PAGE', page: target.getId() };
  const kind = PageNavigationType.nameOf(target);
  return kind === null || kind === 'GO_TO_PAGE' ? null : { kind };
}

export class ListItem extends QuestionItem {
  static override readonly guestName: string = 'ListItem';
  createChoice(value: unknown, navigation?: unknown): Choice {
    if (typeof navigation === 'boolean') throw new GuestError(`NotEmulated: ${this._item.type} choices of quizzes`, 'Error');
    if (navigation === undefined) return new Choice(String(value));
    const way = wayOf(navigation);
    if (!way) throw signatureMismatch('FormApp.ListItem.createChoice', [value, navigation]);
    return new Choice(String(value), way, navigation instanceof Item ? navigation : null);
  }
  getChoices(): Choice[] {
    return this._item.choices.map((value, at) => {
      const way = this._item.ways?.[at] ?? null;
      const page = way?.page === undefined ? null : this._home.item(way.page);
      return new Choice(value, way, page && this._home.object(page));
    });
  }
  setChoices(choices: unknown): this {
    if (!Array.isArray(choices) || !choices.every((choice) => choice instanceof Choice)) throw signatureMismatch('FormApp.ListItem.setChoices', [choices]);
    const ways = choices.map((choice) => choice._way());
    if (ways.some((way) => way === null) && ways.some((way) => way !== null)) throw new GuestError('Either all choices or none of them must have a page navigation.');
    return this.setChoiceValues(choices.map((choice) => choice.getValue()))._change({ ways });
  }
  setChoiceValues(values: unknown): this {
    if (!Array.isArray(values)) throw signatureMismatch('FormApp.ListItem.setChoiceValues', [values]);
    if (values.length === 0) throw new GuestError('Array is empty: values');
    const choices = values.map(String);
    if (new Set(choices).size !== choices.length) throw new GuestError('Questions cannot have duplicate choice values.');
    return this._change({ choices, ways: [] });
  }
  createResponse(value: unknown): ItemResponse {
    const { choices, otherAllowed } = this._item;
    if (!otherAllowed && !choices.includes(String(value))) throw new GuestError(`Invalid response submitted to a multiple choice question: ${String(value)}`);
    return new ItemResponse(this, String(value));
  }
}

export class MultipleChoiceItem extends ListItem {
  static override readonly guestName: string = 'MultipleChoiceItem';
  hasOtherOption(): boolean {
    return this._item.otherAllowed;
  }
  showOtherOption(shown: unknown): this {
    return this._change({ otherAllowed: shown === true });
  }
}

export class CheckboxItem extends MultipleChoiceItem {
  static override readonly guestName = 'CheckboxItem';
  setValidation(validation: unknown): this {
    if (!(validation instanceof Validation)) throw signatureMismatch('FormApp.CheckboxItem.setValidation', [validation]);
    return this._change({ rule: validation._rule() });
  }
  clearValidation(): this {
    return this._change({ rule: null });
  }
  override createResponse(values: unknown): ItemResponse {
    if (!Array.isArray(values)) throw signatureMismatch('FormApp.CheckboxItem.createResponse', [values]);
    return new ItemResponse(this, values.map((value) => super.createResponse(value)._answer()).map(String));
  }
}
