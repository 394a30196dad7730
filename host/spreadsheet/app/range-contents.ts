/** What the cells of a Range hold: values, formulas, rich text. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { copiedFormula, fromR1C1, toR1C1 } from '../formulas/rewriting';
import { enteringContext } from '../model/entering';
import { displayText } from '../model/number-format';
import { beginsFormula } from '../model/typing';
import { requireTable, requireText, textOf } from './arguments';
import { clearArea, clearingOf, onlyContent, onlyFormat, type Clearing } from './clearing';
import { enteredCell, guestValue } from './guest-values';
import { RangeAttachments } from './range-attachments';
import { cellDataOfText, RichTextValue, stretchesOf } from './rich-text';
import { usualTextFormat } from './text-style';

const richFields = 'userEnteredValue,userEnteredFormat.textFormat.link,textFormatRuns';

export abstract class RangeContents extends RangeAttachments {
  getValues(): unknown[][] {
    const { session, id, sheetId, area } = this._seat;
    const spreadsheet = session.read(id, this._cellCount);
    const sheet = session.sheet(spreadsheet, sheetId);
    return Array.from({ length: this.getNumRows() }, (_, row) => {
      const cells = sheet.cells(area.top + row);
      return Array.from({ length: this.getNumColumns() }, (__, column) => guestValue(spreadsheet, cells[area.left + column]));
    });
  }
  getValue(): unknown {
    return this.getValues()[0]?.[0];
  }
  getFormulas(): string[][] {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect((_format, row, column) => sheet.cell(row, column)?.formula ?? '');
  }
  getFormula(): string {
    return this._first(this.getFormulas());
  }
  getFormulasR1C1(): string[][] {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect((_format, row, column) => {
      const formula = sheet.cell(row, column)?.formula;
      return formula === undefined ? '' : toR1C1(formula, row, column);
    });
  }
  getFormulaR1C1(): string {
    return this._first(this.getFormulasR1C1());
  }
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  /** One value for every cell of the range. */
  setValue(...args: readonly unknown[]): this {
    const [value] = args;
    if (args.length !== 1 || value instanceof HostObject) throw signatureMismatch('SpreadsheetApp.Range.setValue', args);
    if (typeof value !== 'string' || !beginsFormula(value)) return this.#enter(() => value);
    const formula = value.startsWith('=') ? value : `=${value}`;
    return this.#enter((row, column) => copiedFormula(formula, row, column).slice(formula.length - value.length));
  }
  setValues(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setValues', args, 0));
    return this.#enter((row, column) => table[row]?.[column]);
  }
  setFormula(...args: readonly unknown[]): this {
    const formula = requireText('SpreadsheetApp.Range.setFormula', args, 0);
    const whole = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
    return this.#enter((row, column) => (whole === '' ? '' : copiedFormula(whole, row, column)));
  }
  setFormulas(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setFormulas', args, 0));
    return this.#enter((row, column) => table[row]?.[column]);
  }

  setFormulaR1C1(...args: readonly unknown[]): this {
    const formula = requireText('SpreadsheetApp.Range.setFormulaR1C1', args, 0);
    return this.#enter((row, column) => fromR1C1(formula, this._area.top + row, this._area.left + column));
  }
  setFormulasR1C1(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setFormulasR1C1', args, 0));
    return this.#enter((row, column) => fromR1C1(textOf(table[row]?.[column]), this._area.top + row, this._area.left + column));
  }

  #enter(valueOf: (row: number, column: number) => unknown): this {
    const { session, id, sheetId, area } = this._seat;
    for (let row = 0; row < this.getNumRows(); row += 1) {
      for (let column = 0; column < this.getNumColumns(); column += 1) {
        const value = valueOf(row, column);
        if (typeof value === 'string' && value.length > 50_000) throw new GuestError('Your input contains more than the maximum of 50000 characters in a single cell.');
      }
    }
    session.write(id, sheetId, area, (draft, sheet) => {
      const context = enteringContext(draft, session.environment.now());
      for (let row = area.top; row < area.bottom; row += 1) {
        for (let column = area.left; column < area.right; column += 1) {
          sheet.setCell(row, column, enteredCell(draft, sheet.cell(row, column), valueOf(row - area.top, column - area.left), context));
        }
      }
    });
    return this;
  }

  clear(options?: unknown): this {
    return this.#clear(clearingOf(options));
  }
  clearContent(): this {
    return this.#clear(onlyContent);
  }
  clearFormat(): this {
    return this.#clear(onlyFormat);
  }
  #clear(what: Clearing): this {
    clearArea(this._seat, this._area, what);
    return this;
  }

  getDisplayValues(): string[][] {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const spreadsheet = session.look(id);
    const sheet = session.sheet(spreadsheet, sheetId);
    return this._collect((format, row, column) => displayText(sheet.cell(row, column), format, spreadsheet.details.locale));
  }
  getDisplayValue(): string {
    return this._first(this.getDisplayValues());
  }

  /** Literal text, whatever it looks like. */
  setRichTextValue(...args: readonly unknown[]): this {
    const [value] = args;
    if (!(value instanceof RichTextValue)) throw signatureMismatch('SpreadsheetApp.Range.setRichTextValue', args);
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { repeatCell: { range: this._gridRange, cell: cellDataOfText(value), fields: richFields } });
    return this;
  }
  setRichTextValues(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setRichTextValues', args, 0));
    const rows = table.map((row) => ({
      values: row.map((value) => {
        if (!(value instanceof RichTextValue)) throw signatureMismatch('SpreadsheetApp.Range.setRichTextValues', args);
        return cellDataOfText(value);
      }),
    }));
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateCells: { range: this._gridRange, rows, fields: richFields } });
    return this;
  }
  /** Null for a cell that holds no text. */
  getRichTextValues(): (RichTextValue | null)[][] {
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect(({ textFormat = {} }, row, column) => {
      const { value = null, formula, runs } = sheet.cell(row, column) ?? {};
      if (formula !== undefined || (value !== null && typeof value !== 'string')) return null;
      return new RichTextValue(value ?? '', stretchesOf(value ?? '', runs, textFormat), 0, usualTextFormat);
    });
  }
  getRichTextValue(): RichTextValue | null {
    return this.getRichTextValues()[0]?.[0] ?? null;
  }
}
