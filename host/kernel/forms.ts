/** Forms and what people answered. */
import type { FormAnswers, FormView, VirtualTime } from '../contract';
import { changedBy, type FileChange, type FileEntry, type FileSource } from './files';
import { isQuestion, judge, type FormItem, type StoredForm, type StoredResponse } from './form-model';
import { branches, visitedItems } from './form-sections';
import { Collection, remove, type Store } from './store';

export interface FormsEnvironment {
  readonly store: Store;
  now(): VirtualTime;
  newId(): string;
  baseUrl(): string;
}

export type Submission = { readonly ok: true; readonly response: StoredResponse } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export class Forms implements FileSource {
  readonly #forms: Collection<StoredForm>;
  readonly #responses: Collection<StoredResponse>;

  constructor(private readonly environment: FormsEnvironment) {
    this.#responses = new Collection<StoredResponse>(environment.store, 'response');
    this.#forms = new Collection<StoredForm>(environment.store, 'form');
  }

  create(name: string, owner: string): StoredForm {
    const form: StoredForm = {
      id: this.environment.newId(), name, title: '', description: '', confirmation: '', accepting: true, closedMessage: '', published: true, collectsEmail: false,
      switches: {}, owner, editors: [], viewers: [], trashed: false, folder: null, items: [], createdAt: this.environment.now(),
    };
    this.save(form);
    return form;
  }

  find(id: string): StoredForm | null {
    return this.#forms.get(id) ?? null;
  }

  save(form: StoredForm): void {
    this.#put({ ...form, changedAt: this.environment.now() });
  }

  #put(form: StoredForm): void {
    this.environment.store.commit([this.#forms.put(form.id, form)]);
  }

  publishedUrl(id: string): string {
    return `${this.environment.baseUrl()}/forms/d/e/${id}/viewform`;
  }

  /** Address of the form whose answers go to a spreadsheet, or to one of its sheets. */
  urlAnswering(spreadsheetId: string, sheetId: number | null): string | null {
    const linked = [...this.#forms.values()]
      .filter(({ trashed, destination }) => !trashed && destination?.spreadsheetId === spreadsheetId && (sheetId === null || destination.sheetId === sheetId))
      .sort((one, other) => one.createdAt - other.createdAt)[0];
    return linked ? this.publishedUrl(linked.id) : null;
  }

  editUrl(id: string): string {
    return `${this.environment.baseUrl()}/forms/d/${id}/edit`;
  }

  /** What a visitor sees of the forms: the published ones, and their own. */
  views(as: string | null): readonly FormView[] {
    return [...this.#forms.values()].filter((form) => !form.trashed && (form.published || form.owner === as)).map((form) => this.#view(form));
  }

  view(id: string): FormView | null {
    const form = this.find(id);
    return form ? this.#view(form) : null;
  }

  /** Keeps the answers of a person, or says by item id what is wrong with them (key '' for the form as a whole). */
  submit(formId: string, answers: FormAnswers, respondent: string | null): Submission {
    const form = this.find(formId);
    if (!form || form.trashed) return { ok: false, errors: { '': '找不到此表单 / The form does not exist' } };
    if (!form.accepting || !form.published) return { ok: false, errors: { '': form.closedMessage || '此表单不再接受回复 / The form is no longer accepting responses' } };
    const questions = visitedItems(form.items, answers).filter(isQuestion);
    const errors: Record<string, string> = {};
    for (const item of questions) {
      const error = judge(item, answers[String(item.id)]);
      if (error) errors[String(item.id)] = error;
    }
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const known = new Set(questions.map(({ id }) => String(id)));
    const kept = Object.entries(answers).filter(([id, answer]) => known.has(id) && answer.length > 0);
    return { ok: true, response: this.addResponse(form, Object.fromEntries(kept), form.collectsEmail ? respondent : null) };
  }

  addResponse(form: StoredForm, answers: FormAnswers, respondent: string | null): StoredResponse {
    const number = (this.responses(form.id).at(-1)?.number ?? 0) + 1;
    const response: StoredResponse = { id: this.environment.newId(), number, formId: form.id, at: this.environment.now(), respondent, answers };
    this.environment.store.commit([this.#responses.putUnder(form.id, number, response)]);
    return response;
  }

  removeResponse(formId: string, number: number): void {
    this.environment.store.commit([remove(['response', formId, number])]);
  }

  /** In the order they came. */
  responses(formId: string): readonly StoredResponse[] {
    return [...this.#responses.under(formId)];
  }

  file(id: string): FileEntry | null {
    const form = this.find(id);
    return form ? { ...form, mimeType: 'application/vnd.google-apps.form' } : null;
  }

  *files(): Iterable<FileEntry> {
    for (const form of this.#forms.values()) yield { ...form, mimeType: 'application/vnd.google-apps.form' };
  }

  changeFile(id: string, change: FileChange): void {
    const form = this.find(id);
    if (!form) throw new Error(`There is no form ${id}`);
    this.#put({ ...form, ...change, ...changedBy(change, form, this.environment.now()) });
  }

  #view(form: StoredForm): FormView {
    return {
      id: form.id,
      title: form.title,
      description: form.description,
      confirmation: form.confirmation,
      accepting: form.accepting && form.published,
      items: form.items.map(viewItem),
      publishedUrl: this.publishedUrl(form.id),
      ...(branches(form.items) && { branching: true }),
    };
  }
}

function viewItem({ id, title, helpText, type, required, choices, rows, columns, lower, upper }: FormItem): FormView['items'][number] {
  const steps = type === 'SCALE' ? Array.from({ length: upper - lower + 1 }, (_step, at) => String(lower + at)) : choices;
  return { id, title, helpText, type, required, choices: steps, rows, columns };
}
