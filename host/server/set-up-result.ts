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
  /** Ids of workbooks and forms as set-up names them. */
  readonly order: readonly string[];
}

/** Reads `{ workbooks: { service: { id } }, people: [{ email, name, title: { zh, en }, desk }], forms: { intake: { address } } }`. */
export function readSetUpResult(value: unknown): SetUpResult {
  if (!isRecord(value)) throw new Error('setUp did not answer with an object.');
  const { workbooks, people, forms } = value;
  const service = isRecord(workbooks) ? workbooks['service'] : undefined;
  const serviceWorkbook = isRecord(service) ? service['id'] : undefined;
  if (typeof serviceWorkbook !== 'string') throw new Error('setUp did not name the service workbook.');
  return { serviceWorkbook, people: list(people).map(readPerson), links: [...intakeLink(forms), ...list(people).flatMap(deskLink)], order: [...idsOf(workbooks), ...idsOf(forms)] };
}

function idsOf(files: unknown): readonly string[] {
  return isRecord(files) ? Object.values(files).flatMap((file) => (isRecord(file) && typeof file['id'] === 'string' ? [file['id']] : [])) : [];
}

/** The customers' form, which anybody may open. */
function intakeLink(forms: unknown): readonly PageLink[] {
  const intake = isRecord(forms) ? forms['intake'] : undefined;
  return isRecord(intake) && typeof intake['address'] === 'string' ? [{ title: { zh: '客户报修表', en: 'Customers\' request form' }, url: intake['address'], person: null }] : [];
}

/** Each person's own workplace, opened by a personal link. */
function deskLink(value: unknown): readonly PageLink[] {
  if (!isRecord(value) || typeof value['desk'] !== 'string') return [];
  const person = readPerson(value);
  return [{ title: { zh: `${person.name}的工作台(${person.title.zh})`, en: `Desk of ${person.name} (${person.title.en})` }, url: value['desk'], person: person.email }];
}

function readPerson(value: unknown): Person {
  if (!isRecord(value) || typeof value['email'] !== 'string' || typeof value['name'] !== 'string') throw new Error('setUp named a person without an address or a name.');
  return { email: value['email'], name: value['name'], title: readText(value['title']), ...(value['language'] === 'en' && { language: 'en' }) };
}

function readText(value: unknown): BilingualText {
  if (typeof value === 'string') return { zh: value, en: value };
  if (isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  return { zh: '', en: '' };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
