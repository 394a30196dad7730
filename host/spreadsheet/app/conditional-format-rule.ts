/** Conditional format rules and their builder, in the forms that compare words, numbers and formulas. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import type { CellFormat, Message } from '../schema/shapes';
import { colorOf } from './arguments';
import { RangePlace } from './range-place';

type Rule = Message<'ConditionalFormatRule'>;
type ConditionType = NonNullable<Message<'BooleanCondition'>['type']>;

export class ConditionalFormatRule extends HostObject {
  static override readonly guestName = 'ConditionalFormatRule';
  constructor(readonly _rule: Rule) {
    super();
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this._rule);
  }
}

export class ConditionalFormatRuleBuilder extends HostObject {
  static override readonly guestName = 'ConditionalFormatRuleBuilder';
  #rule: Rule;
  constructor(rule: Rule = {}) {
    super();
    this.#rule = rule;
  }
  #when(type: ConditionType, ...values: readonly unknown[]): this {
    const condition = { type, ...(values.length > 0 ? { values: values.map((value) => ({ userEnteredValue: String(value) })) } : {}) };
    this.#rule = { ...this.#rule, booleanRule: { ...this.#rule.booleanRule, condition } };
    return this;
  }
  #format(change: CellFormat): this {
    const former = this.#rule.booleanRule?.format ?? {};
    const format = { ...former, ...change, textFormat: { ...former.textFormat, ...change.textFormat } };
    this.#rule = { ...this.#rule, booleanRule: { ...this.#rule.booleanRule, format } };
    return this;
  }
  whenTextEqualTo(text: unknown): this {
    return this.#when('TEXT_EQ', text);
  }
  whenTextContains(text: unknown): this {
    return this.#when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: unknown): this {
    return this.#when('TEXT_NOT_CONTAINS', text);
  }
  whenTextStartsWith(text: unknown): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: unknown): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }
  whenCellEmpty(): this {
    return this.#when('BLANK');
  }
  whenCellNotEmpty(): this {
    return this.#when('NOT_BLANK');
  }
  whenNumberGreaterThan(number: unknown): this {
    return this.#when('NUMBER_GREATER', number);
  }
  whenNumberGreaterThanOrEqualTo(number: unknown): this {
    return this.#when('NUMBER_GREATER_THAN_EQ', number);
  }
  whenNumberLessThan(number: unknown): this {
    return this.#when('NUMBER_LESS', number);
  }
  whenNumberLessThanOrEqualTo(number: unknown): this {
    return this.#when('NUMBER_LESS_THAN_EQ', number);
  }
  whenNumberEqualTo(number: unknown): this {
    return this.#when('NUMBER_EQ', number);
  }
  whenNumberBetween(start: unknown, end: unknown): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenFormulaSatisfied(formula: unknown): this {
    return this.#when('CUSTOM_FORMULA', formula);
  }
  setBackground(color: unknown): this {
    const backgroundColor = typeof color === 'string' ? colorOf(color) : null;
    return this.#format(backgroundColor ? { backgroundColor } : {});
  }
  setFontColor(color: unknown): this {
    const foregroundColor = typeof color === 'string' ? colorOf(color) : null;
    return this.#format(foregroundColor ? { textFormat: { foregroundColor } } : {});
  }
  setBold(bold: unknown): this {
    return this.#format({ textFormat: { bold: bold === true } });
  }
  setItalic(italic: unknown): this {
    return this.#format({ textFormat: { italic: italic === true } });
  }
  setStrikethrough(strikethrough: unknown): this {
    return this.#format({ textFormat: { strikethrough: strikethrough === true } });
  }
  setRanges(...args: readonly unknown[]): this {
    if (!Array.isArray(args[0])) throw signatureMismatch('SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges', args);
    const ranges = args[0].map((range: unknown) => {
      if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges', args);
      return range._gridRange;
    });
    this.#rule = { ...this.#rule, ranges };
    return this;
  }
  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.#rule);
  }
}

/** The rules of `setConditionalFormatRules`. @throws GuestError for anything but a list of rules */
export function rulesOf(args: readonly unknown[]): readonly Rule[] {
  const method = 'SpreadsheetApp.Sheet.setConditionalFormatRules';
  if (!Array.isArray(args[0])) throw signatureMismatch(method, args);
  return args[0].map((rule: unknown) => {
    if (!(rule instanceof ConditionalFormatRule)) throw signatureMismatch(method, args);
    return rule._rule;
  });
}
