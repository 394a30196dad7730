/** A sheet's shape on the page: rows and columns that come, go, fold and change size, merged cells, charts and filter views; over the real store. */
import { launchBrowser, screenshot, type TestBrowser } from './launch';
import { expectSoon } from './read-until';
import { EDITOR, OWNER, SheetPlace } from './sheet-place';

let browser: TestBrowser;
let place: SheetPlace;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  place = await SheetPlace.open(browser);
});
afterEach(() => place.close());

test('rows come and go, a column keeps its width, and protection holds for both', async () => {
  const sheet = await place.sheet(OWNER);
  await sheet.select('B4');
  await sheet.cell('B4').click({ button: 'right' });
  await sheet.page.getByRole('menuitem', { name: '在上方插入 1 行' }).click();
  await place.expectInputs(2, 0, [['P-101'], [''], ['P-102']]);
  await sheet.page.locator('.row-header', { hasText: /^4$/ }).click();
  await sheet.press('Shift+F10');
  await sheet.page.getByRole('menuitem', { name: '删除 1 行' }).click();
  await place.expectInputs(2, 0, [['P-101'], ['P-102']]);
  await sheet.press('Control+z');
  await place.expectInputs(2, 0, [['P-101'], [''], ['P-102']]);
  await sheet.press('Control+y', 'Control+z', 'Control+z');
  await place.expectInputs(2, 0, [['P-101'], ['P-102'], ['P-103']]);
  const edge = await sheet.box(sheet.page.locator('.column-header', { hasText: 'B' }).locator('.width-handle'));
  await sheet.page.mouse.move(edge.x + 3, edge.y + 10);
  await sheet.page.mouse.down();
  await sheet.page.mouse.move(edge.x + 73, edge.y + 10, { steps: 3 });
  const answered = sheet.page.waitForResponse((response) => response.url().includes('/structure?'));
  await sheet.page.mouse.up();
  await answered;
  expect(place.workspace.grid(place.id, place.sheetId, { row: 0, column: 0, rows: 1, columns: 1 }, OWNER).columnWidths).toMatchObject({ 1: 180 });
  const low = await sheet.box(sheet.page.locator('.row-header', { hasText: /^3$/ }).locator('.height-handle'));
  await sheet.page.mouse.move(low.x + 10, low.y + 3);
  await sheet.page.mouse.down();
  await sheet.page.mouse.move(low.x + 10, low.y + 25, { steps: 3 });
  await sheet.page.mouse.up();
  await sheet.cell('B5').click({ button: 'right' });
  await sheet.page.getByRole('menuitem', { name: '隐藏 1 行' }).click();
  await sheet.page.locator('.row-header', { hasText: /^5$/ }).waitFor({ state: 'detached' });
  expect(place.workspace.grid(place.id, place.sheetId, { row: 0, column: 0, rows: 1, columns: 1 }, OWNER)).toMatchObject({ rowHeights: { 2: 50 }, hiddenRows: [0, 4] });
  await sheet.select('B4', 'B6');
  await sheet.cell('B4').click({ button: 'right' });
  await sheet.page.getByRole('menuitem', { name: '显示其中隐藏的行' }).click();
  await sheet.cell('B5').waitFor();
  await sheet.press('Control+z', 'Control+z', 'Control+z');
  const heights = () => place.workspace.grid(place.id, place.sheetId, { row: 0, column: 0, rows: 1, columns: 1 }, OWNER).rowHeights;
  await expectSoon(heights, {});
  await sheet.close();
  const editor = await place.sheet(EDITOR);
  expect((await editor.box(editor.cell('B3'))).width).toBe(180);
  await editor.select('B4');
  await editor.cell('B4').click({ button: 'right' });
  await editor.page.getByRole('menuitem', { name: '删除 1 行' }).click();
  await editor.page.getByText('您正在尝试修改受保护的单元格').waitFor();
  await place.expectInputs(2, 0, [['P-101'], ['P-102']]);
});

test('merged cells are one, rows are as high as they say, charts are drawn, and a filter view can be chosen', async () => {
  const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({ sheetId: place.sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex });
  await place.workspace.rest('POST', `/v4/spreadsheets/${place.id}:batchUpdate`, new URLSearchParams(), { requests: [
    { mergeCells: { range: range(3, 6, 1, 3), mergeType: 'MERGE_ALL' } },
    { repeatCell: { range: range(3, 4, 1, 2), cell: { userEnteredFormat: { wrapStrategy: 'WRAP', verticalAlignment: 'MIDDLE', horizontalAlignment: 'CENTER' } }, fields: 'userEnteredFormat' } },
    { updateDimensionProperties: { range: { sheetId: place.sheetId, dimension: 'ROWS', startIndex: 4, endIndex: 5 }, properties: { pixelSize: 60 }, fields: 'pixelSize' } },
    { addChart: { chart: { spec: { title: '库存数量', basicChart: { chartType: 'COLUMN', domains: [{ domain: { sourceRange: { sources: [range(1, 14, 0, 1)] } } }], series: [{ series: { sourceRange: { sources: [range(1, 14, 3, 4)] } } }] } }, position: { overlayPosition: { anchorCell: { sheetId: place.sheetId, rowIndex: 8, columnIndex: 6 }, widthPixels: 480, heightPixels: 260 } } } } },
    { addFilterView: { filter: { title: '只看在途', range: range(1, 14, 0, 6), criteria: { 2: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: '在途' }] } } } } } },
  ] }, OWNER);
  const sheet = await place.sheet(OWNER);
  const box = await sheet.box(sheet.cell('B4'));
  expect([box.width, box.height]).toEqual([220, 28 + 60 + 28]);
  await sheet.page.mouse.click(box.x + 150, box.y + 100);
  await sheet.at('B4');
  await screenshot(sheet.page, 'page/desktop-zh-merged');
  await sheet.press('ArrowDown');
  await sheet.at('B7');
  await sheet.press('ArrowUp', 'ArrowRight');
  await sheet.at('D4');
  await expectSoon(() => sheet.page.locator('.chart-picture rect').count(), 12);
  await sheet.button('更多操作').click();
  await sheet.page.getByRole('menuitem', { name: '筛选视图：只看在途' }).click();
  await sheet.page.getByText('显示 989 / 998 行').waitFor();
  expect(sheet.problems).toEqual([]);
});

test('groups of rows and columns fold and unfold beside their numbers and letters', async () => {
  const group = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => ({ addDimensionGroup: { range: { sheetId: place.sheetId, dimension, startIndex, endIndex } } });
  await place.workspace.rest('POST', `/v4/spreadsheets/${place.id}:batchUpdate`, new URLSearchParams(), { requests: [group('ROWS', 3, 8), group('ROWS', 4, 6), group('COLUMNS', 3, 5)] }, OWNER);
  const sheet = await place.sheet();
  /** Row numbers or column letters in sight, the first few, without what stands beside them. */
  const seen = (headers: string) => () => sheet.page.evaluate<string>(`[...document.querySelectorAll('.sheet-grid ${headers}')].slice(0, 7).map((header) => header.innerText.replace(/[+−\\s]/g, '')).join(' ')`);
  for (const [button, headers, shown] of [
    ['折叠第 5–6 行', '.row-header', '2 3 4 7 8 9 10'],
    ['折叠第 4–8 行', '.row-header', '2 3 9 10 11 12 13'],
    ['展开第 4–8 行', '.row-header', '2 3 4 5 6 7 8'],
    ['折叠 D–E 列', '.column-header', 'A B C F G H I'],
  ] as const) {
    await sheet.button(button).click();
    await expectSoon(seen(headers), shown);
  }
  await screenshot(sheet.page, 'page/desktop-zh-groups');
  await sheet.press('Control+z');
  await expectSoon(seen('.column-header'), 'A B C D E F G');
});
