import type { Words } from '../src/terms';

/** Data that is entered once stands as small tables of text, a row a line and `|` between cells: the bundle keeps them apart from its code. */
export const cellsOf = (table: Words): readonly (readonly string[])[] =>
  table.zh.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** The code that a cell names; a name that is not in the list is a mistake in the table. */
export const codeIn = <Codes extends object>(codes: Codes, cell: string | undefined): keyof Codes & string => {
  const isCode = (text: string): text is keyof Codes & string => Object.prototype.hasOwnProperty.call(codes, text);
  if (cell === undefined || !isCode(cell)) throw new Error(`Not a code: ${String(cell)}`);
  return cell;
};
