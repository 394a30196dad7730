/** The computing engine, IronCalc: loaded when the first formula is computed, and not before. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initSync, Model } from '@ironcalc/wasm';
import type { CellValue } from '../model/cell';

let isLoaded = false;

function load(): void {
  if (isLoaded) return;
  const folder = dirname(createRequire(__filename).resolve('@ironcalc/wasm/package.json'));
  initSync({ module: readFileSync(join(folder, 'wasm_bg.wasm')) });
  isLoaded = true;
}

const types = { number: 1, text: 2, logical: 4, error: 16 } as const;

/** Errors that mean the same on both sides. Others tell of the engine's own limits. */
const sharedErrors = new Set(['#DIV/0!', '#N/A', '#VALUE!', '#REF!', '#NUM!']);

/** The engine's sheets have plain names of their own, whatever people call theirs. */
export const sheetName = (index: number): string => `Sheet_${index}`;

/** One workbook in the engine. Sheet 0 is the engine's own: it reads results out as exact text. */
export class EngineWorkbook {
  readonly #model: Model;
  #sheets = 1;
  /** How many cells were written: the engine remembers each for its own undo, so a workbook is not kept for ever. */
  written = 0;

  constructor() {
    load();
    this.#model = new Model('workbook', 'en', 'UTC', 'en');
    this.#model.pauseEvaluation();
    this.#model.renameSheet(0, sheetName(0));
  }

  addSheet(): number {
    const index = this.#sheets;
    this.#sheets += 1;
    this.#model.newSheet();
    this.#model.renameSheet(index, sheetName(index));
    return index;
  }

  /** Rows and columns from zero; null empties the cell. */
  set(sheet: number, row: number, column: number, input: string | null): void {
    this.written += 1;
    if (input === null) this.#model.rangeClearAll(sheet, row + 1, column + 1, row + 1, column + 1);
    else this.#model.setUserInput(sheet, row + 1, column + 1, input);
  }

  evaluate(): void {
    this.#model.evaluate();
    this.#model.flushSendQueue();
  }

  /** The value of a formula; null where the engine has none that can be vouched for. `reader` is the row of sheet 0 that reads it out. */
  result(sheet: number, row: number, column: number, reader: number): CellValue | null {
    const structure = this.#model.getCellArrayStructure(sheet, row + 1, column + 1);
    if (typeof structure === 'object' && !('DynamicAnchor' in structure && structure.DynamicAnchor.every((length) => length === 1))) return null;
    const type = this.#model.getCellType(sheet, row + 1, column + 1);
    if (type === types.number) {
      const number = Number(this.#model.getFormattedCellValue(0, reader + 1, 1));
      return Number.isFinite(number) ? number : '#NUM!';
    }
    const shown = this.#model.getFormattedCellValue(sheet, row + 1, column + 1);
    if (type === types.text) return shown;
    if (type === types.logical) return shown === 'TRUE';
    if (type !== types.error) return null;
    return shown === '#CIRC!' ? '#REF!' : sharedErrors.has(shown) ? shown : null;
  }

  free(): void {
    this.#model.free();
  }
}
