/** The workspace page over a workspace with fixed contents, in a real browser. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer, type RunningServer } from '../../host/server/server';
import { ARCHIVE, ENGINEER, OWNER, START, StandInWorkspace } from '../host/server/stand-in-workspace';
import { launchBrowser, PROJECT_ROOT, screenshot, type TestBrowser } from './launch';
import { expectSoon } from './read-until';

const PAGE_FOLDER = resolve(PROJECT_ROOT, 'build/page');
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let browser: TestBrowser;
let server: RunningServer;
let workspace: StandInWorkspace;

beforeAll(async () => {
  if (!existsSync(PAGE_FOLDER)) throw new Error('Run "npm run build" first: build/page is missing.');
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  workspace = new StandInWorkspace();
  server = await startServer({
    workspace,
    port: 0,
    pageFolder: PAGE_FOLDER,
    information: {
      owner: OWNER,
      timeZone: 'Asia/Shanghai',
      people: [
        { email: OWNER, name: '王芳', title: { zh: '服务经理', en: 'Service manager' } },
        { email: ENGINEER, name: '李伟', title: { zh: '服务工程师', en: 'Service engineer' } },
      ],
      links: [{ title: { zh: '进度查询', en: 'Progress' }, url: '/macros/s/core/exec?page=progress', person: null }],
    },
  });
});
afterEach(() => server.close());

async function open(size = DESKTOP, path = '/'): Promise<{ readonly page: Page; readonly problems: string[]; close(): Promise<void> }> {
  const { page, context, problems } = await browser.open(size);
  await page.goto(server.address + path);
  return { page, problems, close: () => context.close() };
}

/** Types as an input method does: first the letters, then what they mean. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'bu xing', selectionStart: 7, selectionEnd: 7 });
  await session.send('Input.insertText', { text });
}

/** A cell of the grid by its shown text. */
const cell = (page: Page, text: string) => page.locator('.sheet-grid .cell', { hasText: text }).first();

describe.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)('the page at %s size', (name, size) => {
  test('shows every section in both languages without errors or sideways scrolling', async () => {
    const { page, problems, close } = await open(size);
    for (const language of ['zh', 'en'] as const) {
      for (const section of ['sheets', 'forms', 'mail', 'mail/m2', 'pages', 'triggers', 'executions', 'executions/e2', 'about']) {
        await page.goto(`${server.address}/#/${section}`);
        await page.locator('#main > *').first().waitFor();
        await page.getByText(language === 'zh' ? /^正在(读取|打开)…$/ : /^(Loading|Opening)…$/).waitFor({ state: 'detached' });
        await page.evaluate('document.fonts.ready.then(() => true)');
        await screenshot(page, `page/${name}-${language}-${section.replace('/', '-')}`);
        expect({ section, sideways: await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth') }).toEqual({ section, sideways: false });
      }
      await page.getByRole('button', { name: language === 'zh' ? 'Switch to English' : '切换为中文' }).click();
    }
    expect(problems.filter((problem) => !problem.includes('Blocked script execution'))).toEqual([]);
    await close();
  });

  test('a full mailbox shows the newest mails, and older ones when they are asked for', async () => {
    const { page, close } = await open(size, '/#/mail');
    await page.getByLabel('邮箱', { exact: true }).selectOption(ARCHIVE);
    const lines = page.locator('.mail-line');
    await expectSoon(() => lines.count(), 200);
    await screenshot(page, `page/${name}-mail-older`);
    await page.getByRole('button', { name: '更早的邮件' }).click();
    await expectSoon(() => lines.count(), 205);
    expect(await lines.last().innerText()).toContain('存档 205');
    expect(await page.getByRole('button', { name: '更早的邮件' }).count()).toBe(0);
    await close();
  });
});

describe('the sheet', () => {
  test('hides hidden rows, columns and tabs and names cells as people see them', async () => {
    const { page, close } = await open();
    await cell(page, '工单号').waitFor();
    expect(await page.getByText('severity', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('tab').allTextContents()).toEqual(['工单', '派工']);
    await cell(page, '宁波海川机械').click();
    await page.getByRole('status', { name: '当前单元格' }).filter({ hasText: 'C5' }).waitFor();
    await expectSoon(() => page.getByRole('textbox', { name: '单元格内容' }).inputValue(), '宁波海川机械');
    await close();
  });

  test('typing over a cell writes it as the acting person', async () => {
    const { page, close } = await open();
    await cell(page, '苏州恒泰精密').click();
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await cell(page, 'abc').waitFor();
    // What was typed is shown before the server has it.
    await expectSoon(() => workspace.edits, [{ row: 3, column: 2, values: [['abc']], as: ENGINEER }]);
    await close();
  });

  test('Escape leaves a cell as it was', async () => {
    const { page, close } = await open();
    await cell(page, '苏州恒泰精密').dblclick();
    await page.keyboard.type('abc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(workspace.edits).toEqual([]);
    await close();
  });

  test('a locked cell answers with the workspace’s own sentence', async () => {
    const { page, close } = await open();
    await cell(page, 'SV-2026-000002').click();
    await page.keyboard.type('x');
    await page.getByText('受保护的单元格').waitFor();
    expect(workspace.edits).toEqual([{ row: 3, column: 0, values: [['SV-2026-000002']], as: ENGINEER }]);
    await close();
  });

  test('a cell with choices offers them', async () => {
    const { page, close } = await open();
    await cell(page, 'C 一般').dblclick();
    await page.getByRole('option', { name: 'A 停机' }).click();
    await expectSoon(() => workspace.edits, [{ row: 2, column: 1, values: [['A 停机']], as: ENGINEER }]);
    await close();
  });

  test('an edit that the product puts back shows the old value and its note', async () => {
    const { page, close } = await open();
    await cell(page, '苏州恒泰精密').click();
    await page.getByRole('textbox', { name: 'C4 苏州恒泰精密' }).and(page.locator(':focus')).waitFor();
    await compose(page, '不行');
    await page.keyboard.press('Enter');
    // The note may be read while the answer to the edit is still on its way and the typed text stands.
    const refused = page.locator('.cell[data-note*="R-014"]').filter({ hasText: /^苏州恒泰精密$/ });
    await refused.waitFor();
    await refused.hover();
    await page.getByRole('tooltip').waitFor();
    await close();
  });

  test('a copied block is pasted in one edit', async () => {
    const { page, close } = await open();
    await cell(page, '苏州恒泰精密').click();
    await page.evaluate(
      `const data = new DataTransfer(); data.setData('text/plain', 'a\\tb\\nc\\td');
       document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));`,
    );
    await expectSoon(() => workspace.edits, [{ row: 3, column: 2, values: [['a', 'b'], ['c', 'd']], as: ENGINEER }]);
    await close();
  });

  test('the last of 100,000 rows is as near as the first', async () => {
    const { page, close } = await open();
    await cell(page, 'SV-2026-000001').waitFor();
    await page.evaluate('document.querySelector(".grid-scroll").scrollTop = 99987 * 28');
    await cell(page, 'SV-2026-099990').waitFor();
    await screenshot(page, 'page/desktop-zh-last-rows');
    await close();
  });

  test('a menu item opens the sidebar, whose calls reach the script', async () => {
    const { page, close } = await open();
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: '打开侧边栏' }).click();
    const sidebar = page.frameLocator('.side-panel iframe');
    await sidebar.getByRole('button', { name: 'Ask' }).click();
    await sidebar.getByText('你好,李').waitFor();
    expect((await page.locator('.side-panel iframe').boundingBox())?.width).toBe(300);
    await screenshot(page, 'page/desktop-zh-sidebar');
    await close();
  });
});

describe('around the sheet', () => {
  test('the clock moves on by an hour', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: '+1 小时' }).first().click();
    await page.getByText('09:00').first().waitFor();
    expect(workspace.now()).toBe(START + 3_600_000);
    await close();
  });

  test('a mail is unread until its receiver opens it, runs no scripts, shows its inline image and opens its links as the recipient', async () => {
    const { page, close } = await open(DESKTOP, '/#/mail');
    const line = page.locator('.mail-line.unread', { hasText: '客户' });
    expect(await line.locator('.mail-people').innerText()).toBe('王芳 · 服务经理');
    await line.getByRole('img', { name: '未读' }).waitFor();
    await line.getByRole('img', { name: '已加星标' }).waitFor();
    await screenshot(page, 'mail-unread');
    await line.click();
    await page.locator('.mail-line.read', { hasText: 'SV-2026-000123' }).waitFor();
    const mail = page.frameLocator('.mail-frame');
    await expectSoon(async () => (await mail.getByRole('img', { name: 'mark' }).boundingBox())?.width, 1);
    expect(await page.title()).toContain('售后台账');
    await mail.getByRole('link', { name: '打开 Open' }).click();
    await page.frameLocator('.preview-frame').frameLocator('iframe').getByRole('button', { name: 'Ask' }).click();
    await page.frameLocator('.preview-frame').frameLocator('iframe').getByText('你好,李').waitFor();
    expect(workspace.webRequests).toContainEqual({ method: 'GET', parameters: { page: 'ticket' }, as: ENGINEER });
    await close();
  });

  test('acting as somebody else changes who sends a form', async () => {
    const { page, close } = await open();
    await page.getByLabel('操作身份').selectOption(OWNER);
    await page.getByRole('link', { name: '表单' }).click();
    const form = page.frameLocator('.preview-frame');
    await form.getByLabel('客户名称').fill('苏州恒泰');
    await form.getByRole('button', { name: '下一步' }).click();
    await form.getByText('此题必填').first().waitFor();
    await form.getByLabel('B 降级').check();
    await form.getByRole('button', { name: '下一步' }).click();
    await screenshot(page, 'page/desktop-zh-form-second-page');
    await form.getByRole('button', { name: '提交' }).dblclick();
    await form.getByText('已收到').waitFor();
    expect(workspace.submissions).toEqual([{ formId: 'report', answers: { 11: '苏州恒泰', 14: 'B 降级' }, as: OWNER }]);
    await close();
  });
});
