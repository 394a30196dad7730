import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openWorkspace } from '../../../host/kernel/workspace';
import { call, cleanUp, engineer, load, owner, projectFolder, startAt, temporaryFolder } from './fixture';

afterAll(cleanUp);

const code = `
  function install() {
    var form = FormApp.create('f'); form.addTextItem().setTitle('t'); form.createResponse().submit();
    ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
    PropertiesService.getScriptProperties().setProperty('p', '值');
    MailApp.sendEmail('engineer@example.com', 's', 'b');
    CacheService.getScriptCache().put('c', 'v', 600);
    Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe('To: a@example.com\\r\\nSubject: d\\r\\n\\r\\nx') } }, 'me');
    return form.getId();
  }
  function tick() {}
  function state(id) { return [PropertiesService.getScriptProperties().getProperty('p'), CacheService.getScriptCache().get('c'), FormApp.openById(id).getResponses().length, Gmail.Users.Drafts.list('me').drafts.length]; }
  function add(number) { MailApp.sendEmail('engineer@example.com', String(number), 'b'); PropertiesService.getScriptProperties().setProperty('n', String(number)); }
  function last() { return Number(PropertiesService.getScriptProperties().getProperty('n')); }`;
const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] } };

it('everything survives closing and opening again', async () => {
  const directory = temporaryFolder();
  const first = await openWorkspace({ directory, startAt });
  first.addUser({ email: owner, name: '主人' });
  await load(first, { code, manifest });
  const formId = await call(first, 'install');
  await first.advanceTo(startAt + 500_000);
  const before = { users: first.users(), triggers: first.triggers(), mail: first.mail(), executions: first.executions(), now: first.now(), forms: first.forms(owner) };
  await first.close();

  const second = await openWorkspace({ directory, startAt: 0 });
  expect({ users: second.users(), triggers: second.triggers(), mail: second.mail(), executions: second.executions(), now: second.now(), forms: second.forms(owner) }).toEqual(before);
  expect(before).toMatchObject({ users: [{ email: owner }], triggers: [{ functionName: 'tick' }], mail: [{ to: [engineer] }], executions: [{ functionName: 'install' }], now: startAt + 500_000 });
  expect(await call(second, 'state', formId)).toEqual(['值', 'v', 1, 1]);
  await second.advanceTo(startAt + 3_600_000);
  expect(second.executions(1)[0]?.functionName).toBe('tick');
  await second.close();
});

/** A program that adds numbers until it is killed and says each one only when it is done. */
const program = `
  import { openWorkspace } from ${JSON.stringify(resolve(__dirname, '../../../host/kernel/workspace.ts'))};
  async function main() {
    const [directory, folder] = process.argv.slice(2);
    const workspace = await openWorkspace({ directory, startAt: ${startAt}, limits: { recipientsPerDay: 100000 } });
    await workspace.loadProject({ name: 'app', folder, owner: ${JSON.stringify(owner)} });
    for (let number = workspace.mail().length + 1; ; number += 1) {
      await workspace.run('app', 'add', [number], ${JSON.stringify(owner)});
      console.log(number);
    }
  }
  main();`;

function killAfter(script: string, directory: string, folder: string, acknowledged: number): Promise<number> {
  return new Promise((resolveLast, reject) => {
    const child = spawn(process.execPath, [script, directory, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let seen = 0;
    let lines = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen = Number(line);
      lines += 1;
      if (lines === acknowledged) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolveLast(seen));
  });
}

it('a workspace killed at any moment has everything it has said', async () => {
  const outdir = resolve(__dirname, '../../../build/test-durability');
  const source = join(temporaryFolder(), 'main.ts');
  mkdirSync(outdir, { recursive: true });
  writeFileSync(source, program);
  const worker = resolve(__dirname, '../../../host/kernel/execution-worker.ts');
  buildSync({ entryPoints: { main: source, 'execution-worker': worker }, outdir, bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', logLevel: 'error' });
  const directory = temporaryFolder();
  const folder = projectFolder({ 'Code.js': code }, manifest);
  for (const acknowledged of [3, 17, 40]) {
    const said = await killAfter(join(outdir, 'main.js'), directory, folder, acknowledged);
    const workspace = await openWorkspace({ directory, startAt });
    expect(said).toBeGreaterThanOrEqual(acknowledged);
    // The one after may have been under way.
    expect([said, said + 1]).toContain(await call(workspace, 'last'));
    const subjects = workspace.mail().map(({ subject }) => Number(subject)).reverse();
    expect(subjects.slice(0, said)).toEqual(Array.from({ length: said }, (_one, at) => at + 1));
    expect(workspace.executions().filter(({ functionName, status }) => functionName === 'add' && status === 'completed').length).toBeGreaterThanOrEqual(said);
    await workspace.close();
  }
});
