/** One spreadsheet: its sheets, its formats and what belongs to the file as a whole. */
import { roleByClass, type FileFacts } from '../../kernel/files';
import type { Message } from '../schema/shapes';
import { byDimension, movedFormula } from '../formulas/rewriting';
import type { CellValue } from './cell';
import { changeRange, type DimensionChange } from './dimension-change';
import type { Sheet } from './sheet';
import { rewriteRules } from './sheet-details';
import type { StyleTable } from './style-table';

export type Role = 'owner' | 'editor' | 'viewer';

/** What belongs to the file and not to one sheet, as it is stored. Never changed in place. */
export interface SpreadsheetDetails extends Omit<FileFacts, 'changedAt' | 'target'> {
  readonly title: string;
  /** Such as `zh_CN` or `en_US`. */
  readonly locale: string;
  /** IANA name; serial numbers of dates count in it. */
  readonly timeZone: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly trashed: boolean;
  readonly folder: string | null;
  /** Sheet ids from left to right. */
  readonly order: readonly number[];
  readonly namedRanges: readonly Message<'NamedRange'>[];
  readonly metadata: readonly Message<'DeveloperMetadata'>[];
  /** When formulas are computed that depend on the clock; `ON_CHANGE` where nobody said. */
  readonly recalculation?: 'ON_CHANGE' | 'MINUTE' | 'HOUR';
  /** Whether and how circular references are to be computed. Kept, not acted upon. */
  readonly iteration?: { readonly enabled: boolean; readonly maxIterations: number; readonly convergenceThreshold: number };
}

/** What the settings of a spreadsheet show before anybody has switched circular references on. */
export const usualIteration = { maxIterations: 50, convergenceThreshold: 0.05 } as const;

/** What an account may do with a file that was given to it by name; null for a stranger. */
export function roleIn({ owner, editors, viewers, commenters = [] }: SpreadsheetDetails, email: string): Role | null {
  const address = email.toLowerCase();
  const isIn = (list: readonly string[]): boolean => list.some((entry) => entry.toLowerCase() === address);
  if (owner.toLowerCase() === address) return 'owner';
  if (isIn(editors)) return 'editor';
  return isIn(viewers) || isIn(commenters) ? 'viewer' : null;
}

/** Whoever computes formulas. */
export interface Calculator {
  /** Puts the results of all formulas into their cells. @returns whether some of them depend on the clock */
  calculate(spreadsheet: Spreadsheet): boolean;
  /**
   * What formulas of rules give, as if they stood on this sheet; null for those that are not computed. The spreadsheet's own formulas have to be
   * computed already. `lasting` for a spreadsheet that will not change any more: what was read of it is kept for the next time.
   */
  judge(spreadsheet: Spreadsheet, home: Sheet, formulas: readonly string[], lasting: boolean): ReadonlyMap<string, CellValue | null>;
  /** Changes when results that depend on the clock may have changed. */
  moment(): number;
  /** Drops what is kept from one calculation to the next. */
  forget(): void;
}

export class Spreadsheet {
  /** The moment for which the formulas were computed; `always` when none depends on it, null before. */
  #calculatedAt: number | 'always' | null = null;

  constructor(
    readonly id: string,
    public details: SpreadsheetDetails,
    public sheets: readonly Sheet[],
    readonly styles: StyleTable,
    readonly calculator: Calculator | null = null,
  ) {}

  fork(): Spreadsheet {
    return new Spreadsheet(this.id, this.details, this.sheets.map((sheet) => sheet.fork()), this.styles, this.calculator);
  }

  /** Whether the formulas' results are what they would be if computed now. */
  get isCalculated(): boolean {
    if (this.calculator === null || this.sheets.every(({ formulaCount }) => formulaCount === 0)) return true;
    return this.#calculatedAt === 'always' || this.#calculatedAt === this.calculator.moment();
  }

  /** Computes all formulas. For a version that nobody has committed yet: results are written into its cells. */
  calculate(): void {
    if (this.calculator === null || this.sheets.every(({ formulaCount }) => formulaCount === 0)) return;
    const moment = this.calculator.moment();
    this.#calculatedAt = this.calculator.calculate(this) ? moment : 'always';
  }

  /** After a change: what was computed in its course may not be what follows from it. */
  forgetCalculation(): void {
    this.#calculatedAt = null;
  }

  namedRange(name: string): Message<'NamedRange'> | undefined {
    return this.details.namedRanges.find((entry) => entry.name?.toLowerCase() === name.toLowerCase());
  }

  /** Writes every formula anew, those of validations and conditional formats among them. */
  rewriteFormulas(rewrite: (formula: string, home: Sheet) => string): void {
    for (const sheet of this.sheets) {
      for (const { row, column, cell } of [...sheet.formulaCells()]) {
        const formula = rewrite(cell.formula, sheet);
        if (formula !== cell.formula) sheet.setCell(row, column, { ...cell, formula, value: null });
      }
      sheet.details = rewriteRules(sheet.details, (formula) => rewrite(formula, sheet));
    }
  }

  sheet(sheetId: number): Sheet | null {
    return this.sheets.find((sheet) => sheet.sheetId === sheetId) ?? null;
  }

  sheetByTitle(title: string): Sheet | null {
    const folded = title.toLowerCase();
    return this.sheets.find((sheet) => sheet.details.title === title) ?? this.sheets.find((sheet) => sheet.details.title.toLowerCase() === folded) ?? null;
  }

  /** What an account may do, by name or as anybody may. */
  roleOf(email: string): Role | null {
    const named = roleIn(this.details, email);
    const anybody = named === 'owner' || named === 'editor' ? null : roleByClass(this.details, email);
    return anybody === 'editor' ? 'editor' : (named ?? anybody);
  }

  cellCount(): number {
    return this.sheets.reduce((sum, { size }) => sum + size.rows * size.columns, 0);
  }

  /** Changes rows or columns of a sheet; formulas, named ranges and metadata follow. */
  changeDimension(sheet: Sheet, change: DimensionChange): void {
    sheet.change(change);
    this.rewriteFormulas((formula, home) => movedFormula(formula, home.details.title, sheet.details.title, byDimension(change)));
    const { sheetId } = sheet;
    this.details = {
      ...this.details,
      namedRanges: this.details.namedRanges.flatMap((named) => {
        if ((named.range?.sheetId ?? 0) !== sheetId) return [named];
        const range = changeRange(named.range ?? {}, change);
        return range === null ? [] : [{ ...named, range }];
      }),
      metadata: this.details.metadata.flatMap((entry) => {
        const place = entry.location?.dimensionRange;
        if (!place || (place.sheetId ?? 0) !== sheetId || place.dimension !== change.dimension) return [entry];
        const rows = change.dimension === 'ROWS';
        const { startIndex = 0, endIndex = startIndex + 1 } = place;
        const moved = changeRange(rows ? { startRowIndex: startIndex, endRowIndex: endIndex } : { startColumnIndex: startIndex, endColumnIndex: endIndex }, change);
        if (moved === null) return [];
        const ends = rows ? { startIndex: moved.startRowIndex ?? 0, endIndex: moved.endRowIndex ?? 0 } : { startIndex: moved.startColumnIndex ?? 0, endIndex: moved.endColumnIndex ?? 0 };
        return [{ ...entry, location: { ...entry.location, dimensionRange: { ...place, ...ends } } }];
      }),
    };
  }
}
