import { resolve } from 'node:path';
import type { LocalWorkspace } from '../../../host/kernel/workspace';
import { startServer, type RunningServer } from '../../../host/server/server';
import type { ProjectListing, ProjectRun } from '../../../host/server/wire';
import { cleanUp, emptyWorkspace, engineer, load, owner, projectFolder } from '../kernel/fixture';

let workspace: LocalWorkspace;
let server: RunningServer;

beforeAll(async () => {
  workspace = await emptyWorkspace();
  await load(workspace, { name: 'core', code: 'function doGet() {}' });
  server = await startServer({ workspace, port: 0, pageFolder: __dirname, information: { owner, timeZone: 'Asia/Shanghai', people: [], links: [] } });
});
afterAll(async () => {
  await server.close();
  await cleanUp();
});

async function ask<T>(path: string, body: object | null, as = engineer, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await fetch(`${server.address}${path}?as=${as}`, body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers });
  return { status: answer.status, body: (await answer.json()) as T };
}
const guestbook = resolve(__dirname, 'projects/guestbook');

it('loads a folder for the acting person, lists it, runs its functions and takes it away', async () => {
  const loaded = await ask<ProjectListing>('/api/projects', { folder: guestbook, container: 'new' });
  expect(loaded).toMatchObject({ status: 200, body: { name: 'guestbook', owner: engineer, containerName: 'guestbook', own: false, error: null, webAppUrl: `${server.address}/macros/s/guestbook/exec` } });
  expect(loaded.body.skipped[0]?.reason.en).toContain('does not compile TypeScript');
  expect(loaded.body.functions).toEqual(['doGet', 'doPost', 'include', 'addEntry', 'listEntries', 'serverTime']);
  const run = await ask<ProjectRun>('/api/projects/guestbook/run', { functionName: 'addEntry', arguments: ['Li', 'hi'] });
  expect(run.body).toMatchObject({ status: 'completed', error: null, value: expect.stringContaining('"name":"Li"') as unknown });
  expect((await ask<ProjectRun>('/api/projects/guestbook/run', { functionName: 'addEntry' })).body).toMatchObject({ status: 'failed', error: 'Error: Name and text are required.', value: '' });
  expect((await ask<readonly ProjectListing[]>('/api/projects', null)).body.map(({ name, own }) => [name, own])).toEqual([['core', true], ['guestbook', false]]);
  expect((await ask('/api/projects/guestbook/remove', {})).status).toBe(200);
  expect(workspace.projects().map(({ name }) => name)).toEqual(['core']);
});

it('says why a project cannot start', async () => {
  const folder = projectFolder({ 'Code.js': 'function broken( {' });
  const { body } = await ask<ProjectListing>('/api/projects', { folder, container: null });
  expect([body.functions, body.error]).toEqual([[], expect.stringContaining('SyntaxError')]);
});

it.each([
  ['a folder that is not there', '/api/projects', { folder: '/nowhere', container: null }, engineer, {}, 400],
  ['a container that is no id', '/api/projects', { folder: guestbook, container: 5 }, engineer, {}, 400],
  ['nobody', '/api/projects', { folder: guestbook, container: null }, 'anonymous', {}, 401],
  ['a page of another origin', '/api/projects', { folder: guestbook, container: null }, engineer, { Origin: 'https://elsewhere.example' }, 403],
  ['taking away the product', '/api/projects/core/remove', {}, engineer, {}, 403],
  ['a project that is not loaded', '/api/projects/other/run', { functionName: 'x' }, engineer, {}, 404],
])('refuses %s', async (_title, path, body, as, headers, status) => {
  expect(await ask(path, body, as, headers)).toMatchObject({ status, body: { error: expect.any(String) as unknown } });
});
