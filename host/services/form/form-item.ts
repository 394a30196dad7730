/** Items of a form. An object holds only the item's id: what it says is always what the form holds now. */
import type { Answer, FormItem, FormItemType } from '../../kernel/form-model';
import { GuestError, HostObject, type EnumValue } from '../../kernel/host-object';
import { ItemType } from './form-enums';

/** What an item needs of the form it belongs to. */
export interface ItemHome {
  item(id: number): FormItem | null;
  indexOf(id: number): number;
  change(id: number, change: Partial<FormItem>): void;
  move(id: number, to: number): void;
  /** Puts a copy behind the item. */
  duplicate(id: number): Item;
  timeZone(): string;
  /** The object for an item, of the class its type asks for. */
  object(item: FormItem): Item;
}

/** An answer to one item, on its way in or out. */
export class ItemResponse extends HostObject {
  static override readonly guestName = 'ItemResponse';
  readonly #item: Item;
  readonly #answer: Answer;
  constructor(item: Item, answer: Answer) {
    super();
    this.#item = item;
    this.#answer = answer;
  }
  _answer(): Answer {
    return this.#answer;
  }
  getItem(): Item {
    return this.#item;
  }
  getResponse(): Answer {
    return this.#answer;
  }
}

export class Item extends HostObject {
  static override readonly guestName: string = 'Item';
  readonly #id: number;
  readonly _home: ItemHome;
  constructor(home: ItemHome, id: number) {
    super();
    this._home = home;
    this.#id = id;
  }
  get _item(): FormItem {
    const item = this._home.item(this.#id);
    if (!item) throw new GuestError('The item no longer exists in the form.');
    return item;
  }
  _change(change: Partial<FormItem>): this {
    this._home.change(this.#id, change);
    return this;
  }
  getId(): number {
    return this.#id;
  }
  getIndex(): number {
    return this._home.indexOf(this.#id);
  }
  getType(): EnumValue {
    return ItemType.value(this._item.type);
  }
  getTitle(): string {
    return this._item.title;
  }
  setTitle(title: unknown): this {
    return this._change({ title: String(title) });
  }
  getHelpText(): string {
    return this._item.helpText;
  }
  setHelpText(text: unknown): this {
    return this._change({ helpText: String(text) });
  }
  duplicate(): Item {
    return this._home.duplicate(this.#id);
  }
  asDurationItem(): Item {
    return this._as('DURATION');
  }
  asImageItem(): Item {
    return this._as('IMAGE');
  }
  asVideoItem(): Item {
    return this._as('VIDEO');
  }
  asTextItem(): Item {
    return this._as('TEXT');
  }
  asParagraphTextItem(): Item {
    return this._as('PARAGRAPH_TEXT');
  }
  asMultipleChoiceItem(): Item {
    return this._as('MULTIPLE_CHOICE');
  }
  asListItem(): Item {
    return this._as('LIST');
  }
  asCheckboxItem(): Item {
    return this._as('CHECKBOX');
  }
  asDateItem(): Item {
    return this._as('DATE');
  }
  asDateTimeItem(): Item {
    return this._as('DATETIME');
  }
  asTimeItem(): Item {
    return this._as('TIME');
  }
  asScaleItem(): Item {
    return this._as('SCALE');
  }
  asGridItem(): Item {
    return this._as('GRID');
  }
  asCheckboxGridItem(): Item {
    return this._as('CHECKBOX_GRID');
  }
  asSectionHeaderItem(): Item {
    return this._as('SECTION_HEADER');
  }
  asPageBreakItem(): Item {
    return this._as('PAGE_BREAK');
  }
  _as(type: FormItemType): Item {
    if (this._item.type !== type) throw new GuestError('Invalid conversion for item type.');
    return this._home.object(this._item);
  }
}

export class QuestionItem extends Item {
  isRequired(): boolean {
    return this._item.required;
  }
  setRequired(required: unknown): this {
    return this._change({ required: required === true });
  }
}
