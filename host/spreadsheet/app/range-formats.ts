/** How the cells of a Range look: formats, notes, validations, merged cells. */
import { GuestError, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { displayText, numberFormatOf, patternOf } from '../model/number-format';
import { validationAt } from '../model/validation';
import { hexColor } from '../people/grid-view';
import type { CellFormat, Message } from '../schema/shapes';
import { colorOf, requireTable, requireText, textOf } from './arguments';
import { DataValidation } from './data-validation';
import { enums } from './enums';
import { RangePlace } from './range-place';

const alignments: Readonly<Record<string, CellFormat['horizontalAlignment']>> = { left: 'LEFT', center: 'CENTER', right: 'RIGHT', normal: undefined };
const verticals: Readonly<Record<string, CellFormat['verticalAlignment']>> = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' };
const strategies = { WRAP: 'WRAP', OVERFLOW: 'OVERFLOW_CELL', CLIP: 'CLIP' } as const;

export abstract class RangeFormats extends RangePlace {
  /** The same format for every cell; only the named fields change. */
  _setFormat(format: CellFormat, fields: string): this {
    const { session, id } = this._seat;
    session.writeRequest(id, this._cellCount, { repeatCell: { range: this._gridRange, cell: { userEnteredFormat: format }, fields: `userEnteredFormat.${fields}` } });
    return this;
  }

  /** A format for each cell from a table of arguments. */
  _setFormats(method: string, args: readonly unknown[], fields: string, formatOf: (value: unknown) => CellFormat): this {
    const table = this._requireShape(requireTable(method, args, 0));
    const rows = table.map((row) => ({ values: row.map((value) => ({ userEnteredFormat: formatOf(value) })) }));
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateCells: { range: this._gridRange, rows, fields: `userEnteredFormat.${fields}` } });
    return this;
  }

  /** @throws GuestError when a table has another shape than the range */
  _requireShape(table: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
    const [rows, columns] = [this.getNumRows(), this.getNumColumns()];
    if (table.length !== rows) throw new GuestError(`The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${rows}.`);
    for (const row of table) {
      if (row.length !== columns) throw new GuestError(`The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`);
    }
    return table;
  }

  /** What each cell tells, row by row, after everything written so far. */
  _collect<T>(tell: (format: CellFormat, row: number, column: number) => T): T[][] {
    const { session, id, sheetId, area } = this._seat;
    const spreadsheet = session.read(id, this._cellCount);
    const sheet = session.sheet(spreadsheet, sheetId);
    return Array.from({ length: this.getNumRows() }, (_, row) => {
      const cells = sheet.cells(area.top + row);
      return Array.from({ length: this.getNumColumns() }, (__, column) => tell(spreadsheet.styles.format(cells[area.left + column]?.style ?? 0), area.top + row, area.left + column));
    });
  }

  _first<T>(table: readonly (readonly T[])[]): T {
    const value = table[0]?.[0];
    if (value === undefined) throw new Error('A range has at least one cell');
    return value;
  }

  #colorFormat(method: string, args: readonly unknown[], value: unknown, format: (color: Message<'Color'>) => CellFormat): CellFormat {
    if (value === null || value === undefined || value === '') return {};
    const color = typeof value === 'string' ? colorOf(value) : null;
    if (!color) throw signatureMismatch(method, args);
    return format(color);
  }

  setBackground(...args: readonly unknown[]): this {
    return this._setFormat(this.#colorFormat('SpreadsheetApp.Range.setBackground', args, args[0], (backgroundColor) => ({ backgroundColor })), 'backgroundColor');
  }
  setBackgrounds(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setBackgrounds';
    return this._setFormats(method, args, 'backgroundColor', (value) => this.#colorFormat(method, args, value, (backgroundColor) => ({ backgroundColor })));
  }
  getBackgrounds(): string[][] {
    return this._collect((format) => hexColor(format.backgroundColor) ?? '#ffffff');
  }
  getBackground(): string {
    return this._first(this.getBackgrounds());
  }
  setFontColor(...args: readonly unknown[]): this {
    return this._setFormat(this.#colorFormat('SpreadsheetApp.Range.setFontColor', args, args[0], (foregroundColor) => ({ textFormat: { foregroundColor } })), 'textFormat.foregroundColor');
  }
  setFontColors(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setFontColors';
    return this._setFormats(method, args, 'textFormat.foregroundColor', (value) => this.#colorFormat(method, args, value, (foregroundColor) => ({ textFormat: { foregroundColor } })));
  }
  getFontColors(): string[][] {
    return this._collect((format) => hexColor(format.textFormat?.foregroundColor) ?? '#000000');
  }
  setFontWeight(weight: unknown): this {
    return this._setFormat({ textFormat: { bold: weight === 'bold' } }, 'textFormat.bold');
  }
  setFontWeights(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontWeights', args, 'textFormat.bold', (weight) => ({ textFormat: { bold: weight === 'bold' } }));
  }
  getFontWeights(): string[][] {
    return this._collect((format) => (format.textFormat?.bold === true ? 'bold' : 'normal'));
  }
  getFontWeight(): string {
    return this._first(this.getFontWeights());
  }
  setFontStyle(style: unknown): this {
    return this._setFormat({ textFormat: { italic: style === 'italic' } }, 'textFormat.italic');
  }
  setFontLine(line: unknown): this {
    return this._setFormat({ textFormat: { underline: line === 'underline', strikethrough: line === 'line-through' } }, 'textFormat(underline,strikethrough)');
  }
  setFontSize(size: unknown): this {
    return this._setFormat(typeof size === 'number' ? { textFormat: { fontSize: size } } : {}, 'textFormat.fontSize');
  }
  setFontFamily(family: unknown): this {
    return this._setFormat(typeof family === 'string' ? { textFormat: { fontFamily: family } } : {}, 'textFormat.fontFamily');
  }
  setHorizontalAlignment(alignment: unknown): this {
    const horizontalAlignment = alignments[String(alignment)];
    return this._setFormat(horizontalAlignment === undefined ? {} : { horizontalAlignment }, 'horizontalAlignment');
  }
  setVerticalAlignment(alignment: unknown): this {
    const verticalAlignment = verticals[String(alignment)];
    return this._setFormat(verticalAlignment === undefined ? {} : { verticalAlignment }, 'verticalAlignment');
  }
  setWrap(isWrapped: unknown): this {
    return this._setFormat({ wrapStrategy: isWrapped === true ? 'WRAP' : 'OVERFLOW_CELL' }, 'wrapStrategy');
  }
  setWrapStrategy(...args: readonly unknown[]): this {
    const name = enums.WrapStrategy.nameOf(args[0]);
    if (!name) throw signatureMismatch('SpreadsheetApp.Range.setWrapStrategy', args);
    return this._setFormat({ wrapStrategy: strategies[name] }, 'wrapStrategy');
  }
  getWrap(): boolean {
    return this._first(this._collect((format) => format.wrapStrategy === 'WRAP'));
  }
  setNumberFormat(...args: readonly unknown[]): this {
    return this._setFormat({ numberFormat: numberFormatOf(requireText('SpreadsheetApp.Range.setNumberFormat', args, 0)) }, 'numberFormat');
  }
  setNumberFormats(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setNumberFormats', args, 'numberFormat', (pattern) => ({ numberFormat: numberFormatOf(String(pattern)) }));
  }
  getNumberFormats(): string[][] {
    const { locale } = this._seat.session.look(this._seat.id).details;
    return this._collect((format) => patternOf(format.numberFormat, locale) || '0.###############');
  }
  getNumberFormat(): string {
    return this._first(this.getNumberFormats());
  }
  setBorder(...args: readonly unknown[]): this {
    const sides = ['top', 'left', 'bottom', 'right', 'innerVertical', 'innerHorizontal'] as const;
    const color = typeof args[6] === 'string' ? colorOf(args[6]) : null;
    const lines = sides.flatMap((side, index) => (typeof args[index] === 'boolean' ? [[side, { style: args[index] ? ('SOLID' as const) : ('NONE' as const), ...(color ? { color } : {}) }] as const] : []));
    if (lines.length > 0) this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateBorders: { range: this._gridRange, ...Object.fromEntries(lines) } });
    return this;
  }

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
    const { session, id, sheetId } = this._seat;
    session.flushOne(id);
    const sheet = session.sheet(session.look(id), sheetId);
    return this._collect((_format, row, column) => {
      const rule = validationAt(sheet, row, column);
      return rule && new DataValidation(rule, session.context.timeZone);
    });
  }
  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }
  insertCheckboxes(): this {
    const { session, id, sheetId } = this._seat;
    this._seat.session.writeRequest(this._seat.id, 0, { setDataValidation: { range: this._gridRange, rule: { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true } } });
    session.write(id, sheetId, this._area, (_draft, sheet) => {
      for (let row = this._area.top; row < this._area.bottom; row += 1) {
        for (let column = this._area.left; column < this._area.right; column += 1) {
          const cell = sheet.cell(row, column);
          if (typeof cell?.value !== 'boolean') sheet.setCell(row, column, { ...(cell ?? { style: 0 }), value: false });
        }
      }
    });
    return this;
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
  getWrapStrategy(): EnumValue {
    const names = { WRAP: 'WRAP', CLIP: 'CLIP' } as const;
    return this._first(this._collect((format) => enums.WrapStrategy.value(format.wrapStrategy === 'WRAP' || format.wrapStrategy === 'CLIP' ? names[format.wrapStrategy] : 'OVERFLOW')));
  }
}
