export { cellsOf, codeIn } from '../../sheets-templates/table-text';

export const numbered = (prefix: string, index: number, digits: number): string => `${prefix}-${String(index + 1).padStart(digits, '0')}`;

export const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell);
