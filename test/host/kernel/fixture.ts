/** Small script projects in temporary folders, and workspaces to run them in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Execution } from '../../../host/contract';
import { openWorkspace, type LocalWorkspace, type WorkspaceOptions } from '../../../host/kernel/workspace';

export const owner = 'owner@example.com';
export const engineer = 'engineer@example.com';
/** Somebody with an account of another domain: scripts of the owner may not know who it is. */
export const outsider = 'outsider@elsewhere.example';
export const startAt = Date.parse('2026-03-02T08:00:00+08:00');

const folders: string[] = [];
const workspaces: LocalWorkspace[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-host-'));
  folders.push(folder);
  return folder;
}

/** Closes and removes everything that was made here; call it in afterAll. */
export async function cleanUp(): Promise<void> {
  await Promise.all(workspaces.splice(0).map((workspace) => workspace.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function projectFolder(files: Readonly<Record<string, string>>, manifest: object = {}): string {
  const folder = temporaryFolder();
  const all = { 'appsscript.json': JSON.stringify({ timeZone: 'Asia/Shanghai', runtimeVersion: 'V8', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export async function emptyWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> {
  const workspace = await openWorkspace({ directory: null, startAt, ...options });
  workspaces.push(workspace);
  workspace.addUser({ email: owner, name: 'Owner' });
  workspace.addUser({ email: engineer, name: 'Engineer' });
  return workspace;
}

export interface ProjectSource {
  readonly code: string;
  readonly pages?: Readonly<Record<string, string>>;
  readonly manifest?: object;
  readonly name?: string;
  readonly container?: string;
}

export async function load(workspace: LocalWorkspace, { code, pages = {}, manifest = {}, name = 'app', container }: ProjectSource): Promise<void> {
  const folder = projectFolder({ 'Code.js': code, ...pages }, manifest);
  await workspace.loadProject({ name, folder, owner, ...(container === undefined ? {} : { container }) });
}

/** A workspace with one project called `app`. */
export async function workspaceWith(code: string, rest: Omit<ProjectSource, 'code'> = {}, options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> {
  const workspace = await emptyWorkspace(options);
  await load(workspace, { code, ...rest });
  return workspace;
}

/** Runs a function of `app` as its owner and gives what it returned. @throws Error with the record's error unless it completed */
export async function call(workspace: LocalWorkspace, functionName: string, ...args: unknown[]): Promise<unknown> {
  const { record, value } = await workspace.run('app', functionName, args, owner);
  if (record.status !== 'completed') throw new Error(record.error ?? record.status);
  return value;
}

/** The value of an expression in a guest of its own. */
export async function evaluate(expression: string, rest: Omit<ProjectSource, 'code'> = {}): Promise<unknown> {
  const workspace = await workspaceWith(`function main() { return ${expression}; }`, rest);
  return call(workspace, 'main');
}

export const statusOf = ({ record }: Execution): string => record.status;
