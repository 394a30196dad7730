/** Looking around in a Range's data, and tidying it up. */
import { signatureMismatch, type HostObject } from '../../kernel/host-object';
import type { Area } from '../model/area';
import { hasContent } from '../model/cell';
import type { Sheet } from '../model/sheet';
import { trimTexts } from '../rest/requests/tidying';
import { isPlainObject } from '../schema/check';
import { isWhole } from './arguments';
import { enums } from './enums';
import { RangeContents } from './range-contents';

/** The block of filled cells around an area, as far as cells touch, corners included. */
function regionAround(sheet: Sheet, start: Area, grows: { readonly rows: boolean; readonly columns: boolean }): Area {
  const filled = (area: Area): boolean => {
    for (let row = Math.max(0, area.top); row < Math.min(area.bottom, sheet.size.rows); row += 1) {
      for (let column = Math.max(0, area.left); column < Math.min(area.right, sheet.size.columns); column += 1) if (hasContent(sheet.cell(row, column))) return true;
    }
    return false;
  };
  let area = start;
  for (;;) {
    const { top, left, bottom, right } = area;
    const [wideLeft, wideRight] = grows.columns ? [left - 1, right + 1] : [left, right];
    const [wideTop, wideBottom] = grows.rows ? [top - 1, bottom + 1] : [top, bottom];
    const grown: Area = {
      top: grows.rows && top > 0 && filled({ top: top - 1, bottom: top, left: wideLeft, right: wideRight }) ? top - 1 : top,
      bottom: grows.rows && bottom < sheet.size.rows && filled({ top: bottom, bottom: bottom + 1, left: wideLeft, right: wideRight }) ? bottom + 1 : bottom,
      left: grows.columns && left > 0 && filled({ top: wideTop, bottom: wideBottom, left: left - 1, right: left }) ? left - 1 : left,
      right: grows.columns && right < sheet.size.columns && filled({ top: wideTop, bottom: wideBottom, left: right, right: right + 1 }) ? right + 1 : right,
    };
    if (grown.top === top && grown.bottom === bottom && grown.left === left && grown.right === right) return area;
    area = grown;
  }
}

/** Where Ctrl and an arrow key lead: to the end of a filled stretch, else to the next filled cell, else to the edge. */
function nextData(sheet: Sheet, row: number, column: number, down: number, across: number): { readonly row: number; readonly column: number } {
  const isInside = (one: number, other: number): boolean => one >= 0 && other >= 0 && one < sheet.size.rows && other < sheet.size.columns;
  const filled = (one: number, other: number): boolean => isInside(one, other) && hasContent(sheet.cell(one, other));
  let [one, other] = [row, column];
  const runs = filled(one, other) && filled(one + down, other + across);
  while (isInside(one + down, other + across)) {
    if (runs && !filled(one + down, other + across)) break;
    one += down;
    other += across;
    if (!runs && filled(one, other)) break;
  }
  return { row: one, column: other };
}

const steps = { UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] } as const;

export abstract class RangeActions extends RangeContents {
  #sheet(): Sheet {
    const { session, id, sheetId } = this._seat;
    return session.sheet(session.read(id, 0), sheetId);
  }

  /** `getDataRegion([dimension])`: the filled cells around the range. */
  getDataRegion(...args: readonly unknown[]): HostObject {
    const only = enums.Dimension.nameOf(args[0]);
    if (args.length > 0 && only === null) throw signatureMismatch('SpreadsheetApp.Range.getDataRegion', args);
    return this._neighbour(regionAround(this.#sheet(), this._area, { rows: only !== 'COLUMNS', columns: only !== 'ROWS' }));
  }
  getNextDataCell(...args: readonly unknown[]): HostObject {
    const direction = enums.Direction.nameOf(args[0]);
    if (direction === null) throw signatureMismatch('SpreadsheetApp.Range.getNextDataCell', args);
    const [down, across] = steps[direction];
    const { row, column } = nextData(this.#sheet(), this._area.top, this._area.left, down, across);
    return this._neighbour({ top: row, left: column, bottom: row + 1, right: column + 1 });
  }

  /** Texts without spaces at their ends, and with single ones within. */
  trimWhitespace(): this {
    const { session, id, sheetId, area } = this._seat;
    session.write(id, sheetId, area, (_draft, sheet) => void trimTexts(sheet, area));
    return this;
  }

  /** `removeDuplicates([columns])`: of equal rows the first stays; the rest of the range moves up. Columns count from 1 within the sheet. */
  removeDuplicates(...args: readonly unknown[]): HostObject {
    const { session, id, area } = this._seat;
    const columns = Array.isArray(args[0]) ? args[0].map((column: unknown) => (isWhole(column) ? column - 1 : Number.NaN)) : [];
    if (columns.some((column) => !(column >= area.left && column < area.right))) throw signatureMismatch('SpreadsheetApp.Range.removeDuplicates', args);
    const comparisonColumns = columns.map((startIndex) => ({ dimension: 'COLUMNS' as const, startIndex, endIndex: startIndex + 1 }));
    const { deleteDuplicates } = session.request(id, { deleteDuplicates: { range: this._gridRange, comparisonColumns } });
    const removed = isPlainObject(deleteDuplicates) ? Number(deleteDuplicates['duplicatesRemovedCount']) : 0;
    return this._neighbour({ ...area, bottom: area.bottom - removed });
  }

  /** The rows of the range in another order, whichever comes. */
  randomize(): this {
    this._seat.session.request(this._seat.id, { randomizeRange: { range: this._gridRange } });
    return this;
  }

  /** `splitTextToColumns([delimiter])`: texts of one column become cells beside it. */
  splitTextToColumns(...args: readonly unknown[]): void {
    const [given] = args;
    const delimiterType = typeof given === 'string' ? 'CUSTOM' : (enums.TextToColumnsDelimiter.nameOf(given) ?? 'AUTODETECT');
    this._seat.session.request(this._seat.id, { textToColumns: { source: this._gridRange, delimiterType, ...(typeof given === 'string' ? { delimiter: given } : {}) } });
  }
}
