/** Looking around in a Range's data, and tidying it up. */
import { GuestError, signatureMismatch, type HostObject } from '../../kernel/host-object';
import type { Area } from '../model/area';
import { blankCell, effectiveValue, hasContent, withContent } from '../model/cell';
import { enteringContext, growGrid } from '../model/entering';
import { blockOf, putBlock } from '../model/moving-cells';
import type { Sheet } from '../model/sheet';
import { isWhole } from './arguments';
import { enums } from './enums';
import { enteredCell } from './guest-values';
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
const delimiters = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' } as const;

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
    session.write(id, sheetId, area, (_draft, sheet) => {
      for (let row = area.top; row < area.bottom; row += 1) {
        for (let column = area.left; column < area.right; column += 1) {
          const cell = sheet.cell(row, column);
          if (typeof cell?.value !== 'string' || cell.formula !== undefined) continue;
          const text = cell.value.trim().replace(/[ \t]+/g, ' ');
          if (text !== cell.value) sheet.setCell(row, column, withContent(cell, { value: text === '' ? null : text }));
        }
      }
    });
    return this;
  }

  /** `removeDuplicates([columns])`: of equal rows the first stays; the rest of the range moves up. Columns count from 1 within the sheet. */
  removeDuplicates(...args: readonly unknown[]): HostObject {
    const { session, id, sheetId, area } = this._seat;
    const columns = Array.isArray(args[0]) ? args[0].map((column: unknown) => (isWhole(column) ? column - 1 : Number.NaN)) : Array.from({ length: this.getNumColumns() }, (_, index) => area.left + index);
    if (columns.some((column) => !(column >= area.left && column < area.right))) throw signatureMismatch('SpreadsheetApp.Range.removeDuplicates', args);
    const kept = session.change(id, this._cellCount, (draft) => {
      draft.calculate();
      const sheet = session.sheet(draft, sheetId);
      const seen = new Set<string>();
      const rows = blockOf(sheet, area).filter((cells) => {
        const key = JSON.stringify(columns.map((column) => effectiveValue(cells[column - area.left])).map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
        return seen.has(key) ? false : seen.add(key);
      });
      const blank = Array.from({ length: area.right - area.left }, () => blankCell(0));
      putBlock(sheet, area.top, area.left, [...rows, ...Array.from({ length: area.bottom - area.top - rows.length }, () => blank)]);
      return rows.length;
    });
    return this._neighbour({ ...area, bottom: area.top + kept });
  }

  /** `splitTextToColumns([delimiter])`: texts of one column become cells beside it. */
  splitTextToColumns(...args: readonly unknown[]): void {
    const { session, id, sheetId, area } = this._seat;
    if (this.getNumColumns() !== 1) throw new GuestError('A range of one column is required to split text.');
    const named = enums.TextToColumnsDelimiter.nameOf(args[0]);
    const given = named ? delimiters[named] : typeof args[0] === 'string' ? args[0] : null;
    session.change(id, this._cellCount, (draft) => {
      const sheet = session.sheet(draft, sheetId);
      const texts = blockOf(sheet, area).map(([cell]) => (typeof cell?.value === 'string' ? cell.value : null));
      const delimiter = given ?? [',', ';', '\n', ' ', '.'].find((one) => texts.some((text) => text?.includes(one) === true));
      if (delimiter === undefined) return;
      const context = enteringContext(draft, session.environment.now());
      for (const [index, text] of texts.entries()) {
        if (text === null) continue;
        const parts = text.split(delimiter);
        growGrid(draft, sheet, sheet.size.rows, area.left + parts.length);
        for (const [column, part] of parts.entries()) sheet.setCell(area.top + index, area.left + column, enteredCell(draft, sheet.cell(area.top + index, area.left + column), part.trim(), context));
      }
    });
  }
}
