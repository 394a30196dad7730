/** Text whose parts have their own styles and links. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';
import { isWhole } from './arguments';
import { TextStyle, type TextFormat } from './text-style';

/** A stretch of text with one format; they follow each other without gaps. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly format: TextFormat;
}

const same = (one: TextFormat, other: TextFormat): boolean => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** Neighbours of the same format made one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const list: Stretch[] = [];
  for (const stretch of stretches) {
    const last = list.at(-1);
    if (stretch.end <= stretch.start) continue;
    if (last && same(last.format, stretch.format)) list[list.length - 1] = { ...last, end: stretch.end };
    else list.push(stretch);
  }
  return list;
}

/** The stretches of a text from the API's runs. */
export function stretchesOf(text: string, runs: readonly Message<'TextFormatRun'>[] = [], base: TextFormat = {}): readonly Stretch[] {
  if (runs.length === 0) return [{ start: 0, end: text.length, format: base }];
  const starts = runs.map(({ startIndex = 0 }) => startIndex);
  const before: readonly Stretch[] = (starts[0] ?? 0) > 0 ? [{ start: 0, end: starts[0] ?? 0, format: base }] : [];
  return joined([...before, ...runs.map(({ format = {} }, index) => ({ start: starts[index] ?? 0, end: starts[index + 1] ?? text.length, format: { ...base, ...format } }))]);
}

function withoutLink({ link: _link, ...rest }: TextFormat): TextFormat {
  return rest;
}

export class RichTextValue extends HostObject {
  static override readonly guestName = 'RichTextValue';
  constructor(
    readonly _text: string,
    readonly _stretches: readonly Stretch[],
    /** Where this value lies within a longer one. */
    readonly _start: number = 0,
    /** How text looks where its stretches say nothing: known of what stands in a cell. */
    readonly _usual: TextFormat = {},
  ) {
    super();
  }
  getText(): string {
    return this._text;
  }
  getStartIndex(): number {
    return this._start;
  }
  getEndIndex(): number {
    return this._start + this._text.length;
  }
  #part(args: readonly unknown[]): RichTextValue {
    const [start, end] = args;
    if (args.length === 0) return this;
    if (!isWhole(start) || !isWhole(end) || start < 0 || end > this._text.length || start > end) throw signatureMismatch('SpreadsheetApp.RichTextValue', args);
    return this.#cut(start, end);
  }
  #cut(start: number, end: number): RichTextValue {
    const stretches = this._stretches.flatMap((stretch) => {
      const [from, to] = [Math.max(stretch.start, start), Math.min(stretch.end, end)];
      return from < to ? [{ start: from - start, end: to - start, format: stretch.format }] : [];
    });
    return new RichTextValue(this._text.slice(start, end), stretches, this._start + start, this._usual);
  }
  /** Null where the text has none, or several. */
  getLinkUrl(...args: readonly unknown[]): string | null {
    const links = new Set(this.#part(args)._stretches.map(({ format }) => format.link?.uri ?? null));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }
  /** What the whole stretch has in common; of a text read from a cell, what it looks like there. */
  getTextStyle(...args: readonly unknown[]): TextStyle {
    const [first = {}, ...rest] = this.#part(args)._stretches.map(({ format }) => ({ ...this._usual, ...withoutLink(format) }));
    const common = Object.entries(first).filter(([name, value]) => rest.every((format) => JSON.stringify(Object.entries(format).find(([other]) => other === name)?.[1]) === JSON.stringify(value)));
    return new TextStyle(Object.fromEntries(common));
  }
  getRuns(): RichTextValue[] {
    return this._stretches.map(({ start, end }) => this.#cut(start, end));
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this._text, this._stretches);
  }
}

export class RichTextValueBuilder extends HostObject {
  static override readonly guestName = 'RichTextValueBuilder';
  #text: string;
  #stretches: readonly Stretch[];
  constructor(text: string = '', stretches: readonly Stretch[] = []) {
    super();
    this.#text = text;
    this.#stretches = stretches;
  }
  setText(text: unknown): this {
    if (typeof text !== 'string') throw signatureMismatch('SpreadsheetApp.RichTextValueBuilder.setText', [text]);
    this.#text = text;
    this.#stretches = [{ start: 0, end: text.length, format: {} }];
    return this;
  }
  #apply(method: string, args: readonly unknown[], change: (format: TextFormat, value: unknown) => TextFormat): this {
    const [start, end] = args.length === 1 ? [0, this.#text.length] : args;
    const value = args.at(-1);
    if ((args.length !== 1 && args.length !== 3) || !isWhole(start) || !isWhole(end)) throw signatureMismatch(`SpreadsheetApp.RichTextValueBuilder.${method}`, args);
    if (start < 0 || end > this.#text.length || start > end) throw new GuestError('Invalid argument: the offsets lie outside of the text.');
    this.#stretches = joined(
      this.#stretches.flatMap((stretch) => [
        { ...stretch, end: Math.min(stretch.end, start) },
        { start: Math.max(stretch.start, start), end: Math.min(stretch.end, end), format: change(stretch.format, value) },
        { ...stretch, start: Math.max(stretch.start, end) },
      ]),
    );
    return this;
  }
  /** `setLinkUrl([start, end,] url)`; null takes the link away. */
  setLinkUrl(...args: readonly unknown[]): this {
    return this.#apply('setLinkUrl', args, (format, url) => (typeof url === 'string' ? { ...format, link: { uri: url } } : withoutLink(format)));
  }
  /** `setTextStyle([start, end,] style)`; null takes the style away. */
  setTextStyle(...args: readonly unknown[]): this {
    const style = args.at(-1);
    if (style !== null && !(style instanceof TextStyle)) throw signatureMismatch('SpreadsheetApp.RichTextValueBuilder.setTextStyle', args);
    return this.#apply('setTextStyle', args, (format) => (style === null ? { ...(format.link ? { link: format.link } : {}) } : { ...format, ...style._format }));
  }
  build(): RichTextValue {
    return new RichTextValue(this.#text, this.#stretches);
  }
}

/** A text as the API takes it: literal, a format over the whole with the cell, formats of parts as runs. */
export function cellDataOfText({ _text, _stretches }: RichTextValue): Message<'CellData'> {
  const [only] = _stretches;
  const whole = _stretches.length === 1 && only ? only.format : {};
  return {
    userEnteredValue: { stringValue: _text },
    userEnteredFormat: { textFormat: { ...(whole.link ? { link: whole.link } : {}) } },
    ...(_stretches.length > 1 || Object.keys(withoutLink(whole)).length > 0 ? { textFormatRuns: _stretches.map(({ start, format }) => ({ startIndex: start, format: _stretches.length === 1 ? withoutLink(format) : format })) } : {}),
  };
}
