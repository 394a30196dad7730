/** A formula cut into its parts: enough to know which cells it names, and to write it anew when they move. */
import { columnIndex, columnName } from '../model/a1-notation';
import type { GridRange } from '../schema/shapes';

/** One end of a reference; a missing row or column reaches to the edge of the grid. */
export interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export interface ReferenceToken {
  readonly kind: 'reference';
  readonly text: string;
  /** As it stands before the `!`, quotes included; empty without a sheet. */
  readonly sheetText: string;
  /** Null for the sheet that the formula stands on. */
  readonly sheet: string | null;
  readonly first: Corner;
  /** Undefined for one cell. */
  readonly last: Corner | undefined;
}

export interface TextToken {
  readonly kind: 'string' | 'function' | 'name' | 'number' | 'space' | 'open' | 'close' | 'comma' | 'error' | 'other';
  readonly text: string;
}

export type Token = ReferenceToken | TextToken;

const sheetPart = String.raw`(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const referencePart = String.raw`(${cell}(?::\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_.(!])`;

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /"(?:[^"]|"")*"/uy],
  ['error', /#(?:REF!|N\/A|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)/uy],
  ['reference', new RegExp(sheetPart + referencePart, 'uy')],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+/uy],
  ['space', /\s+/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['comma', /,/uy],
  ['other', /./suy],
];

function cornerOf(text: string): Corner {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9]\d*)?$/.exec(text);
  const [, one = '', letters, two = '', digits] = match ?? [];
  return {
    row: digits === undefined ? undefined : Number(digits) - 1,
    column: letters === undefined ? undefined : columnIndex(letters),
    fixedColumn: letters !== undefined && one === '$',
    fixedRow: digits !== undefined && (letters === undefined ? one === '$' || two === '$' : two === '$'),
  };
}

function referenceOf(match: RegExpExecArray): ReferenceToken {
  const [text, sheetText = '', cells = ''] = match;
  const [first = '', last] = cells.split(':');
  const title = sheetText.startsWith("'") ? sheetText.slice(1, -1).replaceAll("''", "'") : sheetText;
  return { kind: 'reference', text, sheetText, sheet: sheetText === '' ? null : title, first: cornerOf(first), last: last === undefined ? undefined : cornerOf(last) };
}

/** The parts of a formula after its `=`, in order; their texts joined are the formula again. */
export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 1;
  while (position < formula.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = position;
      const match = pattern.exec(formula);
      if (!match) continue;
      tokens.push(kind === 'reference' ? referenceOf(match) : { kind, text: match[0] });
      position += match[0].length;
      break;
    }
  }
  return tokens;
}

/** The cells of a reference as a range without its sheet, as it stands in the formula's text. */
export function rangeOfToken({ first, last }: ReferenceToken): GridRange {
  const other = last ?? first;
  const low = (one: number | undefined, two: number | undefined): number | undefined => (one === undefined || two === undefined ? (one ?? two) : Math.min(one, two));
  const high = (one: number | undefined, two: number | undefined): number | undefined => (one === undefined || two === undefined ? undefined : Math.max(one, two) + 1);
  const sides = {
    startRowIndex: low(first.row, other.row), endRowIndex: high(first.row, other.row),
    startColumnIndex: low(first.column, other.column), endColumnIndex: high(first.column, other.column),
  };
  return Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined));
}

export function cornerText({ row, column, fixedRow, fixedColumn }: Corner): string {
  return `${column === undefined ? '' : `${fixedColumn ? '$' : ''}${columnName(column)}`}${row === undefined ? '' : `${fixedRow ? '$' : ''}${row + 1}`}`;
}

/** The text of a reference with other corners. */
export function referenceText(sheetText: string, first: Corner, last: Corner | undefined): string {
  return `${sheetText === '' ? '' : `${sheetText}!`}${cornerText(first)}${last === undefined ? '' : `:${cornerText(last)}`}`;
}

/** The formula with each reference replaced by what `change` gives for it. */
export function mapReferences(formula: string, change: (token: ReferenceToken) => string): string {
  return `=${tokensOf(formula).map((token) => (token.kind === 'reference' ? change(token) : token.text)).join('')}`;
}
