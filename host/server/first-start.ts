/**
 * Puts the product into a workspace: on first start its accounts, both script projects and its own set-up; on every
 * later start the newest build of the projects. A build that is another one than the last time is set up once more, as its
 * owner would do.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { User, Workspace } from '../contract';
import { readSetUpResult, type SetUpResult } from './set-up-result';
import type { SiteInformation } from './site';

export const OWNER = { email: 'owner@xinghe-power.example', name: '台账所有者' } as const;
const CORE = 'core';
const SHELL = 'shell';
const SET_UP_FUNCTION = 'setUp';
const SIDEBAR_FUNCTION = 'showDesk';
const SIDEBAR_DATA_FUNCTION = 'deskData';
const TIME_ZONE = 'Asia/Shanghai';
/** Remembers in the workspace's folder that set-up is through, and what it made. */
const RECORD = 'set-up.json';
/** Where the kernel keeps everything else. */
const STORE = 'store';

export interface SiteOptions {
  readonly projectRoot: string;
  /** Null for a workspace in memory, which is always set up anew. */
  readonly directory: string | null;
  readonly language: 'zh' | 'en';
}

/** Throws with the script's own error when set-up fails; starting again then repeats it. */
export async function prepareSite(workspace: Workspace, options: SiteOptions): Promise<SiteInformation> {
  const core = { name: CORE, folder: projectFolder(options, CORE), owner: OWNER.email };
  const earlier = readRecord(options.directory);
  if (earlier) {
    await workspace.loadProject(core);
    await workspace.loadProject({ name: SHELL, folder: projectFolder(options, SHELL), owner: OWNER.email, container: earlier.serviceWorkbook });
    if (earlier.build === buildOf(options.projectRoot)) return informationOf(earlier);
    const again = await runSetUp(workspace, options);
    writeRecord(options.directory, again, options.projectRoot);
    return informationOf(again);
  }
  console.log('首次启动：正在建立表格、表单和示例公司…  First start: making workbooks, forms and the demonstration company…');
  addMissing(workspace, [{ ...OWNER, language: options.language }]);
  await workspace.loadProject(core);
  const result = await runSetUp(workspace, options);
  addMissing(workspace, result.people);
  await workspace.loadProject({ name: SHELL, folder: projectFolder(options, SHELL), owner: OWNER.email, container: result.serviceWorkbook });
  await pinShell(workspace, result.serviceWorkbook);
  writeRecord(options.directory, result, options.projectRoot);
  return informationOf(result);
}

async function runSetUp(workspace: Workspace, { language }: SiteOptions): Promise<SetUpResult> {
  const { record, value } = await workspace.run(CORE, SET_UP_FUNCTION, [{ company: 'demo', language: language === 'en' ? 'en' : 'zh-CN' }], OWNER.email);
  if (record.status !== 'completed') throw new Error(`setUp ${record.status}: ${record.stack ?? record.error ?? ''}`);
  return readSetUpResult(value);
}

/** Tells builds of the product apart. */
const buildOf = (projectRoot: string): string => createHash('sha256').update(readFileSync(resolve(projectRoot, 'dist', CORE, 'Code.js'))).digest('hex');

/** Opens the sidebar once as the owner: core learns from that call which audience the shell's tokens carry. */
async function pinShell(workspace: Workspace, serviceWorkbook: string): Promise<void> {
  await workspace.openSpreadsheet(serviceWorkbook, OWNER.email);
  const { sidebar } = await workspace.clickMenu(serviceWorkbook, SIDEBAR_FUNCTION, OWNER.email);
  if (sidebar === undefined) throw new Error('The menu of the service workbook opened no sidebar.');
  await workspace.callFromPage(sidebar.clientSession, SIDEBAR_DATA_FUNCTION, []);
}

function projectFolder(options: SiteOptions, project: string): string {
  const folder = resolve(options.projectRoot, 'dist', project);
  if (!existsSync(folder)) throw new Error(`缺少 ${folder}，请先运行 npm run build。${folder} is missing; run npm run build first.`);
  return folder;
}

function addMissing(workspace: Workspace, people: readonly User[]): void {
  const known = new Set(workspace.users().map((user) => user.email));
  for (const { email, name, language } of people) if (!known.has(email)) workspace.addUser({ email, name, ...(language && { language }) });
}

function informationOf(result: SetUpResult): SiteInformation {
  const ownerIsListed = result.people.some((person) => person.email === OWNER.email);
  const owner = { ...OWNER, title: { zh: '部署者', en: 'Deployer' } };
  return { people: ownerIsListed ? result.people : [...result.people, owner], links: result.links, owner: OWNER.email, timeZone: TIME_ZONE, order: result.order };
}

/** What set-up made, and by which build; of workspaces from before that was taken down nothing is known. */
type SetUpRecord = SetUpResult & { readonly build?: string };

function readRecord(directory: string | null): SetUpRecord | null {
  if (directory === null) return null;
  const path = join(directory, RECORD);
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as SetUpRecord;
}

/** Whether a folder holds a workspace in which set-up is through. */
export const isSetUp = (directory: string): boolean => existsSync(join(directory, RECORD));

/** Written whole or not at all, since its being there means that set-up is through. */
export function writeRecord(directory: string | null, result: SetUpResult, projectRoot: string): void {
  if (directory === null) return;
  const path = join(directory, RECORD);
  writeFileSync(`${path}.new`, JSON.stringify({ ...result, build: buildOf(projectRoot) }, null, 2));
  renameSync(`${path}.new`, path);
}

/** Takes away what the workspace keeps in its folder, and nothing else that lies there. It must be closed. */
export function eraseWorkspace(directory: string): void {
  // Without its record a workspace is set up anew, so an interrupted reset only has to be started again.
  rmSync(join(directory, RECORD), { force: true });
  rmSync(join(directory, STORE), { recursive: true, force: true });
}
