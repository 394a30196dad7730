/** Formulas that move with a copied or filled cell: references without a `$` follow it. */
import { columnLetters } from './addresses';

const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_.\u4e00-\u9fff][\w.\u4e00-\u9fff]*\(|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(])|[A-Za-z_][\w.]*/g;

/** The same formula, that many rows down and columns across; `#REF!` where a reference would leave the sheet. */
export function shiftFormula(formula: string, down: number, across: number): string {
  if (!formula.startsWith('=') || (down === 0 && across === 0)) return formula;
  return formula.replace(TOKENS, (token: string, columnFixed: string | undefined, letters: string | undefined, rowFixed: string | undefined, digits: string | undefined) => {
    if (letters === undefined || digits === undefined) return token;
    const column = columnOf(letters) + (columnFixed === '$' ? 0 : across);
    const row = Number(digits) + (rowFixed === '$' ? 0 : down);
    return column < 0 || row < 1 ? '#REF!' : `${columnFixed ?? ''}${columnLetters(column)}${rowFixed ?? ''}${row}`;
  });
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
