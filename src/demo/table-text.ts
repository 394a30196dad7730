/** Demo data stands as small tables of text, a row a line and `|` between cells: it has to be short in the bundle. */
export const cellsOf = (text: string): readonly (readonly string[])[] =>
  text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

export const numbered = (prefix: string, index: number, digits: number): string => `${prefix}-${String(index + 1).padStart(digits, '0')}`;

export const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell);

/** The code that a cell names; a name that is not in the list is a mistake in this folder. */
export const codeIn = <Codes extends object>(codes: Codes, cell: string | undefined): keyof Codes & string => {
  const isCode = (text: string): text is keyof Codes & string => text in codes;
  if (cell === undefined || !isCode(cell)) throw new Error(`Not a code: ${String(cell)}`);
  return cell;
};
