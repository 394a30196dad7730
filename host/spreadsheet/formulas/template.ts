/** One formula for many cells: it is cut up once and written anew for each of them. */
import { referenceText, tokensOf, type Corner, type ReferenceToken, type Token } from './tokens';

export interface FormulaTemplate {
  /** The formula a copy of which stands this far down and right. */
  moved(down: number, across: number): string;
  /** The same for a given cell, with `ROW()` and `COLUMN()` as the numbers of that cell, so that the text alone tells the result. */
  at(down: number, across: number, row: number, column: number): string;
}

const lost = '#REF!';

function shifted(corner: Corner, down: number, across: number): Corner {
  return {
    ...corner,
    row: corner.row === undefined || corner.fixedRow ? corner.row : corner.row + down,
    column: corner.column === undefined || corner.fixedColumn ? corner.column : corner.column + across,
  };
}

const isOutside = ({ row, column }: Corner): boolean => (row ?? 0) < 0 || (column ?? 0) < 0;

function referenceAt({ sheetText, first, last }: ReferenceToken, down: number, across: number): string {
  const start = shifted(first, down, across);
  const end = last && shifted(last, down, across);
  return isOutside(start) || (end && isOutside(end)) ? lost : referenceText(sheetText, start, end);
}

/** Where `ROW()` or `COLUMN()` without an argument stands: place of the name, and of the closing parenthesis. */
function ownPlaces(tokens: readonly Token[]): ReadonlyMap<number, { readonly end: number; readonly rows: boolean }> {
  const found = new Map<number, { end: number; rows: boolean }>();
  for (const [place, { kind, text }] of tokens.entries()) {
    if (kind !== 'function' || !/^(row|column)$/i.test(text)) continue;
    const rest = tokens.slice(place + 1, place + 5).filter((token) => token.kind !== 'space');
    if (rest[0]?.kind !== 'open' || rest[1]?.kind !== 'close') continue;
    found.set(place, { end: tokens.indexOf(rest[1], place), rows: /^row$/i.test(text) });
  }
  return found;
}

export function formulaTemplate(formula: string): FormulaTemplate {
  const tokens = tokensOf(formula);
  const own = ownPlaces(tokens);
  const text = (token: Token, down: number, across: number): string => (token.kind === 'reference' ? referenceAt(token, down, across) : token.text);
  // What does not change with the row or column of the cell is the same text for all of them.
  const corners = tokens.flatMap((token) => (token.kind === 'reference' ? [token.first, ...(token.last ? [token.last] : [])] : []));
  const byRow = corners.some(({ row, fixedRow }) => row !== undefined && !fixedRow) || [...own.values()].some(({ rows }) => rows);
  const byColumn = corners.some(({ column, fixedColumn }) => column !== undefined && !fixedColumn) || [...own.values()].some(({ rows }) => !rows);
  let last: { readonly key: string; readonly formula: string } = { key: '', formula: '' };
  const write = (down: number, across: number, row: number, column: number): string => {
    const parts: string[] = [];
    for (let place = 0; place < tokens.length; place += 1) {
      const token = tokens[place];
      const named = own.get(place);
      if (named) {
        parts.push(String((named.rows ? row : column) + 1));
        place = named.end;
      } else if (token) parts.push(text(token, down, across));
    }
    return `=${parts.join('')}`;
  };
  return {
    moved: (down, across) => `=${tokens.map((token) => text(token, down, across)).join('')}`,
    at: (down, across, row, column) => {
      const key = `${byRow ? `${down}/${row}` : ''}:${byColumn ? `${across}/${column}` : ''}`;
      if (last.key !== key) last = { key, formula: write(down, across, row, column) };
      return last.formula;
    },
  };
}
