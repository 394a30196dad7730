/** `Form`: a form as a script builds and reads it. */
import { randomInt } from 'node:crypto';
import { type FormItem, type FormItemType, type StoredForm } from '../../kernel/form-model';
import { GuestError, HostObject, signatureMismatch, type ServiceContext } from '../../kernel/host-object';
import type { Kernel } from '../../kernel/kernel';
import { ItemType } from './form-enums';
import { Item, type ItemHome } from './form-item';
import { itemObject } from './form-items';
import { FormResponse } from './form-response';

const blankItem: Omit<FormItem, 'id' | 'type'> = {
  title: '', helpText: '', required: false, choices: [], otherAllowed: false, rows: [], columns: [], rule: null, lower: 1, upper: 5, lowerLabel: '', upperLabel: '', includesYear: true,
};

export class Form extends HostObject {
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
      item: (itemId) => this.#form.items.find((item) => item.id === itemId) ?? null,
      indexOf: (itemId) => this.#form.items.findIndex((item) => item.id === itemId),
      change: (itemId, change) => this._change({ items: this.#form.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)) }),
      move: (itemId, to) => this.#move(itemId, to),
      timeZone: () => context.timeZone,
      object: (item) => itemObject(home, item),
    };
    this.#home = home;
  }

  get #form(): StoredForm {
    const form = this.#kernel.forms.find(this.#id);
    if (!form) throw new GuestError('The form no longer exists.');
    return form;
  }
  _change(change: Partial<StoredForm>): this {
    this.#context.count({ requests: 1 });
    this.#kernel.forms.save({ ...this.#form, ...change });
    return this;
  }
  _add(type: FormItemType): Item {
    const taken = new Set(this.#form.items.map(({ id }) => id));
    let id = randomInt(1, 2 ** 31);
    while (taken.has(id)) id = randomInt(1, 2 ** 31);
    const item: FormItem = { ...blankItem, id, type };
    this._change({ items: [...this.#form.items, item] });
    return this.#home.object(item);
  }
  _switch(name: string, value: unknown): this {
    return this._change({ switches: { ...this.#form.switches, [name]: value === true } });
  }

  getId(): string {
    return this.#id;
  }
  getTitle(): string {
    return this.#form.title;
  }
  setTitle(title: unknown): this {
    return this._change({ title: String(title) });
  }
  getDescription(): string {
    return this.#form.description;
  }
  setDescription(text: unknown): this {
    return this._change({ description: String(text) });
  }
  getConfirmationMessage(): string {
    return this.#form.confirmation;
  }
  setConfirmationMessage(text: unknown): this {
    return this._change({ confirmation: String(text) });
  }
  getCustomClosedFormMessage(): string {
    return this.#form.closedMessage;
  }
  setCustomClosedFormMessage(text: unknown): this {
    return this._change({ closedMessage: String(text) });
  }
  isAcceptingResponses(): boolean {
    return this.#form.accepting;
  }
  setAcceptingResponses(accepting: unknown): this {
    if (accepting === true && !this.#form.published) throw new GuestError('Cannot accept responses on an unpublished form.');
    return this._change({ accepting: accepting === true });
  }
  isPublished(): boolean {
    return this.#form.published;
  }
  setPublished(published: unknown): this {
    return this._change({ published: published === true, accepting: published === true });
  }
  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }
  collectsEmail(): boolean {
    return this.#form.collectsEmail;
  }
  setCollectEmail(collected: unknown): this {
    return this._change({ collectsEmail: collected === true });
  }
  setAllowResponseEdits(value: unknown): this {
    return this._switch('allowResponseEdits', value);
  }
  canEditResponse(): boolean {
    return this.#form.switches.allowResponseEdits === true;
  }
  setLimitOneResponsePerUser(value: unknown): this {
    return this._switch('limitOneResponsePerUser', value);
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.#form.switches.limitOneResponsePerUser === true;
  }
  setShowLinkToRespondAgain(value: unknown): this {
    return this._switch('showLinkToRespondAgain', value);
  }
  hasRespondAgainLink(): boolean {
    return this.#form.switches.showLinkToRespondAgain !== false;
  }
  setProgressBar(value: unknown): this {
    return this._switch('progressBar', value);
  }
  hasProgressBar(): boolean {
    return this.#form.switches.progressBar === true;
  }
  setPublishingSummary(value: unknown): this {
    return this._switch('publishingSummary', value);
  }
  setRequireLogin(value: unknown): this {
    return this._switch('requireLogin', value);
  }
  requiresLogin(): boolean {
    return this.#form.switches.requireLogin === true;
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
    return [this.#form.owner, ...this.#form.editors];
  }
  addEditor(email: unknown): this {
    return this._change({ editors: [...new Set([...this.#form.editors, String(email).toLowerCase()])] });
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
    return this.#form.items.filter((item) => wanted === null || item.type === wanted).map((item) => this.#home.object(item));
  }
  getItemById(id: unknown): Item | null {
    const item = this.#home.item(Number(id));
    return item ? this.#home.object(item) : null;
  }
  deleteItem(itemOrIndex: unknown): void {
    const { items } = this.#form;
    const id = itemOrIndex instanceof Item ? itemOrIndex.getId() : items[Number(itemOrIndex)]?.id;
    if (!items.some((item) => item.id === id)) throw new GuestError('Invalid data updating form.');
    this._change({ items: items.filter((item) => item.id !== id) });
  }
  moveItem(itemOrIndex: unknown, to: unknown): Item {
    const id = itemOrIndex instanceof Item ? itemOrIndex.getId() : (this.#form.items[Number(itemOrIndex)]?.id ?? -1);
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
  getResponse(id: unknown): FormResponse {
    const stored = this.#kernel.forms.responses(this.#id).find((response) => response.id === id);
    if (!stored) throw new GuestError('No form response found with the given ID.');
    return new FormResponse(this.#id, this.#home, this.#kernel, this.#context, stored);
  }

  #move(id: number, to: number): void {
    const { items } = this.#form;
    const moved = items.find((item) => item.id === id);
    if (!moved || !(to >= 0 && to < items.length)) throw new GuestError('Invalid data updating form.');
    const others = items.filter((item) => item.id !== id);
    this._change({ items: [...others.slice(0, to), moved, ...others.slice(to)] });
  }
}
