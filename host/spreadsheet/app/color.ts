/** Colours as objects: an RGB one, or one of the theme. */
import { HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { hexColor } from '../people/grid-view';
import type { Message } from '../schema/shapes';
import { colorOf } from './arguments';
import { enums } from './enums';

type Style = Message<'ColorStyle'>;
type ThemeName = NonNullable<Style['themeColor']>;

/** The colours of the theme that a new spreadsheet has. */
const themeColors: Readonly<Record<string, string>> = {
  TEXT: '#000000', BACKGROUND: '#ffffff', ACCENT1: '#4285f4', ACCENT2: '#ea4335', ACCENT3: '#fbbc04', ACCENT4: '#34a853', ACCENT5: '#ff6d01', ACCENT6: '#46bdc6', LINK: '#1155cc',
};

/** `#rrggbb` of a colour in either of the API's forms; null when there is none. */
export function hexOfStyle(style: Style | undefined, plain: Message<'Color'> | undefined): string | null {
  if (style?.themeColor !== undefined) return themeColors[style.themeColor] ?? null;
  return hexColor(style?.rgbColor ?? plain);
}

export class RgbColor extends HostObject {
  static override readonly guestName = 'RgbColor';
  constructor(readonly _hex: string) {
    super();
  }
  asHexString(): string {
    return this._hex;
  }
  #part(index: number): number {
    return parseInt(this._hex.slice(1 + index * 2, 3 + index * 2), 16);
  }
  getRed(): number {
    return this.#part(0);
  }
  getGreen(): number {
    return this.#part(1);
  }
  getBlue(): number {
    return this.#part(2);
  }
  getColorType(): EnumValue {
    return enums.ColorType.value('RGB');
  }
}

export class ThemeColor extends HostObject {
  static override readonly guestName = 'ThemeColor';
  constructor(readonly _name: ThemeName) {
    super();
  }
  getColorType(): EnumValue {
    return enums.ColorType.value('THEME');
  }
  getThemeColorType(): EnumValue {
    const name = this._name === 'LINK' ? 'HYPERLINK' : enums.ThemeColorType.names.find((known) => known === this._name);
    return enums.ThemeColorType.value(name ?? 'UNSUPPORTED');
  }
}

function rgbOf(style: Style): RgbColor {
  const hex = style.themeColor === undefined ? hexColor(style.rgbColor) : null;
  if (hex === null) throw signatureMismatch('SpreadsheetApp.Color.asRgbColor', []);
  return new RgbColor(hex);
}

function themeOf(style: Style): ThemeColor {
  if (style.themeColor === undefined) throw signatureMismatch('SpreadsheetApp.Color.asThemeColor', []);
  return new ThemeColor(style.themeColor);
}

const typeOf = (style: Style): EnumValue => enums.ColorType.value(style.themeColor !== undefined ? 'THEME' : style.rgbColor !== undefined ? 'RGB' : 'UNSUPPORTED');

export class Color extends HostObject {
  static override readonly guestName = 'Color';
  constructor(readonly _style: Style) {
    super();
  }
  asRgbColor(): RgbColor {
    return rgbOf(this._style);
  }
  asThemeColor(): ThemeColor {
    return themeOf(this._style);
  }
  getColorType(): EnumValue {
    return typeOf(this._style);
  }
}

export class ColorBuilder extends HostObject {
  static override readonly guestName = 'ColorBuilder';
  #style: Style = {};
  setRgbColor(css: unknown): this {
    const rgbColor = typeof css === 'string' ? colorOf(css) : null;
    if (!rgbColor) throw signatureMismatch('SpreadsheetApp.ColorBuilder.setRgbColor', [css]);
    this.#style = { rgbColor };
    return this;
  }
  setThemeColor(type: unknown): this {
    const name = enums.ThemeColorType.nameOf(type);
    if (!name || name === 'UNSUPPORTED') throw signatureMismatch('SpreadsheetApp.ColorBuilder.setThemeColor', [type]);
    this.#style = { themeColor: name === 'HYPERLINK' ? 'LINK' : name };
    return this;
  }
  asRgbColor(): RgbColor {
    return rgbOf(this.#style);
  }
  asThemeColor(): ThemeColor {
    return themeOf(this.#style);
  }
  getColorType(): EnumValue {
    return typeOf(this.#style);
  }
  build(): Color {
    return new Color(this.#style);
  }
}

/** The style of an argument: a Color object, text such as `#ff0000`, or nothing (undefined). @throws GuestError for anything else */
export function styleOfArgument(method: string, value: unknown): Style | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Color) return value._style;
  const rgbColor = typeof value === 'string' ? colorOf(value) : null;
  if (!rgbColor) throw signatureMismatch(method, [value]);
  return { rgbColor };
}
