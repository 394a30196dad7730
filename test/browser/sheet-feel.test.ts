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

test('keys pressed while a long way is being looked up count from where it leads, and what is typed goes there', async () => {
  const sheet = await place.sheet();
  let asked = 0;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await sheet.page.route('**/v4/spreadsheets/**', async (route) => {
    asked += 1;
    await answered;
    await route.continue();
  });
  await sheet.select('D8');
  await sheet.press('Control+ArrowDown', 'Control+ArrowUp', 'ArrowRight', 'Shift+ArrowLeft', 'ArrowLeft');
  await sheet.page.keyboard.type('pcs');
  await sheet.press('Tab', 'Control+ArrowDown');
  await sheet.page.keyboard.type('17');
  await sheet.press('Enter');
  await expectSoon(() => asked, 1);
  await sheet.at('D8');
  answer();
  await sheet.at('E15');
  await place.expectInputs(1, 2, [['状态', 'pcs', '单价']]);
  await place.expectInputs(13, 4, [['17'], ['']]);
  await sheet.select('F5');
  await sheet.press('Control+ArrowDown');
  await sheet.paste('2026-04-01');
  await sheet.at('F14');
  await place.expectInputs(13, 5, [['2026-04-01']]);
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

test('several blocks are selected together: summed, cleared, copied side by side where they fit, and left by a plain click', async () => {
  const sheet = await place.sheet();
  await sheet.select('D3', 'D5');
  await sheet.add('E3', 'E5');
  await sheet.page.locator('.selection-status', { hasText: '计数 6' }).filter({ hasText: '求和 15' }).waitFor();
  await sheet.select('B3', 'B4');
  await sheet.add('D3', 'D4');
  expect((await sheet.copied()).text).toBe('备件 1\t1\n备件 2\t2');
  await sheet.select('G20');
  await sheet.paste('备件 1\t1\n备件 2\t2');
  await place.expectInputs(19, 6, [['备件 1', '1'], ['备件 2', '2']]);
  // Blocks that share neither rows nor columns make no table, and nothing of them is lost by trying.
  await sheet.select('B3');
  await sheet.add('D5');
  await sheet.copied('cut');
  await sheet.page.getByText('行相同或列相同时才能一起复制').waitFor();
  await sheet.cell('D5').click({ button: 'right' });
  expect(await sheet.page.getByRole('menuitem', { name: /删除.*行/ }).isDisabled()).toBe(true);
  await sheet.press('Escape', 'Delete');
  await place.expectInputs(2, 1, [['']]);
  await place.expectInputs(4, 3, [['']]);
  await sheet.press('Control+z');
  await place.expectInputs(2, 1, [['备件 1']]);
  await place.expectInputs(4, 3, [['3']]);
  await sheet.select('B6');
  await sheet.press('Delete');
  await place.expectInputs(2, 1, [['备件 1'], ['备件 2'], ['备件 3'], ['']]);
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
