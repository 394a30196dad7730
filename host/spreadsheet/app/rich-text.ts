/** Text with one link over the whole of it. Links and styles on parts of a text are not emulated. */
import { GuestError, HostObject } from '../../kernel/host-object';

export class RichTextValue extends HostObject {
  static override readonly guestName = 'RichTextValue';
  constructor(
    readonly _text: string,
    readonly _link: string | null,
  ) {
    super();
  }
  getText(): string {
    return this._text;
  }
  getLinkUrl(): string | null {
    return this._link;
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this._text, this._link);
  }
}

export class RichTextValueBuilder extends HostObject {
  static override readonly guestName = 'RichTextValueBuilder';
  #text: string;
  #link: string | null;
  constructor(text: string = '', link: string | null = null) {
    super();
    this.#text = text;
    this.#link = link;
  }
  setText(text: unknown): this {
    this.#text = typeof text === 'string' ? text : '';
    return this;
  }
  /** Over the whole text: the form with two positions is not emulated. */
  setLinkUrl(link: unknown, ...rest: readonly unknown[]): this {
    if (rest.length > 0) throw new GuestError('NotEmulated: RichTextValueBuilder.setLinkUrl with positions');
    this.#link = typeof link === 'string' ? link : null;
    return this;
  }
  build(): RichTextValue {
    return new RichTextValue(this.#text, this.#link);
  }
}
