/** Range: reading and writing what cells hold. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import type { Area } from '../model/area';
import { blankCell, withContent, withNote, withStyle } from '../model/cell';
import { enteringContext } from '../model/entering';
import type { SortOrder } from '../model/moving-cells';
import { mayWrite } from '../model/protection';
import type { Message } from '../schema/shapes';
import { requireTable, requireText } from './arguments';
import { enums } from './enums';
import { enteredCell, guestValue } from './guest-values';
import { protectRange, type Protection } from './protection';
import { createFilter, filterOf, type Filter } from './filter';
import { RangeFormats } from './range-formats';
import { RichTextValue } from './rich-text';
import { addMetadata, metadataAt, type DeveloperMetadata } from './developer-metadata';
import { TextFinder } from './text-finder';
import { isPlainObject } from '../schema/check';

export class Range extends RangeFormats {
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
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  /** One value for every cell of the range. */
  setValue(...args: readonly unknown[]): this {
    const [value] = args;
    if (args.length !== 1 || value instanceof HostObject) throw signatureMismatch('SpreadsheetApp.Range.setValue', args);
    return this.#enter(() => value);
  }
  setValues(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setValues', args, 0));
    return this.#enter((row, column) => table[row]?.[column]);
  }
  setFormula(...args: readonly unknown[]): this {
    const formula = requireText('SpreadsheetApp.Range.setFormula', args, 0);
    return this.#enter(() => (formula === '' || formula.startsWith('=') ? formula : `=${formula}`));
  }
  setFormulas(...args: readonly unknown[]): this {
    const table = this._requireShape(requireTable('SpreadsheetApp.Range.setFormulas', args, 0));
    return this.#enter((row, column) => table[row]?.[column]);
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

  /** Without options everything but notes and validations goes, as on the platform. */
  clear(options?: unknown): this {
    const chosen = isPlainObject(options) ? options : {};
    const some = ['contentsOnly', 'formatOnly', 'commentsOnly', 'validationsOnly'].some((name) => chosen[name] === true);
    const wants = (name: string, otherwise: boolean): boolean => (some ? chosen[name] === true : otherwise);
    return this.#clear({ content: wants('contentsOnly', true), format: wants('formatOnly', true), note: wants('commentsOnly', false), validation: wants('validationsOnly', false) });
  }
  clearContent(): this {
    return this.#clear({ content: true, format: false, note: false, validation: false });
  }
  clearFormat(): this {
    return this.#clear({ content: false, format: true, note: false, validation: false });
  }

  #clear(what: { readonly content: boolean; readonly format: boolean; readonly note: boolean; readonly validation: boolean }): this {
    const { session, id, sheetId, area } = this._seat;
    if (what.validation) this.clearDataValidations();
    session.write(id, sheetId, area, (_draft, sheet) => {
      for (let row = area.top; row < area.bottom; row += 1) {
        const width = Math.min(area.right, sheet.cells(row).length);
        for (let column = area.left; column < width; column += 1) {
          let cell = sheet.cell(row, column) ?? blankCell(0);
          if (what.content) cell = withContent(cell, { value: null });
          if (what.format) cell = withStyle(cell, 0);
          if (what.note) cell = withNote(cell, '');
          sheet.setCell(row, column, cell);
        }
      }
    });
    return this;
  }

  /** Takes columns of the sheet, from 1: a number, a list of them, or objects with `column` and `ascending`. */
  sort(...args: readonly unknown[]): this {
    const specs = (Array.isArray(args[0]) ? args[0] : [args[0]]).map((spec: unknown): SortOrder => {
      if (typeof spec === 'number') return { column: spec - 1, descending: false };
      if (isPlainObject(spec) && typeof spec['column'] === 'number') return { column: spec['column'] - 1, descending: spec['ascending'] === false };
      throw signatureMismatch('SpreadsheetApp.Range.sort', args);
    });
    this._seat.session.request(this._seat.id, {
      sortRange: { range: this._gridRange, sortSpecs: specs.map(({ column, descending }) => ({ dimensionIndex: column, sortOrder: descending ? ('DESCENDING' as const) : ('ASCENDING' as const) })) },
    });
    return this;
  }

  #destination(method: string, args: readonly unknown[]): Range {
    const [destination] = args;
    if (!(destination instanceof Range) || destination._seat.id !== this._seat.id) throw signatureMismatch(method, args);
    return destination;
  }

  copyTo(...args: readonly unknown[]): void {
    const destination = this.#destination('SpreadsheetApp.Range.copyTo', args);
    const options = isPlainObject(args[1]) ? args[1] : {};
    const pasteType: Message<'CopyPasteRequest'>['pasteType'] =
      options['contentsOnly'] === true ? 'PASTE_VALUES' : options['formatOnly'] === true ? 'PASTE_FORMAT' : (enums.CopyPasteType.nameOf(args[1]) ?? 'PASTE_NORMAL');
    this._seat.session.request(this._seat.id, {
      copyPaste: { source: this._gridRange, destination: destination._gridRange, ...(pasteType ? { pasteType } : {}), pasteOrientation: args[2] === true ? 'TRANSPOSE' : 'NORMAL' },
    });
  }
  copyValuesToRange(...args: readonly unknown[]): void {
    this.copyTo(this.#destination('SpreadsheetApp.Range.copyValuesToRange', args), { contentsOnly: true });
  }
  moveTo(...args: readonly unknown[]): void {
    const { _seat: target } = this.#destination('SpreadsheetApp.Range.moveTo', args);
    this._seat.session.request(this._seat.id, { cutPaste: { source: this._gridRange, destination: { sheetId: target.sheetId, rowIndex: target.area.top, columnIndex: target.area.left } } });
  }
  insertCells(...args: readonly unknown[]): this {
    this._seat.session.request(this._seat.id, { insertRange: { range: this._gridRange, shiftDimension: this.#dimension('insertCells', args) } });
    return this;
  }
  deleteCells(...args: readonly unknown[]): void {
    this._seat.session.request(this._seat.id, { deleteRange: { range: this._gridRange, shiftDimension: this.#dimension('deleteCells', args) } });
  }
  #dimension(name: string, args: readonly unknown[]): 'ROWS' | 'COLUMNS' {
    const dimension = enums.Dimension.nameOf(args[0]);
    if (!dimension) throw signatureMismatch(`SpreadsheetApp.Range.${name}`, args);
    return dimension;
  }

  protect(): Protection {
    return protectRange(this._seat, this._gridRange, 'RANGE');
  }
  canEdit(): boolean {
    const { session, id, sheetId } = this._seat;
    const spreadsheet = session.look(id);
    const { runsAs } = session.context;
    return spreadsheet.roleOf(runsAs) !== 'viewer' && mayWrite(spreadsheet, session.sheet(spreadsheet, sheetId), this._area, runsAs);
  }
  createTextFinder(...args: readonly unknown[]): TextFinder {
    return new TextFinder(this._seat.session, this._seat.objects, this._seat.id, [{ sheetId: this._seat.sheetId, area: this._area }], requireText('SpreadsheetApp.Range.createTextFinder', args, 0));
  }

  /** Whole rows or columns of one only, as on the platform. */
  addDeveloperMetadata(...args: readonly unknown[]): this {
    addMetadata(this._seat.session, this._seat.id, { dimensionRange: this.#line() }, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    const line = this.#line();
    return metadataAt(this._seat.session, this._seat.id, ({ dimensionRange }) => dimensionRange?.sheetId === line.sheetId && dimensionRange?.dimension === line.dimension && dimensionRange?.startIndex === line.startIndex);
  }
  #line(): { readonly sheetId: number; readonly dimension: 'ROWS' | 'COLUMNS'; readonly startIndex: number; readonly endIndex: number } {
    const { session, id, sheetId, area } = this._seat;
    const { rows, columns } = session.sheet(session.look(id), sheetId).size;
    if (area.left === 0 && area.right === columns) return { sheetId, dimension: 'ROWS', startIndex: area.top, endIndex: area.bottom };
    if (area.top === 0 && area.bottom === rows) return { sheetId, dimension: 'COLUMNS', startIndex: area.left, endIndex: area.right };
    throw new GuestError('Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.');
  }

  createFilter(): Filter {
    return createFilter(this._seat, this._gridRange);
  }
  getFilter(): Filter | null {
    return filterOf(this._seat);
  }

  /** Literal text, whatever it looks like. */
  setRichTextValue(...args: readonly unknown[]): this {
    const [value] = args;
    if (!(value instanceof RichTextValue)) throw signatureMismatch('SpreadsheetApp.Range.setRichTextValue', args);
    const cell = { userEnteredValue: { stringValue: value._text }, userEnteredFormat: { textFormat: value._link === null ? {} : { link: { uri: value._link } } } };
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { repeatCell: { range: this._gridRange, cell, fields: 'userEnteredValue,userEnteredFormat.textFormat.link' } });
    return this;
  }
  getRichTextValue(): RichTextValue {
    const [text] = this.getDisplayValues().flat();
    const [link] = this._collect((format) => format.textFormat?.link?.uri ?? null).flat();
    return new RichTextValue(text ?? '', link ?? null);
  }

  activate(): this {
    this._seat.session.activeSheets.set(this._seat.id, this._seat.sheetId);
    return this;
  }

  getMergedRanges(): HostObject[] {
    const { session, objects, id, sheetId, area } = this._seat;
    return session.sheet(session.look(id), sheetId).details.merges.flatMap((merge) => {
      const merged: Area = { top: merge.startRowIndex ?? 0, left: merge.startColumnIndex ?? 0, bottom: merge.endRowIndex ?? 0, right: merge.endColumnIndex ?? 0 };
      const touches = merged.top < area.bottom && merged.bottom > area.top && merged.left < area.right && merged.right > area.left;
      return touches ? [objects.range(id, sheetId, merged)] : [];
    });
  }
  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }
}
