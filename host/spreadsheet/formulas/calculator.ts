/** Computes the formulas of spreadsheets, when somebody looks. */
import type { VirtualTime } from '../../contract';
import type { Area } from '../model/area';
import { withStyle, type CellValue } from '../model/cell';
import { numberFormatOf } from '../model/number-format';
import { serialOfInstant } from '../model/serial-date';
import type { Sheet } from '../model/sheet';
import type { Calculator, Spreadsheet } from '../model/spreadsheet';
import { computable } from './computable';
import { EngineWorkbook, sheetName } from './engine';
import { engineFormula, inputOf, momentTexts } from './engine-formula';
import { FormulaJudge } from './judge';
import { planOf, untainted, type FormulaCell, type Plan, type PlannedFormula } from './plan';

/** What the engine holds of one spreadsheet. */
interface Loaded {
  readonly workbook: EngineWorkbook;
  /** Number of the engine's sheet, by sheet id. */
  readonly sheets: Map<number, number>;
  /** What was written into each cell, by `sheet/row/column` of the engine. */
  readonly inputs: Map<string, string>;
  /** The row that reads a formula out, by the formula's cell. */
  readonly readers: Map<string, number>;
}

const mostLoaded = 8;
/** The engine keeps what was written for its undo; after this much it is given a fresh workbook. */
const mostWritten = 500_000;

const patterns = { date: ['yyyy-mm-dd', 'm/d/yyyy'], datetime: ['yyyy-mm-dd h:mm:ss', 'm/d/yyyy h:mm:ss'], time: ['h:mm:ss', 'h:mm:ss am/pm'] } as const;

export class FormulaCalculator implements Calculator {
  readonly #now: () => VirtualTime;
  readonly #loaded = new Map<string, Loaded>();
  /** By spreadsheet, as long as it stays as it is. */
  readonly #judges = new Map<string, FormulaJudge>();

  constructor(now: () => VirtualTime) {
    this.#now = now;
  }

  /** A moment is the same for formulas that ask for it until the next minute. */
  moment(): number {
    return Math.floor(this.#now() / 60_000);
  }

  forget(): void {
    for (const { workbook } of this.#loaded.values()) workbook.free();
    this.#loaded.clear();
    for (const judge of this.#judges.values()) judge.free();
    this.#judges.clear();
  }

  judge(spreadsheet: Spreadsheet, home: Sheet, formulas: readonly string[], lasting: boolean): ReadonlyMap<string, CellValue | null> {
    const moment = this.moment();
    const former = lasting ? this.#judges.get(spreadsheet.id) : undefined;
    if (former?.spreadsheet === spreadsheet && former.moment === moment) return former.answer(home, formulas);
    const judge = new FormulaJudge(spreadsheet, moment, momentTexts(serialOfInstant(this.#now(), spreadsheet.details.timeZone)));
    const answers = judge.answer(home, formulas);
    if (!lasting) {
      judge.free();
      return answers;
    }
    former?.free();
    this.#judges.delete(spreadsheet.id);
    for (const [oldest, kept] of this.#judges) {
      if (this.#judges.size < mostLoaded) break;
      kept.free();
      this.#judges.delete(oldest);
    }
    this.#judges.set(spreadsheet.id, judge);
    return answers;
  }

  #loadedOf(id: string): Loaded {
    const known = this.#loaded.get(id);
    if (known && known.workbook.written < mostWritten) {
      this.#loaded.delete(id);
      this.#loaded.set(id, known);
      return known;
    }
    if (known) this.#drop(id, known);
    for (const [oldest, loaded] of this.#loaded) if (this.#loaded.size >= mostLoaded) this.#drop(oldest, loaded);
    const fresh: Loaded = { workbook: new EngineWorkbook(), sheets: new Map(), inputs: new Map(), readers: new Map() };
    this.#loaded.set(id, fresh);
    return fresh;
  }

  #drop(id: string, loaded: Loaded): void {
    loaded.workbook.free();
    this.#loaded.delete(id);
  }

  /** Puts the results of all formulas into their cells. @returns whether some depend on the clock */
  calculate(spreadsheet: Spreadsheet): boolean {
    const plan = planOf(spreadsheet, (formula) => computable(formula));
    const isVolatile = plan.formulas.some(({ known }) => known.volatile);
    for (const { sheet, row, column, cell } of plan.uncomputed) if (cell.value !== null) sheet.setCell(row, column, { ...cell, value: null });
    if (plan.formulas.length === 0) return isVolatile;
    const loaded = this.#loadedOf(spreadsheet.id);
    const changed = this.#load(spreadsheet, loaded, plan.formulas, plan.areas);
    if (changed) loaded.workbook.evaluate();
    this.#take(spreadsheet, loaded, plan);
    return isVolatile;
  }

  #load(spreadsheet: Spreadsheet, loaded: Loaded, formulas: readonly PlannedFormula[], areas: ReadonlyMap<Sheet, readonly Area[]>): boolean {
    const { workbook, sheets, inputs, readers } = loaded;
    for (const { sheetId } of spreadsheet.sheets) if (!sheets.has(sheetId)) sheets.set(sheetId, workbook.addSheet());
    const indexOf = ({ sheetId }: Sheet): number => sheets.get(sheetId) ?? 0;
    const wanted = new Map<string, string>();
    for (const [sheet, places] of areas) {
      const index = indexOf(sheet);
      for (const { top, left, bottom, right } of places) {
        for (let row = top; row < bottom; row += 1) {
          const cells = sheet.cells(row);
          for (let column = left; column < Math.min(right, cells.length); column += 1) {
            const cell = cells[column];
            if (cell && cell.value !== null && cell.formula === undefined) wanted.set(`${index}/${row}/${column}`, inputOf(cell.value));
          }
        }
      }
    }
    const moment = momentTexts(serialOfInstant(this.#now(), spreadsheet.details.timeZone));
    for (const { sheet, row, column, known } of formulas) wanted.set(`${indexOf(sheet)}/${row}/${column}`, engineFormula(spreadsheet, sheet, known, moment, indexOf));
    let changed = false;
    const write = (key: string, input: string | null): void => {
      const [sheet = 0, row = 0, column = 0] = key.split('/').map(Number);
      workbook.set(sheet, row, column, input);
      changed = true;
    };
    for (const key of inputs.keys()) {
      if (wanted.has(key)) continue;
      inputs.delete(key);
      write(key, null);
    }
    for (const [key, input] of wanted) {
      if (inputs.get(key) === input) continue;
      if (inputs.has(key)) write(key, null);
      inputs.set(key, input);
      write(key, input);
    }
    for (const { sheet, row, column, place } of formulas) {
      const key = `${indexOf(sheet)}/${row}/${column}`;
      if (readers.has(key)) continue;
      readers.set(key, readers.size);
      workbook.set(0, readers.size - 1, 0, `=${sheetName(indexOf(sheet))}!${place}&""`);
    }
    return changed;
  }

  /** Some formulas turn out to be beyond the engine only once it has tried; whatever rests on them is not computed either. */
  #take(spreadsheet: Spreadsheet, { workbook, sheets, readers }: Loaded, { formulas }: Plan): void {
    const results = formulas.map((formula) => {
      const index = sheets.get(formula.sheet.sheetId) ?? 0;
      return workbook.result(index, formula.row, formula.column, readers.get(`${index}/${formula.row}/${formula.column}`) ?? 0);
    });
    const failed: FormulaCell[] = formulas.filter((_, index) => results[index] === null);
    const good = failed.length === 0 ? null : new Set(untainted(formulas.filter((_, index) => results[index] !== null), failed));
    for (const [index, formula] of formulas.entries()) {
      const { sheet, row, column, cell } = formula;
      const value = good === null || good.has(formula) ? (results[index] ?? null) : null;
      const style = this.#styleFor(spreadsheet, formula, value);
      if (value !== cell.value || style !== cell.style) sheet.setCell(row, column, withStyle({ ...cell, value }, style));
    }
  }

  /** A formula that gives a date shows one, unless the cell has a format of its own. */
  #styleFor({ styles, details }: Spreadsheet, { cell, known, looksLike }: PlannedFormula, value: CellValue | null): number {
    if (typeof value !== 'number' || styles.format(cell.style).numberFormat !== undefined) return cell.style;
    if (known.kind !== null) return styles.withNumberFormat(cell.style, numberFormatOf(patterns[known.kind][details.locale.startsWith('zh') ? 0 : 1]));
    const format = looksLike === null ? undefined : styles.format(looksLike.sheet.cell(looksLike.row, looksLike.column)?.style ?? 0).numberFormat;
    return format === undefined ? cell.style : styles.withNumberFormat(cell.style, format);
  }
}
