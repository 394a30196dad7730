/** Spreadsheets out to workbook files and in from them. */
import { exportXlsx, MOST_CELLS_IN_A_FILE, TooLargeToExport } from '../workbook-file/export-xlsx';
import { importXlsx, UnreadableFile } from '../workbook-file/import-xlsx';
import { isRecord, RequestRefused } from './http-exchange';
import { requirePerson } from './identity';
import type { Route } from './routes';
import type { Site } from './site';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONGEST_TITLE = 200;

export function workbookFileRoutes(site: Site): readonly Route[] {
  const { workspace } = site;
  return [
    {
      method: 'GET',
      pattern: '/api/spreadsheets/:id/xlsx',
      handle: async (exchange, { id }) => {
        const person = requirePerson(exchange, workspace);
        const read = async (path: string, query: URLSearchParams): Promise<unknown> => {
          const { status, body } = await workspace.rest('GET', `/v4/spreadsheets/${encodeURIComponent(id ?? '')}${path}`, query, undefined, person);
          if (status !== 200) throw new RequestRefused(status, messageOf(body));
          return body;
        };
        const { title, file } = await exportXlsx(read).catch((failure: unknown) => {
          if (!(failure instanceof TooLargeToExport)) throw failure;
          throw new RequestRefused(413, `表格超过 ${MOST_CELLS_IN_A_FILE} 个单元格，放不进一个文件。The spreadsheet has more than ${MOST_CELLS_IN_A_FILE} cells, too many for one file.`);
        });
        exchange.send(200, TYPE, Buffer.from(file), { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}` });
      },
    },
    {
      method: 'POST',
      pattern: '/api/spreadsheets/import',
      handle: async (exchange) => {
        const person = requirePerson(exchange, workspace);
        const title = (exchange.url.searchParams.get('title') ?? '').replace(/\.xlsx$/i, '').trim().slice(0, LONGEST_TITLE);
        const spreadsheet = await importXlsx(await exchange.bodyBytes(), title === '' ? '导入的表格' : title).catch((failure: unknown) => {
          if (!(failure instanceof UnreadableFile)) throw failure;
          throw new RequestRefused(400, `这不是可以读取的 .xlsx 文件。This is no .xlsx file that can be read: ${failure.message}`);
        });
        const { status, body } = await workspace.rest('POST', '/v4/spreadsheets', new URLSearchParams(), spreadsheet, person);
        if (status !== 200) throw new RequestRefused(status, messageOf(body));
        exchange.json({ id: isRecord(body) ? String(body['spreadsheetId']) : '' });
        site.changes.announce();
      },
    },
  ];
}

function messageOf(body: unknown): string {
  const error = isRecord(body) ? body['error'] : null;
  return isRecord(error) && typeof error['message'] === 'string' ? error['message'] : 'The spreadsheet could not be read. 表格无法读取。';
}
