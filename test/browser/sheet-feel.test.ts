/** A sheet feels like a sheet: keys, ranges, the clipboard, filling, taking back, filtering, finding; over the real store. */
import { launchBrowser, screenshot, type TestBrowser } from './launch';
import { expectSoon } from './read-until';
import { EDITOR, OWNER, PHONE, SheetPlace } from './sheet-place';

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

test('keys walk, jump and select as in any spreadsheet', async () => {
  const sheet = await place.sheet();
  await sheet.select('B3');
  for (const [keys, address] of [
    [['ArrowDown', 'ArrowRight'], 'C4'],
    [['Tab', 'Tab', 'Shift+Tab'], 'D4'],
    [['Control+ArrowDown'], 'D14'],
    [['Control+ArrowDown'], 'D1000'],
    [['Control+ArrowUp', 'Control+ArrowUp'], 'D2'],
    [['End'], 'F2'],
    [['Home'], 'A2'],
    [['Control+End'], 'Z14'],
    [['Control+Home'], 'A2'],
    [['ArrowDown', 'PageDown', 'PageUp'], 'A3'],
  ] as const) {
    await sheet.press(...keys);
    await sheet.at(address);
  }
  await sheet.select('D3');
  await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await sheet.page.locator('.selection-status', { hasText: '求和 15' }).waitFor();
  expect(await sheet.page.locator('.selection-status').innerText()).toMatch(/计数 6[\s\S]*求和 15[\s\S]*平均 2.5[\s\S]*最小 1[\s\S]*最大 4.5/);
  // Tab walks within the block and leaves it selected.
  await sheet.press('Tab', 'Tab');
  await sheet.at('D4');
  await sheet.press('Control+Space');
  await sheet.page.locator('.selection-status', { hasText: '求和 195' }).waitFor();
  await sheet.press('F6');
  await expectSoon(() => sheet.page.evaluate<string>('document.activeElement.getAttribute("role")'), 'tab');
  expect(sheet.problems).toEqual([]);
});

test('typing, F2, Escape, choices and a protected cell', async () => {
  const sheet = await place.sheet();
  await sheet.select('B4');
  await sheet.page.keyboard.type('换');
  await sheet.press('Enter');
  await sheet.at('B5');
  await sheet.press('F2');
  await sheet.page.keyboard.type(' 新');
  await sheet.press('Enter');
  await sheet.press('F2');
  await sheet.page.keyboard.type('不要');
  await sheet.press('Escape');
  await place.expectInputs(3, 1, [['换'], ['备件 3 新'], ['备件 4']]);
  await sheet.select('C3');
  await sheet.press('F2', 'ArrowDown', 'Enter');
  await place.expectInputs(2, 2, [['报废']]);
  await sheet.select('C4');
  await sheet.page.keyboard.type('丢了');
  await sheet.press('Enter');
  await sheet.page.getByText('违反了此单元格上设置的数据验证规则').waitFor();
  // What the engine computes shows its result, what it does not says so.
  await sheet.select('G3');
  await sheet.page.keyboard.type('=SUM(D3:D5)');
  await sheet.press('Enter');
  await sheet.cell('G3').filter({ hasText: /^6$/ }).waitFor();
  await sheet.page.keyboard.type('=IMPORTRANGE("x","A1")');
  await sheet.press('Enter');
  await sheet.cell('G4').filter({ hasText: '#未计算' }).hover();
  await sheet.page.getByRole('tooltip').filter({ hasText: '公式引擎不支持' }).waitFor();
  await sheet.select('A3');
  await sheet.page.keyboard.type('x');
  await sheet.page.getByText('您正在尝试修改受保护的单元格').waitFor();
  await place.expectInputs(2, 0, [['P-101']]);
});

test('blocks are copied and pasted within the sheet, to and from other programs', async () => {
  const sheet = await place.sheet();
  await sheet.select('B3', 'C4');
  expect(await sheet.copied()).toEqual({ text: '备件 1\t在途\n备件 2\t报废', html: expect.stringContaining('<td style="white-space:pre">在途</td>') as string });
  await sheet.select('B20');
  await sheet.paste('备件 1\t在途\n备件 2\t报废');
  await place.expectInputs(19, 1, [['备件 1', '在途'], ['备件 2', '报废']]);
  // From another spreadsheet: quotes around line ends, a table with a spanned cell, text that is no formula.
  await sheet.select('G3');
  await sheet.paste('"两\n行"\t5\n=甲\t"他说""好"""', '');
  await place.expectInputs(2, 6, [['两\n行', '5'], ['=甲', '他说"好"']]);
  await sheet.select('G10');
  await sheet.paste('x', '<html><body><!--StartFragment--><table><tr><td colspan=2>a<br>b</td></tr><tr><td>1&amp;2</td><td><script>document.title="ran"</script>c</td></tr></table></body></html>');
  await place.expectInputs(9, 6, [['a\nb', ''], ['1&2', 'document.title="ran"c']]);
  expect(await sheet.page.title()).toContain('售后台账');
  // One copied cell fills the selected block; formulas keep their meaning.
  await sheet.select('H20');
  await sheet.page.keyboard.type('=D3*$E$3');
  await sheet.press('Enter', 'ArrowUp');
  const { text } = await sheet.copied();
  await sheet.select('H21', 'I22');
  await sheet.paste(text);
  await place.expectInputs(20, 7, [['=D4*$E$3', '=E4*$E$3'], ['=D5*$E$3', '=E5*$E$3']]);
  // A block that reaches into protected cells is refused as a whole.
  await sheet.select('A5', 'B5');
  await sheet.paste('q\tr');
  await sheet.page.getByText('您正在尝试修改受保护的单元格').waitFor();
  await place.expectInputs(4, 0, [['P-103', '备件 3']]);
  await sheet.select('B10', 'B11');
  const cut = await sheet.copied('cut');
  await sheet.select('I3');
  await sheet.paste(cut.text);
  await place.expectInputs(9, 1, [[''], ['']]);
  await place.expectInputs(2, 8, [['备件 8'], ['备件 9']]);
  expect(sheet.problems).toEqual([]);
});

test('the fill handle continues series, Ctrl+D and Ctrl+R repeat', async () => {
  const sheet = await place.sheet();
  await sheet.select('D13', 'D14');
  const handle = await sheet.box(sheet.page.locator('.fill-handle'));
  const target = await sheet.box(sheet.cell('D18'));
  await sheet.page.mouse.move(handle.x + 4, handle.y + 4);
  await sheet.page.mouse.down();
  await sheet.page.mouse.move(target.x + 20, target.y + 10, { steps: 4 });
  await sheet.page.mouse.up();
  await place.expectInputs(12, 3, [['11'], ['12'], ['13'], ['14'], ['15'], ['16']]);
  await sheet.select('B14', 'C16');
  await sheet.press('Control+d');
  await place.expectInputs(13, 1, [['备件 12', '在库'], ['备件 12', '在库'], ['备件 12', '在库']]);
  await sheet.select('G3');
  await sheet.press('Control+r');
  await place.expectInputs(2, 6, [['2026-03-01']]);
});

test('a person takes back his own edits, and leaves what others changed since', async () => {
  const sheet = await place.sheet();
  await sheet.select('B3', 'B4');
  await sheet.press('Delete');
  await place.expectInputs(2, 1, [[''], ['']]);
  await sheet.press('Control+z');
  await place.expectInputs(2, 1, [['备件 1'], ['备件 2']]);
  await sheet.press('Control+y');
  await place.expectInputs(2, 1, [[''], ['']]);
  await sheet.button('撤销').click();
  await place.expectInputs(2, 1, [['备件 1'], ['备件 2']]);
  await sheet.select('B5');
  await sheet.page.keyboard.type('我的');
  await sheet.press('Enter');
  await place.expectInputs(4, 1, [['我的']]);
  await sheet.page.locator('.cell', { hasText: '我的' }).and(sheet.page.locator(':not(.pending)')).waitFor();
  await place.workspace.editCells(place.id, place.sheetId, 4, 1, [['别人的']], OWNER);
  await sheet.press('Control+z');
  await sheet.page.getByText('它们保持现状，没有撤销。').waitFor();
  await place.expectInputs(4, 1, [['别人的']]);
  // Text that looks like a formula is still text after it came back.
  await place.workspace.editCells(place.id, place.sheetId, 5, 1, [["'=1+1"]], OWNER);
  await sheet.cell('B6').filter({ hasText: '=1+1' }).or(sheet.cell('B6')).first().click();
  await sheet.press('Delete');
  await place.expectInputs(5, 1, [['']]);
  await sheet.press('Control+z');
  await place.expectInputs(5, 1, [["'=1+1"]]);
});

test('rows are filtered by value and condition and shown in order, without touching the sheet', async () => {
  const sheet = await place.sheet();
  await sheet.button('C 排序和筛选').click();
  const menu = sheet.page.getByRole('dialog');
  await menu.getByRole('checkbox', { name: /在途/ }).uncheck();
  await menu.getByRole('checkbox', { name: /空白/ }).uncheck();
  await screenshot(sheet.page, 'page/desktop-zh-filter-menu');
  await menu.getByRole('button', { name: '应用' }).click();
  await sheet.page.getByText('显示 8 / 998 行').waitFor();
  await sheet.select('D4');
  await sheet.press('Alt+ArrowDown');
  await sheet.page.getByRole('dialog').getByRole('combobox').selectOption('at-least');
  await sheet.page.getByRole('dialog').getByRole('textbox', { name: '条件的值' }).fill('6');
  await sheet.press('Enter');
  await sheet.page.getByText('显示 5 / 998 行').waitFor();
  await sheet.button('D 排序和筛选').click();
  await sheet.button('降序显示 Z→A').click();
  const numbers = () => sheet.page.locator('.sheet-grid .row-header').allTextContents();
  await expect(sheet.page.locator('.sheet-grid .grid-row[aria-rowindex="3"] .row-header').filter({ hasText: '14' }).waitFor()).resolves.toBeUndefined();
  await expectSoon(numbers, ['2', '14', '13', '11', '10', '8']);
  // What is copied and pasted is what is seen.
  await sheet.select('B14', 'B11');
  expect((await sheet.copied()).text).toBe('备件 12\n备件 11\n备件 9');
  await sheet.paste('一\n二\n三');
  await place.expectInputs(9, 1, [['备件 8'], ['三'], ['备件 10'], ['二'], ['一']]);
  await sheet.button('清除').click();
  await sheet.cell('B5').waitFor();
  await place.expectInputs(2, 0, [['P-101'], ['P-102']]);
});

test('finding goes from place to place', async () => {
  const sheet = await place.sheet();
  await sheet.press('Control+f');
  await sheet.page.getByRole('searchbox').fill('在库');
  await sheet.page.getByText('1 / 4').waitFor();
  await sheet.at('C5');
  await sheet.press('Enter', 'Enter');
  await sheet.page.getByText('3 / 4').waitFor();
  await sheet.at('C11');
  await expectSoon(() => sheet.page.locator('.cell.found').count(), 4);
  await sheet.page.getByRole('searchbox').fill('没有这个');
  await sheet.page.getByText('没有找到').waitFor();
  await sheet.press('Escape');
  await expectSoon(() => sheet.page.locator('.cell.found').count(), 0);
});

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

test('on a phone a tap selects, a second one edits, and the list of choices can be tapped', async () => {
  const sheet = await place.sheet(EDITOR, PHONE);
  await sheet.cell('B3').tap();
  await sheet.at('B3');
  await sheet.cell('B3').tap();
  await sheet.page.locator('.cell-input.open').fill('手机上改的');
  await sheet.press('Enter');
  await place.expectInputs(2, 1, [['手机上改的']]);
  await sheet.cell('C3').tap();
  await sheet.cell('C3').tap();
  await screenshot(sheet.page, 'page/phone-zh-choices');
  await sheet.page.getByRole('option', { name: '报废' }).tap();
  await place.expectInputs(2, 2, [['报废']]);
});
