import { request } from 'node:http';
import type { AskPerson, Question, QuestionAnswer } from '../../../host/contract';
import type { LocalWorkspace } from '../../../host/kernel/workspace';
import { startServer, type RunningServer } from '../../../host/server/server';
import { call, cleanUp, emptyWorkspace, engineer, load, owner } from '../kernel/fixture';

afterAll(cleanUp);

const code = `
  function create() { var file = SpreadsheetApp.create('台账'); file.addEditor('engineer@example.com'); return file.getId(); }
  function ask() {
    var ui = SpreadsheetApp.getUi();
    var agreed = ui.alert('收款', '登记？', ui.ButtonSet.YES_NO);
    if (agreed !== ui.Button.YES) return ui.alert('没有登记：' + agreed);
    var amount = ui.prompt('金额', ui.ButtonSet.OK_CANCEL);
    SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1').setValue(String(amount.getSelectedButton()) + ' ' + amount.getResponseText());
  }
  function plain() { SpreadsheetApp.getUi().prompt('名字？'); }
  function old() { return [Browser.inputBox('名字', '请填写', Browser.Buttons.OK_CANCEL), Browser.msgBox('好吗', Browser.Buttons.YES_NO)]; }
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }
  function wrong() { SpreadsheetApp.getUi().alert('a', 'b'); }
  function cell() { return SpreadsheetApp.openById(PropertiesService.getScriptProperties().getProperty('id') || '').getSheets()[0].getRange('A1').getValue(); }
  function remember(id) { PropertiesService.getScriptProperties().setProperty('id', id); }`;

async function bound(limits = {}): Promise<{ readonly workspace: LocalWorkspace; readonly id: string }> {
  const workspace = await emptyWorkspace({ limits });
  await load(workspace, { code });
  const id = String(await call(workspace, 'create'));
  await load(workspace, { code, container: id });
  await call(workspace, 'remember', id);
  return { workspace, id };
}

/** Gives these answers in turn and keeps what was asked. */
function answering(...answers: QuestionAnswer[]): { readonly ask: AskPerson; readonly asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(answers.shift() ?? { button: 'CLOSE', text: '' });
    },
  };
}

describe('a box that a script shows', () => {
  it('waits for the person, whose button and text the script gets', async () => {
    const { workspace, id } = await bound();
    const { ask, asked } = answering({ button: 'YES', text: '' }, { button: 'CANCEL', text: '12 元' });
    expect(await workspace.clickMenu(id, 'ask', engineer, ask)).toEqual({});
    expect(asked).toEqual([
      { kind: 'alert', title: '收款', text: '登记？', buttons: 'YES_NO' },
      { kind: 'prompt', title: '', text: '金额', buttons: 'OK_CANCEL' },
    ]);
    expect(await call(workspace, 'cell')).toBe('CANCEL 12 元');
  });
  it('can be closed without an answer', async () => {
    const { workspace, id } = await bound();
    const { ask, asked } = answering();
    await workspace.clickMenu(id, 'ask', engineer, ask);
    expect(asked.at(-1)?.text).toBe('没有登记：CLOSE');
  });
  it('is asked from a sidebar too, and by the old Browser', async () => {
    const { workspace, id } = await bound();
    const { sidebar } = await workspace.clickMenu(id, 'sidebar', engineer);
    const { ask } = answering({ button: 'OK', text: '李' }, { button: 'NO', text: '' }, { button: 'CANCEL', text: '李' });
    const old = (): Promise<unknown> => workspace.callFromPage(sidebar?.clientSession ?? '', 'old', [], ask);
    expect(await old()).toEqual(['李', 'no']);
    expect(await old()).toEqual(['cancel', 'cancel']);
  });
  it('takes none of the run\'s own time, but is not waited for for ever', async () => {
    const { workspace, id } = await bound({ answerSeconds: 0.2 });
    const start = Date.now();
    let away = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => start + away);
    // Ten minutes each; a run has six of its own.
    const slow: AskPerson = () =>
      Promise.resolve().then(() => {
        away += 600_000;
        return { button: 'NO', text: '' };
      });
    expect(await workspace.clickMenu(id, 'ask', engineer, slow)).toEqual({});
    clock.mockRestore();
    expect(workspace.executions(1)[0]).toMatchObject({ status: 'completed' });
    expect(await workspace.clickMenu(id, 'ask', engineer, () => new Promise(() => undefined))).toEqual({ alert: 'Exceeded maximum execution time' });
    expect(workspace.executions(1)[0]).toMatchObject({ status: 'timed-out' });
  });
  it('is asked of whoever edits a cell, by functions that the edit sets off', async () => {
    const workspace = await emptyWorkspace();
    await load(workspace, { code });
    const id = String(await call(workspace, 'create'));
    await load(workspace, { name: 'bound', container: id, code: `function onEdit(event) {
      var ui = SpreadsheetApp.getUi();
      if (ui.alert('改为 ' + event.value + '？', ui.ButtonSet.YES_NO) === ui.Button.NO) event.range.setValue('不');
      event.source.toast('看过');
    }` });
    await workspace.run('app', 'remember', [id], owner);
    const { ask, asked } = answering({ button: 'NO', text: '' });
    const sheetId = workspace.spreadsheets(owner)[0]?.tabs[0]?.sheetId ?? 0;
    expect(await workspace.editCells(id, sheetId, 0, 0, [['甲']], engineer, ask)).toEqual({ accepted: true, shown: { toast: '看过' } });
    expect([asked[0]?.text, await call(workspace, 'cell')]).toEqual(['改为 甲？', '不']);
    expect(await workspace.editCells(id, sheetId, 0, 0, [['乙']], engineer)).toEqual({ accepted: true, shown: { alert: '改为 乙？', toast: '看过' } });
    expect(await call(workspace, 'cell')).toBe('乙');
  });
  it('is agreed to where nobody can answer; nobody can type a text then', async () => {
    const { workspace, id } = await bound();
    expect(await workspace.clickMenu(id, 'plain', engineer)).toEqual({ alert: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.' });
    expect(await workspace.clickMenu(id, 'wrong', engineer)).toEqual({ alert: "Exception: The parameters (String,String) don't match the method signature for Ui.alert." });
    expect((await workspace.run('app', 'plain', [], owner)).record.error).toBe('Exception: Cannot call SpreadsheetApp.getUi() from this context.');
    expect((await workspace.run('app', 'old', [], owner)).record.error).toContain('Cannot call Browser.inputBox() from this context');
  });
});

describe('over HTTP', () => {
  let server: RunningServer;
  afterEach(() => server.close());
  const post = (path: string, body: object): Promise<{ readonly status: number; readonly answer: { readonly question?: Question & { readonly id: string }; readonly error?: string } }> =>
    new Promise((done, failed) => {
      const sent = request(server.address + path, { method: 'POST' }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        response.on('end', () => done({ status: response.statusCode ?? 0, answer: JSON.parse(text) as object }));
      });
      sent.on('error', failed);
      sent.end(JSON.stringify(body));
    });

  it('a click is answered with the question, and the answer with what comes next', async () => {
    const { workspace, id } = await bound();
    server = await startServer({ workspace, port: 0, pageFolder: __dirname, information: { owner, timeZone: 'Asia/Shanghai', people: [], links: [] } });
    const first = await post(`/api/spreadsheets/${id}/menu?as=${engineer}`, { functionName: 'ask', asks: true });
    expect(first.answer.question).toMatchObject({ kind: 'alert', text: '登记？', buttons: 'YES_NO' });
    const address = `/api/questions/${first.answer.question?.id ?? ''}`;
    expect(await post(address, { button: 'OK' })).toMatchObject({ status: 400 });
    expect(await post(address, { button: 'YES', text: 5 })).toMatchObject({ status: 400 });
    const second = await post(address, { button: 'YES' });
    expect(second.answer.question).toMatchObject({ kind: 'prompt', text: '金额' });
    expect(await post(address, { button: 'YES' })).toMatchObject({ status: 404 });
    expect(await post(`/api/questions/${second.answer.question?.id ?? ''}`, { button: 'OK', text: '8' })).toEqual({ status: 200, answer: {} });
    expect(await call(workspace, 'cell')).toBe('OK 8');
    expect((await post(`/api/spreadsheets/${id}/menu?as=${engineer}`, { functionName: 'ask' })).answer).toEqual({ alert: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.' });
  });
});
