/** How text looks, as an object of its own. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';
import { Color, hexOfStyle, styleOfArgument } from './color';

export type TextFormat = Message<'TextFormat'>;

/** What text looks like where neither cell nor text say otherwise. */
export const usualTextFormat: TextFormat = { fontFamily: 'Arial', fontSize: 10, bold: false, italic: false, strikethrough: false, underline: false, foregroundColor: {} };

export class TextStyle extends HostObject {
  static override readonly guestName = 'TextStyle';
  constructor(readonly _format: TextFormat) {
    super();
  }
  getFontFamily(): string | null {
    return this._format.fontFamily ?? null;
  }
  getFontSize(): number | null {
    return this._format.fontSize ?? null;
  }
  getForegroundColor(): string | null {
    return hexOfStyle(this._format.foregroundColorStyle, this._format.foregroundColor);
  }
  getForegroundColorObject(): Color | null {
    const { foregroundColor, foregroundColorStyle } = this._format;
    const style = foregroundColorStyle ?? (foregroundColor && { rgbColor: foregroundColor });
    return style === undefined ? null : new Color(style);
  }
  isBold(): boolean | null {
    return this._format.bold ?? null;
  }
  isItalic(): boolean | null {
    return this._format.italic ?? null;
  }
  isStrikethrough(): boolean | null {
    return this._format.strikethrough ?? null;
  }
  isUnderline(): boolean | null {
    return this._format.underline ?? null;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this._format);
  }
}

export class TextStyleBuilder extends HostObject {
  static override readonly guestName = 'TextStyleBuilder';
  #format: TextFormat;
  constructor(format: TextFormat = {}) {
    super();
    this.#format = format;
  }
  #set(change: TextFormat): this {
    this.#format = { ...this.#format, ...change };
    return this;
  }
  setFontFamily(family: unknown): this {
    if (typeof family !== 'string') throw signatureMismatch('SpreadsheetApp.TextStyleBuilder.setFontFamily', [family]);
    return this.#set({ fontFamily: family });
  }
  setFontSize(size: unknown): this {
    if (typeof size !== 'number') throw signatureMismatch('SpreadsheetApp.TextStyleBuilder.setFontSize', [size]);
    return this.#set({ fontSize: Math.trunc(size) });
  }
  setForegroundColor(color: unknown): this {
    const style = styleOfArgument('SpreadsheetApp.TextStyleBuilder.setForegroundColor', color);
    const { foregroundColor: _plain, foregroundColorStyle: _style, ...rest } = this.#format;
    this.#format = style === undefined ? rest : { ...rest, foregroundColorStyle: style, ...(style.rgbColor ? { foregroundColor: style.rgbColor } : {}) };
    return this;
  }
  setForegroundColorObject(color: unknown): this {
    return this.setForegroundColor(color);
  }
  setBold(bold: unknown): this {
    return this.#set({ bold: bold === true });
  }
  setItalic(italic: unknown): this {
    return this.#set({ italic: italic === true });
  }
  setStrikethrough(strikethrough: unknown): this {
    return this.#set({ strikethrough: strikethrough === true });
  }
  setUnderline(underline: unknown): this {
    return this.#set({ underline: underline === true });
  }
  build(): TextStyle {
    return new TextStyle(this.#format);
  }
}
