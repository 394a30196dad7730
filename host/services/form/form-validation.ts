/** Validations of answers and their builders. Each `require…` is one rule of the form model under the same name. */
import { isRule, type AnswerRule } from '../../kernel/form-model';
import { HostObject, signatureMismatch } from '../../kernel/host-object';

export class Validation extends HostObject {
  static override readonly guestName: string = 'TextValidation';
  readonly #rule: AnswerRule;
  constructor(rule: AnswerRule) {
    super();
    this.#rule = rule;
  }
  _rule(): AnswerRule {
    return this.#rule;
  }
  getHelpText(): string {
    return this.#rule.helpText;
  }
}

/** Builders differ only in the rules they offer; a subclass names them. */
abstract class ValidationBuilder extends HostObject {
  #rule: AnswerRule = { kind: '', operands: [], helpText: '' };
  _require(kind: string, ...operands: unknown[]): this {
    if (!isRule(kind)) throw new Error(`The form model has no rule ${kind}`);
    if (operands.some((operand) => typeof operand !== 'string' && typeof operand !== 'number')) throw signatureMismatch(`FormApp.TextValidationBuilder.require${kind}`, operands);
    this.#rule = { ...this.#rule, kind, operands: operands.map((operand) => (typeof operand === 'number' ? operand : String(operand))) };
    return this;
  }
  setHelpText(text: unknown): this {
    this.#rule = { ...this.#rule, helpText: String(text) };
    return this;
  }
  build(): Validation {
    return new Validation(this.#rule);
  }
}

export class ParagraphTextValidationBuilder extends ValidationBuilder {
  static override readonly guestName: string = 'ParagraphTextValidationBuilder';
  requireTextContainsPattern(pattern: unknown): this {
    return this._require('TextContainsPattern', pattern);
  }
  requireTextDoesNotContainPattern(pattern: unknown): this {
    return this._require('TextDoesNotContainPattern', pattern);
  }
  requireTextMatchesPattern(pattern: unknown): this {
    return this._require('TextMatchesPattern', pattern);
  }
  requireTextDoesNotMatchPattern(pattern: unknown): this {
    return this._require('TextDoesNotMatchPattern', pattern);
  }
  requireTextLengthGreaterThanOrEqualTo(length: unknown): this {
    return this._require('TextLengthGreaterThanOrEqualTo', length);
  }
  requireTextLengthLessThanOrEqualTo(length: unknown): this {
    return this._require('TextLengthLessThanOrEqualTo', length);
  }
}

export class TextValidationBuilder extends ParagraphTextValidationBuilder {
  static override readonly guestName = 'TextValidationBuilder';
  requireNumber(): this {
    return this._require('Number');
  }
  requireWholeNumber(): this {
    return this._require('WholeNumber');
  }
  requireNumberBetween(low: unknown, high: unknown): this {
    return this._require('NumberBetween', low, high);
  }
  requireNumberNotBetween(low: unknown, high: unknown): this {
    return this._require('NumberNotBetween', low, high);
  }
  requireNumberEqualTo(number: unknown): this {
    return this._require('NumberEqualTo', number);
  }
  requireNumberNotEqualTo(number: unknown): this {
    return this._require('NumberNotEqualTo', number);
  }
  requireNumberGreaterThan(number: unknown): this {
    return this._require('NumberGreaterThan', number);
  }
  requireNumberGreaterThanOrEqualTo(number: unknown): this {
    return this._require('NumberGreaterThanOrEqualTo', number);
  }
  requireNumberLessThan(number: unknown): this {
    return this._require('NumberLessThan', number);
  }
  requireNumberLessThanOrEqualTo(number: unknown): this {
    return this._require('NumberLessThanOrEqualTo', number);
  }
  requireTextIsEmail(): this {
    return this._require('TextIsEmail');
  }
  requireTextIsUrl(): this {
    return this._require('TextIsUrl');
  }
}

export class GridValidationBuilder extends ValidationBuilder {
  static override readonly guestName: string = 'GridValidationBuilder';
  requireLimitOneResponsePerColumn(): this {
    return this._require('LimitOneResponsePerColumn');
  }
}

export class CheckboxGridValidationBuilder extends GridValidationBuilder {
  static override readonly guestName = 'CheckboxGridValidationBuilder';
}

export class CheckboxValidationBuilder extends ValidationBuilder {
  static override readonly guestName = 'CheckboxValidationBuilder';
  requireSelectAtLeast(count: unknown): this {
    return this._require('SelectAtLeast', count);
  }
  requireSelectAtMost(count: unknown): this {
    return this._require('SelectAtMost', count);
  }
  requireSelectExactly(count: unknown): this {
    return this._require('SelectExactly', count);
  }
}
