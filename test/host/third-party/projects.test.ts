/** Script projects in the style found in the wild, loaded as their authors would push them. */
import { resolve } from 'node:path';
import type { ProjectView } from '../../../host/contract';
import type { LocalWorkspace } from '../../../host/kernel/workspace';
import { loadFolder } from '../../../host/server/load-project';
import { cleanUp, emptyWorkspace, engineer, owner } from '../kernel/fixture';

afterAll(cleanUp);

async function loaded(name: string, container: 'new' | null): Promise<{ readonly workspace: LocalWorkspace; readonly project: ProjectView; run(functionName: string, ...args: unknown[]): Promise<unknown> }> {
  const workspace = await emptyWorkspace();
  const project = await loadFolder(workspace, { folder: resolve(__dirname, 'projects', name), owner, container });
  return {
    workspace,
    project,
    run: async (functionName, ...args) => {
      const { record, value } = await workspace.run(project.name, functionName, args, owner);
      if (record.status !== 'completed') throw new Error(record.error ?? record.status);
      return value;
    },
  };
}

describe('a guest book as a web app', () => {
  it('shows its page from nested templates, escaped, and takes calls from it', async () => {
    const { workspace, project } = await loaded('guestbook', null);
    const posted = await workspace.post(project.name, {}, { type: 'application/json', contents: '{"name":"<b>Eva</b>","text":"hi"}' }, null);
    expect([posted.mimeType, posted.body]).toEqual(['application/json', '{"ok":true,"count":1}']);
    const page = await workspace.get(project.name, { heading: 'A & B' }, null);
    expect(page.title).toBe('Guest book');
    expect(page.body).toContain('<style>h1 { color: #14695a; }</style>');
    expect(page.body).toContain('<h1>A &amp; B</h1>');
    expect(page.body).toContain('<b>&lt;b&gt;Eva&lt;/b&gt;</b>: hi');
    const session = page.clientSession ?? '';
    expect(await workspace.callFromPage(session, 'addEntry', ['Li', 'hello'])).toEqual([
      { name: '<b>Eva</b>', text: 'hi', at: '2026-03-02T01:00:00+01:00' },
      { name: 'Li', text: 'hello', at: '2026-03-02T01:00:00+01:00' },
    ]);
    expect(await workspace.callFromPage(session, 'serverTime', [])).toBeNull();
    await expect(workspace.callFromPage(session, 'addEntry', ['', ''])).rejects.toThrow('Name and text are required.');
    await expect(workspace.callFromPage(session, 'readEntries_', [])).rejects.toThrow('Script function not found: readEntries_');
  });
});

describe('a helper bound to a sheet', () => {
  it('brings its menu, sets up, and answers edits', async () => {
    const { workspace, project, run } = await loaded('stock-helper', 'new');
    const id = project.container ?? '';
    expect(await workspace.openSpreadsheet(id, owner)).toEqual([{ caption: 'Stock', items: [{ caption: 'Set up', functionName: 'setUpStock' }, { caption: 'Low stock…', functionName: 'showLowStock' }] }]);
    expect(await workspace.clickMenu(id, 'setUpStock', owner)).toEqual({ toast: 'Stock\nReady' });
    const sheetId = workspace.spreadsheets(owner)[0]?.tabs.find(({ title }) => title === 'Stock')?.sheetId ?? -1;
    await workspace.editCells(id, sheetId, 1, 1, [['3']], owner);
    const [row] = workspace.grid(id, sheetId, { row: 1, column: 0, rows: 1, columns: 4 }, owner).cells;
    expect(row?.map(({ text }) => text)).toEqual(['Bearing', '3', '4', '02.03.2026 08:00']);
    expect(row?.[1]).toMatchObject({ note: 'was 10', background: '#f4cccc' });
    expect(await run('lowStock')).toEqual([{ rowNumber: 2, Part: 'Bearing', Count: 3, Minimum: 4, Changed: expect.anything() as unknown }]);
    expect(await workspace.clickMenu(id, 'showLowStock', owner)).toEqual({ alert: 'Bearing: 3' });
  });
  it('is told by name what the workspace does not have', async () => {
    const { run } = await loaded('stock-helper', 'new');
    await expect(run('makeSlides')).rejects.toThrow('NotEmulated: SlidesApp.create');
  });
  it('belongs to whoever loaded it', async () => {
    const { workspace, project } = await loaded('stock-helper', 'new');
    await expect(workspace.openSpreadsheet(project.container ?? '', engineer)).rejects.toThrow('You do not have access to this file');
  });
});

describe('a help desk from a form', () => {
  it('copies answers into its sheet, marks them and writes a mail, whichever section a person went through', async () => {
    const { workspace, project, run } = await loaded('form-desk', 'new');
    const formId = String(await run('setup'));
    const form = workspace.form(formId);
    const item = (title: string): string => String(form?.items.find((one) => one.title === title)?.id);
    expect(await workspace.submitForm(formId, { [item('What is it about?')]: 'Repair' }, engineer)).toMatchObject({ ok: false, errors: { [item('Serial number')]: expect.any(String) as unknown } });
    expect(await workspace.submitForm(formId, { [item('What is it about?')]: 'Repair', [item('Serial number')]: 'AB1234' }, engineer)).toEqual({ ok: true });
    expect(await workspace.submitForm(formId, { [item('What is it about?')]: 'Something else', [item('Your question')]: '=1+1' }, engineer)).toEqual({ ok: true });
    const tab = workspace.spreadsheets(owner)[0]?.tabs.find(({ title }) => title === 'Form Responses 1');
    const { cells } = workspace.grid(project.container ?? '', tab?.sheetId ?? -1, { row: 0, column: 0, rows: 3, columns: 6 }, owner);
    expect(cells.map((row) => row.map(({ text }) => text).slice(1))).toEqual([
      ['Email Address', 'What is it about?', 'Serial number', 'Your question', 'Status'],
      [engineer, 'Repair', 'AB1234', '', 'New'],
      [engineer, 'Something else', '', '=1+1', 'New'],
    ]);
    expect(workspace.mail().map(({ subject, headers }) => [subject, headers['Reply-To']])).toEqual([['[Something else] request 0002', engineer], ['[Repair] request 0001', engineer]]);
  });
});

describe('a mail merge', () => {
  it('fills a draft for every row, and writes down what came of it', async () => {
    const { workspace, project, run } = await loaded('mail-merge', 'new');
    expect(await run('prepare')).toBe(true);
    expect(await workspace.clickMenu(project.container ?? '', 'sendEmails', owner)).toEqual({});
    expect(workspace.mail()).toMatchObject([{ to: ['ann@example.com'], subject: 'Offer for Ann', text: 'Dear Ann, it is 12.5.', html: '<p>Dear Ann, it is <b>12.5</b>.</p>', headers: { From: `Sales <${owner}>` }, attachments: [{ name: 'prices.txt', base64: Buffer.from('price list').toString('base64') }] }]);
    const [tab] = workspace.spreadsheets(owner)[0]?.tabs ?? [];
    const { cells } = workspace.grid(project.container ?? '', tab?.sheetId ?? -1, { row: 1, column: 3, rows: 2, columns: 1 }, owner);
    expect(cells.map(([cell]) => cell?.text)).toEqual([expect.stringMatching(/2026/), 'Invalid email: not an address']);
    await workspace.clickMenu(project.container ?? '', 'sendEmails', owner);
    expect(workspace.mail()).toHaveLength(1);
  });
});
