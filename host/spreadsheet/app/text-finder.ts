/** Finding and replacing text in script code. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import type { Area } from '../model/area';
import { displayText } from '../model/number-format';
import { isPlainObject } from '../schema/check';
import { RangePlace, type AppObjects, type RangeSeat } from './range-place';
import type { SpreadsheetSession } from './session';

interface SearchedPlace {
  readonly sheetId: number;
  readonly area: Area;
}

export class TextFinder extends HostObject {
  static override readonly guestName = 'TextFinder';
  readonly #session: SpreadsheetSession;
  readonly #objects: AppObjects;
  readonly #id: string;
  readonly #places: readonly SearchedPlace[];
  readonly #text: string;
  #matchCase = false;
  #matchEntireCell = false;
  #searchByRegex = false;
  #searchFormulas = false;
  #ignoresDiacritics = false;
  /** Of the match found last; -1 before the first. */
  #current = -1;
  #start: { readonly sheetId: number; readonly row: number; readonly column: number } | null = null;

  constructor(session: SpreadsheetSession, objects: AppObjects, id: string, places: readonly SearchedPlace[], text: string) {
    super();
    this.#session = session;
    this.#objects = objects;
    this.#id = id;
    this.#places = places;
    this.#text = text;
  }

  matchCase(matchCase: unknown): this {
    this.#matchCase = matchCase === true;
    return this;
  }
  matchEntireCell(matchEntireCell: unknown): this {
    this.#matchEntireCell = matchEntireCell === true;
    return this;
  }
  matchFormulaText(searchFormulas: unknown): this {
    this.#searchFormulas = searchFormulas === true;
    return this;
  }
  ignoreDiacritics(ignores: unknown): this {
    this.#ignoresDiacritics = ignores === true;
    return this;
  }
  useRegularExpression(searchByRegex: unknown): this {
    this.#searchByRegex = searchByRegex === true;
    return this;
  }

  #folded(text: string): string {
    return this.#ignoresDiacritics ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text;
  }

  #pattern(): RegExp {
    const source = this.#searchByRegex ? this.#text : this.#folded(this.#text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(this.#matchEntireCell ? `^(?:${source})$` : source, this.#matchCase ? 'u' : 'iu');
  }

  #matches(): readonly HostObject[] {
    const cells = this.#places.reduce((sum, { area }) => sum + (area.bottom - area.top) * (area.right - area.left), 0);
    const spreadsheet = this.#session.read(this.#id, cells);
    const pattern = this.#pattern();
    return this.#places.flatMap(({ sheetId, area }) => {
      const sheet = this.#session.sheet(spreadsheet, sheetId);
      const found: HostObject[] = [];
      for (let row = area.top; row < Math.min(area.bottom, sheet.lastRow()); row += 1) {
        const line = sheet.cells(row);
        for (let column = area.left; column < Math.min(area.right, line.length); column += 1) {
          const cell = line[column];
          if (!cell) continue;
          const text = this.#searchFormulas && cell.formula !== undefined ? cell.formula : displayText(cell, spreadsheet.styles.format(cell.style), spreadsheet.details.locale);
          if (text !== '' && pattern.test(this.#folded(text))) found.push(this.#objects.range(this.#id, sheetId, { top: row, left: column, bottom: row + 1, right: column + 1 }));
        }
      }
      return found;
    });
  }

  findAll(): readonly HostObject[] {
    return this.#matches();
  }
  /** The search begins behind this range's first cell. */
  startFrom(range: unknown): this {
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.TextFinder.startFrom', [range]);
    const { sheetId, area } = range._seat;
    this.#start = { sheetId, row: area.top, column: area.left };
    this.#current = -1;
    return this;
  }
  #step(direction: 1 | -1): HostObject | null {
    const matches = this.#matches();
    let index = this.#current + direction;
    const start = this.#current < 0 ? this.#start : null;
    if (start) {
      const isBehind = ({ sheetId, area }: RangeSeat): boolean => sheetId === start.sheetId && (area.top > start.row || (area.top === start.row && area.left > start.column));
      const first = matches.findIndex((match) => match instanceof RangePlace && isBehind(match._seat));
      index = direction === 1 ? (first < 0 ? matches.length : first) : (first < 0 ? matches.length : first) - 1;
    } else if (direction === -1 && this.#current < 0) index = matches.length - 1;
    const found = matches[index] ?? null;
    if (found) this.#current = index;
    return found;
  }
  findNext(): HostObject | null {
    return this.#step(1);
  }
  findPrevious(): HostObject | null {
    return this.#step(-1);
  }
  getCurrentMatch(): HostObject | null {
    return this.#current < 0 ? null : (this.#matches()[this.#current] ?? null);
  }
  /** Replaces in the cell found last. The number of occurrences replaced. */
  replaceWith(replacement: unknown): number {
    const match = this.getCurrentMatch();
    if (!(match instanceof RangePlace)) return 0;
    this.#current -= 1;
    return this.#replace([match._seat], replacement);
  }
  /** The number of occurrences replaced. */
  replaceAllWith(replacement: unknown): number {
    return this.#replace(this.#places, replacement);
  }
  #replace(places: readonly SearchedPlace[], replacement: unknown): number {
    return places.reduce((sum, { sheetId, area }) => {
      const { findReplace } = this.#session.request(this.#id, {
        findReplace: {
          find: this.#text,
          replacement: String(replacement),
          matchCase: this.#matchCase,
          matchEntireCell: this.#matchEntireCell,
          searchByRegex: this.#searchByRegex,
          includeFormulas: this.#searchFormulas,
          range: { sheetId, startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right },
        },
      });
      const changed = isPlainObject(findReplace) ? findReplace['occurrencesChanged'] : 0;
      return sum + (typeof changed === 'number' ? changed : 0);
    }, 0);
  }
}
