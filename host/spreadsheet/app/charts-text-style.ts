/** How a chart's texts look: `Charts.newTextStyle()`. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import { isWhole } from './arguments';

interface TextLook {
  readonly color?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
}

export class ChartTextStyle extends HostObject {
  static override readonly guestName = 'TextStyle';
  constructor(readonly _option: TextLook) {
    super();
  }
  getColor(): string | null {
    return this._option.color ?? null;
  }
  getFontName(): string | null {
    return this._option.fontName ?? null;
  }
  getFontSize(): number | null {
    return this._option.fontSize ?? null;
  }
}

export class ChartTextStyleBuilder extends HostObject {
  static override readonly guestName = 'TextStyleBuilder';
  #look: TextLook = {};
  setColor(color: unknown): this {
    if (typeof color !== 'string') throw signatureMismatch('Charts.TextStyleBuilder.setColor', [color]);
    this.#look = { ...this.#look, color };
    return this;
  }
  setFontName(fontName: unknown): this {
    if (typeof fontName !== 'string') throw signatureMismatch('Charts.TextStyleBuilder.setFontName', [fontName]);
    this.#look = { ...this.#look, fontName };
    return this;
  }
  setFontSize(fontSize: unknown): this {
    if (!isWhole(fontSize)) throw signatureMismatch('Charts.TextStyleBuilder.setFontSize', [fontSize]);
    this.#look = { ...this.#look, fontSize };
    return this;
  }
  build(): ChartTextStyle {
    return new ChartTextStyle(this.#look);
  }
}
