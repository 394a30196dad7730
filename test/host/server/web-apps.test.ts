import { serve, type Served } from './served';
import { ENGINEER, OWNER } from './stand-in-workspace';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

test('the web app sees its parameters but not who was chosen', async () => {
  const answer = await served.ask(`/macros/s/core/exec?format=json&page=a&authuser=${ENGINEER}`);
  expect(answer.text).toBe('{"project":"core"}');
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(served.workspace.webRequests).toEqual([{ method: 'GET', parameters: { format: 'json', page: 'a' }, as: ENGINEER }]);
});

test('a visitor is anonymous to the web app', async () => {
  await served.ask('/macros/s/core/exec?authuser=anonymous');
  expect(served.workspace.webRequests).toEqual([{ method: 'GET', parameters: {}, as: null }]);
});

test('an HtmlService page comes in a frame that cannot reach the server’s origin', async () => {
  const answer = await served.ask(`/macros/s/core/exec?authuser=${OWNER}`);
  expect(answer.text).toContain('src="/guest/session-page"');
  expect(answer.text).toContain('sandbox="allow-scripts allow-forms allow-modals allow-popups allow-downloads"');
  expect(answer.text).not.toContain('google.script');
  expect((await served.ask('/guest/session-page')).text).toContain('待办');
  expect((await served.ask('/guest/other')).status).toBe(404);
});

test('doPost gets the body as it was sent, and form fields as parameters', async () => {
  const answer = await served.send(`/macros/s/core/exec?action=close&authuser=${OWNER}`, { note: '已完成 done', action: 'ignored' });
  expect(answer.text).toBe('application/x-www-form-urlencoded note=%E5%B7%B2%E5%AE%8C%E6%88%90+done&action=ignored');
  expect(served.workspace.webRequests).toEqual([{ method: 'POST', parameters: { action: 'close', note: '已完成 done' }, as: OWNER }]);
});

test('a failing script function is an answer, not a failed request', async () => {
  const call = (functionName: string) => served.ask('/api/client-call', { method: 'POST', body: JSON.stringify({ clientSession: 's', functionName, args: ['李'] }) });
  expect(JSON.parse((await call('greet')).text)).toEqual({ ok: true, value: '你好,李' });
  expect(JSON.parse((await call('missing')).text)).toEqual({ ok: false, error: 'Script function not found: missing' });
});

test('REST calls run as the bearer, else as the owner', async () => {
  await served.ask('/v4/spreadsheets/service/values/A1?majorDimension=ROWS');
  await served.ask('/v4/spreadsheets/service:batchUpdate', { method: 'POST', headers: { Authorization: `Bearer ${ENGINEER}` }, body: '{"requests":[]}' });
  expect(served.workspace.restRequests).toEqual([
    { method: 'GET', path: '/v4/spreadsheets/service/values/A1', as: OWNER },
    { method: 'POST', path: '/v4/spreadsheets/service:batchUpdate', as: ENGINEER },
  ]);
  expect((await served.ask('/v4/spreadsheets/service', { headers: { Authorization: 'Bearer stranger@example.com' } })).status).toBe(401);
});

test('a change reaches everybody who listens', async () => {
  const events: string[] = [];
  const listening = new AbortController();
  const response = await fetch(`${served.server.address}/api/changes`, { signal: listening.signal });
  const reader = response.body?.getReader();
  const next = async () => events.push(new TextDecoder().decode((await reader?.read())?.value as Uint8Array | undefined));
  await next();
  while (!events.join('').includes('data:')) await next();
  const before = events.join('');
  await served.ask('/api/clock/running', { method: 'POST', body: '{"running":true}' });
  while (!events.join('').slice(before.length).includes('"running":true')) await next();
  listening.abort();
  expect(events.join('')).toContain('"nextTriggerAt"');
});
