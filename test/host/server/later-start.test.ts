/** A workspace that is started again gets the newest build, and is set up once more when that is another one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workspace } from '../../../host/contract';
import { prepareSite } from '../../../host/server/first-start';

const made = { workbooks: { service: { id: 'w1' } }, people: [], forms: {} };

test('set up on the first start, not on the next, and again after another build', async () => {
  const projectRoot = mkdtempSync(join(tmpdir(), 'aftersales-build-'));
  for (const project of ['core', 'shell']) mkdirSync(join(projectRoot, 'dist', project), { recursive: true });
  const build = (text: string): void => writeFileSync(join(projectRoot, 'dist', 'core', 'Code.js'), text);
  const ran: string[] = [];
  const workspace = {
    users: () => [], addUser: () => undefined, loadProject: () => Promise.resolve(), openSpreadsheet: () => Promise.resolve(), clickMenu: () => Promise.resolve({ sidebar: { clientSession: 's' } }), callFromPage: () => Promise.resolve(null),
    run: (_project: string, name: string) => {
      ran.push(name);
      return Promise.resolve({ record: { status: 'completed' }, value: made });
    },
  } as unknown as Workspace;
  const start = () => prepareSite(workspace, { projectRoot, directory: projectRoot, language: 'zh' });
  build('one');
  await start();
  await start();
  expect(ran).toEqual(['setUp']);
  build('another');
  await start();
  await start();
  expect(ran).toEqual(['setUp', 'setUp']);
  rmSync(projectRoot, { recursive: true });
});
