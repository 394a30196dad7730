/** Loads a folder with somebody's script project into the workspace: alone, or bound to a spreadsheet. */
import { basename, resolve } from 'node:path';
import type { ProjectView, Workspace } from '../contract';
import { isRecord } from './http-exchange';

/** The product's own projects, which are loaded at every start. */
export const OWN_PROJECTS: readonly string[] = ['core', 'shell'];

export interface LoadRequest {
  readonly folder: string;
  /** Whose project it becomes: triggers and web app run with this account's rights. */
  readonly owner: string;
  /** Id of the spreadsheet it is bound to, `new` for one that is made for it, null for a standalone project. */
  readonly container: string | null;
}

/** Loading the same folder again keeps the project's name, owner and container. @throws Error in both languages */
export async function loadFolder(workspace: Workspace, { folder: given, owner, container }: LoadRequest): Promise<ProjectView> {
  const folder = resolve(given);
  const loaded = workspace.projects().filter(({ name }) => !OWN_PROJECTS.includes(name));
  const earlier = loaded.find((project) => project.folder === folder);
  const name = earlier?.name ?? freeName(basename(folder), workspace.projects());
  const options = { name, folder, owner: earlier?.owner ?? owner };
  const kept = container ?? earlier?.container ?? null;
  // Read once before a spreadsheet is made for it: a folder that cannot be loaded leaves nothing behind.
  await workspace.loadProject({ ...options, ...(kept === null || kept === 'new' ? {} : { container: spreadsheetOf(workspace, kept, options.owner) }) });
  if (kept === 'new') await workspace.loadProject({ ...options, container: earlier?.container ?? (await newSpreadsheet(workspace, name, options.owner)) });
  const view = workspace.projects().find((project) => project.name === name);
  if (!view) throw new Error(`项目 ${name} 没有载入。 The project ${name} was not loaded.`);
  return view;
}

function freeName(wanted: string, taken: readonly ProjectView[]): string {
  const plain = wanted.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'project';
  const names = new Set([...OWN_PROJECTS, ...taken.map(({ name }) => name)]);
  let name = plain;
  for (let number = 2; names.has(name); number += 1) name = `${plain}-${number}`;
  return name;
}

function spreadsheetOf(workspace: Workspace, id: string, owner: string): string {
  const access = workspace.spreadsheets(owner).find((spreadsheet) => spreadsheet.id === id)?.access;
  if (access === 'owner' || access === 'editor') return id;
  throw new Error(`${owner} 不能编辑电子表格 ${id}，脚本无法绑定到它。 ${owner} cannot edit the spreadsheet ${id}, so no script can be bound to it.`);
}

async function newSpreadsheet(workspace: Workspace, title: string, owner: string): Promise<string> {
  const { status, body } = await workspace.rest('POST', '/v4/spreadsheets', new URLSearchParams(), { properties: { title } }, owner);
  const id = isRecord(body) ? body['spreadsheetId'] : undefined;
  if (status !== 200 || typeof id !== 'string') throw new Error(`无法新建电子表格。 The spreadsheet could not be made: ${JSON.stringify(body)}`);
  return id;
}
