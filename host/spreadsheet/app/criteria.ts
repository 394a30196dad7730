/** Conditions on a value, as filters and conditional formats build and tell them. */
import { HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';
import { enums } from './enums';
import { operandText, operandValue, type ConditionType, type OperandContext } from './operands';

export type Condition = Message<'BooleanCondition'>;
type Criteria = (typeof enums.BooleanCriteria.names)[number];

/** The platform's two names for one condition. */
const types: Readonly<Record<Exclude<Criteria, `${string}_RELATIVE`>, ConditionType>> = {
  CELL_EMPTY: 'BLANK', CELL_NOT_EMPTY: 'NOT_BLANK', DATE_AFTER: 'DATE_AFTER', DATE_BEFORE: 'DATE_BEFORE', DATE_EQUAL_TO: 'DATE_EQ', NUMBER_BETWEEN: 'NUMBER_BETWEEN',
  NUMBER_EQUAL_TO: 'NUMBER_EQ', NUMBER_GREATER_THAN: 'NUMBER_GREATER', NUMBER_GREATER_THAN_OR_EQUAL_TO: 'NUMBER_GREATER_THAN_EQ', NUMBER_LESS_THAN: 'NUMBER_LESS',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'NUMBER_LESS_THAN_EQ', NUMBER_NOT_BETWEEN: 'NUMBER_NOT_BETWEEN', NUMBER_NOT_EQUAL_TO: 'NUMBER_NOT_EQ', TEXT_CONTAINS: 'TEXT_CONTAINS',
  TEXT_DOES_NOT_CONTAIN: 'TEXT_NOT_CONTAINS', TEXT_EQUAL_TO: 'TEXT_EQ', TEXT_STARTS_WITH: 'TEXT_STARTS_WITH', TEXT_ENDS_WITH: 'TEXT_ENDS_WITH', CUSTOM_FORMULA: 'CUSTOM_FORMULA',
};

export function criteriaTypeOf(condition: Condition | undefined): EnumValue | null {
  const isRelative = condition?.values?.some(({ relativeDate }) => relativeDate !== undefined) === true;
  const found = enums.BooleanCriteria.names.find((name) => name in types && Object.entries(types).some(([criteria, type]) => criteria === name && type === condition?.type));
  const relative = isRelative ? enums.BooleanCriteria.names.find((name) => name === `${found}_RELATIVE`) : undefined;
  return found === undefined ? null : enums.BooleanCriteria.value(relative ?? found);
}

export function criteriaValuesOf(condition: Condition | undefined, context: OperandContext): unknown[] {
  return (condition?.values ?? []).map(({ relativeDate, userEnteredValue = '' }) => {
    const relative = enums.RelativeDate.names.find((name) => name === relativeDate);
    if (relative !== undefined) return enums.RelativeDate.value(relative);
    return operandValue(condition?.type, userEnteredValue, context);
  });
}

/** The part that builders of conditions share. */
export abstract class CriteriaBuilder extends HostObject {
  /** Where dates and numbers of the condition are told. */
  abstract get _operands(): OperandContext;
  abstract _setCondition(condition: Condition): void;

  #when(type: ConditionType, ...values: readonly unknown[]): this {
    this._setCondition({ type, ...(values.length > 0 ? { values: values.map((value) => this.#operand(value)) } : {}) });
    return this;
  }
  #operand(value: unknown): Message<'ConditionValue'> {
    const relativeDate = enums.RelativeDate.nameOf(value);
    if (relativeDate !== null) return { relativeDate };
    return { userEnteredValue: operandText(value, this._operands) };
  }

  /** Any of the criteria, with its operands in a list. */
  withCriteria(criteria: unknown, args: unknown): this {
    const name = enums.BooleanCriteria.nameOf(criteria)?.replace(/_RELATIVE$/, '');
    const type = Object.entries(types).find(([known]) => known === name)?.[1];
    if (type === undefined || !Array.isArray(args)) throw signatureMismatch('SpreadsheetApp.withCriteria', [criteria, args]);
    return this.#when(type, ...args.map((value: unknown) => value));
  }
  whenCellEmpty(): this {
    return this.#when('BLANK');
  }
  whenCellNotEmpty(): this {
    return this.#when('NOT_BLANK');
  }
  whenDateAfter(date: unknown): this {
    return this.#when('DATE_AFTER', date);
  }
  whenDateBefore(date: unknown): this {
    return this.#when('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: unknown): this {
    return this.#when('DATE_EQ', date);
  }
  whenFormulaSatisfied(formula: unknown): this {
    return this.#when('CUSTOM_FORMULA', formula);
  }
  whenNumberBetween(start: unknown, end: unknown): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenNumberNotBetween(start: unknown, end: unknown): this {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: unknown): this {
    return this.#when('NUMBER_EQ', number);
  }
  whenNumberNotEqualTo(number: unknown): this {
    return this.#when('NUMBER_NOT_EQ', number);
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
  whenTextContains(text: unknown): this {
    return this.#when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: unknown): this {
    return this.#when('TEXT_NOT_CONTAINS', text);
  }
  whenTextEqualTo(text: unknown): this {
    return this.#when('TEXT_EQ', text);
  }
  whenTextStartsWith(text: unknown): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: unknown): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }
}
