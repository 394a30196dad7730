/** The pages that Google serves, in a real browser, with a stand-in for the server behind them. */
import type { Page } from 'playwright-core';
import { words } from '../../src/terms';
import { jsonForHtml } from '../../src/ui/json-for-html';
import type { ActionResult, ApprovalPage, DeskData, FieldView, PageData } from '../../src/ui/protocol';
import { launchBrowser, PROJECT_ROOT, screenshot, type TestBrowser } from './launch';
import { expectSoon } from './read-until';

const hostile = '</script><img src=x onerror="window.harmed=true">';

const field = (name: string, kind: FieldView['kind'], zh: string, en: string, more: Partial<FieldView> = {}): FieldView =>
  ({ name, kind, label: words(zh, en), required: false, help: null, choices: null, minimum: null, maximum: null, columns: [], initial: null, ...more });

const desk: DeskData = {
  page: 'desk', language: 'zh-CN', now: '2026-03-03T09:40:00+08:00', person: { name: '林晓梅', roles: [words('售后服务主管', 'After-sales supervisor')] }, links: [], offers: [],
  inputs: [
    [field('severity', 'choice', '级别', 'Class', { required: true, choices: [{ code: 'A', label: words('特急', 'Critical') }, { code: 'C', label: words('一般', 'Normal') }] }), field('reason', 'text', '理由', 'Reason')],
    [field('lines', 'lines', '配件', 'Parts', { required: true, columns: [field('name', 'text', '名称', 'Name', { required: true }), field('qty', 'integer', '数量', 'Quantity', { required: true, minimum: 1 })] })],
  ],
  items: [{
    objectId: 'TK-20260303-001', kind: words('服务工单', 'Ticket'), title: hostile, status: words('待联系', 'Awaiting contact'), severity: 'A', dueAt: '2026-03-03T10:10:00+08:00',
    facts: [{ label: words('故障', 'Fault'), value: hostile }], deadlines: [{ zh: 'S-03 特急：安排人员：自 2026-03-03 09:10 起', en: 'S-03 Class A: staff arranged: started 2026-03-03 09:10' }], links: [],
    offers: [
      { command: 'ticket.classify', objectId: 'TK-20260303-001', label: words('定级', 'Classify'), tone: 'primary', inputs: 0 },
      { command: 'parts.submit', objectId: 'TK-20260303-001', label: words('申请配件', 'Ask for parts'), tone: 'plain', inputs: 1 },
    ],
  }],
};

const approval: ApprovalPage = {
  page: 'approval', language: 'zh-CN', now: '2026-03-03T10:20:00+08:00', objectId: 'SP-000012', subject: words('派工征询', 'Dispatch to approve'), paragraphs: [], facts: [], dueAt: null, outcome: null,
};

interface Shown {
  readonly page: Page;
  readonly problems: readonly string[];
  /** Calls of entry functions, in order. */
  readonly calls: () => Promise<readonly (readonly unknown[])[]>;
}

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const pageHtml = async (name: string, data: PageData): Promise<string> => {
  const { buildPage } = await import('../../tools/build-projects.mjs');
  return (await buildPage(PROJECT_ROOT, name))
    .replace('<?!= data ?>', () => jsonForHtml({ token: 'token-1', data }));
};

/** Opens a page whose server gives `answers` to actions in turn, each after a while, and `data` to everything else. */
const show = async (name: string, data: PageData, answers: readonly (ActionResult | 'fails')[], width = 390): Promise<Shown> => {
  const { page, problems } = await browser.open({ width, height: 844 });
  const calls: unknown[][] = [];
  const left = [...answers];
  await page.exposeFunction('answerCall', async (entry: string, ...given: unknown[]) => {
    calls.push([entry, ...given]);
    await new Promise((done) => setTimeout(done, 60));
    if (entry.endsWith('Data')) return { value: data };
    const answer = left.shift() ?? 'fails';
    return answer === 'fails' ? {} : { value: answer };
  });
  await page.addInitScript(`
    const runner = (ok, failed) => new Proxy({}, { get: (_target, name) => name === 'withSuccessHandler' ? (handler) => runner(handler, failed)
      : name === 'withFailureHandler' ? (handler) => runner(ok, handler)
      : (...given) => { window.answerCall(name, ...given).then((answer) => ('value' in answer ? ok(answer.value) : failed(new Error('lost')))); } });
    window.google = { script: { run: runner(() => {}, () => {}) } };`);
  await page.goto('about:blank');
  await page.setContent(await pageHtml(name, data));
  return { page, problems, calls: () => Promise.resolve(calls) };
};

const good: ActionResult = { ok: true, message: words('已定级。', 'Classified.') };
const refused: ActionResult = { ok: false, message: words('低于客户自评时须写理由。', 'A reason is needed below the claimed class.') };

describe('The desk', () => {
  it('shows what people wrote as text', async () => {
    const { page, problems } = await show('desk', desk, []);
    await page.getByText(hostile).first().waitFor();
    expect(await page.evaluate('window.harmed')).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('keeps what was typed when the server refuses, and sends once however often it is pressed', async () => {
    const { page, calls } = await show('desk', desk, [refused, good]);
    await page.getByRole('button', { name: '定级' }).click();
    await page.getByLabel('一般').check();
    await page.getByLabel('理由').fill('客户同意');
    await page.locator('.form button[type=submit]').dblclick();
    await page.getByRole('alert').getByText('低于客户自评时须写理由。').waitFor();
    expect(await calls()).toEqual([['pageAction', 'token-1', 'ticket.classify', 'TK-20260303-001', { severity: 'C', reason: '客户同意' }]]);
    expect(await page.getByLabel('理由').inputValue()).toBe('客户同意');
    await screenshot(page, 'desk-refused');
    await page.locator('.form button[type=submit]').click();
    await page.getByRole('status').getByText('已定级。').waitFor();
    // The desk is read again once it has said so.
    await expectSoon(async () => (await calls()).at(-1)?.[0], 'pageData');
  });

  it('asks nothing of the server while something required is missing', async () => {
    const { page, calls } = await show('desk', desk, []);
    await page.getByRole('button', { name: '定级' }).click();
    await page.locator('.form button[type=submit]').click();
    await page.getByText('请填写此项。').waitFor();
    expect(await calls()).toEqual([]);
  });

  it('keeps what was typed when the language changes or the form is closed', async () => {
    const { page } = await show('desk', desk, []);
    await page.getByRole('button', { name: '定级' }).click();
    await page.getByLabel('理由').fill('夜间停产');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    expect(await page.getByLabel('Reason').inputValue()).toBe('夜间停产');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Classify' }).click();
    expect(await page.getByLabel('Reason').inputValue()).toBe('夜间停产');
  });

  it('adds and removes lines', async () => {
    const { page, calls } = await show('desk', desk, [good]);
    await page.getByRole('button', { name: '申请配件' }).click();
    await page.getByLabel('名称').fill('断路器');
    await page.getByLabel('数量').fill('2');
    await page.getByRole('button', { name: '添加一行' }).click();
    await page.getByRole('button', { name: '添加一行' }).click();
    await page.getByLabel('名称').nth(2).fill('熔断器');
    await page.getByLabel('数量').nth(2).fill('6');
    await page.getByRole('button', { name: '删除此行' }).nth(1).click();
    await page.locator('.form button[type=submit]').click();
    await page.getByRole('status').getByText('已定级。').waitFor();
    expect((await calls())[0]?.[4]).toEqual({ lines: [{ name: '断路器', qty: '2' }, { name: '熔断器', qty: '6' }] });
  });

  it('puts a text that is sent by hand on the clipboard, and shows it selected where it may not', async () => {
    const text = field('text', 'long', '文字', 'Text', { initial: '【派工单】PG-20260303-01', copy: true });
    const { page } = await show('desk', { ...desk, inputs: [[text], desk.inputs[1] ?? []] }, []);
    await page.getByRole('button', { name: '定级' }).click();
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByRole('status').filter({ hasText: /已复制|长按/ }).waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe('【派工单】PG-20260303-01');
  });

  it('does not say that nothing happened when the answer is lost', async () => {
    const { page } = await show('desk', desk, ['fails']);
    await page.getByRole('button', { name: '定级' }).click();
    await page.getByLabel('特急').check();
    await page.locator('.form button[type=submit]').click();
    await page.getByRole('alert').getByText('操作可能已经完成').waitFor();
  });

  it.each([300, 390, 1280])('fits a width of %i', async (width) => {
    const { page } = await show(width === 300 ? 'sidebar' : 'desk', desk, [], width);
    await page.getByRole('button', { name: '申请配件' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

describe('The approval page', () => {
  it('changes nothing by being opened, and wants a reason to reject', async () => {
    const { page, calls } = await show('approval', approval, [{ ok: true, message: words('已退回。', 'Returned.') }]);
    await page.getByRole('button', { name: '不同意' }).click();
    await page.getByRole('alert').getByText('请写明原因').waitFor();
    expect(await calls()).toEqual([]);
    await page.getByLabel('意见').fill('人员不足');
    await page.getByRole('button', { name: '不同意' }).click();
    await page.getByRole('status').getByText('已退回。').waitFor();
    expect(await calls()).toEqual([['pageAction', 'token-1', 'approval.decide', 'SP-000012', { decision: 'REJECTED', comment: '人员不足' }]]);
    expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);
  });
});
