/** What is attached to the cells of a Range: notes, validations, checkboxes, merged cells, bands. */
import { signatureMismatch } from '../../kernel/host-object';
import type { CellValue } from '../model/cell';
import { enteringContext } from '../model/entering';
import { validationAt, type ValidationRule } from '../model/validation';
import { requireTable, textOf } from './arguments';
import { applyBanding, bandingsIn, type Banding } from './banding';
import { DataValidation } from './data-validation';
import { enteredCell } from './guest-values';
import { RangeFonts } from './range-fonts';

/** What a checkbox holds when it is ticked and when it is not; null for a cell without one. */
function checkboxOf(rule: ValidationRule | null): { readonly checked: CellValue; readonly unchecked: CellValue } | null {
  if (rule?.condition?.type !== 'BOOLEAN') return null;
  const [checked, unchecked] = (rule.condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue);
  return { checked: checked ?? true, unchecked: checked === undefined ? false : (unchecked ?? '') };
}

export abstract class RangeAttachments extends RangeFonts {
  setNote(note: unknown): this {
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { repeatCell: { range: this._gridRange, cell: { note: textOf(note) }, fields: 'note' } });
    return this;
  }
  setNotes(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setNotes', args, 0));
    const rows = table.map((row) => ({ values: row.map((note) => ({ note: textOf(note) })) }));
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateCells: { range: this._gridRange, rows, fields: 'note' } });
    return this;
  }
  getNotes(): string[][] {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect((_format, row, column) => sheet.cell(row, column)?.note ?? '');
  }
  getNote(): string {
    return this._first(this.getNotes());
  }
  clearNote(): this {
    return this.setNote('');
  }

  setDataValidation(...args: readonly unknown[]): this {
    const [rule] = args;
    if (rule !== null && !(rule instanceof DataValidation)) throw signatureMismatch('SpreadsheetApp.Range.setDataValidation', args);
    this._seat.session.writeRequest(this._seat.id, 0, { setDataValidation: { range: this._gridRange, ...(rule ? { rule: rule._rule } : {}) } });
    return this;
  }
  setDataValidations(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setDataValidations', args, 0));
    const rows = table.map((row) => ({ values: row.map((rule) => (rule instanceof DataValidation ? { dataValidation: rule._rule } : {})) }));
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateCells: { range: this._gridRange, rows, fields: 'dataValidation' } });
    return this;
  }
  clearDataValidations(): this {
    return this.setDataValidation(null);
  }
  getDataValidations(): (DataValidation | null)[][] {
    const { session, objects, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect((_format, row, column) => {
      const rule = validationAt(sheet, row, column);
      return rule && new DataValidation(rule, { session, objects, id, sheetId });
    });
  }
  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }
  /** `insertCheckboxes([checked[, unchecked]])`: cells that hold neither become unchecked. */
  insertCheckboxes(...args: readonly unknown[]): this {
    const { session, id, sheetId } = this._seat;
    const values = args.slice(0, 2).map((value) => ({ userEnteredValue: String(value) }));
    session.writeRequest(id, 0, { setDataValidation: { range: this._gridRange, rule: { condition: { type: 'BOOLEAN', ...(values.length > 0 ? { values } : {}) }, strict: true, showCustomUi: true } } });
    session.write(id, sheetId, this._area, (draft, sheet) => {
      const context = enteringContext(draft, session.environment.now());
      this.#eachCell((row, column) => {
        const cell = sheet.cell(row, column);
        const { checked, unchecked } = checkboxOf(validationAt(sheet, row, column)) ?? { checked: true, unchecked: false };
        const held = cell?.value ?? null;
        if (held !== checked && held !== unchecked) sheet.setCell(row, column, enteredCell(draft, cell, unchecked, context));
      });
    });
    return this;
  }
  #eachCell(visit: (row: number, column: number) => void): void {
    const { top, left, bottom, right } = this._area;
    for (let row = top; row < bottom; row += 1) for (let column = left; column < right; column += 1) visit(row, column);
  }
  #tick(choose: (box: { readonly checked: CellValue; readonly unchecked: CellValue }) => CellValue): this {
    const { session, id, sheetId } = this._seat;
    session.write(id, sheetId, this._area, (draft, sheet) => {
      const context = enteringContext(draft, session.environment.now());
      this.#eachCell((row, column) => {
        const box = checkboxOf(validationAt(sheet, row, column));
        if (box) sheet.setCell(row, column, enteredCell(draft, sheet.cell(row, column), choose(box), context));
      });
    });
    return this;
  }
  /** Cells without a checkbox stay as they are. */
  check(): this {
    return this.#tick(({ checked }) => checked);
  }
  uncheck(): this {
    return this.#tick(({ unchecked }) => unchecked);
  }
  /** Null where some cells differ, or have no checkbox. */
  isChecked(): boolean | null {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    const states = new Set(this._collect((_format, row, column) => {
      const box = checkboxOf(validationAt(sheet, row, column));
      return box ? sheet.cell(row, column)?.value === box.checked : null;
    }).flat());
    return states.size === 1 ? ([...states][0] ?? null) : null;
  }
  removeCheckboxes(): this {
    return this.setDataValidation(null);
  }

  merge(): this {
    this._seat.session.request(this._seat.id, { mergeCells: { range: this._gridRange, mergeType: 'MERGE_ALL' } });
    return this;
  }
  mergeAcross(): this {
    this._seat.session.request(this._seat.id, { mergeCells: { range: this._gridRange, mergeType: 'MERGE_ROWS' } });
    return this;
  }
  mergeVertically(): this {
    this._seat.session.request(this._seat.id, { mergeCells: { range: this._gridRange, mergeType: 'MERGE_COLUMNS' } });
    return this;
  }
  breakApart(): this {
    this._seat.session.request(this._seat.id, { unmergeCells: { range: this._gridRange } });
    return this;
  }


  /** `applyRowBanding([theme[, header, footer]])`. */
  applyRowBanding(...args: readonly unknown[]): Banding {
    return applyBanding(this._seat, this._gridRange, 'rowProperties', args);
  }
  applyColumnBanding(...args: readonly unknown[]): Banding {
    return applyBanding(this._seat, this._gridRange, 'columnProperties', args);
  }
  getBandings(): Banding[] {
    return bandingsIn(this._seat, this._area);
  }
}
