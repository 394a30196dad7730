/** Which formulas of a spreadsheet can be computed, and which cells they need. */
import { cellName } from '../model/a1-notation';
import { areaOf, intersect, type Area } from '../model/area';
import type { Cell } from '../model/cell';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import type { Computable } from './computable';
import { rangeOfToken } from './tokens';

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

export interface PlannedFormula extends FormulaCell {
  readonly known: Computable;
  /** The cell in A1 notation. */
  readonly place: string;
  /** The one cell of plain arithmetic, whose number format the result takes on. */
  readonly looksLike: { readonly sheet: Sheet; readonly row: number; readonly column: number } | null;
  /** The filled cells that it looks at. */
  readonly reads: readonly Place[];
}

export interface Plan {
  readonly formulas: readonly PlannedFormula[];
  readonly uncomputed: readonly FormulaCell[];
  /** What has to be known of each sheet. */
  readonly areas: ReadonlyMap<Sheet, readonly Area[]>;
}

/** Formulas over more cells than this are not computed. */
const mostCells = 500_000;

/** Where the references of a formula lead; null for one that leads nowhere or over too much. */
export function placesOf(spreadsheet: Spreadsheet, home: Sheet, known: Computable): readonly Place[] | null {
  const places: Place[] = [];
  const add = (sheet: Sheet, area: Area): void => {
    const filled = intersect(area, { top: 0, left: 0, bottom: sheet.lastRow(), right: sheet.size.columns });
    if (filled) places.push({ sheet, area: filled });
  };
  for (const token of known.references) {
    const sheet = token.sheet === null ? home : spreadsheet.sheetByTitle(token.sheet);
    if (!sheet) return null;
    add(sheet, areaOf(rangeOfToken(token), sheet.size));
  }
  for (const { name, mayBeList } of known.names) {
    const range = spreadsheet.namedRange(name)?.range;
    const sheet = range && spreadsheet.sheet(range.sheetId ?? 0);
    if (!sheet) return null;
    const area = areaOf(range, sheet.size);
    if (!mayBeList && (area.bottom - area.top) * (area.right - area.left) > 1) return null;
    add(sheet, area);
  }
  return places.reduce((sum, { area }) => sum + (area.bottom - area.top) * (area.right - area.left), 0) > mostCells ? null : places;
}

/** `=A1`, `=A1+7`: the result looks like its one cell. */
function likeness(spreadsheet: Spreadsheet, home: Sheet, { tokens, references }: Computable): PlannedFormula['looksLike'] {
  const [first] = references;
  if (!first || references.length > 1 || tokens.some(({ kind, text }) => !['reference', 'number', 'space'].includes(kind) && text !== '+' && text !== '-')) return null;
  const sheet = first.sheet === null ? home : spreadsheet.sheetByTitle(first.sheet);
  return sheet ? { sheet, row: first.first.row ?? 0, column: first.first.column ?? 0 } : null;
}

const holds = ({ sheet, area }: Place, cell: FormulaCell): boolean =>
  sheet === cell.sheet && cell.row >= area.top && cell.row < area.bottom && cell.column >= area.left && cell.column < area.right;

/** The formulas that rest on none of the uncomputed cells, not even through others. Those that do are added to the uncomputed ones, whatever they would make of an error. */
export function untainted(formulas: readonly PlannedFormula[], uncomputed: FormulaCell[]): readonly PlannedFormula[] {
  let left = formulas;
  let news: readonly FormulaCell[] = uncomputed;
  while (news.length > 0) {
    const former = news;
    const fallen = new Set(left.filter(({ reads }) => reads.some((place) => former.some((cell) => holds(place, cell)))));
    if (fallen.size === 0) break;
    left = left.filter((formula) => !fallen.has(formula));
    news = [...fallen];
    uncomputed.push(...news);
  }
  return left;
}

export function planOf(spreadsheet: Spreadsheet, computable: (formula: string) => Computable | null): Plan {
  const uncomputed: FormulaCell[] = [];
  const candidates: PlannedFormula[] = [];
  for (const sheet of spreadsheet.sheets) {
    for (const { row, column, cell } of sheet.formulaCells()) {
      const known = computable(cell.formula);
      const reads = known && placesOf(spreadsheet, sheet, known);
      if (!known || !reads) uncomputed.push({ sheet, row, column, cell });
      else candidates.push({ sheet, row, column, cell, known, place: cellName(row, column), looksLike: likeness(spreadsheet, sheet, known), reads });
    }
  }
  const formulas = untainted(candidates, uncomputed);
  const areas = new Map<Sheet, Area[]>();
  const seen = new Set<string>();
  for (const { reads } of formulas) {
    for (const { sheet, area } of reads) {
      const key = `${sheet.sheetId}/${area.top}/${area.left}/${area.bottom}/${area.right}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const list = areas.get(sheet) ?? [];
      areas.set(sheet, list);
      list.push(area);
    }
  }
  return { formulas, uncomputed, areas };
}
