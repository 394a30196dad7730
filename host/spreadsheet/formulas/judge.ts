/** Computes formulas that stand in no cell: those of conditional formats, validations and filters. */
import type { CellValue } from '../model/cell';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { computable, type Computable } from './computable';
import { EngineWorkbook, sheetName } from './engine';
import { engineFormula, inputOf, resultInput, type Moment } from './engine-formula';
import { placesOf, type Place } from './plan';

/** More cells than this are not loaded for the rules of one spreadsheet. */
const mostLoaded = 500_000;
/** More formulas than this at once, such as a filter's over very many rows, are not computed: the workspace would stand still meanwhile. */
const mostAtOnce = 50_000;

interface Asked {
  readonly formula: string;
  readonly known: Computable;
}

/** The rules of one version of a spreadsheet; it must not change any more. */
export class FormulaJudge {
  readonly #workbook = new EngineWorkbook();
  readonly #questions = this.#workbook.addSheet();
  readonly #sheets = new Map<number, number>();
  /** Areas that the engine has, and whether all formulas in them are computed. */
  readonly #loaded = new Map<string, boolean>();
  readonly #answers = new Map<string, CellValue | null>();
  #cells = 0;
  #asked = 0;

  constructor(
    readonly spreadsheet: Spreadsheet,
    /** The minute it computes for. */
    readonly moment: number,
    private readonly texts: Moment,
  ) {}

  answer(home: Sheet, formulas: readonly string[]): ReadonlyMap<string, CellValue | null> {
    const key = (formula: string): string => `${home.sheetId}${formula}`;
    if (formulas.length > mostAtOnce) return new Map();
    const asked: Asked[] = [];
    for (const formula of formulas) {
      if (this.#answers.has(key(formula))) continue;
      const known = computable(formula);
      const places = known && placesOf(this.spreadsheet, home, known);
      if (known && places?.every((place) => this.#load(place)) === true) asked.push({ formula, known });
      else this.#answers.set(key(formula), null);
    }
    const first = this.#asked;
    for (const { known } of asked) this.#ask(home, known);
    if (asked.length > 0) this.#workbook.evaluate();
    for (const [offset, { formula }] of asked.entries()) this.#answers.set(key(formula), this.#workbook.result(this.#questions, first + offset, 0, first + offset));
    return new Map(formulas.map((formula) => [formula, this.#answers.get(key(formula)) ?? null]));
  }

  free(): void {
    this.#workbook.free();
  }

  #ask(home: Sheet, known: Computable): void {
    const row = this.#asked;
    this.#asked += 1;
    const text = engineFormula(this.spreadsheet, home, known, this.texts, (sheet) => this.#indexOf(sheet), true);
    this.#workbook.set(this.#questions, row, 0, text);
    this.#workbook.set(0, row, 0, `=${sheetName(this.#questions)}!A${row + 1}&""`);
  }

  #indexOf({ sheetId }: Sheet): number {
    const index = this.#sheets.get(sheetId) ?? this.#workbook.addSheet();
    this.#sheets.set(sheetId, index);
    return index;
  }

  /** Gives the engine the cells of an area; false when one of them is a formula without a result, or there are too many. */
  #load({ sheet, area: { top, left, bottom, right } }: Place): boolean {
    const index = this.#indexOf(sheet);
    let complete = true;
    for (let row = top; row < bottom; row += 1) {
      const key = `${index}/${row}/${left}/${right}`;
      const known = this.#loaded.get(key);
      const fine = known ?? this.#loadRow(sheet, index, row, left, right);
      this.#loaded.set(key, fine);
      complete &&= fine;
    }
    return complete && this.#cells <= mostLoaded;
  }

  #loadRow(sheet: Sheet, index: number, row: number, left: number, right: number): boolean {
    const cells = sheet.cells(row);
    let fine = true;
    for (let column = left; column < Math.min(right, cells.length); column += 1) {
      const cell = cells[column];
      if (!cell) continue;
      if (cell.value === null) fine &&= cell.formula === undefined;
      else {
        this.#workbook.set(index, row, column, cell.formula === undefined ? inputOf(cell.value) : resultInput(cell.value));
        this.#cells += 1;
      }
      if (this.#cells > mostLoaded) return false;
    }
    return fine;
  }
}
