/** Spreadsheets into which the answers to a form are copied: one row a response, one column a question. */
import { isQuestion, type FormItem, type ResponseColumn, type StoredForm, type StoredResponse } from './form-model';
import type { AcceptedEdit, SpreadsheetPart } from './spreadsheet-part';
import { wallTime } from './zone';

/** A row that was written, as the spreadsheet's form-submit event tells it. */
export interface CopiedResponse {
  readonly spreadsheetId: string;
  readonly edit: AcceptedEdit;
  readonly values: readonly string[];
  readonly namedValues: Readonly<Record<string, readonly string[]>>;
}

const timestampTitle = 'Timestamp';
const addressTitle = 'Email Address';

/**
 * How an answer is put into its cell: parsed like typing, except that nothing a stranger wrote becomes a formula. (Believed, not confirmed: the
 * platform is known to keep such answers as text.)
 */
const literal = (answer: string): string => (/^[=+'@-]/.test(answer) && !/^-\d+(\.\d+)?$/.test(answer) ? `'${answer}` : answer);

const joined = (answer: string | readonly string[] | undefined): string => (answer === undefined ? '' : typeof answer === 'string' ? answer : answer.join(', '));

const isGrid = ({ type }: FormItem): boolean => type === 'GRID' || type === 'CHECKBOX_GRID';

/** The columns a form asks for, in the order of its questions; a grid has one for each row. */
function columnsOf(form: StoredForm): readonly (ResponseColumn & { readonly title: string })[] {
  const questions = form.items.filter(isQuestion).flatMap((item): (ResponseColumn & { readonly title: string })[] =>
    isGrid(item) ? item.rows.map((row, at) => ({ key: `${item.id}:${at}`, title: `${item.title} [${row}]` })) : [{ key: String(item.id), title: item.title }],
  );
  return [{ key: 'timestamp', title: timestampTitle }, ...(form.collectsEmail ? [{ key: 'email', title: addressTitle }] : []), ...questions];
}

const cellName = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : cellName(Math.floor(column / 26) - 1) + letter;
};

export class FormDestinations {
  constructor(private readonly spreadsheets: SpreadsheetPart) {}

  /** Makes the sheet and its header. @throws Error when the account cannot edit the spreadsheet */
  async link(form: StoredForm, spreadsheetId: string, as: string): Promise<NonNullable<StoredForm['destination']>> {
    const taken = new Set((this.spreadsheets.summaries(as).find(({ id }) => id === spreadsheetId)?.tabs ?? []).map(({ title }) => title));
    let number = 1;
    while (taken.has(`Form Responses ${number}`)) number += 1;
    const title = `Form Responses ${number}`;
    const answer = await this.#ask('POST', `${spreadsheetId}:batchUpdate`, { requests: [{ addSheet: { properties: { title, gridProperties: { frozenRowCount: 1 } } } }] }, as);
    const sheetId = Number(at(answer, 'replies', '0', 'addSheet', 'properties', 'sheetId'));
    const columns = columnsOf(form);
    await this.#write(spreadsheetId, `'${title}'!A1`, columns.map((column) => column.title), as);
    return { spreadsheetId, sheetId, columns: columns.map(({ key }) => ({ key })) };
  }

  /** Copies a response; null when there is no sheet for it any more. The form's columns may have grown: `columns` is what they are now. */
  async copy(form: StoredForm, response: StoredResponse): Promise<{ readonly copied: CopiedResponse; readonly columns: readonly ResponseColumn[] } | null> {
    const { destination } = form;
    const file = destination ? this.spreadsheets.file(destination.spreadsheetId) : null;
    const sheet = destination && file ? this.spreadsheets.summaries(file.owner).find(({ id }) => id === destination.spreadsheetId)?.tabs.find(({ sheetId }) => sheetId === destination.sheetId) : null;
    if (!destination || !file || !sheet) return null;
    const wanted = columnsOf(form);
    const added = wanted.filter(({ key }) => !destination.columns.some((column) => column.key === key));
    const columns = [...destination.columns, ...added.map(({ key }) => ({ key }))];
    const place = (cell: string): string => `'${sheet.title.replaceAll("'", "''")}'!${cell}`;
    if (added.length > 0) await this.#write(destination.spreadsheetId, place(`${cellName(destination.columns.length)}1`), added.map(({ title }) => title), file.owner);
    const properties = await this.#ask('GET', destination.spreadsheetId, undefined, file.owner, { fields: 'properties.timeZone' });
    const zone = at(properties, 'properties', 'timeZone');
    const timeZone = typeof zone === 'string' ? zone : 'UTC';
    const values = columns.map(({ key }) => this.#value(key, response, timeZone));
    const path = `${destination.spreadsheetId}/values/${encodeURIComponent(place('A1'))}:append`;
    const answer = await this.#ask('POST', path, { values: [values.map(literal)] }, file.owner, { valueInputOption: 'USER_ENTERED', insertDataOption: 'INSERT_ROWS' });
    const row = Number(/![A-Z]+(\d+)/.exec(String(at(answer, 'updates', 'updatedRange')))?.[1] ?? 1) - 1;
    const namedValues: Record<string, string[]> = {};
    columns.forEach(({ key }, index) => {
      const title = wanted.find((column) => column.key === key)?.title;
      if (title !== undefined) (namedValues[title] ??= []).push(values[index] ?? '');
    });
    const edit: AcceptedEdit = { sheetId: sheet.sheetId, row, column: 0, rows: 1, columns: columns.length };
    return { copied: { spreadsheetId: destination.spreadsheetId, edit, values, namedValues }, columns };
  }

  #value(key: string, response: StoredResponse, timeZone: string): string {
    if (key === 'timestamp') {
      const { month, day, year, hour, minute, second } = wallTime(response.at, timeZone);
      return `${month}/${day}/${year} ${hour}:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}`;
    }
    if (key === 'email') return response.respondent ?? '';
    const [item = '', row] = key.split(':');
    const answer = response.answers[item];
    return row === undefined ? joined(answer) : typeof answer === 'string' ? answer : (answer?.[Number(row)] ?? '');
  }

  #write(spreadsheetId: string, range: string, row: readonly string[], as: string): Promise<unknown> {
    return this.#ask('PUT', `${spreadsheetId}/values/${encodeURIComponent(range)}`, { values: [row] }, as, { valueInputOption: 'RAW' });
  }

  async #ask(method: string, path: string, body: object | undefined, as: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const answer = await this.spreadsheets.rest(method, `/v4/spreadsheets/${path}`, new URLSearchParams(query), body, as);
    if (answer.status !== 200) throw new Error(String(at(answer.body, 'error', 'message')));
    return answer.body;
  }
}

/** What stands under a path of names in a tree of unknown shape. */
function at(tree: unknown, ...path: readonly string[]): unknown {
  let found = tree;
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  return found;
}
