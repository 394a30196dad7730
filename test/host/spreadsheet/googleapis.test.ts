import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sheets as sheetsClient, type sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { fixture, owner } from './fixture';

/** The npm client of the real API, talking over HTTP. */
describe('the googleapis client', () => {
  const f = fixture();
  let server: Server;
  let client: sheets_v4.Sheets;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://localhost');
        const text = Buffer.concat(chunks).toString('utf8');
        const answer = f.part.rest(request.method ?? 'GET', url.pathname, url.searchParams, text === '' ? null : JSON.parse(text), owner);
        void Promise.resolve(answer).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
          response.end(JSON.stringify(body));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = sheetsClient({ version: 'v4', rootUrl: `http://127.0.0.1:${port}/`, fetchImplementation: fetch });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('creates, writes, reads, batches and learns what was wrong', async () => {
    const made = await client.spreadsheets.create({ requestBody: { properties: { title: '台账', timeZone: 'Asia/Shanghai' }, sheets: [{ properties: { title: "工单's" } }] } });
    const spreadsheetId = made.data.spreadsheetId ?? '';
    const sheetId = made.data.sheets?.[0]?.properties?.sheetId ?? -1;
    await client.spreadsheets.values.update({ spreadsheetId, range: "'工单''s'!A1", valueInputOption: 'USER_ENTERED', requestBody: { values: [['编号', '日期'], ['T-1', '2026-01-02']] } });
    await client.spreadsheets.values.append({ spreadsheetId, range: "'工单''s'!A:B", valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS', requestBody: { values: [['T-2', '2026-01-03']] } });
    const read = await client.spreadsheets.values.batchGet({ spreadsheetId, ranges: ["'工单''s'!A1:A", "'工单''s'!B1:B"], valueRenderOption: 'UNFORMATTED_VALUE', majorDimension: 'COLUMNS' });
    expect(read.data.valueRanges?.map(({ range, values }) => [range, values])).toEqual([
      ["'工单''s'!A1:A1000", [['编号', 'T-1', 'T-2']]],
      ["'工单''s'!B1:B1000", [['日期', 46024, '2026-01-03']]],
    ]);
    const batch = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addProtectedRange: { protectedRange: { range: { sheetId }, description: 'all' } } }, { updateSheetProperties: { properties: { sheetId, title: '工单' }, fields: 'title' } }] } });
    expect(batch.data.replies?.[0]?.addProtectedRange?.protectedRange).toMatchObject({ description: 'all', protectedRangeId: expect.any(Number) as number });
    const got = await client.spreadsheets.get({ spreadsheetId, ranges: ['工单!A2'], fields: 'properties.title,sheets(properties(title),data.rowData.values(formattedValue,userEnteredValue))' });
    expect(got.data).toEqual({ properties: { title: '台账' }, sheets: [{ properties: { title: '工单' }, data: [{ rowData: [{ values: [{ formattedValue: 'T-1', userEnteredValue: { stringValue: 'T-1' } }] }] }] }] });
    await expect(client.spreadsheets.values.get({ spreadsheetId, range: 'Nowhere!A1' })).rejects.toMatchObject({ status: 400, message: 'Unable to parse range: Nowhere!A1' });
    await client.spreadsheets.values.batchClear({ spreadsheetId, requestBody: { ranges: ['工单!A2:B'] } });
    expect((await client.spreadsheets.values.get({ spreadsheetId, range: '工单' })).data.values).toEqual([['编号', '日期']]);
  });
});
