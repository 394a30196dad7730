/** Values of whole columns and rectangles, and changes of rows and columns, by the workspace's Sheets REST surface. */
import type { Application } from '../application';
import { Refused, requestJson } from '../requests';
import { columnLetters } from './addresses';
import type { SheetValue } from './sheet-value';


export interface Cells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface ValueRange {
  readonly values?: readonly (readonly SheetValue[])[];
}

export class SheetValues {
  private readonly columns = new Map<string, Promise<readonly SheetValue[]>>();

  constructor(
    private readonly application: Application,
    private readonly spreadsheetId: string,
    private tab: { readonly title: string; readonly sheetId: number; readonly rows: number },
  ) {}

  /** Texts of a column as they are shown, from row 0 on; what follows the last one is empty. */
  texts(column: number): Promise<readonly SheetValue[]> {
    return this.column(column, 'FORMATTED_VALUE');
  }

  /** Values of a column: numbers as numbers, dates as serial numbers. */
  values(column: number): Promise<readonly SheetValue[]> {
    return this.column(column, 'UNFORMATTED_VALUE');
  }

  /** The cells as they are shown, or with their numbers; dates are texts either way. */
  async rectangle({ top, left, bottom, right }: Cells, render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE'): Promise<readonly (readonly SheetValue[])[]> {
    const range = `'${this.tab.title.replaceAll("'", "''")}'!${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
    const query = new URLSearchParams({ valueRenderOption: render, dateTimeRenderOption: 'FORMATTED_STRING' });
    const answer = await this.call<ValueRange>('GET', `/values/${encodeURIComponent(range)}?${query.toString()}`);
    return answer.values ?? [];
  }

  /** Changes the sheet as the acting person: all requests or none. */
  async change(...requests: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    await this.call('POST', ':batchUpdate', { requests });
  }

  resize(tab: { readonly title: string; readonly sheetId: number; readonly rows: number }): void {
    this.tab = tab;
    this.forget();
  }

  forget(): void {
    this.columns.clear();
  }

  private column(column: number, render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE'): Promise<readonly SheetValue[]> {
    const key = `${column} ${render}`;
    const known = this.columns.get(key);
    if (known) return known;
    const letters = columnLetters(column);
    const range = `'${this.tab.title.replaceAll("'", "''")}'!${letters}1:${letters}${this.tab.rows}`;
    const reading = this.call<ValueRange>('GET', `/values/${encodeURIComponent(range)}?majorDimension=COLUMNS&valueRenderOption=${render}`).then((answer) => answer.values?.[0] ?? []);
    this.columns.set(key, reading);
    reading.catch(() => this.columns.delete(key));
    return reading;
  }

  private async call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const { application } = this;
    try {
      return await requestJson<T>(method, `/v4/spreadsheets/${encodeURIComponent(this.spreadsheetId)}${path}`, body, { Authorization: `Bearer ${application.person}` });
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      // The API answers in English; people read why in their language.
      if (/protected/i.test(failure.message)) throw new Error(application.word('protectedRefusal'), { cause: failure });
      if (failure.status === 403) throw new Error(application.word('viewerRefusal'), { cause: failure });
      throw failure;
    }
  }
}
