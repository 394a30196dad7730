/** The basic filter of a sheet in script code, and the criteria of its columns. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import { displayText } from '../model/number-format';
import type { GridRange, Message } from '../schema/shapes';
import { isWhole } from './arguments';
import { CriteriaBuilder, criteriaTypeOf, criteriaValuesOf, type Condition } from './criteria';
import { operandContext, type OperandContext } from './operands';
import type { RangeSeat } from './range-place';

type Seat = Pick<RangeSeat, 'session' | 'objects' | 'id' | 'sheetId'>;
type Criteria = Message<'FilterCriteria'> & { readonly visibleValues?: readonly string[] };

const textsOf = (method: string, values: unknown): readonly string[] => {
  if (!Array.isArray(values)) throw signatureMismatch(method, [values]);
  return values.map((value: unknown) => String(value));
};

export class FilterCriteria extends HostObject {
  static override readonly guestName = 'FilterCriteria';
  constructor(
    readonly _criteria: Criteria,
    readonly _operands: OperandContext,
  ) {
    super();
  }
  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this._criteria.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this._criteria.condition, this._operands);
  }
  getHiddenValues(): readonly string[] {
    return this._criteria.hiddenValues ?? [];
  }
  getVisibleValues(): readonly string[] {
    return this._criteria.visibleValues ?? [];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this._operands, this._criteria);
  }
}

export class FilterCriteriaBuilder extends CriteriaBuilder {
  static override readonly guestName = 'FilterCriteriaBuilder';
  #criteria: Criteria;
  constructor(
    override readonly _operands: OperandContext,
    criteria: Criteria = {},
  ) {
    super();
    this.#criteria = criteria;
  }
  override _setCondition(condition: Condition): void {
    this.#criteria = { condition };
  }
  setHiddenValues(values: unknown): this {
    this.#criteria = { hiddenValues: textsOf('SpreadsheetApp.FilterCriteriaBuilder.setHiddenValues', values) };
    return this;
  }
  setVisibleValues(values: unknown): this {
    this.#criteria = { visibleValues: textsOf('SpreadsheetApp.FilterCriteriaBuilder.setVisibleValues', values) };
    return this;
  }
  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this.#criteria.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this.#criteria.condition, this._operands);
  }
  getHiddenValues(): readonly string[] {
    return this.#criteria.hiddenValues ?? [];
  }
  getVisibleValues(): readonly string[] {
    return this.#criteria.visibleValues ?? [];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this._operands, this.#criteria);
  }
  build(): FilterCriteria {
    return new FilterCriteria(this.#criteria, this._operands);
  }
}

export class Filter extends HostObject {
  static override readonly guestName = 'Filter';
  readonly #seat: Seat;
  constructor(seat: Seat) {
    super();
    this.#seat = seat;
  }
  #record(): Message<'BasicFilter'> {
    const { session, id, sheetId } = this.#seat;
    const filter = session.sheet(session.look(id), sheetId).details.basicFilter;
    if (!filter) throw new GuestError('The filter no longer exists.');
    return filter;
  }
  #range(): GridRange {
    return this.#record().range ?? {};
  }
  /** @throws GuestError for a column that the filter does not cover */
  #column(method: string, position: unknown): number {
    const { startColumnIndex = 0, endColumnIndex = Infinity } = this.#range();
    if (!isWhole(position)) throw signatureMismatch(`SpreadsheetApp.Filter.${method}`, [position]);
    const column = Math.trunc(position) - 1;
    if (column < startColumnIndex || column >= endColumnIndex) throw new GuestError('The column is not within the range of the filter.');
    return column;
  }
  #setCriteria(column: number, criteria: Criteria | null): this {
    const { criteria: former = {}, filterSpecs: _specs, ...rest } = this.#record();
    const others = Object.fromEntries(Object.entries(former).filter(([index]) => Number(index) !== column));
    this.#seat.session.request(this.#seat.id, { setBasicFilter: { filter: { ...rest, criteria: criteria === null ? others : { ...others, [column]: criteria } } } });
    return this;
  }
  getRange(): HostObject {
    const { session, objects, id, sheetId } = this.#seat;
    return objects.range(id, sheetId, areaOf(this.#range(), session.sheet(session.look(id), sheetId).size));
  }
  getColumnFilterCriteria(position: unknown): FilterCriteria | null {
    const criteria = this.#record().criteria?.[String(this.#column('getColumnFilterCriteria', position))];
    return criteria === undefined ? null : new FilterCriteria(criteria, operandContext(this.#seat.session, this.#seat.id));
  }
  /** Null takes the criteria away. */
  setColumnFilterCriteria(position: unknown, criteria: unknown): this {
    const column = this.#column('setColumnFilterCriteria', position);
    if (criteria !== null && !(criteria instanceof FilterCriteria)) throw signatureMismatch('SpreadsheetApp.Filter.setColumnFilterCriteria', [position, criteria]);
    const { visibleValues, ...kept } = criteria?._criteria ?? {};
    if (visibleValues === undefined) return this.#setCriteria(column, criteria && kept);
    return this.#setCriteria(column, { hiddenValues: this.#texts(column).filter((text) => !visibleValues.includes(text)) });
  }
  /** What the cells of a column show below the filter's head, each once. */
  #texts(column: number): readonly string[] {
    const { session, id, sheetId } = this.#seat;
    const spreadsheet = session.read(id, 0);
    const sheet = session.sheet(spreadsheet, sheetId);
    const { top, bottom } = areaOf(this.#range(), sheet.size);
    const texts = new Set<string>();
    for (let row = top + 1; row < Math.min(bottom, sheet.lastRow()); row += 1) {
      const cell = sheet.cell(row, column);
      texts.add(displayText(cell, spreadsheet.styles.format(cell?.style ?? 0), spreadsheet.details.locale));
    }
    return [...texts];
  }
  removeColumnFilterCriteria(position: unknown): this {
    return this.#setCriteria(this.#column('removeColumnFilterCriteria', position), null);
  }
  /** Sorts the rows below the filter's head by a column of the sheet, counted from 1. */
  sort(column: unknown, ascending: unknown): this {
    const range = this.#range();
    this.#seat.session.request(this.#seat.id, {
      sortRange: { range: { ...range, startRowIndex: (range.startRowIndex ?? 0) + 1 }, sortSpecs: [{ dimensionIndex: this.#column('sort', column), sortOrder: ascending === false ? 'DESCENDING' : 'ASCENDING' }] },
    });
    return this;
  }
  remove(): void {
    this.#seat.session.request(this.#seat.id, { clearBasicFilter: { sheetId: this.#seat.sheetId } });
  }
}

/** The filter of a sheet; null when it has none. */
export function filterOf(seat: Seat): Filter | null {
  return seat.session.sheet(seat.session.look(seat.id), seat.sheetId).details.basicFilter === null ? null : new Filter(seat);
}

/** @throws GuestError when the sheet has a filter already */
export function createFilter(seat: Seat, range: GridRange): Filter {
  if (filterOf(seat)) throw new GuestError("You can't create a filter in a sheet that already has a filter.");
  seat.session.request(seat.id, { setBasicFilter: { filter: { range } } });
  return new Filter(seat);
}
