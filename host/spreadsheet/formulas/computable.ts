/**
 * Which formulas the engine computes as Google Sheets does. The engine follows Excel, which differs in what it calls functions and in how
 * it spreads lists over cells; a formula outside these tables stays uncomputed and says so, so that no figure is ever a wrong one.
 */
import { columnName } from '../model/a1-notation';
import type { Area } from '../model/area';
import type { GridRange } from '../schema/shapes';
import { rangeOfToken, tokensOf, type ReferenceToken, type Token } from './tokens';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Functions that take a whole range as an argument and give one value. */
const overRanges = new Set(words(`
  SUM SUMIF SUMIFS SUMPRODUCT SUMSQ PRODUCT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS MAX MAXA MAXIFS MIN MINA MINIFS
  MEDIAN STDEV STDEVP VAR VARP LARGE SMALL RANK VLOOKUP HLOOKUP XLOOKUP MATCH INDEX
  AND OR XOR ROWS COLUMNS TEXTJOIN NETWORKDAYS WORKDAY`));

/** Functions of single values that mean the same in both. */
const overValues = new Set(words(`
  IF IFS IFERROR IFNA SWITCH CHOOSE NOT TRUE FALSE NA ISBLANK ISERROR ISERR ISNA ISNUMBER ISTEXT ISLOGICAL ISEVEN ISODD N T
  ABS SIGN INT TRUNC ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR MOD QUOTIENT POWER SQRT EXP LN LOG LOG10 PI EVEN ODD GCD LCM FACT COMBIN
  SIN COS TAN ASIN ACOS ATAN ATAN2 DEGREES RADIANS
  LEFT RIGHT MID LEN LOWER UPPER TRIM SUBSTITUTE FIND SEARCH EXACT REPT CONCATENATE VALUE TEXT
  DATE DATEVALUE TIME TIMEVALUE YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY WEEKNUM ISOWEEKNUM EDATE EOMONTH DAYS DATEDIF TODAY NOW ROW COLUMN`));

/** Where a list may be computed with, element by element, without more ado in both. */
const listArithmetic = new Set(['SUMPRODUCT']);

export interface Computable {
  /** The formula cut up, so that its text for the engine can be made at once. */
  readonly tokens: readonly Token[];
  readonly references: readonly ReferenceToken[];
  /** Named ranges, as written, and whether several cells may stand there. */
  readonly names: readonly { readonly name: string; readonly mayBeList: boolean }[];
  /** Whether its result changes with the clock. */
  readonly volatile: boolean;
  /** Whether its result is a date or a time by itself, and shows as one. */
  readonly kind: 'date' | 'datetime' | 'time' | null;
}

const isOneCell = (range: GridRange): boolean =>
  range.endRowIndex !== undefined && range.endColumnIndex !== undefined && range.endRowIndex - (range.startRowIndex ?? 0) === 1 && range.endColumnIndex - (range.startColumnIndex ?? 0) === 1;

/** The token next to a place, spaces left out. */
function neighbour(tokens: readonly Token[], from: number, step: 1 | -1): Token | undefined {
  let place = from + step;
  while (tokens[place]?.kind === 'space') place += step;
  return tokens[place];
}

/** A list may stand only where it is the whole of an argument of a function that takes one. */
function takesList(tokens: readonly Token[], place: number, within: readonly string[]): boolean {
  if (within.some((name) => listArithmetic.has(name))) return true;
  if (!overRanges.has(within.at(-1) ?? '')) return false;
  const before = neighbour(tokens, place, -1)?.kind;
  const after = neighbour(tokens, place, 1)?.kind;
  return (before === 'open' || before === 'comma') && (after === 'close' || after === 'comma');
}

const kinds: Readonly<Record<string, Computable['kind']>> = { DATE: 'date', TODAY: 'date', NOW: 'datetime', TIME: 'time' };

/** `DATE(…)`, `TODAY()+7`: one call that makes a date, and at most a number added or taken away. */
function kindOf(tokens: readonly Token[]): Computable['kind'] {
  const told = tokens.filter(({ kind }) => kind !== 'space');
  const kind = told[0]?.kind === 'function' ? (kinds[told[0].text.toUpperCase()] ?? null) : null;
  let depth = 0;
  const end = told.findIndex((token) => {
    depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
    return token.kind === 'close' && depth === 0;
  });
  const [sign, number, ...more] = told.slice(end + 1);
  const isShifted = (sign?.text === '+' || sign?.text === '-') && number?.kind === 'number' && more.length === 0;
  return sign === undefined || isShifted ? kind : null;
}

const ends = new Set<Token['kind']>(['number', 'string', 'reference', 'name', 'error', 'close']);
const begins = new Set<Token['kind']>(['number', 'string', 'reference', 'name', 'error', 'function', 'open']);

/** Whether two values stand side by side, as in `86 138`: no formula, although the engine reads the first of them. */
function lacksOperator(tokens: readonly Token[]): boolean {
  const told = tokens.filter(({ kind }) => kind !== 'space');
  return told.some((token, place) => {
    const next = told[place + 1];
    return next !== undefined && begins.has(next.kind) && (ends.has(token.kind) || token.text === '%');
  });
}

function analyse(formula: string): Computable | null {
  const tokens = tokensOf(formula);
  if (lacksOperator(tokens)) return null;
  const within: string[] = [];
  const references: ReferenceToken[] = [];
  const names: { name: string; mayBeList: boolean }[] = [];
  let volatile = false;
  let named: string | null = null;
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'function') {
      const name = token.text.toUpperCase();
      if (!overRanges.has(name) && !overValues.has(name)) return null;
      if (name === 'TODAY' || name === 'NOW') volatile = true;
      named = name;
    } else if (token.kind === 'open') {
      within.push(named ?? '(');
      named = null;
    } else if (token.kind === 'close') {
      if (within.pop() === undefined) return null;
    } else if (token.kind === 'reference') {
      references.push(token);
      if (!isOneCell(rangeOfToken(token)) && !takesList(tokens, place, within)) return null;
    } else if (token.kind === 'name' && !/^(true|false)$/i.test(token.text)) {
      names.push({ name: token.text, mayBeList: takesList(tokens, place, within) });
    } else if (token.kind === 'other' && !/[-+*/^&=<>%]/.test(token.text)) {
      return null;
    }
  }
  return within.length > 0 || tokens.length === 0 ? null : { tokens, references, names, volatile, kind: kindOf(tokens) };
}

const analysed = new Map<string, Computable | null>();
const mostAnalysed = 20_000;

/** What must be known to compute a formula; null for one that the workspace does not compute. */
export function computable(formula: string): Computable | null {
  const known = analysed.get(formula);
  if (known !== undefined) return known;
  if (analysed.size >= mostAnalysed) analysed.clear();
  const found = analyse(formula);
  analysed.set(formula, found);
  return found;
}

/** What the engine must be told of the spreadsheet around a formula. */
export interface EngineSurroundings {
  /** The engine's own name of a sheet with its `!`; empty for the formula's own sheet. */
  prefix(sheet: string | null): string;
  rowCount(sheet: string | null): number;
  /** Where a named range lies, or text that stands for one that is nowhere. */
  name(name: string): string | (Area & { readonly prefix: string });
  readonly today: string;
  readonly moment: string;
}

/** The engine has no ranges that are open below; they end at the last row of their sheet. */
function closed(token: ReferenceToken, surroundings: EngineSurroundings): string {
  const { first, last, sheet, sheetText } = token;
  const cells = token.text.slice(sheetText === '' ? 0 : sheetText.length + 1).toUpperCase();
  const prefix = surroundings.prefix(sheet);
  if (last === undefined || (last.row !== undefined && first.row !== undefined) || first.column === undefined) return `${prefix}${cells}`;
  const [left = '', right = ''] = cells.split(':');
  return `${prefix}${first.row === undefined ? `${left}$1` : left}:${last.row === undefined ? `${right}$${surroundings.rowCount(sheet)}` : right}`;
}

function namedText(place: string | (Area & { readonly prefix: string })): string {
  if (typeof place === 'string') return place;
  const first = `$${columnName(place.left)}$${place.top + 1}`;
  const last = `$${columnName(place.right - 1)}$${place.bottom}`;
  return `${place.prefix}${first === last ? first : `${first}:${last}`}`;
}

/** The formula as the engine gets it: open ranges closed, names resolved, and the moment as the workspace's clock has it. */
export function engineText({ tokens }: Computable, surroundings: EngineSurroundings): string {
  const parts: string[] = [];
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token) continue;
    if (token.kind === 'reference') parts.push(closed(token, surroundings));
    else if (token.kind === 'name' && !/^(true|false)$/i.test(token.text)) parts.push(namedText(surroundings.name(token.text)));
    else if (token.kind === 'function' && /^(today|now)$/i.test(token.text)) {
      while (tokens[place] && tokens[place]?.kind !== 'close') place += 1;
      parts.push(/^today$/i.test(token.text) ? surroundings.today : surroundings.moment);
    } else parts.push(token.text);
  }
  return `=${parts.join('')}`;
}
