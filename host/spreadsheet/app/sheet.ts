/** Sheet: its cells as ranges, its name and look, its protection. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { parseEither, splitReference } from '../model/a1-notation';
import { areaOf, type Area } from '../model/area';
import { enteringContext, growGrid } from '../model/entering';
import { messages } from '../model/limits';
import { mayWrite } from '../model/protection';
import { copySheetInto } from '../rest/requests/sheets';
import { requireInteger, requireText } from './arguments';
import { clearArea, clearingOf, onlyContent, onlyFormat, type Clearing } from './clearing';
import { Color, hexOfStyle, styleOfArgument } from './color';
import { enums } from './enums';
import { enteredCell } from './guest-values';
import { Range } from './range';
import { activeRanges, RangeList, rangeListOf, Selection } from './range-list';
import { requireWithin, type AppObjects } from './range-place';
import type { ActiveCells } from './session';
import { SheetAttachments } from './sheet-attachments';
import { TextFinder } from './text-finder';

export class Sheet extends SheetAttachments {
  getSheetId(): number {
    return this._seat.sheetId;
  }
  getName(): string {
    return this._sheet.details.title;
  }
  getSheetName(): string {
    return this.getName();
  }
  setName(...args: readonly unknown[]): this {
    const title = requireText('SpreadsheetApp.Sheet.setName', args, 0);
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, title }, fields: 'title' } });
  }
  getIndex(): number {
    const { session, id, sheetId } = this._seat;
    return session.look(id).sheets.findIndex((sheet) => sheet.sheetId === sheetId) + 1;
  }
  getType(): EnumValue {
    return enums.SheetType.value('GRID');
  }
  getParent(): HostObject {
    return this._seat.objects.spreadsheet(this._seat.id);
  }

  #range(area: Area): ReturnType<AppObjects['range']> {
    return this._seat.objects.range(this._seat.id, this._seat.sheetId, requireWithin(area, this._sheet.size));
  }

  /** `getRange(row, column[, rows[, columns]])` or `getRange(reference)`, in A1 or R1C1 notation. */
  getRange(...args: readonly unknown[]): ReturnType<AppObjects['range']> {
    const method = 'SpreadsheetApp.Sheet.getRange';
    if (typeof args[0] === 'string' && args.length === 1) return this.#rangeOfText(args[0]);
    if (args.length < 2 || args.length > 4) throw signatureMismatch(method, args);
    const number = (index: number, otherwise: number): number => (args.length > index ? requireInteger(method, args, index) : otherwise);
    const [top, left] = [number(0, 1) - 1, number(1, 1) - 1];
    if (top < 0) throw new GuestError('The starting row of the range is too small.');
    if (left < 0) throw new GuestError('The starting column of the range is too small.');
    return this.#range({ top, left, bottom: top + number(2, 1), right: left + number(3, 1) });
  }

  #rangeOfText(text: string): ReturnType<AppObjects['range']> {
    const { session, id, objects } = this._seat;
    const { sheet: title, cells } = splitReference(text);
    const spreadsheet = session.look(id);
    const named = title === null ? spreadsheet.details.namedRanges.find(({ name }) => name?.toLowerCase() === cells.toLowerCase()) : undefined;
    const sheet = named ? spreadsheet.sheet(named.range?.sheetId ?? 0) : title === null ? this._sheet : spreadsheet.sheetByTitle(title);
    const range = named?.range ?? parseEither(cells);
    if (!sheet || !range) throw new GuestError('Range not found');
    return objects.range(id, sheet.sheetId, requireWithin(areaOf(range, sheet.size), sheet.size), range);
  }

  /** From A1 to the last cell with contents; A1 alone for an empty sheet. */
  getDataRange(): HostObject {
    const { session, id, sheetId } = this._seat;
    const sheet = session.sheet(session.read(id, 0), sheetId);
    return this.#range({ top: 0, left: 0, bottom: Math.max(1, sheet.lastRow()), right: Math.max(1, sheet.lastColumn()) });
  }
  getSheetValues(...args: readonly unknown[]): unknown[][] {
    return this.getRange(...args).getValues();
  }

  /** Goes behind the last row with contents. It leaves at once, together with the writes that waited. */
  appendRow(...args: readonly unknown[]): this {
    const [values] = args;
    if (!Array.isArray(values)) throw signatureMismatch('SpreadsheetApp.Sheet.appendRow', args);
    const { session, id, sheetId } = this._seat;
    session.change(id, values.length, (draft) => {
      const sheet = session.sheet(draft, sheetId);
      const row = sheet.lastRow();
      growGrid(draft, sheet, row + 1, values.length);
      if (!mayWrite(draft, sheet, { top: row, left: 0, bottom: row + 1, right: Math.max(1, values.length) }, session.context.runsAs)) throw new GuestError(messages.protectedCell);
      const context = enteringContext(draft, session.environment.now());
      for (const [column, value] of values.entries()) sheet.setCell(row, column, enteredCell(draft, sheet.cell(row, column), value, context));
    });
    return this;
  }

  #clear(what: Clearing): this {
    const { rows, columns } = this._sheet.size;
    clearArea(this._seat, { top: 0, left: 0, bottom: rows, right: columns }, what);
    return this;
  }
  /** Notes and validations stay, as observed on the platform. */
  clear(options?: unknown): this {
    return this.#clear(clearingOf(options));
  }
  clearContents(): this {
    return this.#clear(onlyContent);
  }
  clearFormats(): this {
    return this.#clear(onlyFormat);
  }
  clearNotes(): this {
    this._seat.session.writeRequest(this._seat.id, 0, { repeatCell: { range: { sheetId: this._seat.sheetId }, cell: {}, fields: 'note' } });
    return this;
  }

  hideSheet(): this {
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, hidden: true }, fields: 'hidden' } });
  }
  showSheet(): this {
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, hidden: false }, fields: 'hidden' } });
  }
  isSheetHidden(): boolean {
    return this._sheet.details.hidden;
  }
  setTabColor(color: unknown): this {
    const style = styleOfArgument('SpreadsheetApp.Sheet.setTabColor', color);
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, ...(style ? { tabColorStyle: style } : {}) }, fields: 'tabColorStyle' } });
  }
  setTabColorObject(color: unknown): this {
    return this.setTabColor(color);
  }
  getTabColor(): string | null {
    return hexOfStyle(this._sheet.details.tabColorStyle ?? undefined, undefined);
  }
  getTabColorObject(): Color | null {
    const { tabColorStyle } = this._sheet.details;
    return tabColorStyle && new Color(tabColorStyle);
  }
  setHiddenGridlines(hideGridlines: unknown): this {
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, gridProperties: { hideGridlines: hideGridlines === true } }, fields: 'gridProperties.hideGridlines' } });
  }
  activate(): this {
    this._seat.session.activateSheet(this._seat.id, this._seat.sheetId);
    return this;
  }

  /** Sorts all rows below the frozen ones by one column, counted from 1. */
  sort(...args: readonly unknown[]): this {
    const column = requireInteger('SpreadsheetApp.Sheet.sort', args, 0) - 1;
    const { frozenRowCount } = this._sheet.details;
    return this._request({
      sortRange: { range: { sheetId: this._seat.sheetId, startRowIndex: frozenRowCount }, sortSpecs: [{ dimensionIndex: column, sortOrder: args[1] === false ? 'DESCENDING' : 'ASCENDING' }] },
    });
  }

  createTextFinder(...args: readonly unknown[]): TextFinder {
    const { session, objects, id, sheetId } = this._seat;
    const { rows, columns } = this._sheet.size;
    return new TextFinder(session, objects, id, [{ sheetId, area: { top: 0, left: 0, bottom: rows, right: columns } }], requireText('SpreadsheetApp.Sheet.createTextFinder', args, 0));
  }

  /** A copy in the same spreadsheet or another one. */
  copyTo(...args: readonly unknown[]): HostObject {
    const [target] = args;
    const { session, objects, id } = this._seat;
    if (!(target instanceof HostObject) || !('_id' in target) || typeof target._id !== 'string') throw signatureMismatch('SpreadsheetApp.Sheet.copyTo', args);
    session.flushOne(id);
    const chinese = session.look(target._id).details.locale.startsWith('zh');
    const wanted = chinese ? `${this.getName()}的副本` : `Copy of ${this.getName()}`;
    const source = this._sheet;
    const { styles } = session.look(id);
    const made = session.change(target._id, 0, (draft) => copySheetInto(draft, source, styles, wanted));
    return objects.sheet(target._id, made);
  }

  #active(): ActiveCells | null {
    const active = this._seat.session.activeOf(this._seat.id);
    return active?.sheetId === this._seat.sheetId ? active : null;
  }
  getActiveRange(): HostObject | null {
    const area = this.#active()?.areas.at(-1);
    return area ? this.#range(area) : null;
  }
  getActiveRangeList(): RangeList | null {
    return this.#active() && activeRanges(this._seat.session, this._seat.objects, this._seat.id);
  }
  getCurrentCell(): HostObject | null {
    const current = this.#active()?.current;
    return current ? this.#range(current) : null;
  }
  /** A1 where nothing is selected. */
  getActiveCell(): HostObject {
    return this.getCurrentCell() ?? this.#range({ top: 0, left: 0, bottom: 1, right: 1 });
  }
  getSelection(): Selection {
    const { session, objects, id, sheetId } = this._seat;
    return new Selection(session, objects, id, () => objects.sheet(id, sheetId));
  }
  setActiveRange(range: unknown): HostObject {
    if (!(range instanceof Range) || range._seat.sheetId !== this._seat.sheetId) throw signatureMismatch('SpreadsheetApp.Sheet.setActiveRange', [range]);
    return range.activate();
  }
  setActiveSelection(range: unknown): HostObject {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }
  setCurrentCell(cell: unknown): HostObject {
    if (!(cell instanceof Range) || cell._seat.sheetId !== this._seat.sheetId) throw signatureMismatch('SpreadsheetApp.Sheet.setCurrentCell', [cell]);
    return cell.activateAsCurrentCell();
  }
  setActiveRangeList(list: unknown): RangeList {
    if (!(list instanceof RangeList)) throw signatureMismatch('SpreadsheetApp.Sheet.setActiveRangeList', [list]);
    return list.activate();
  }
  getRangeList(references: unknown): RangeList {
    return rangeListOf('SpreadsheetApp.Sheet.getRangeList', references, (reference) => this.getRange(reference));
  }
  getFormUrl(): string | null {
    return this._seat.session.environment.formUrl(this._seat.id, this._sheet.sheetId);
  }
  hasHiddenGridlines(): boolean {
    return this._sheet.details.hideGridlines;
  }
  isRightToLeft(): boolean {
    return this._sheet.details.rightToLeft;
  }
  setRightToLeft(rightToLeft: unknown): this {
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, rightToLeft: rightToLeft === true }, fields: 'rightToLeft' } });
  }
}
