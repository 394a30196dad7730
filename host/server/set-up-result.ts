/**
 * What the product's own `setUp` function answers, as far as the workspace uses it. Whatever is missing or of another
 * shape is an error: a workspace half set up would only confuse.
 */
import { isRecord } from './http-exchange';
import type { BilingualText, PageLink, Person } from './wire';

export interface SetUpResult {
  /** The workbook that the shell project is bound to. */
  readonly serviceWorkbook: string;
  readonly people: readonly Person[];
  readonly links: readonly PageLink[];
}

/**
 * Reads `{ workbooks: { service: { id } }, people: [{ email, name, title }], links: [{ title, url }] }`;
 * titles are texts or `{ zh, en }`.
 */
export function readSetUpResult(value: unknown): SetUpResult {
  if (!isRecord(value)) throw new Error('setUp did not answer with an object.');
  const { workbooks, people, links } = value;
  const service = isRecord(workbooks) ? workbooks['service'] : undefined;
  const serviceWorkbook = isRecord(service) ? service['id'] : undefined;
  if (typeof serviceWorkbook !== 'string') throw new Error('setUp did not name the service workbook.');
  return { serviceWorkbook, people: list(people).map(readPerson), links: list(links).map(readLink) };
}

function readPerson(value: unknown): Person {
  if (!isRecord(value) || typeof value['email'] !== 'string' || typeof value['name'] !== 'string') throw new Error('setUp named a person without an address or a name.');
  return { email: value['email'], name: value['name'], title: readText(value['title']) };
}

function readLink(value: unknown): PageLink {
  if (!isRecord(value) || typeof value['url'] !== 'string') throw new Error('setUp named a page without an address.');
  return { title: readText(value['title']), url: value['url'] };
}

function readText(value: unknown): BilingualText {
  if (typeof value === 'string') return { zh: value, en: value };
  if (isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  return { zh: '', en: '' };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
