/** `npm start`: opens the workspace folder, sets the product up in it on first start, and serves it. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { consumerLimits, workspaceLimits } from './kernel/limits';
import { openWorkspace } from './kernel/workspace';
import { eraseWorkspace, isSetUp, OWNER, prepareSite } from './server/first-start';
import { findFreePort } from './server/free-port';
import { loadFolder } from './server/load-project';
import { startServer } from './server/server';
import { readOptions, USAGE, type StartOptions } from './server/start-options';

/** Monday morning: the demonstration company's first working day in the workspace. */
const FIRST_MORNING = Date.parse('2026-03-02T08:00:00+08:00');
const PROJECT_ROOT = resolve(__dirname, '../..');

/** Lets the invented company live through its three months into the folder, as a program of its own. @throws Error when it does not get there */
function liveDemo(directory: string, baseUrl: string, language: string): void {
  const program = resolve(PROJECT_ROOT, 'build/tools/live-demo.js');
  const { status } = spawnSync(process.execPath, [program, '--directory', directory, '--base-url', baseUrl, '--lang', language], { stdio: 'inherit' });
  if (status !== 0) throw new Error('示例公司未能生成。 The demonstration company did not come about.');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(USAGE);
    process.exitCode = 2;
    return;
  }
  while ((await serve(options)) === 'again') eraseWorkspace(resolve(PROJECT_ROOT, options.directory));
  process.exit(0);
}

/** Serves until somebody stops it, or wants to begin again with nothing. */
async function serve(options: StartOptions): Promise<'done' | 'again'> {
  const directory = resolve(PROJECT_ROOT, options.directory);
  const port = await findFreePort(options.port);
  const baseUrl = `http://127.0.0.1:${port}`;
  if (options.demo && !isSetUp(directory)) liveDemo(directory, baseUrl, options.language);
  const workspace = await openWorkspace({ directory, startAt: FIRST_MORNING, limits: options.account === 'workspace' ? workspaceLimits : consumerLimits });
  workspace.baseUrl = baseUrl;
  const information = await prepareSite(workspace, { projectRoot: PROJECT_ROOT, directory, language: options.language });
  if (options.load) {
    // npm runs this in the project's root, not where the person typed the command.
    const folder = resolve(process.env.INIT_CWD ?? process.cwd(), options.load.folder);
    const project = await loadFolder(workspace, { folder, container: options.load.container, owner: options.load.owner ?? OWNER.email });
    console.log(`已载入脚本项目 Loaded script project: ${project.name} (${project.files.length})${project.webAppUrl === null ? '' : ` ${project.webAppUrl}`}`);
    for (const { file, reason } of project.skipped) console.log(`  未载入 not loaded: ${file} (${reason})`);
  }
  let end: (how: 'done' | 'again') => void = () => undefined;
  const ended = new Promise<'done' | 'again'>((resolveEnded) => (end = resolveEnded));
  const server = await startServer({ workspace, information, port, pageFolder: resolve(PROJECT_ROOT, 'build/page'), defaultLanguage: options.language, reset: () => end('again') });
  workspace.setRunning(true);
  console.log(`售后台账本地工作区已就绪，请在浏览器中打开 ${server.address} (按 Ctrl+C 结束)`);
  console.log(`Aftersales Ledger local workspace is ready at ${server.address} (Ctrl+C to stop)`);

  const stop = () => end('done');
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const how = await ended;
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  await server.close();
  await workspace.close();
  return how;
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});
