/** How the text in the cells of a Range looks. */
import { signatureMismatch } from '../../kernel/host-object';
import type { CellFormat } from '../schema/shapes';
import { Color, hexOfStyle, styleOfArgument } from './color';
import { RangeFormats } from './range-formats';
import { TextStyle, usualTextFormat } from './text-style';

const colorFields = 'textFormat.foregroundColorStyle,userEnteredFormat.textFormat.foregroundColor';

function colored(method: string, value: unknown): CellFormat {
  const style = styleOfArgument(method, value);
  return style === undefined ? {} : { textFormat: { foregroundColorStyle: style, ...(style.rgbColor ? { foregroundColor: style.rgbColor } : {}) } };
}

const weighted = (weight: unknown): CellFormat => ({ textFormat: { bold: weight === 'bold' } });
const slanted = (style: unknown): CellFormat => ({ textFormat: { italic: style === 'italic' } });
const lined = (line: unknown): CellFormat => ({ textFormat: { underline: line === 'underline', strikethrough: line === 'line-through' } });
const sized = (size: unknown): CellFormat => (typeof size === 'number' ? { textFormat: { fontSize: Math.trunc(size) } } : {});
const cut = (family: unknown): CellFormat => (typeof family === 'string' ? { textFormat: { fontFamily: family } } : {});

const styleFields = `${colorFields},userEnteredFormat.textFormat(fontFamily,fontSize,bold,italic,strikethrough,underline)`;

function styled(method: string, style: unknown): CellFormat {
  if (!(style instanceof TextStyle)) throw signatureMismatch(method, [style]);
  return { textFormat: style._format };
}

export abstract class RangeFonts extends RangeFormats {
  setFontColor(color: unknown): this {
    return this._setFormat(colored('SpreadsheetApp.Range.setFontColor', color), colorFields);
  }
  setFontColors(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setFontColors';
    return this._setFormats(method, args, colorFields, (color) => colored(method, color));
  }
  getFontColors(): string[][] {
    return this._collect(({ textFormat }) => hexOfStyle(textFormat?.foregroundColorStyle, textFormat?.foregroundColor) ?? '#000000');
  }
  setFontColorObject(color: unknown): this {
    return this.setFontColor(color);
  }
  setFontColorObjects(...args: readonly unknown[]): this {
    return this.setFontColors(...args);
  }
  getFontColorObjects(): Color[][] {
    return this._collect(({ textFormat }) => new Color(textFormat?.foregroundColorStyle ?? { rgbColor: textFormat?.foregroundColor ?? {} }));
  }
  getFontColorObject(): Color {
    return this._first(this.getFontColorObjects());
  }

  setFontWeight(weight: unknown): this {
    return this._setFormat(weighted(weight), 'textFormat.bold');
  }
  setFontWeights(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontWeights', args, 'textFormat.bold', weighted);
  }
  getFontWeights(): string[][] {
    return this._collect(({ textFormat }) => (textFormat?.bold === true ? 'bold' : 'normal'));
  }
  getFontWeight(): string {
    return this._first(this.getFontWeights());
  }
  setFontStyle(style: unknown): this {
    return this._setFormat(slanted(style), 'textFormat.italic');
  }
  setFontStyles(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontStyles', args, 'textFormat.italic', slanted);
  }
  getFontStyles(): string[][] {
    return this._collect(({ textFormat }) => (textFormat?.italic === true ? 'italic' : 'normal'));
  }
  getFontStyle(): string {
    return this._first(this.getFontStyles());
  }
  setFontLine(line: unknown): this {
    return this._setFormat(lined(line), 'textFormat(underline,strikethrough)');
  }
  setFontLines(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontLines', args, 'textFormat(underline,strikethrough)', lined);
  }
  getFontLines(): string[][] {
    return this._collect(({ textFormat }) => (textFormat?.underline === true ? 'underline' : textFormat?.strikethrough === true ? 'line-through' : 'none'));
  }
  getFontLine(): string {
    return this._first(this.getFontLines());
  }
  setFontSize(size: unknown): this {
    return this._setFormat(sized(size), 'textFormat.fontSize');
  }
  setFontSizes(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontSizes', args, 'textFormat.fontSize', sized);
  }
  getFontSizes(): number[][] {
    return this._collect(({ textFormat }) => textFormat?.fontSize ?? 10);
  }
  getFontSize(): number {
    return this._first(this.getFontSizes());
  }
  setFontFamily(family: unknown): this {
    return this._setFormat(cut(family), 'textFormat.fontFamily');
  }
  setFontFamilies(...args: readonly unknown[]): this {
    return this._setFormats('SpreadsheetApp.Range.setFontFamilies', args, 'textFormat.fontFamily', cut);
  }
  getFontFamilies(): string[][] {
    return this._collect(({ textFormat }) => textFormat?.fontFamily ?? 'Arial');
  }
  getFontFamily(): string {
    return this._first(this.getFontFamilies());
  }

  /** All of the text's looks at once; what the style leaves out goes back to the default. */
  setTextStyle(style: unknown): this {
    return this._setFormat(styled('SpreadsheetApp.Range.setTextStyle', style), styleFields);
  }
  setTextStyles(...args: readonly unknown[]): this {
    const method = 'SpreadsheetApp.Range.setTextStyles';
    return this._setFormats(method, args, styleFields, (style) => styled(method, style));
  }
  getTextStyles(): TextStyle[][] {
    return this._collect(({ textFormat = {} }) => {
      const { link: _link, ...shown } = textFormat;
      return new TextStyle({ ...usualTextFormat, ...shown });
    });
  }
  getTextStyle(): TextStyle {
    return this._first(this.getTextStyles());
  }
}
