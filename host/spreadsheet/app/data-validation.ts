/** Data validation rules and their builder. */
import { HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { formatCells, quoteSheet } from '../model/a1-notation';
import { areaOf, intersect } from '../model/area';
import { referredPlace, wholeGrid } from '../model/entering';
import type { ValidationRule } from '../model/validation';
import { isMessage } from '../schema/check';
import type { RuleSeat } from './conditional-format-rule';
import { enums } from './enums';
import { operandContext, operandText, operandValue, type ConditionType } from './operands';
import { RangePlace } from './range-place';

type Criteria = (typeof enums.DataValidationCriteria.names)[number];

/** The platform's two names for one condition. */
const criteriaByCondition: Readonly<Partial<Record<ConditionType, Criteria>>> = {
  DATE_AFTER: 'DATE_AFTER', DATE_BEFORE: 'DATE_BEFORE', DATE_BETWEEN: 'DATE_BETWEEN', DATE_EQ: 'DATE_EQUAL_TO', DATE_IS_VALID: 'DATE_IS_VALID_DATE',
  DATE_NOT_BETWEEN: 'DATE_NOT_BETWEEN', DATE_ON_OR_AFTER: 'DATE_ON_OR_AFTER', DATE_ON_OR_BEFORE: 'DATE_ON_OR_BEFORE',
  NUMBER_BETWEEN: 'NUMBER_BETWEEN', NUMBER_EQ: 'NUMBER_EQUAL_TO', NUMBER_GREATER: 'NUMBER_GREATER_THAN', NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_LESS: 'NUMBER_LESS_THAN', NUMBER_LESS_THAN_EQ: 'NUMBER_LESS_THAN_OR_EQUAL_TO', NUMBER_NOT_BETWEEN: 'NUMBER_NOT_BETWEEN', NUMBER_NOT_EQ: 'NUMBER_NOT_EQUAL_TO',
  TEXT_CONTAINS: 'TEXT_CONTAINS', TEXT_NOT_CONTAINS: 'TEXT_DOES_NOT_CONTAIN', TEXT_EQ: 'TEXT_EQUAL_TO', TEXT_IS_EMAIL: 'TEXT_IS_VALID_EMAIL', TEXT_IS_URL: 'TEXT_IS_VALID_URL',
  ONE_OF_LIST: 'VALUE_IN_LIST', ONE_OF_RANGE: 'VALUE_IN_RANGE', CUSTOM_FORMULA: 'CUSTOM_FORMULA', BOOLEAN: 'CHECKBOX',
};

/** Where a rule's references lead; `sheetId` is the sheet of the cell it was read from. */
export interface ValidationSeat extends RuleSeat {
  readonly sheetId: number | null;
}

/** The range of a rule such as `=Lists!A2:A9`; null where it leads nowhere. */
function rangeAt({ session, objects, id, sheetId }: ValidationSeat, reference: string): HostObject | null {
  if (id === null) return null;
  const spreadsheet = session.look(id);
  const place = referredPlace(spreadsheet, reference, sheetId === null ? undefined : (spreadsheet.sheet(sheetId) ?? undefined));
  const area = place && intersect(areaOf(place.range, place.sheet.size), wholeGrid(place.sheet));
  return area ? objects.range(id, place.sheet.sheetId, area, place.range) : null;
}

/** What a rule and its builder tell alike. */
abstract class ToldRule extends HostObject {
  abstract get _rule(): ValidationRule;
  abstract get _seat(): ValidationSeat;
  getAllowInvalid(): boolean {
    return this._rule.strict !== true;
  }
  getHelpText(): string | null {
    return this._rule.inputMessage ?? null;
  }
  getCriteriaType(): EnumValue | null {
    const criteria = criteriaByCondition[this._rule.condition?.type ?? 'CONDITION_TYPE_UNSPECIFIED'];
    return criteria === undefined ? null : enums.DataValidationCriteria.value(criteria);
  }
  /** Those of lists and ranges end with whether the cell shows a dropdown. */
  getCriteriaValues(): unknown[] {
    const { condition: { type, values: kept = [] } = {}, showCustomUi } = this._rule;
    const values = kept.map(({ userEnteredValue = '' }) => userEnteredValue);
    if (type === 'ONE_OF_LIST') return [values, showCustomUi === true];
    if (type === 'ONE_OF_RANGE') return [...values.map((value) => rangeAt(this._seat, value) ?? value), showCustomUi === true];
    const context = operandContext(this._seat.session, this._seat.id);
    return values.map((value) => operandValue(type, value, context));
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this._seat, this._rule);
  }
}

export class DataValidation extends ToldRule {
  static override readonly guestName: string = 'DataValidation';
  constructor(
    override readonly _rule: ValidationRule,
    override readonly _seat: ValidationSeat,
  ) {
    super();
  }
}

export class DataValidationBuilder extends ToldRule {
  static override readonly guestName = 'DataValidationBuilder';
  #rule: ValidationRule;
  #seat: ValidationSeat;
  /** A new rule lets invalid data in with a warning. */
  constructor(seat: ValidationSeat, rule: ValidationRule = { strict: false, showCustomUi: true }) {
    super();
    this.#seat = seat;
    this.#rule = rule;
  }
  override get _rule(): ValidationRule {
    return this.#rule;
  }
  override get _seat(): ValidationSeat {
    return this.#seat;
  }

  /** Any of the criteria, with its operands in a list, as `getCriteriaValues` tells them. */
  withCriteria(criteria: unknown, args: unknown): this {
    const name = enums.DataValidationCriteria.nameOf(criteria);
    if (name === null || !Array.isArray(args)) throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.withCriteria', [criteria, args]);
    const values = args.map((value: unknown) => value);
    if (name === 'VALUE_IN_LIST') return this.requireValueInList(...values);
    if (name === 'VALUE_IN_RANGE' && values[0] instanceof RangePlace) return this.requireValueInRange(...values);
    const condition = { type: Object.entries(criteriaByCondition).find(([, known]) => known === name)?.[0] };
    if (!isMessage('BooleanCondition', condition) || condition.type === undefined) throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.withCriteria', [criteria, args]);
    return this.#require(condition.type, ...values);
  }

  #require(type: ConditionType, ...values: readonly unknown[]): this {
    const context = operandContext(this.#seat.session, this.#seat.id);
    this.#rule = { ...this.#rule, condition: { type, ...(values.length > 0 ? { values: values.map((value) => ({ userEnteredValue: operandText(value, context) })) } : {}) } };
    return this;
  }

  requireValueInList(...args: readonly unknown[]): this {
    const [values, showDropdown = true] = args;
    if (!Array.isArray(values)) throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.requireValueInList', args);
    this.#rule = { ...this.#rule, showCustomUi: showDropdown === true };
    return this.#require('ONE_OF_LIST', ...values.map((value: unknown) => value));
  }
  requireValueInRange(...args: readonly unknown[]): this {
    const [range, showDropdown = true] = args;
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.requireValueInRange', args);
    const { session, id, sheetId } = range._seat;
    const { title } = session.sheet(session.look(id), sheetId).details;
    this.#seat = { ...this.#seat, id };
    this.#rule = { ...this.#rule, showCustomUi: showDropdown === true };
    return this.#require('ONE_OF_RANGE', `=${quoteSheet(title)}!${formatCells(range._gridRange)}`);
  }
  requireCheckbox(...values: readonly unknown[]): this {
    return this.#require('BOOLEAN', ...values);
  }
  requireDate(): this {
    return this.#require('DATE_IS_VALID');
  }
  requireDateAfter(date: unknown): this {
    return this.#require('DATE_AFTER', date);
  }
  requireDateBefore(date: unknown): this {
    return this.#require('DATE_BEFORE', date);
  }
  requireDateOnOrAfter(date: unknown): this {
    return this.#require('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: unknown): this {
    return this.#require('DATE_ON_OR_BEFORE', date);
  }
  requireDateBetween(start: unknown, end: unknown): this {
    return this.#require('DATE_BETWEEN', start, end);
  }
  requireDateNotBetween(start: unknown, end: unknown): this {
    return this.#require('DATE_NOT_BETWEEN', start, end);
  }
  requireDateEqualTo(date: unknown): this {
    return this.#require('DATE_EQ', date);
  }
  requireNumberBetween(start: unknown, end: unknown): this {
    return this.#require('NUMBER_BETWEEN', start, end);
  }
  requireNumberNotBetween(start: unknown, end: unknown): this {
    return this.#require('NUMBER_NOT_BETWEEN', start, end);
  }
  requireNumberEqualTo(number: unknown): this {
    return this.#require('NUMBER_EQ', number);
  }
  requireNumberNotEqualTo(number: unknown): this {
    return this.#require('NUMBER_NOT_EQ', number);
  }
  requireNumberGreaterThan(number: unknown): this {
    return this.#require('NUMBER_GREATER', number);
  }
  requireNumberGreaterThanOrEqualTo(number: unknown): this {
    return this.#require('NUMBER_GREATER_THAN_EQ', number);
  }
  requireNumberLessThan(number: unknown): this {
    return this.#require('NUMBER_LESS', number);
  }
  requireNumberLessThanOrEqualTo(number: unknown): this {
    return this.#require('NUMBER_LESS_THAN_EQ', number);
  }
  requireTextContains(text: unknown): this {
    return this.#require('TEXT_CONTAINS', text);
  }
  requireTextDoesNotContain(text: unknown): this {
    return this.#require('TEXT_NOT_CONTAINS', text);
  }
  requireTextEqualTo(text: unknown): this {
    return this.#require('TEXT_EQ', text);
  }
  requireTextIsEmail(): this {
    return this.#require('TEXT_IS_EMAIL');
  }
  requireTextIsUrl(): this {
    return this.#require('TEXT_IS_URL');
  }
  requireFormulaSatisfied(formula: unknown): this {
    return this.#require('CUSTOM_FORMULA', formula);
  }
  setAllowInvalid(mayBeInvalid: unknown): this {
    this.#rule = { ...this.#rule, strict: mayBeInvalid !== true };
    return this;
  }
  setHelpText(text: unknown): this {
    this.#rule = { ...this.#rule, inputMessage: String(text) };
    return this;
  }
  build(): DataValidation {
    return new DataValidation(this.#rule, this.#seat);
  }
}
