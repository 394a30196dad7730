/** A real workspace with one spreadsheet, made by a script as any user of the platform would, and the page over it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkspace, type LocalWorkspace } from '../../host';
import { startServer, type RunningServer } from '../../host/server/server';
import { PROJECT_ROOT, type TestBrowser } from './launch';
import { expectSoon } from './read-until';

export const OWNER = 'owner@example.com';
export const EDITOR = 'editor@example.com';
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Twelve parts with a protected number column, a list to choose from, notes, numbers and a hidden key row. */
const SCRIPT = `
function make() {
  var file = SpreadsheetApp.create('备件台账');
  file.addEditor('${EDITOR}');
  var sheet = file.getSheets()[0].setName('库存');
  sheet.getRange(1, 1, 1, 6).setValues([['part', 'name', 'state', 'quantity', 'price', 'checked']]);
  sheet.getRange(2, 1, 1, 6).setValues([['编号', '名称', '状态', '数量', '单价', '盘点日期']]).setFontWeight('bold').setBackground('#e3f1ee');
  var rows = [];
  for (var i = 1; i <= 12; i += 1) rows.push(['P-' + (100 + i), '备件 ' + i, ['在库', '在途', '报废'][i % 3], i, i * 1.5, new Date(2026, 2, i)]);
  sheet.getRange(3, 1, 12, 6).setValues(rows);
  sheet.getRange(3, 6, 12, 1).setNumberFormat('yyyy-mm-dd');
  sheet.getRange(3, 5, 12, 1).setNumberFormat('#,##0.00');
  sheet.getRange(3, 3, 60, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['在库', '在途', '报废'], true).setAllowInvalid(false).build());
  sheet.getRange(3, 2).setNote('上次盘点时缺一件');
  sheet.setFrozenRows(2);
  sheet.setFrozenColumns(1);
  sheet.hideRows(1);
  var lock = sheet.getRange(1, 1, sheet.getMaxRows(), 1).protect();
  lock.removeEditors(lock.getEditors());
  return { id: file.getId(), sheetId: sheet.getSheetId() };
}`;

const MANIFEST = JSON.stringify({ timeZone: 'Asia/Shanghai', runtimeVersion: 'V8', oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] });

export class SheetPlace {
  private constructor(
    readonly workspace: LocalWorkspace,
    readonly browser: TestBrowser,
    readonly server: RunningServer,
    readonly id: string,
    readonly sheetId: number,
    private readonly folder: string,
  ) {}

  static async open(browser: TestBrowser, script = SCRIPT): Promise<SheetPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'aftersales-sheet-'));
    writeFileSync(join(folder, 'Code.js'), script);
    writeFileSync(join(folder, 'appsscript.json'), MANIFEST);
    const workspace = await openWorkspace({ directory: null, startAt: Date.parse('2026-03-16T08:00:00+08:00') });
    for (const [email, name] of [[OWNER, '王芳'], [EDITOR, '李伟']] as const) workspace.addUser({ email, name });
    await workspace.loadProject({ name: 'parts', folder, owner: OWNER });
    const made = await workspace.run<{ readonly id: string; readonly sheetId: number }>('parts', 'make', [], OWNER);
    if (!made.value) throw new Error(made.record.stack ?? made.record.error ?? 'nothing was made');
    const server = await startServer({ workspace, port: 0, pageFolder: resolve(PROJECT_ROOT, 'build/page'), information: { owner: OWNER, timeZone: 'Asia/Shanghai', people: [], links: [] } });
    return new SheetPlace(workspace, browser, server, made.value.id, made.value.sheetId, folder);
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.workspace.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The sheet as somebody has it open, with its first part in sight. */
  async sheet(as: string = EDITOR, size = DESKTOP): Promise<OpenSheet> {
    const { page, context, problems } = await this.browser.open(size);
    await page.addInitScript(`sessionStorage.setItem('acting-person', '${as}')`);
    await page.goto(`${this.server.address}/#/sheets/${this.id}/${this.sheetId}`);
    const open = new OpenSheet(page, problems, () => context.close());
    await page.locator('.sheet-grid .cell').filter({ hasText: /\S/ }).first().waitFor();
    return open;
  }

  /** What cells hold, as the formula bar shows it. */
  inputs(row: number, column: number, rows: number, columns: number): string[][] {
    return this.workspace.grid(this.id, this.sheetId, { row, column, rows, columns }, OWNER).cells.map((line) => line.map((cell) => cell.input));
  }

  /** Waits until the cells hold this; the failure shows what they hold instead. */
  async expectInputs(row: number, column: number, expected: readonly (readonly string[])[]): Promise<void> {
    await expectSoon<readonly (readonly string[])[]>(() => this.inputs(row, column, expected.length, expected[0]?.length ?? 0), expected);
  }
}

export class OpenSheet {
  constructor(
    readonly page: Page,
    readonly problems: readonly string[],
    readonly close: () => Promise<void>,
  ) {}

  /** The cell at an address such as `B3`, which must be in sight. */
  cell(address: string): Locator {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return this.page.locator('.sheet-grid .grid-row', { has: this.page.locator('.row-header', { hasText: new RegExp(`^${row}$`) }) }).locator(`.cell[aria-colindex="${column + 1}"]`);
  }

  async select(from: string, to?: string): Promise<void> {
    await this.cell(from).click();
    if (to !== undefined) await this.cell(to).click({ modifiers: ['Shift'] });
  }

  /** Selects another block beside those that are selected. */
  async add(from: string, to?: string): Promise<void> {
    await this.cell(from).click({ modifiers: ['Control'] });
    if (to !== undefined) await this.cell(to).click({ modifiers: ['Shift'] });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Where something stands; headers are drawn anew when rows or columns change. */
  async box(found: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await found.waitFor();
      const box = await found.boundingBox();
      if (box) return box;
    }
    throw new Error('It is not in sight');
  }

  /** Address of the cell that typing goes to. */
  async at(address: string): Promise<void> {
    await this.page.getByRole('status', { name: '当前单元格' }).filter({ hasText: new RegExp(`^${address}$`) }).waitFor();
  }

  /** Brings a text onto the clipboard and pastes it, as after copying in another program. */
  async paste(text: string, html = ''): Promise<void> {
    await this.page.evaluate(
      `(() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(text)}); if (${JSON.stringify(html)}) data.setData('text/html', ${JSON.stringify(html)});
       document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })()`,
    );
  }

  /** What copying hands to other programs. */
  copied(how: 'copy' | 'cut' = 'copy'): Promise<{ readonly text: string; readonly html: string }> {
    return this.page.evaluate(
      `(() => { const data = new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent('${how}', { clipboardData: data, bubbles: true, cancelable: true }));
       return { text: data.getData('text/plain'), html: data.getData('text/html') }; })()`,
    );
  }

  /** A button or entry by the words on it. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }
}
