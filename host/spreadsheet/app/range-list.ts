/** Several ranges of one sheet, done with alike; and what is selected. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import { enums } from './enums';
import { Range } from './range';
import type { SpreadsheetSession } from './session';
import type { AppObjects } from './range-place';

export class RangeList extends HostObject {
  static override readonly guestName = 'RangeList';
  constructor(readonly _ranges: readonly Range[]) {
    super();
  }
  #each(act: (range: Range) => unknown): this {
    for (const range of this._ranges) act(range);
    return this;
  }
  getRanges(): readonly Range[] {
    return this._ranges;
  }
  activate(): this {
    const [first] = this._ranges;
    if (!first) return this;
    const { session, id, sheetId, area } = first._seat;
    session.activate(id, { sheetId, areas: this._ranges.map((range) => range._area), current: { ...area, bottom: area.top + 1, right: area.left + 1 } });
    return this;
  }
  breakApart(): this {
    return this.#each((range) => range.breakApart());
  }
  check(): this {
    return this.#each((range) => range.check());
  }
  uncheck(): this {
    return this.#each((range) => range.uncheck());
  }
  clear(options?: unknown): this {
    return this.#each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }
  insertCheckboxes(...args: readonly unknown[]): this {
    return this.#each((range) => range.insertCheckboxes(...args));
  }
  removeCheckboxes(): this {
    return this.#each((range) => range.removeCheckboxes());
  }
  setBackground(color: unknown): this {
    return this.#each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: unknown, green: unknown, blue: unknown): this {
    return this.#each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...args: readonly unknown[]): this {
    return this.#each((range) => range.setBorder(...args));
  }
  setFontColor(color: unknown): this {
    return this.#each((range) => range.setFontColor(color));
  }
  setFontFamily(family: unknown): this {
    return this.#each((range) => range.setFontFamily(family));
  }
  setFontLine(line: unknown): this {
    return this.#each((range) => range.setFontLine(line));
  }
  setFontSize(size: unknown): this {
    return this.#each((range) => range.setFontSize(size));
  }
  setFontStyle(style: unknown): this {
    return this.#each((range) => range.setFontStyle(style));
  }
  setFontWeight(weight: unknown): this {
    return this.#each((range) => range.setFontWeight(weight));
  }
  setFormula(formula: unknown): this {
    return this.#each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: unknown): this {
    return this.#each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: unknown): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: unknown): this {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }
  setNote(note: unknown): this {
    return this.#each((range) => range.setNote(note));
  }
  setNumberFormat(format: unknown): this {
    return this.#each((range) => range.setNumberFormat(format));
  }
  setTextDirection(direction: unknown): this {
    return this.#each((range) => range.setTextDirection(direction));
  }
  setTextRotation(rotation: unknown): this {
    return this.#each((range) => range.setTextRotation(rotation));
  }
  setVerticalText(isVertical: unknown): this {
    return this.#each((range) => range.setVerticalText(isVertical));
  }
  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }
  setShowHyperlink(shown: unknown): this {
    return this.#each((range) => range.setShowHyperlink(shown));
  }
  setWrap(isWrapped: unknown): this {
    return this.#each((range) => range.setWrap(isWrapped));
  }
  setWrapStrategy(strategy: unknown): this {
    return this.#each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.#each((range) => range.trimWhitespace());
  }
}

const requireRange = (value: unknown): Range => {
  if (!(value instanceof Range)) throw signatureMismatch('SpreadsheetApp.RangeList', [value]);
  return value;
};

/** Ranges from a list of references, each read by `find`. */
export function rangeListOf(method: string, references: unknown, find: (reference: string) => HostObject): RangeList {
  if (!Array.isArray(references) || references.length === 0) throw signatureMismatch(method, [references]);
  return new RangeList(references.map((reference: unknown) => {
    if (typeof reference !== 'string') throw signatureMismatch(method, [references]);
    return requireRange(find(reference));
  }));
}

/** What is active in one spreadsheet; null where nobody has it open and the script has not chosen. */
export function activeRanges(session: SpreadsheetSession, objects: AppObjects, id: string): RangeList | null {
  const active = session.activeOf(id);
  return active && new RangeList(active.areas.map((area) => requireRange(objects.range(id, active.sheetId, area))));
}

export function currentCell(session: SpreadsheetSession, objects: AppObjects, id: string): HostObject | null {
  const active = session.activeOf(id);
  return active && objects.range(id, active.sheetId, active.current);
}

export class Selection extends HostObject {
  static override readonly guestName = 'Selection';
  readonly #session: SpreadsheetSession;
  readonly #objects: AppObjects;
  readonly #id: string;
  readonly #sheet: () => HostObject;
  constructor(session: SpreadsheetSession, objects: AppObjects, id: string, sheet: () => HostObject) {
    super();
    this.#session = session;
    this.#objects = objects;
    this.#id = id;
    this.#sheet = sheet;
  }
  getActiveSheet(): HostObject {
    return this.#sheet();
  }
  getActiveRangeList(): RangeList | null {
    return activeRanges(this.#session, this.#objects, this.#id);
  }
  getActiveRange(): HostObject | null {
    return this.getActiveRangeList()?._ranges.at(-1) ?? null;
  }
  getCurrentCell(): HostObject | null {
    return currentCell(this.#session, this.#objects, this.#id);
  }
  /** From the current cell to where Ctrl+Shift and an arrow key would stretch the selection. */
  getNextDataRange(direction: unknown): HostObject | null {
    const active = this.#session.activeOf(this.#id);
    if (enums.Direction.nameOf(direction) === null) throw signatureMismatch('SpreadsheetApp.Selection.getNextDataRange', [direction]);
    if (!active) return null;
    const cell = requireRange(this.#objects.range(this.#id, active.sheetId, active.current));
    const target = requireRange(cell.getNextDataCell(direction))._area;
    const area = active.areas.at(-1) ?? active.current;
    return this.#objects.range(this.#id, active.sheetId, {
      top: Math.min(area.top, target.top), left: Math.min(area.left, target.left), bottom: Math.max(area.bottom, target.bottom), right: Math.max(area.right, target.right),
    });
  }
}
