/** A sheet as the page draws it for one person. */
import type { CellView, GridView, GroupView, SpreadsheetSummary, VirtualTime } from '../../contract';
import { areaOf, type Area } from '../model/area';
import { bandColorAt } from '../model/bands';
import type { Cell } from '../model/cell';
import { conditionalStyles, type ConditionalStyles } from '../model/conditional-format';
import { enteringContext, textsAt } from '../model/entering';
import { filteredRows } from '../model/filtering';
import type { Group } from '../model/groups';
import type { SpreadsheetLibrary } from '../model/library';
import { customsOf } from '../model/locale';
import { displayText, displayValue, numberFormatOf, showsDates } from '../model/number-format';
import { isBoundBy } from '../model/protection';
import { Refusal } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { DimensionTable } from '../model/sheet-details';
import { roleIn, type Spreadsheet } from '../model/spreadsheet';
import { parseTyped } from '../model/typing';
import { choicesOf, validationAt, type ValidationContext, type ValidationRule } from '../model/validation';
import type { CellFormat, Message } from '../schema/shapes';

/** `#rrggbb` of a colour of the API, whose parts run from 0 to 1. */
export function hexColor(color: Message<'Color'> | undefined): string | null {
  if (color === undefined) return null;
  const part = (value: number | undefined): string => Math.round((value ?? 0) * 255).toString(16).padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}

const backgroundOf = (format: CellFormat): string | null => hexColor(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
const foregroundOf = (format: CellFormat): string | null => hexColor(format.textFormat?.foregroundColorStyle?.rgbColor ?? format.textFormat?.foregroundColor);

const alignments: Readonly<Record<string, 'left' | 'center' | 'right'>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };

/** What the formula bar shows: a formula, a date as it is displayed, or the value in full. Typing it again gives the same cell. */
function inputText(cell: Cell | undefined, format: CellFormat, shown: string, context: ValidationContext): string {
  if (!cell) return '';
  if (cell.formula !== undefined) return cell.formula;
  const { decimalComma, dayFirst } = customsOf(context.locale);
  if (typeof cell.value === 'number' && !showsDates(format.numberFormat)) return decimalComma ? String(cell.value).replace('.', ',') : String(cell.value);
  // The format may put the month where typing takes the day.
  if (typeof cell.value === 'number' && dayFirst && parseTyped(shown, undefined, context).value !== cell.value) return displayValue(cell.value, numberFormatOf(Number.isInteger(cell.value) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'), context.locale);
  if (typeof cell.value !== 'string') return shown;
  // Text that typing would take for a formula, a number or a date keeps its mark, as a copied or undone cell must stay text.
  return parseTyped(cell.value, format.numberFormat, context).value === cell.value ? cell.value : `'${cell.value}`;
}

interface Lock {
  readonly area: Area;
  readonly open: readonly Area[];
}

function locksFor(spreadsheet: Spreadsheet, sheet: Sheet, as: string): readonly Lock[] {
  const everything: Area = { top: 0, left: 0, bottom: sheet.size.rows, right: sheet.size.columns };
  if (spreadsheet.roleOf(as) === 'viewer') return [{ area: everything, open: [] }];
  return sheet.details.protections
    .filter((protection) => isBoundBy(spreadsheet, protection, as))
    .map(({ range = {}, unprotectedRanges = [] }) => ({ area: areaOf(range, sheet.size), open: unprotectedRanges.map((hole) => areaOf(hole, sheet.size)) }));
}

const holds = (area: Area, row: number, column: number): boolean => row >= area.top && row < area.bottom && column >= area.left && column < area.right;

const usualSize = 10;

function textLooks({ bold, italic, underline, strikethrough, fontSize = usualSize }: NonNullable<CellFormat['textFormat']>): Pick<CellView, 'bold' | 'italic' | 'lines' | 'size'> {
  const lines = [underline === true ? 'underline' : '', strikethrough === true ? 'line-through' : ''].filter((line) => line !== '').join(' ');
  return { ...(bold === true ? { bold } : {}), ...(italic === true ? { italic } : {}), ...(lines === '' ? {} : { lines }), ...(fontSize === usualSize ? {} : { size: fontSize }) };
}

const uprights: Readonly<Record<string, 'top' | 'middle'>> = { TOP: 'top', MIDDLE: 'middle' };

function cellView(spreadsheet: Spreadsheet, sheet: Sheet, row: number, column: number, locked: boolean, choices: (rule: ValidationRule) => readonly string[] | null, styles: ConditionalStyles, context: ValidationContext): CellView {
  const cell = sheet.cell(row, column);
  const format = spreadsheet.styles.format(cell?.style ?? 0);
  const text = displayText(cell, format, spreadsheet.details.locale);
  const rule = validationAt(sheet, row, column);
  const options = rule && choices(rule);
  const conditional = styles(row, column, text);
  const background = (conditional && backgroundOf(conditional)) ?? backgroundOf(format) ?? hexColor(bandColorAt(sheet.details.bandings, sheet.size, row, column));
  const color = (conditional && foregroundOf(conditional)) ?? foregroundOf(format);
  const align = alignments[format.horizontalAlignment ?? ''] ?? (typeof cell?.value === 'number' ? 'right' : typeof cell?.value === 'boolean' ? 'center' : undefined);
  const upright = uprights[format.verticalAlignment ?? ''];
  return {
    text,
    input: inputText(cell, format, text, context),
    ...(cell?.formula === undefined ? {} : { formula: cell.formula, ...(cell.value === null ? { uncomputed: true } : {}) }),
    ...(cell?.note === undefined ? {} : { note: cell.note }),
    ...(options ? { choices: options } : {}),
    ...(background ? { background } : {}),
    ...(color ? { color } : {}),
    ...textLooks({ ...format.textFormat, ...conditional?.textFormat }),
    ...(align ? { align } : {}),
    ...(upright ? { upright } : {}),
    ...(format.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(locked ? { locked: true } : {}),
  };
}

/** @throws Refusal for a spreadsheet the person may not see and for a sheet that is not there */
export function gridView(
  library: SpreadsheetLibrary,
  id: string,
  sheetId: number,
  wanted: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  as: string,
  now: VirtualTime,
): GridView {
  const { spreadsheet, sheet } = requireSheetFor(library, id, sheetId, as);
  const bottom = Math.min(wanted.row + wanted.rows, sheet.size.rows);
  const right = Math.min(wanted.column + wanted.columns, sheet.size.columns);
  const context = enteringContext(spreadsheet, now);
  const choicesByRule = new Map<ValidationRule, readonly string[] | null>();
  const choices = (rule: ValidationRule): readonly string[] | null => {
    const known = choicesByRule.get(rule);
    if (known !== undefined) return known;
    const found = choicesOf(rule, (reference) => textsAt(spreadsheet, reference, sheet));
    choicesByRule.set(rule, found);
    return found;
  };
  const styles = conditionalStyles(spreadsheet, sheet, { top: wanted.row, left: wanted.column, bottom, right }, context);
  const locks = locksFor(spreadsheet, sheet, as);
  const cells: CellView[][] = [];
  for (let row = wanted.row; row < bottom; row += 1) {
    const line: CellView[] = [];
    for (let column = wanted.column; column < right; column += 1) {
      const locked = locks.some(({ area, open }) => holds(area, row, column) && !open.some((hole) => holds(hole, row, column)));
      line.push(cellView(spreadsheet, sheet, row, column, locked, choices, styles, context));
    }
    cells.push(line);
  }
  return { row: wanted.row, column: wanted.column, cells, ...shapeOf(sheet, filteredRows(spreadsheet, sheet, context)) };
}

const groupViews = (groups: readonly Group[], isAfter = false): readonly GroupView[] => groups.map((group) => ({ ...group, control: isAfter ? group.end : group.start - 1 }));

/** What is hidden, how large rows and columns are, which cells are one, and what folds together. */
function shapeOf({ details: { rows, columns, merges, rowGroups, columnGroups, rowGroupControlAfter, columnGroupControlAfter }, size }: Sheet, filtered: ReadonlySet<number>): Omit<GridView, 'row' | 'column' | 'cells'> {
  const hiddenIn = (table: DimensionTable): number[] => Object.entries(table).flatMap(([index, { hiddenByUser }]) => (hiddenByUser === true ? [Number(index)] : []));
  const sizes = (table: DimensionTable): Readonly<Record<number, number>> => Object.fromEntries(Object.entries(table).flatMap(([index, { pixelSize }]) => (pixelSize === undefined ? [] : [[Number(index), pixelSize] as const])));
  return {
    hiddenRows: [...new Set([...hiddenIn(rows), ...filtered])], hiddenColumns: hiddenIn(columns), columnWidths: sizes(columns), rowHeights: sizes(rows), merges: merges.map((range) => areaOf(range, size)),
    ...(rowGroups?.length ? { rowGroups: groupViews(rowGroups, rowGroupControlAfter) } : {}),
    ...(columnGroups?.length ? { columnGroups: groupViews(columnGroups, columnGroupControlAfter) } : {}),
  };
}

/** @throws Refusal when it is not there or the person may not see it */
export function requireSheetFor(library: SpreadsheetLibrary, id: string, sheetId: number, as: string): { readonly spreadsheet: Spreadsheet; readonly sheet: Sheet } {
  const spreadsheet = library.get(id);
  if (!spreadsheet) throw new Refusal('missing', `No spreadsheet ${id}`);
  if (spreadsheet.roleOf(as) === null) throw new Refusal('denied', `${as} has no access to spreadsheet ${id}`);
  const sheet = spreadsheet.sheet(sheetId);
  if (!sheet) throw new Refusal('missing', `No sheet ${sheetId} in spreadsheet ${id}`);
  return { spreadsheet, sheet };
}

/** The spreadsheets a person can open, by name. */
export function summariesFor(library: SpreadsheetLibrary, as: string): readonly SpreadsheetSummary[] {
  const found: SpreadsheetSummary[] = [];
  for (const id of library.ids()) {
    const details = library.details(id);
    if (!details || details.trashed) continue;
    const access = roleIn(details, as);
    const spreadsheet = access === null ? null : library.get(id);
    if (!spreadsheet || access === null) continue;
    const tabs = spreadsheet.sheets.map(({ details }) => ({
      sheetId: details.sheetId,
      title: details.title,
      hidden: details.hidden,
      rows: details.rowCount,
      columns: details.columnCount,
      frozenRows: details.frozenRowCount,
      frozenColumns: details.frozenColumnCount,
      tabColor: hexColor(details.tabColorStyle?.rgbColor),
    }));
    found.push({ id, name: spreadsheet.details.title, access, tabs });
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}
