/** Items that offer choices. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { ItemResponse, QuestionItem } from './form-item';
import { Validation } from './form-validation';

export class Choice extends HostObject {
  static override readonly guestName = 'Choice';
  readonly #value: string;
  constructor(value: string) {
    super();
    this.#value = value;
  }
  getValue(): string {
    return this.#value;
  }
}

export class ListItem extends QuestionItem {
  static override readonly guestName: string = 'ListItem';
  createChoice(value: unknown, navigation?: unknown): Choice {
    if (navigation !== undefined) throw new GuestError(`NotEmulated: ${this._item.type} choices with page navigation`, 'Error');
    return new Choice(String(value));
  }
  getChoices(): Choice[] {
    return this._item.choices.map((value) => new Choice(value));
  }
  setChoices(choices: unknown): this {
    if (!Array.isArray(choices) || !choices.every((choice) => choice instanceof Choice)) throw signatureMismatch('FormApp.ListItem.setChoices', [choices]);
    return this.setChoiceValues(choices.map((choice) => choice.getValue()));
  }
  setChoiceValues(values: unknown): this {
    if (!Array.isArray(values)) throw signatureMismatch('FormApp.ListItem.setChoiceValues', [values]);
    if (values.length === 0) throw new GuestError('Array is empty: values');
    const choices = values.map(String);
    if (new Set(choices).size !== choices.length) throw new GuestError('Questions cannot have duplicate choice values.');
    return this._change({ choices });
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
