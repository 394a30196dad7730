import { resolve } from 'node:path';
import { sheets as sheetsClient } from 'googleapis/build/src/apis/sheets';
import { openWorkspace } from '../../host/kernel/workspace';
import { prepareSite } from '../../host/server/first-start';
import { startServer } from '../../host/server/server';
import { columnKey, tickets } from '../../sheets-templates';
import { request } from './story';

const projectRoot = resolve(__dirname, '../..');

describe('the ledgers over the workspace’s REST address, while it runs', () => {
  test('the googleapis client reads workbooks, tabs and a ticket that a customer has just sent, and google-spreadsheet adds a sheet with a formula', async () => {
    const workspace = await openWorkspace({ directory: null, startAt: Date.parse('2026-03-03T09:00:00+08:00') });
    const information = await prepareSite(workspace, { projectRoot, directory: null, language: 'zh' });
    const server = await startServer({ workspace, information, port: 0, pageFolder: resolve(projectRoot, 'build/page') });
    try {
      const intake = workspace.forms(null).find((form) => form.title.startsWith('售后服务申请'));
      const answers: Record<string, string | readonly string[]> = {};
      for (const [question, answer] of Object.entries(request())) {
        const item = intake?.items.find((candidate) => candidate.title.startsWith(question));
        const pick = (text: string): string => item?.choices.find((choice) => choice.startsWith(text)) ?? text;
        if (item !== undefined) answers[String(item.id)] = typeof answer === 'string' ? pick(answer) : answer.map(pick);
      }
      expect(await workspace.submitForm(intake?.id ?? '', answers, null)).toEqual({ ok: true });

      const sheets = sheetsClient({ version: 'v4', rootUrl: `${server.address.replace(/\/$/, '')}/`, headers: { Authorization: `Bearer ${information.owner ?? ''}` } });
      const service = workspace.spreadsheets(information.owner ?? '').find((file) => file.name.includes('服务'));
      const { data } = await sheets.spreadsheets.get({ spreadsheetId: service?.id ?? '' });
      expect(data.properties?.timeZone).toBe('Asia/Shanghai');
      expect(data.sheets?.[0]?.properties?.title).toBe(tickets.label.zh);
      const values = (await sheets.spreadsheets.values.get({ spreadsheetId: service?.id ?? '', range: tickets.label.zh })).data.values ?? [];
      const keys = (values[0] ?? []) as string[];
      expect(keys).toEqual(expect.arrayContaining(Object.keys(tickets.columns).map(columnKey)));
      const row = values[2] as string[];
      expect(row[keys.indexOf('ticket_id')]).toBe('TK-20260303-001');
      expect(row[keys.indexOf('received_at')]).toBe('2026-03-03 09:00');
      expect(row[keys.indexOf('fault_desc')]).toBe(request()['故障现象']);

      // The other client knows Google's address only; it is given the workspace's.
      const { GoogleSpreadsheet } = await import('google-spreadsheet');
      const book = new GoogleSpreadsheet(service?.id ?? '', { token: information.owner ?? '' });
      Reflect.set(book, 'sheetsApi', book.sheetsApi.extend({ prefixUrl: `${server.address.replace(/\/$/, '')}/v4/spreadsheets/${service?.id ?? ''}`, retry: 0 }));
      await book.loadInfo();
      expect(book.sheetsByIndex[0]?.title).toBe(tickets.label.zh);
      const scratch = await book.addSheet({ title: '试算', headerValues: ['数量', '合计'] });
      await scratch.addRow(['2', '=A2*10']);
      expect((await scratch.getRows<Record<string, string>>()).map((line): unknown => line.get('合计'))).toEqual(['20']);
      await scratch.delete();
    } finally {
      await server.close();
      await workspace.close();
    }
  });
});
