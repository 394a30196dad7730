/** Cells as the page reads them while it scrolls, and the places where a text stands. */
import type { GridView, SpreadsheetSummary } from '../contract';
import { isRecord, RequestRefused, type Exchange } from './http-exchange';
import { requirePerson } from './identity';
import type { Route } from './routes';
import type { Site } from './site';
import type { FoundCells } from './wire';

/** Cells in one answer; far more than a screen shows. */
const MOST_CELLS = 200_000;
const MOST_FOUND = 1000;
const ROWS_SEARCHED_AT_ONCE = 4000;

export function cellRoutes(site: Site): readonly Route[] {
  const { workspace } = site;
  return [
    {
      method: 'GET',
      pattern: '/api/spreadsheets/:id/rows',
      handle: (exchange, { id }) => {
        const person = requirePerson(exchange, workspace);
        const columns = wholeNumber(exchange, 'columns');
        const spans = (exchange.url.searchParams.get('spans') ?? '').split(',').map(readSpan);
        if (spans.reduce((sum, { rows }) => sum + rows, 0) * columns > MOST_CELLS) throw new RequestRefused(400, 'Too many cells at once. 一次读取的单元格太多。');
        const views: readonly GridView[] = spans.map(({ row, rows }) => workspace.grid(id ?? '', wholeNumber(exchange, 'sheet'), { row, rows, column: 0, columns }, person));
        // What is hidden, sizes and merged cells are the same in all of them.
        exchange.json(views.map((view, index) => (index === 0 ? view : { ...view, hiddenRows: [], hiddenColumns: [], columnWidths: {}, rowHeights: {}, merges: [] })));
      },
    },
    {
      method: 'GET',
      pattern: '/api/spreadsheets/:id/find',
      handle: async (exchange, { id }) => {
        const person = requirePerson(exchange, workspace);
        const sheetId = wholeNumber(exchange, 'sheet');
        const tab = workspace.spreadsheets(person).find((file) => file.id === id)?.tabs.find((candidate) => candidate.sheetId === sheetId);
        const text = exchange.url.searchParams.get('text') ?? '';
        if (!tab) throw new RequestRefused(404, 'There is no such tab. 没有这个工作表。');
        if (text === '' || text.length > 1000) throw new RequestRefused(400, '"text" must be 1 to 1000 characters. 要查找的文字应为 1 到 1000 个字符。');
        exchange.json(await find(site, id ?? '', tab, text, person));
      },
    },
  ];
}

async function find({ workspace }: Site, id: string, tab: SpreadsheetSummary['tabs'][number], text: string, person: string): Promise<FoundCells> {
  const wanted = text.toLowerCase();
  const cells: (readonly [row: number, column: number])[] = [];
  const title = `'${tab.title.replaceAll("'", "''")}'`;
  for (let from = 0; from < tab.rows; from += ROWS_SEARCHED_AT_ONCE) {
    const range = `${title}!${from + 1}:${Math.min(tab.rows, from + ROWS_SEARCHED_AT_ONCE)}`;
    const { body } = await workspace.rest('GET', `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}`, new URLSearchParams(), undefined, person);
    for (const [down, line] of rowsOf(body).entries()) {
      for (const [column, value] of line.entries()) {
        if (!String(value).toLowerCase().includes(wanted)) continue;
        if (cells.length === MOST_FOUND) return { cells, more: true };
        cells.push([from + down, column]);
      }
    }
    // Executions and other pages get their turn between two parts of a long sheet.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { cells, more: false };
}

function rowsOf(body: unknown): readonly (readonly unknown[])[] {
  return isRecord(body) && Array.isArray(body['values']) ? body['values'].map((line: unknown): readonly unknown[] => (Array.isArray(line) ? line : [])) : [];
}

function readSpan(text: string): { readonly row: number; readonly rows: number } {
  const match = /^(\d{1,8}):(\d{1,6})$/.exec(text);
  if (!match) throw new RequestRefused(400, '"spans" must be such as 0:60,120:60.');
  return { row: Number(match[1]), rows: Number(match[2]) };
}

/** A whole number of the address. @throws RequestRefused for anything else */
export function wholeNumber(exchange: Exchange, name: string): number {
  const value = Number(exchange.url.searchParams.get(name) ?? Number.NaN);
  if (!Number.isInteger(value) || value < 0) throw new RequestRefused(400, `"${name}" must be a whole number from 0 on.`);
  return value;
}
