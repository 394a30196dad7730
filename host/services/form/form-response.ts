/** Responses: kept ones, and those a script is still putting together. */
import type { FormAnswers } from '../../contract';
import type { StoredForm, StoredResponse } from '../../kernel/form-model';
import { GuestError, HostObject, signatureMismatch, type ServiceContext } from '../../kernel/host-object';
import type { Kernel } from '../../kernel/kernel';
import { Item, ItemResponse, type ItemHome } from './form-item';

export class FormResponse extends HostObject {
  static override readonly guestName = 'FormResponse';
  readonly #formId: string;
  readonly #home: ItemHome;
  readonly #kernel: Kernel;
  readonly #context: ServiceContext;
  #stored: StoredResponse | null;
  #answers: FormAnswers;

  constructor(formId: string, home: ItemHome, kernel: Kernel, context: ServiceContext, stored: StoredResponse | null) {
    super();
    this.#formId = formId;
    this.#home = home;
    this.#kernel = kernel;
    this.#context = context;
    this.#stored = stored;
    this.#answers = stored?.answers ?? {};
  }

  getId(): string | null {
    return this.#stored?.id ?? null;
  }
  getTimestamp(): Date | null {
    return this.#stored ? new Date(this.#stored.at) : null;
  }
  getRespondentEmail(): string {
    return this.#stored?.respondent ?? '';
  }
  getItemResponses(): ItemResponse[] {
    const form = this.#form();
    return form.items.flatMap((item) => {
      const answer = this.#answers[String(item.id)];
      return answer === undefined ? [] : [new ItemResponse(this.#home.object(item), answer)];
    });
  }
  getResponseForItem(item: unknown): ItemResponse | null {
    if (!(item instanceof Item)) throw signatureMismatch('FormApp.FormResponse.getResponseForItem', [item]);
    const answer = this.#answers[String(item.getId())];
    return answer === undefined ? null : new ItemResponse(item, answer);
  }
  withItemResponse(response: unknown): this {
    if (!(response instanceof ItemResponse)) throw signatureMismatch('FormApp.FormResponse.withItemResponse', [response]);
    if (this.#stored) throw new GuestError('This form response has already been submitted.');
    this.#answers = { ...this.#answers, [String(response.getItem().getId())]: response._answer() };
    return this;
  }
  toPrefilledUrl(): string {
    const entries = this.#form().items.flatMap(({ id, type }): [string, string][] => {
      const answer = this.#answers[String(id)];
      if (answer === undefined) return [];
      if (typeof answer === 'string') return [[`entry.${id}`, answer]];
      // Each row of a grid is a question with a number of its own.
      return answer.map((part, row) => [type.endsWith('GRID') ? `entry.${id}.row${row}` : `entry.${id}`, part]);
    });
    return `${this.#kernel.forms.publishedUrl(this.#formId)}?${new URLSearchParams([['usp', 'pp_url'], ...entries]).toString()}`;
  }
  /** Keeps the response. Only people set off triggers, so this does not. */
  submit(): this {
    if (this.#stored) throw new GuestError('This form response has already been submitted.');
    this.#context.count({ requests: 1 });
    const form = this.#form();
    if (!form.accepting || !form.published) throw new GuestError('This form is not accepting responses.');
    this.#stored = this.#kernel.forms.addResponse(form, this.#answers, null);
    return this;
  }
  #form(): StoredForm {
    const form = this.#kernel.forms.find(this.#formId);
    if (!form) throw new GuestError('The form no longer exists.');
    return form;
  }
}
