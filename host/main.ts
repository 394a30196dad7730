/** `npm start`: opens the workspace folder, sets the product up in it on first start, and serves it. */
import { resolve } from 'node:path';
import { consumerLimits, workspaceLimits } from './kernel/limits';
import { openWorkspace } from './kernel/workspace';
import { OWNER, prepareSite } from './server/first-start';
import { findFreePort } from './server/free-port';
import { loadFolder } from './server/load-project';
import { startServer } from './server/server';
import { readOptions, USAGE } from './server/start-options';

/** Monday morning: the demonstration company's first working day in the workspace. */
const FIRST_MORNING = Date.parse('2026-03-02T08:00:00+08:00');
const PROJECT_ROOT = resolve(__dirname, '../..');

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(USAGE);
    process.exitCode = 2;
    return;
  }
  const directory = resolve(PROJECT_ROOT, options.directory);
  const workspace = await openWorkspace({ directory, startAt: FIRST_MORNING, limits: options.account === 'workspace' ? workspaceLimits : consumerLimits });
  const port = await findFreePort(options.port);
  workspace.baseUrl = `http://127.0.0.1:${port}`;
  const information = await prepareSite(workspace, { projectRoot: PROJECT_ROOT, directory, language: options.language });
  if (options.load) {
    // npm runs this in the project's root, not where the person typed the command.
    const folder = resolve(process.env.INIT_CWD ?? process.cwd(), options.load.folder);
    const project = await loadFolder(workspace, { folder, container: options.load.container, owner: options.load.owner ?? OWNER.email });
    console.log(`已载入脚本项目 Loaded script project: ${project.name} (${project.files.length})${project.webAppUrl === null ? '' : ` ${project.webAppUrl}`}`);
    for (const { file, reason } of project.skipped) console.log(`  未载入 not loaded: ${file} (${reason})`);
  }
  const server = await startServer({ workspace, information, port, pageFolder: resolve(PROJECT_ROOT, 'build/page'), defaultLanguage: options.language });
  workspace.setRunning(true);
  console.log(`售后台账本地工作区已就绪,请在浏览器中打开 ${server.address} (按 Ctrl+C 结束)`);
  console.log(`Aftersales Ledger local workspace is ready at ${server.address} (Ctrl+C to stop)`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await workspace.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});
