/** Range: what is done with its cells as a whole. */
import { GuestError, type HostObject, signatureMismatch } from '../../kernel/host-object';
import { contains, intersect, type Area, type GridSize } from '../model/area';
import type { SortOrder } from '../model/moving-cells';
import { mayWrite } from '../model/protection';
import { isPlainObject } from '../schema/check';
import type { Message } from '../schema/shapes';
import { requireInteger, requireText } from './arguments';
import { addMetadata, DeveloperMetadataFinder, metadataAt, type DeveloperMetadata } from './developer-metadata';
import { enums } from './enums';
import { createFilter, filterOf, type Filter } from './filter';
import { protectRange, type Protection } from './protection';
import { RangeGroups } from './range-groups';
import { SheetStructure } from './sheet-structure';
import { TextFinder } from './text-finder';

type PasteType = NonNullable<Message<'CopyPasteRequest'>['pasteType']>;

/** @throws GuestError for a kind of pasting that is not here */
function pasteTypeOf(value: unknown): PasteType | null {
  const name = enums.CopyPasteType.nameOf(value);
  if (name === 'PASTE_COLUMN_WIDTHS') throw new GuestError('NotEmulated: Range.copyTo with PASTE_COLUMN_WIDTHS');
  return name;
}

export class Range extends RangeGroups {
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
    if (!(destination instanceof Range)) throw signatureMismatch(method, args);
    if (destination._seat.id !== this._seat.id) throw new GuestError('Target range and source range must be on the same spreadsheet.');
    return destination;
  }

  copyTo(...args: readonly unknown[]): void {
    const destination = this.#destination('SpreadsheetApp.Range.copyTo', args);
    const options = isPlainObject(args[1]) ? args[1] : {};
    const pasteType: Message<'CopyPasteRequest'>['pasteType'] =
      options['contentsOnly'] === true ? 'PASTE_VALUES' : options['formatOnly'] === true ? 'PASTE_FORMAT' : (pasteTypeOf(args[1]) ?? 'PASTE_NORMAL');
    this._seat.session.request(this._seat.id, {
      copyPaste: { source: this._gridRange, destination: destination._gridRange, ...(pasteType ? { pasteType } : {}), pasteOrientation: args[2] === true ? 'TRANSPOSE' : 'NORMAL' },
    });
  }
  copyValuesToRange(...args: readonly unknown[]): void {
    this.#copyInto('SpreadsheetApp.Range.copyValuesToRange', args, 'PASTE_VALUES');
  }
  copyFormatToRange(...args: readonly unknown[]): void {
    this.#copyInto('SpreadsheetApp.Range.copyFormatToRange', args, 'PASTE_FORMAT');
  }
  /** `(sheet or its id, column, columnEnd, row, rowEnd)`, counted from 1, ends included. */
  #copyInto(method: string, args: readonly unknown[], pasteType: 'PASTE_VALUES' | 'PASTE_FORMAT'): void {
    const [place] = args;
    const sheetId = place instanceof SheetStructure ? place._seat.sheetId : requireInteger(method, args, 0);
    const number = (index: number): number => requireInteger(method, args, index);
    const destination = { sheetId, startRowIndex: number(3) - 1, endRowIndex: number(4), startColumnIndex: number(1) - 1, endColumnIndex: number(2) };
    this._seat.session.request(this._seat.id, { copyPaste: { source: this._gridRange, destination, pasteType } });
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
    const dimensionRange = this.#line();
    if (!dimensionRange) throw new GuestError('Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.');
    addMetadata(this._seat.session, this._seat.id, { dimensionRange }, args);
    return this;
  }
  /** None for a range that is not made of whole rows or columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    const line = this.#line();
    return metadataAt(this._seat, ({ dimensionRange }) => line !== null && dimensionRange?.sheetId === line.sheetId && dimensionRange?.dimension === line.dimension && dimensionRange?.startIndex === line.startIndex);
  }
  get #size(): GridSize {
    const { session, id, sheetId } = this._seat;
    return session.sheet(session.look(id), sheetId).size;
  }
  #line(): { readonly sheetId: number; readonly dimension: 'ROWS' | 'COLUMNS'; readonly startIndex: number; readonly endIndex: number } | null {
    const { sheetId, area } = this._seat;
    const { rows, columns } = this.#size;
    if (area.left === 0 && area.right === columns) return { sheetId, dimension: 'ROWS', startIndex: area.top, endIndex: area.bottom };
    if (area.top === 0 && area.bottom === rows) return { sheetId, dimension: 'COLUMNS', startIndex: area.left, endIndex: area.right };
    return null;
  }

  createFilter(): Filter {
    return createFilter(this._seat, this._gridRange);
  }
  getFilter(): Filter | null {
    return filterOf(this._seat);
  }

  /** Finds what lies wholly within the range: row 3 within `1:5`, not within `A1:D5`. */
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { sheetId, area } = this._seat;
    const { rows, columns } = this.#size;
    const whole: Area = { top: 0, left: 0, bottom: rows, right: columns };
    const areaAt = ({ dimensionRange: line, sheetId: onSheet }: Message<'DeveloperMetadataLocation'>): Area | null => {
      if (!line) return onSheet === sheetId ? whole : null;
      if ((line.sheetId ?? 0) !== sheetId) return null;
      const { startIndex: start = 0, endIndex: end = start + 1 } = line;
      return line.dimension === 'ROWS' ? { ...whole, top: start, bottom: end } : { ...whole, left: start, right: end };
    };
    const test = (location: Message<'DeveloperMetadataLocation'>, accepts: (place: Area) => boolean): boolean => {
      const place = areaAt(location);
      return place !== null && accepts(place);
    };
    return new DeveloperMetadataFinder(
      this._seat,
      (location) => test(location, (place) => contains(area, place)),
      (location) => location.spreadsheet === true || test(location, (place) => intersect(area, place) !== null),
    );
  }

  /** Selects the range, for whoever asks the running script what is active. */
  activate(): this {
    const { session, id, sheetId, area } = this._seat;
    session.activate(id, { sheetId, areas: [area], current: { ...area, bottom: area.top + 1, right: area.left + 1 } });
    return this;
  }
  /** Makes one cell the current one; the selection stays when the cell lies within it. */
  activateAsCurrentCell(): this {
    const { session, id, sheetId, area } = this._seat;
    const active = session.activeOf(id);
    const isWithin = active !== null && active.sheetId === sheetId && active.areas.some((one) => contains(one, area));
    session.activate(id, { sheetId, areas: isWithin && active ? active.areas : [area], current: area });
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
