import { serve, type Served } from './served';
import { ENGINEER, OWNER } from './stand-in-workspace';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

const move = { method: 'POST', body: JSON.stringify({ running: true }) };

test('answers under this machine’s names only', async () => {
  expect((await served.ask('/', { headers: { Host: 'workspace.example.com' } })).status).toBe(421);
  const port = new URL(served.server.address).port;
  expect((await served.ask('/', { headers: { Host: `localhost:${port}` } })).status).toBe(200);
});

test.each([
  ['another site', 'https://example.com'],
  ['another port of this machine', 'http://127.0.0.1:1'],
  ['a sandboxed frame', 'null'],
])('lets %s change nothing', async (_who, origin) => {
  expect((await served.ask('/api/clock/running', { ...move, headers: { Origin: origin } })).status).toBe(403);
  expect(served.workspace.running).toBe(false);
});

test('lets no cross-site request change anything even when it hides its origin', async () => {
  expect((await served.ask('/api/clock/running', { ...move, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
});

test('lets its own page and clients that are no browsers change things', async () => {
  expect((await served.ask('/api/clock/running', { ...move, headers: { Origin: served.server.address, 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
  expect((await served.ask('/api/clock/running', move)).status).toBe(200);
  expect(served.workspace.running).toBe(true);
});

test('the page loads scripts from itself only and cannot be framed', async () => {
  const policy = String((await served.ask('/')).headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('a page of a script project gets an origin of its own and no network', async () => {
  await served.ask(`/macros/s/core/exec?authuser=${OWNER}`);
  const policy = String((await served.ask('/guest/session-page')).headers['content-security-policy']);
  expect(policy).toMatch(/^sandbox allow-scripts(?!.*allow-same-origin)/);
  expect(policy).toContain("connect-src 'none'");
});

test('a mail runs no scripts and loads nothing from elsewhere', async () => {
  const policy = String((await served.ask('/api/mail/m2/html')).headers['content-security-policy']);
  expect(policy).toMatch(/^sandbox allow-same-origin;(?!.*allow-scripts)/);
  expect(policy).not.toContain('script-src');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('img-src data:;');
  expect(policy).not.toMatch(/https?:|\*/);
});

test('only whoever acts opens mail, and only as themselves', async () => {
  expect((await served.ask(`/api/mail/m2/opened?as=${ENGINEER}`, { method: 'POST', headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403);
  expect((await served.ask('/api/mail/m2/opened?as=stranger@example.com', { method: 'POST' })).status).toBe(401);
  expect(served.workspace.opened.size).toBe(0);
  expect((await served.ask(`/api/mail/m2/opened?as=${ENGINEER}`, { method: 'POST' })).status).toBe(200);
  expect(JSON.parse((await served.ask(`/api/mail-marks?address=${ENGINEER}`)).text)).toMatchObject({ m2: { unread: false } });
});

test('no path leads out of the folder with the page', async () => {
  expect((await served.ask('/page/..%2f..%2fserver.test.ts')).status).toBe(404);
  expect((await served.ask('/page/%2e%2e/%2e%2e/package.js')).status).toBe(404);
});

test('an unknown person counts as a visitor, who opens no spreadsheets', async () => {
  expect((await served.ask('/api/spreadsheets?as=stranger@example.com')).status).toBe(401);
  expect((await served.ask(`/api/spreadsheets?as=${ENGINEER}`)).status).toBe(200);
});

test('the chosen person is remembered for addresses that name nobody', async () => {
  const cookie = String((await served.ask('/api/act-as', { method: 'POST', body: JSON.stringify({ person: ENGINEER }) })).headers['set-cookie']).split(';')[0] ?? '';
  await served.ask('/macros/s/core/exec', { headers: { Cookie: cookie } });
  expect(served.workspace.webRequests).toEqual([{ method: 'GET', parameters: {}, as: ENGINEER }]);
});

test('what is not there and what is asked wrongly is said plainly', async () => {
  expect((await served.ask('/nowhere')).status).toBe(404);
  expect((await served.ask('/api/state', { method: 'POST' })).status).toBe(405);
  expect((await served.ask('/api/clock/running', { method: 'POST', body: '{' })).status).toBe(400);
  expect((await served.ask('/api/clock/advance', { method: 'POST', body: '{"time":1}' })).status).toBe(409);
});
