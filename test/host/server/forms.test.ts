import fc from 'fast-check';
import { readAnswers } from '../../../host/server/form-answers';
import { SubmissionGuard } from '../../../host/server/submission-guard';
import { serve, type Served } from './served';
import { ENGINEER, REPORT_FORM } from './stand-in-workspace';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

const VIEW = '/forms/d/e/report/viewform';
const SEND = `/forms/d/e/report/formResponse?authuser=${ENGINEER}`;
const COMPLETE = { 'entry.11': '苏州恒泰', 'entry.14': 'B 降级' };

test('shows every item of every type', async () => {
  const { text } = await served.ask(VIEW);
  for (const item of REPORT_FORM.items) expect(text).toContain(item.title);
  expect(text).toContain('type="date"');
  expect(text).toContain('type="datetime-local"');
  expect(text).toContain('name="entry.25.row1"');
});

test('a prefilled link fills the form in', async () => {
  const { text } = await served.ask(`${VIEW}?entry.11=${encodeURIComponent('"恒泰" & <b>')}&entry.14=${encodeURIComponent('B 降级')}&entry.22=2026-03-02%2008:30&entry.15=${encodeURIComponent('下午 Afternoon')}`);
  expect(text).toContain('value="&quot;恒泰&quot; &amp; &lt;b&gt;"');
  expect(text).toMatch(/value="B 降级" checked/);
  expect(text).toContain('value="2026-03-02T08:30"');
  expect(text).toMatch(/value="下午 Afternoon" checked/);
});

test('missing required answers come back with what was already typed', async () => {
  const answer = await served.send(SEND, { 'entry.11': '苏州恒泰' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('有 1 处需要修改');
  expect(answer.text).toContain('value="苏州恒泰"');
  expect(served.workspace.submissions).toEqual([]);
});

test('the form’s own validation message stands at its item', async () => {
  const answer = await served.send(SEND, { ...COMPLETE, 'entry.12': '12' });
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(/id="entry\.12-error" role="alert">请输入 11 位手机号/);
});

test('answers arrive by item in the shapes Apps Script gives them', async () => {
  const answer = await served.send(SEND, [
    ...Object.entries(COMPLETE),
    ['entry.15', '上午 Morning'],
    ['entry.15', '下午 Afternoon'],
    ['entry.21', '2026-03-05'],
    ['entry.22', '2026-03-02T08:30'],
    ['entry.23', ''],
    ['entry.25.row1', '好 Good'],
  ]);
  expect(answer.text).toContain('已收到');
  expect(served.workspace.submissions).toEqual([
    {
      formId: 'report',
      as: ENGINEER,
      answers: { 11: '苏州恒泰', 14: 'B 降级', 15: ['上午 Morning', '下午 Afternoon'], 21: '2026-03-05', 22: '2026-03-02 08:30', 25: ['', '好 Good'] },
    },
  ]);
});

test('the same page load is sent once however often it is posted', async () => {
  const token = /name="submission" value="([^"]+)"/.exec((await served.ask(VIEW)).text)?.[1] ?? '';
  const answers = await Promise.all([1, 2, 3].map(() => served.send(SEND, { ...COMPLETE, submission: token })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(served.workspace.submissions).toHaveLength(1);
});

test('a refused or failed submission may be tried again', async () => {
  const guard = new SubmissionGuard<{ readonly ok: boolean }>();
  expect(await guard.once('t', async () => ({ ok: false }))).toEqual({ ok: false });
  await expect(guard.once('t', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await guard.once('t', async () => ({ ok: true }))).toEqual({ ok: true });
  expect(await guard.once('t', async () => ({ ok: false }))).toEqual({ ok: true });
});

test('any text that is typed arrives unchanged and comes back as text, never as HTML', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && !/[\r\n]/.test(text)), async (typed) => {
      const fields = new URLSearchParams({ 'entry.11': typed });
      expect(readAnswers(REPORT_FORM, new URLSearchParams(fields.toString())).answers).toEqual({ 11: typed });
    }),
  );
  const { text } = await served.send(SEND, { 'entry.11': '"><script>alert(1)</script>' });
  expect(text).not.toContain('<script>alert');
});
