/** How the cells of a Range look: backgrounds, alignment, wrapping, number formats, borders. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { numberFormatOf, patternOf } from '../model/number-format';
import type { CellFormat } from '../schema/shapes';
import { colorOf, isWhole, requireTable, requireText } from './arguments';
import { Color, hexOfStyle, styleOfArgument } from './color';
import { enums } from './enums';
import { RangePlace } from './range-place';

export class TextRotation extends HostObject {
  static override readonly guestName = 'TextRotation';
  constructor(
    readonly _degrees: number,
    readonly _isVertical: boolean,
  ) {
    super();
  }
  getDegrees(): number {
    return this._degrees;
  }
  isVertical(): boolean {
    return this._isVertical;
  }
}

const alignments: Readonly<Record<string, CellFormat['horizontalAlignment']>> = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' };
const verticals: Readonly<Record<string, CellFormat['verticalAlignment']>> = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' };
const strategies = { WRAP: 'WRAP', OVERFLOW: 'OVERFLOW_CELL', CLIP: 'CLIP' } as const;

function horizontal(value: unknown): CellFormat {
  const horizontalAlignment = alignments[String(value)];
  return horizontalAlignment === undefined ? {} : { horizontalAlignment };
}

function vertical(value: unknown): CellFormat {
  const verticalAlignment = verticals[String(value)];
  return verticalAlignment === undefined ? {} : { verticalAlignment };
}

function background(method: string, value: unknown): CellFormat {
  const style = styleOfArgument(method, value);
  return style === undefined ? {} : { backgroundColorStyle: style, ...(style.rgbColor ? { backgroundColor: style.rgbColor } : {}) };
}

function wrapping(method: string, value: unknown): CellFormat {
  const name = enums.WrapStrategy.nameOf(value);
  if (!name) throw signatureMismatch(method, [value]);
  return { wrapStrategy: strategies[name] };
}

function reading(value: unknown): CellFormat {
  const textDirection = enums.TextDirection.nameOf(value);
  return textDirection === null ? {} : { textDirection };
}

function rotating(method: string, value: unknown): CellFormat {
  if (value instanceof TextRotation) return { textRotation: value._isVertical ? { vertical: true } : { angle: value._degrees } };
  if (!isWhole(value)) throw signatureMismatch(method, [value]);
  if (value < -90 || value > 90) throw new GuestError('Invalid argument: degrees');
  return { textRotation: { angle: Math.trunc(value) } };
}

export abstract class RangeFormats extends RangePlace {
  /** The same format for every cell; only the named fields change. */
  _setFormat(format: CellFormat, fields: string): this {
    const { session, id } = this._seat;
    session.writeRequest(id, this._cellCount, { repeatCell: { range: this._gridRange, cell: { userEnteredFormat: format }, fields: `userEnteredFormat.${fields}` } });
    return this;
  }

  /** A format for each cell from a table of arguments. */
  _setFormats(method: string, args: readonly unknown[], fields: string, formatOf: (value: unknown) => CellFormat): this {
    const table = this._requireShape(requireTable(method, args, 0));
    const rows = table.map((row) => ({ values: row.map((value) => ({ userEnteredFormat: formatOf(value) })) }));
    this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateCells: { range: this._gridRange, rows, fields: `userEnteredFormat.${fields}` } });
    return this;
  }

  /** @throws GuestError when a table has another shape than the range */
  _requireShape(table: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
    const [rows, columns] = [this.getNumRows(), this.getNumColumns()];
    if (table.length !== rows) throw new GuestError(`The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${rows}.`);
    for (const row of table) {
      if (row.length !== columns) throw new GuestError(`The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`);
    }
    return table;
  }

  /** What each cell tells, row by row, after everything written so far. */
  _collect<T>(tell: (format: CellFormat, row: number, column: number) => T): T[][] {
    const { session, id, sheetId, area } = this._seat;
    const spreadsheet = session.read(id, this._cellCount);
    const sheet = session.sheet(spreadsheet, sheetId);
    return Array.from({ length: this.getNumRows() }, (_, row) => {
      const cells = sheet.cells(area.top + row);
      return Array.from({ length: this.getNumColumns() }, (__, column) => tell(spreadsheet.styles.format(cells[area.left + column]?.style ?? 0), area.top + row, area.left + column));
    });
  }

  _first<T>(table: readonly (readonly T[])[]): T {
    const value = table[0]?.[0];
    if (value === undefined) throw new Error('A range has at least one cell');
    return value;
  }

  setBackground(color: unknown): this {
    return this._setFormat(background('SpreadsheetApp.Range.setBackground', color), 'backgroundColorStyle,userEnteredFormat.backgroundColor');
  }
  setBackgrounds(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setBackgrounds';
    return this._setFormats(method, args, 'backgroundColorStyle,userEnteredFormat.backgroundColor', (color) => background(method, color));
  }
  getBackgrounds(): string[][] {
    return this._collect((format) => hexOfStyle(format.backgroundColorStyle, format.backgroundColor) ?? '#ffffff');
  }
  getBackground(): string {
    return this._first(this.getBackgrounds());
  }
  setBackgroundRGB(red: unknown, green: unknown, blue: unknown): this {
    const parts = [red, green, blue].map((part) => Math.min(255, Math.max(0, Number(part))).toString(16).padStart(2, '0'));
    return this.setBackground(`#${parts.join('')}`);
  }
  setBackgroundObject(color: unknown): this {
    return this.setBackground(color);
  }
  setBackgroundObjects(...args: readonly unknown[]): this {
    return this.setBackgrounds(...args);
  }
  getBackgroundObjects(): Color[][] {
    return this._collect((format) => new Color(format.backgroundColorStyle ?? { rgbColor: format.backgroundColor ?? { red: 1, green: 1, blue: 1 } }));
  }
  getBackgroundObject(): Color {
    return this._first(this.getBackgroundObjects());
  }

  setHorizontalAlignment(alignment: unknown): this {
    return this._setFormat(horizontal(alignment), 'horizontalAlignment');
  }
  setHorizontalAlignments(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setHorizontalAlignments', args, 'horizontalAlignment', horizontal);
  }
  /** `general` where the contents decide. */
  getHorizontalAlignments(): string[][] {
    return this._collect((format) => format.horizontalAlignment?.toLowerCase() ?? 'general');
  }
  getHorizontalAlignment(): string {
    return this._first(this.getHorizontalAlignments());
  }
  setVerticalAlignment(alignment: unknown): this {
    return this._setFormat(vertical(alignment), 'verticalAlignment');
  }
  setVerticalAlignments(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setVerticalAlignments', args, 'verticalAlignment', vertical);
  }
  getVerticalAlignments(): string[][] {
    return this._collect((format) => (format.verticalAlignment ?? 'BOTTOM').toLowerCase());
  }
  getVerticalAlignment(): string {
    return this._first(this.getVerticalAlignments());
  }

  setShowHyperlink(shown: unknown): this {
    if (typeof shown !== 'boolean') throw signatureMismatch('SpreadsheetApp.Range.setShowHyperlink', [shown]);
    return this._setFormat({ hyperlinkDisplayType: shown ? 'LINKED' : 'PLAIN_TEXT' }, 'hyperlinkDisplayType');
  }
  setWrap(isWrapped: unknown): this {
    return this._setFormat({ wrapStrategy: isWrapped === true ? 'WRAP' : 'OVERFLOW_CELL' }, 'wrapStrategy');
  }
  setWraps(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setWraps', args, 'wrapStrategy', (isWrapped) => ({ wrapStrategy: isWrapped === true ? 'WRAP' : 'OVERFLOW_CELL' }));
  }
  getWraps(): boolean[][] {
    return this._collect((format) => format.wrapStrategy === 'WRAP');
  }
  getWrap(): boolean {
    return this._first(this.getWraps());
  }
  setWrapStrategy(strategy: unknown): this {
    return this._setFormat(wrapping('SpreadsheetApp.Range.setWrapStrategy', strategy), 'wrapStrategy');
  }
  setWrapStrategies(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setWrapStrategies';
    return this._setFormats(method, args, 'wrapStrategy', (strategy) => wrapping(method, strategy));
  }
  getWrapStrategies(): EnumValue[][] {
    return this._collect(({ wrapStrategy }) => enums.WrapStrategy.value(wrapStrategy === 'WRAP' || wrapStrategy === 'CLIP' ? wrapStrategy : 'OVERFLOW'));
  }
  getWrapStrategy(): EnumValue {
    return this._first(this.getWrapStrategies());
  }

  setTextDirection(direction: unknown): this {
    return this._setFormat(reading(direction), 'textDirection');
  }
  setTextDirections(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setTextDirections', args, 'textDirection', reading);
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this._collect(({ textDirection }) => (textDirection === 'LEFT_TO_RIGHT' || textDirection === 'RIGHT_TO_LEFT' ? enums.TextDirection.value(textDirection) : null));
  }
  getTextDirection(): EnumValue | null {
    return this.getTextDirections()[0]?.[0] ?? null;
  }

  /** Degrees from -90 to 90, or a TextRotation. */
  setTextRotation(rotation: unknown): this {
    return this._setFormat(rotating('SpreadsheetApp.Range.setTextRotation', rotation), 'textRotation');
  }
  setTextRotations(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setTextRotations';
    return this._setFormats(method, args, 'textRotation', (rotation) => rotating(method, rotation));
  }
  setVerticalText(isVertical: unknown): this {
    return this._setFormat(isVertical === true ? { textRotation: { vertical: true } } : {}, 'textRotation');
  }
  getTextRotations(): TextRotation[][] {
    return this._collect(({ textRotation }) => new TextRotation(textRotation?.angle ?? 0, textRotation?.vertical === true));
  }
  getTextRotation(): TextRotation {
    return this._first(this.getTextRotations());
  }

  setNumberFormat(...args: readonly unknown[]): this {
    return this._setFormat({ numberFormat: numberFormatOf(requireText('SpreadsheetApp.Range.setNumberFormat', args, 0)) }, 'numberFormat');
  }
  setNumberFormats(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setNumberFormats', args, 'numberFormat', (pattern) => ({ numberFormat: numberFormatOf(String(pattern)) }));
  }
  getNumberFormats(): string[][] {
    const { locale } = this._seat.session.look(this._seat.id).details;
    return this._collect((format) => patternOf(format.numberFormat, locale) || '0.###############');
  }
  getNumberFormat(): string {
    return this._first(this.getNumberFormats());
  }
  setBorder(...args: readonly unknown[]): this {
    const sides = ['top', 'left', 'bottom', 'right', 'innerVertical', 'innerHorizontal'] as const;
    const color = typeof args[6] === 'string' ? colorOf(args[6]) : null;
    const style = enums.BorderStyle.nameOf(args[7]) ?? 'SOLID';
    const lines = sides.flatMap((side, index) => (typeof args[index] === 'boolean' ? [[side, { style: args[index] ? style : ('NONE' as const), ...(color ? { color } : {}) }] as const] : []));
    if (lines.length > 0) this._seat.session.writeRequest(this._seat.id, this._cellCount, { updateBorders: { range: this._gridRange, ...Object.fromEntries(lines) } });
    return this;
  }
}
