/** Between a cell of the model and the API's `CellData`. */
import { hasContent, notComputed, withContent, withNote, withRuns, withStyle, type Cell } from '../model/cell';
import { requireCellLength } from '../model/entering';
import { displayText } from '../model/number-format';
import { invalid } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { setValidation, validationAt } from '../model/validation';
import { isMessage } from '../schema/check';
import { maskAt, maskTouches, mergeByMask, type MaskNode } from '../schema/field-mask';
import type { CellFormat, Message } from '../schema/shapes';

type CellData = Message<'CellData'>;
type ExtendedValue = Message<'ExtendedValue'>;

/** The format that every cell starts from, as the API reports it for a new spreadsheet. */
export const defaultFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: { foregroundColor: {}, fontFamily: 'Arial', fontSize: 10, bold: false, italic: false, strikethrough: false, underline: false, foregroundColorStyle: { rgbColor: {} } },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
} as const satisfies CellFormat;

/** The cell with another user-entered value. Strings are literal text, even when they start with `=`. */
export function withUserEnteredValue(former: Cell | undefined, value: ExtendedValue | undefined): Cell {
  if (value === undefined) return withContent(former, { value: null });
  if (value.formulaValue !== undefined) {
    requireCellLength(value.formulaValue);
    if (!value.formulaValue.startsWith('=')) throw invalid('Formula must start with an equals sign (=).');
    return withContent(former, { value: null, formula: value.formulaValue });
  }
  if (value.stringValue !== undefined) {
    requireCellLength(value.stringValue);
    return withContent(former, { value: value.stringValue === '' ? null : value.stringValue });
  }
  if (value.errorValue !== undefined) throw invalid('errorValue cannot be set.');
  return withContent(former, { value: value.numberValue ?? value.boolValue ?? null });
}

/** Setting either form of a colour sets both, as the platform reports them. */
function withBothColors(format: CellFormat): CellFormat {
  const background = format.backgroundColorStyle?.rgbColor ?? format.backgroundColor;
  const text = format.textFormat;
  const foreground = text?.foregroundColorStyle?.rgbColor ?? text?.foregroundColor;
  return {
    ...format,
    ...(background && !format.backgroundColorStyle?.themeColor ? { backgroundColor: background, backgroundColorStyle: { rgbColor: background } } : {}),
    ...(text && foreground && !text.foregroundColorStyle?.themeColor ? { textFormat: { ...text, foregroundColor: foreground, foregroundColorStyle: { rgbColor: foreground } } } : {}),
  };
}

/** A request that sets one colour field leaves the other one stale; the new one wins. */
function withoutStaleColors(former: CellFormat, mask: MaskNode): CellFormat {
  const { backgroundColor, backgroundColorStyle, textFormat, ...rest } = former;
  const keepsBackground = !maskTouches(mask, 'backgroundColor') && !maskTouches(mask, 'backgroundColorStyle');
  const keepsText = !maskTouches(mask, 'textFormat', 'foregroundColor') && !maskTouches(mask, 'textFormat', 'foregroundColorStyle');
  const { foregroundColor: _plain, foregroundColorStyle: _style, ...otherText } = textFormat ?? {};
  return {
    ...rest,
    ...(keepsBackground && backgroundColor ? { backgroundColor } : {}),
    ...(keepsBackground && backgroundColorStyle ? { backgroundColorStyle } : {}),
    ...(textFormat === undefined ? {} : { textFormat: keepsText ? textFormat : otherText }),
  };
}

/** A number format with a pattern but no type is no number format for the platform. */
function requireNumberFormat(format: CellFormat): void {
  const { numberFormat } = format;
  if (numberFormat !== undefined && numberFormat.type === undefined) throw invalid('Must specify a number format type.');
}

/** The format with the masked fields taken from another. @throws Refusal when the outcome is no format */
export function mergedFormat(former: CellFormat, source: CellFormat, mask: MaskNode): CellFormat {
  const merged = mergeByMask({ ...withoutStaleColors(former, mask) }, { ...source }, mask);
  if (!isMessage('CellFormat', merged)) throw invalid('Invalid cell format.');
  requireNumberFormat(merged);
  return withBothColors(merged);
}

/** Writes the masked parts of cell data to cells of one spreadsheet; remembers merged formats, since many cells share few. */
export class CellWriter {
  readonly #merged = new Map<CellFormat | undefined, Map<number, number>>();

  constructor(
    private readonly draft: Spreadsheet,
    private readonly mask: MaskNode,
  ) {
    if (maskTouches(mask, 'effectiveValue') && mask.children.size > 0) throw invalid('effectiveValue is read-only.');
  }

  #styleOf(former: number, format: CellFormat | undefined, mask: MaskNode): number {
    const known = this.#merged.get(format) ?? new Map<number, number>();
    this.#merged.set(format, known);
    const found = known.get(former);
    if (found !== undefined) return found;
    const number = this.draft.styles.numberOf(mergedFormat(this.draft.styles.format(former), format ?? {}, mask));
    known.set(former, number);
    return number;
  }

  /** @throws Refusal for data that a cell cannot take */
  write(sheet: Sheet, row: number, column: number, data: CellData): void {
    const former = sheet.cell(row, column);
    let cell = former;
    if (maskTouches(this.mask, 'userEnteredValue')) cell = withUserEnteredValue(cell, data.userEnteredValue);
    const formatMask = maskAt(this.mask, 'userEnteredFormat');
    if (formatMask) cell = withStyle(cell, this.#styleOf(cell?.style ?? 0, data.userEnteredFormat, formatMask));
    if (maskTouches(this.mask, 'note')) cell = withNote(cell, data.note ?? '');
    if (cell && maskTouches(this.mask, 'textFormatRuns')) cell = withRuns(cell, data.textFormatRuns);
    if (maskTouches(this.mask, 'dataValidation') && (data.dataValidation !== undefined || validationAt(sheet, row, column) !== null)) {
      setValidation(sheet, { top: row, left: column, bottom: row + 1, right: column + 1 }, data.dataValidation ?? null);
    }
    if (cell !== undefined && cell !== former) sheet.setCell(row, column, cell);
  }
}

function extendedValueOf(cell: Cell): ExtendedValue {
  if (cell.formula !== undefined) return { formulaValue: cell.formula };
  if (typeof cell.value === 'number') return { numberValue: cell.value };
  return typeof cell.value === 'boolean' ? { boolValue: cell.value } : { stringValue: cell.value ?? '' };
}

const errorTypes: Readonly<Record<string, string>> = { '#DIV/0!': 'DIVIDE_BY_ZERO', '#N/A': 'N_A', '#VALUE!': 'VALUE', '#REF!': 'REF', '#NUM!': 'NUM', '#NAME?': 'NAME' };

/** A formula's result, its error, or the sign that the host does not compute it. */
function effectiveValueOf(cell: Cell): ExtendedValue {
  const { formula, ...rest } = cell;
  if (formula === undefined) return extendedValueOf(rest);
  if (cell.value === null) return { errorValue: { type: 'ERROR', message: notComputed } };
  const type = typeof cell.value === 'string' ? errorTypes[cell.value] : undefined;
  return type === undefined ? extendedValueOf(rest) : { errorValue: { type, message: String(cell.value) } };
}

function effectiveFormatOf(format: CellFormat, cell: Cell): CellFormat {
  const { textFormat = {}, ...rest } = format;
  const alignment = typeof cell.value === 'number' ? 'RIGHT' : typeof cell.value === 'boolean' ? 'CENTER' : 'LEFT';
  return {
    ...defaultFormat,
    ...(hasContent(cell) ? { horizontalAlignment: alignment } : {}),
    ...rest,
    textFormat: { ...defaultFormat.textFormat, ...textFormat },
  };
}

/** The masked parts of a cell as the API gives them. */
export function cellDataOf(spreadsheet: Spreadsheet, sheet: Sheet, row: number, column: number, mask: MaskNode): CellData {
  const cell = sheet.cell(row, column);
  const validation = maskTouches(mask, 'dataValidation') ? validationAt(sheet, row, column) : null;
  if (!cell) return validation ? { dataValidation: validation } : {};
  const format = spreadsheet.styles.format(cell.style);
  const filled = hasContent(cell);
  return {
    ...(filled && maskTouches(mask, 'userEnteredValue') ? { userEnteredValue: extendedValueOf(cell) } : {}),
    ...(filled && maskTouches(mask, 'effectiveValue')
      ? { effectiveValue: effectiveValueOf(cell) }
      : {}),
    ...(filled && maskTouches(mask, 'formattedValue') ? { formattedValue: displayText(cell, format, spreadsheet.details.locale) } : {}),
    ...(cell.style !== 0 && maskTouches(mask, 'userEnteredFormat') ? { userEnteredFormat: format } : {}),
    ...((filled || cell.style !== 0) && maskTouches(mask, 'effectiveFormat') ? { effectiveFormat: effectiveFormatOf(format, cell) } : {}),
    ...(cell.runs !== undefined && maskTouches(mask, 'textFormatRuns') ? { textFormatRuns: cell.runs } : {}),
    ...(cell.note !== undefined && maskTouches(mask, 'note') ? { note: cell.note } : {}),
    ...(validation ? { dataValidation: validation } : {}),
  };
}

