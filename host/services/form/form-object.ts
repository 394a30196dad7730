/** `Form`: a form as a script builds and reads it. */
import { randomInt } from 'node:crypto';
import { type FormItem, type FormItemType, type StoredForm } from '../../kernel/form-model';
import { GuestError, signatureMismatch, type EnumValue, type ServiceContext } from '../../kernel/host-object';
import type { Kernel } from '../../kernel/kernel';
import { DestinationType, ItemType } from './form-enums';
import { Item, type ItemHome } from './form-item';
import { itemObject } from './form-items';
import { FormResponse } from './form-response';
import { FormSettings } from './form-settings';

const blankItem: Omit<FormItem, 'id' | 'type'> = {
  title: '', helpText: '', required: false, choices: [], otherAllowed: false, rows: [], columns: [], rule: null, lower: 1, upper: 5, lowerLabel: '', upperLabel: '', includesYear: true,
};

export class Form extends FormSettings {
  static override readonly guestName = 'Form';
  readonly #id: string;
  readonly #kernel: Kernel;
  readonly #context: ServiceContext;
  readonly #home: ItemHome;

  constructor(id: string, kernel: Kernel, context: ServiceContext) {
    super();
    this.#id = id;
    this.#kernel = kernel;
    this.#context = context;
    const home: ItemHome = {
      item: (itemId) => this._form.items.find((item) => item.id === itemId) ?? null,
      indexOf: (itemId) => this._form.items.findIndex((item) => item.id === itemId),
      change: (itemId, change) => this._change({ items: this._form.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)) }),
      move: (itemId, to) => this.#move(itemId, to),
      duplicate: (itemId) => this.#duplicate(itemId),
      timeZone: () => context.timeZone,
      object: (item) => itemObject(home, item),
    };
    this.#home = home;
  }

  override get _form(): StoredForm {
    const form = this.#kernel.forms.find(this.#id);
    if (!form) throw new GuestError('The form no longer exists.');
    return form;
  }
  override _change(change: Partial<StoredForm>): this {
    this.#context.count({ requests: 1 });
    this.#kernel.forms.save({ ...this._form, ...change });
    return this;
  }
  #newId(): number {
    const taken = new Set(this._form.items.map(({ id }) => id));
    let id = randomInt(1, 2 ** 31);
    while (taken.has(id)) id = randomInt(1, 2 ** 31);
    return id;
  }
  _add(type: FormItemType): Item {
    const item: FormItem = { ...blankItem, id: this.#newId(), type };
    this._change({ items: [...this._form.items, item] });
    return this.#home.object(item);
  }
  getId(): string {
    return this.#id;
  }
  async setDestination(type: unknown, id: unknown): Promise<this> {
    if (DestinationType.nameOf(type) === null || typeof id !== 'string') throw signatureMismatch('FormApp.Form.setDestination', [type, id]);
    try {
      return this._change({ destination: await this.#kernel.formDestinations.link(this._form, id, this.#context.runsAs) });
    } catch (error) {
      if (error instanceof GuestError) throw error;
      throw new GuestError('Invalid spreadsheet ID or you do not have access to it.');
    }
  }
  removeDestination(): this {
    return this._change({ destination: null });
  }
  getDestinationId(): string {
    const { destination } = this._form;
    if (!destination) throw new GuestError('The form currently has no response destination.');
    return destination.spreadsheetId;
  }
  getDestinationType(): EnumValue {
    this.getDestinationId();
    return DestinationType.value('SPREADSHEET');
  }
  getSummaryUrl(): string {
    return `${this.getPublishedUrl().replace(/viewform$/, 'viewanalytics')}`;
  }
  getPublishedUrl(): string {
    return this.#kernel.forms.publishedUrl(this.#id);
  }
  shortenFormUrl(url: unknown): string {
    return String(url);
  }
  getEditUrl(): string {
    return this.#kernel.forms.editUrl(this.#id);
  }
  getEditors(): string[] {
    return [this._form.owner, ...this._form.editors];
  }
  addEditors(emails: unknown): this {
    for (const email of Array.isArray(emails) ? emails : []) this.addEditor(email);
    return this;
  }
  removeEditor(email: unknown): this {
    return this._change({ editors: this._form.editors.filter((editor) => editor !== String(email).toLowerCase()) });
  }
  addEditor(email: unknown): this {
    return this._change({ editors: [...new Set([...this._form.editors, String(email).toLowerCase()])] });
  }

  addTextItem(): Item {
    return this._add('TEXT');
  }
  addParagraphTextItem(): Item {
    return this._add('PARAGRAPH_TEXT');
  }
  addMultipleChoiceItem(): Item {
    return this._add('MULTIPLE_CHOICE');
  }
  addListItem(): Item {
    return this._add('LIST');
  }
  addCheckboxItem(): Item {
    return this._add('CHECKBOX');
  }
  addDateItem(): Item {
    return this._add('DATE');
  }
  addDateTimeItem(): Item {
    return this._add('DATETIME');
  }
  addTimeItem(): Item {
    return this._add('TIME');
  }
  addDurationItem(): Item {
    return this._add('DURATION');
  }
  addImageItem(): Item {
    return this._add('IMAGE');
  }
  addVideoItem(): Item {
    return this._add('VIDEO');
  }
  addScaleItem(): Item {
    return this._add('SCALE');
  }
  addGridItem(): Item {
    return this._add('GRID');
  }
  addCheckboxGridItem(): Item {
    return this._add('CHECKBOX_GRID');
  }
  addSectionHeaderItem(): Item {
    return this._add('SECTION_HEADER');
  }
  addPageBreakItem(): Item {
    return this._add('PAGE_BREAK');
  }

  getItems(type?: unknown): Item[] {
    this.#context.count({ requests: 1 });
    const wanted = ItemType.nameOf(type);
    return this._form.items.filter((item) => wanted === null || item.type === wanted).map((item) => this.#home.object(item));
  }
  getItemById(id: unknown): Item | null {
    const item = this.#home.item(Number(id));
    return item ? this.#home.object(item) : null;
  }
  deleteItem(itemOrIndex: unknown): void {
    const { items } = this._form;
    const id = itemOrIndex instanceof Item ? itemOrIndex.getId() : items[Number(itemOrIndex)]?.id;
    if (!items.some((item) => item.id === id)) throw new GuestError('Invalid data updating form.');
    this._change({ items: items.filter((item) => item.id !== id) });
  }
  moveItem(itemOrIndex: unknown, to: unknown): Item {
    const id = itemOrIndex instanceof Item ? itemOrIndex.getId() : (this._form.items[Number(itemOrIndex)]?.id ?? -1);
    this.#move(id, Number(to));
    const item = this.#home.item(id);
    if (!item) throw signatureMismatch('FormApp.Form.moveItem', [itemOrIndex, to]);
    return this.#home.object(item);
  }
  createResponse(): FormResponse {
    return new FormResponse(this.#id, this.#home, this.#kernel, this.#context, null);
  }
  getResponses(since?: unknown): FormResponse[] {
    this.#context.count({ requests: 1 });
    const from = since === undefined ? -Infinity : Number(since);
    return this.#kernel.forms.responses(this.#id).filter(({ at }) => at >= from).map((stored) => new FormResponse(this.#id, this.#home, this.#kernel, this.#context, stored));
  }
  deleteAllResponses(): this {
    for (const { number } of this.#kernel.forms.responses(this.#id)) this.#kernel.forms.removeResponse(this.#id, number);
    return this;
  }
  deleteResponse(id: unknown): this {
    const stored = this.#kernel.forms.responses(this.#id).find((response) => response.id === id);
    if (!stored) throw new GuestError('No form response found with the given ID.');
    this.#kernel.forms.removeResponse(this.#id, stored.number);
    return this;
  }
  getResponse(id: unknown): FormResponse {
    const stored = this.#kernel.forms.responses(this.#id).find((response) => response.id === id);
    if (!stored) throw new GuestError('No form response found with the given ID.');
    return new FormResponse(this.#id, this.#home, this.#kernel, this.#context, stored);
  }

  #duplicate(id: number): Item {
    const { items } = this._form;
    const place = items.findIndex((item) => item.id === id);
    const original = items[place];
    if (!original) throw new GuestError('The item no longer exists in the form.');
    const copy: FormItem = { ...original, id: this.#newId() };
    this._change({ items: [...items.slice(0, place + 1), copy, ...items.slice(place + 1)] });
    return this.#home.object(copy);
  }
  #move(id: number, to: number): void {
    const { items } = this._form;
    const moved = items.find((item) => item.id === id);
    if (!moved || !(to >= 0 && to < items.length)) throw new GuestError('Invalid data updating form.');
    const others = items.filter((item) => item.id !== id);
    this._change({ items: [...others.slice(0, to), moved, ...others.slice(to)] });
  }
}
