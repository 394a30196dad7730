import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GoogleSpreadsheet } from 'google-spreadsheet';
import { fixture, inside, owner } from './fixture';

/** The other npm client that people use, talking over HTTP. It knows one address only, so the test gives it another. */
describe('the google-spreadsheet client', () => {
  const f = fixture();
  let server: Server;
  let open: (id: string) => GoogleSpreadsheet;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://localhost');
        const text = Buffer.concat(chunks).toString('utf8');
        void Promise.resolve(f.part.rest(request.method ?? 'GET', url.pathname, url.searchParams, text === '' ? null : JSON.parse(text), owner)).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
          response.end(JSON.stringify(body));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { GoogleSpreadsheet: Client } = await import('google-spreadsheet');
    open = (id) => {
      const document = new Client(id, { token: 'any' });
      Reflect.set(document, 'sheetsApi', document.sheetsApi.extend({ prefixUrl: `http://127.0.0.1:${port}/v4/spreadsheets/${id}`, retry: 0 }));
      return document;
    };
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });

  it('loads, makes sheets, writes, reads, changes and deletes rows and cells, and learns what was wrong', async () => {
    const id = await f.create([{ properties: { sheetId: 0, title: 'Data' } }]);
    const document = open(id);
    await document.loadInfo();
    expect([document.title, document.timeZone, document.sheetsByIndex.map(({ title }) => title)]).toEqual(['Ledger', 'Asia/Shanghai', ['Data']]);

    const sheet = await document.addSheet({ title: '工单', headerValues: ['编号', '数量', '日期', '合计'] });
    await sheet.addRows([{ 编号: 'T-1', 数量: 2, 日期: '2026-01-02' }, ['T-2', 3]]);
    const added = await sheet.addRow({ 编号: 'T-3', 数量: 5, 合计: '=SUM(B2:B4)' });
    expect([added.rowNumber, added.get('合计')]).toEqual([4, '10']);
    const rows = await sheet.getRows<Record<string, string>>();
    expect(rows.map((row) => row.toObject())).toMatchObject([{ 编号: 'T-1', 数量: '2', 日期: '2026-01-02' }, { 编号: 'T-2', 数量: '3' }, { 编号: 'T-3', 数量: '5', 合计: '10' }]);
    rows[1]?.set('数量', '30');
    await rows[1]?.save();
    await rows[0]?.delete();
    expect((await sheet.getRows<Record<string, string>>()).map((row): readonly unknown[] => [row.get('编号'), row.get('数量'), row.get('合计')])).toEqual([['T-2', '30', ''], ['T-3', '5', '35']]);

    await sheet.loadCells('A1:D3');
    const total = sheet.getCellByA1('D3');
    expect([total.formula, total.value, total.formattedValue]).toEqual(['=SUM(B2:B3)', 35, '35']);
    const cell = sheet.getCell(1, 0);
    cell.value = '=not a formula';
    cell.stringValue = '=literal';
    cell.note = '注';
    cell.textFormat = { bold: true };
    sheet.getCellByA1('B2').numberValue = 31;
    await sheet.saveUpdatedCells();
    await sheet.loadCells({ startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 4 });
    expect([sheet.getCellByA1('A2').value, sheet.getCellByA1('A2').note, sheet.getCellByA1('D3').value]).toEqual(['=literal', '注', 36]);

    await sheet.resize({ rowCount: 50, columnCount: 10 });
    await sheet.updateProperties({ title: '工单 2026' });
    const twin = await sheet.duplicate({ title: 'Twin' });
    await twin.clearRows();
    expect([(await twin.getRows()).length, (await twin.getCellsInRange('A1:D1')) as unknown]).toEqual([0, [['编号', '数量', '日期', '合计']]]);
    await twin.delete();
    await document.loadInfo();
    expect(document.sheetsByIndex.map(({ title, rowCount }) => [title, rowCount])).toEqual([['Data', 1000], ['工单 2026', 50]]);

    const other = await f.create([{ properties: { sheetId: 0, title: 'Other' } }]);
    await sheet.copyToSpreadsheet(other);
    expect(inside(await f.rest('GET', `/v4/spreadsheets/${other}`), 'sheets', 1, 'properties', 'title')).toBe('工单 2026的副本');

    await expect(document.addSheet({ title: 'Data' })).rejects.toThrow('[400] Invalid requests[0].addSheet: A sheet with the name "Data" already exists. Please enter another name.');
    await expect(sheet.getCellsInRange('A1:A5000')).resolves.toBeDefined();
    await sheet.autoFill({ dimension: 'ROWS', fillLength: 2, source: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } });
    await expect(sheet.getCellsInRange('B2:B4')).resolves.toEqual([['31'], ['31'], ['31']]);
    await sheet.pasteData({ rowIndex: 10, columnIndex: 0 }, '甲,"1;5"\n乙, 7', ',');
    await sheet.textToColumns({ startRowIndex: 10, endRowIndex: 11, startColumnIndex: 1, endColumnIndex: 2 }, 'CUSTOM', ';');
    await sheet.randomizeRange({ startRowIndex: 10, endRowIndex: 12, startColumnIndex: 0, endColumnIndex: 3 });
    expect(new Set(((await sheet.getCellsInRange('A11:C12')) as string[][]).map((row) => row.join('|')))).toEqual(new Set(['甲|1|5', '乙|7']));
  });
});
