/** A script project as a folder on disk: which of its files `clasp push` would send, under which names and in which order. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import micromatch from 'micromatch';
import type { SkippedFile } from '../contract';
import { refuseClassFields } from './class-fields';
import type { ScriptFile } from './messages';

export interface ProjectFolder {
  /** Text of `appsscript.json`. */
  readonly manifest: string;
  readonly scripts: readonly ScriptFile[];
  /** HTML files by the name the platform gives them: the path without extension, such as `pages/index`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Files that look as if they were meant to be pushed and are not. */
  readonly skipped: readonly SkippedFile[];
}

/** What clasp leaves out when the folder has no `.claspignore`. */
const patternsWithoutFile = ['**/**', '!**/appsscript.json', '!**/*.gs', '!**/*.js', '!**/*.ts', '!**/*.html', '.git/**', 'node_modules/**'];

interface ClaspSettings {
  readonly contentFolder: string;
  readonly scriptExtensions: readonly string[];
  readonly pageExtensions: readonly string[];
  readonly order: readonly string[];
  readonly subfolders: boolean;
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : []);
const dotted = (extension: string): string => (extension.startsWith('.') ? extension : `.${extension}`).toLowerCase();

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** @throws Error when `.clasp.json` is no JSON or names a folder outside */
async function settingsOf(folder: string): Promise<ClaspSettings> {
  const text = await textOf(join(folder, '.clasp.json'));
  let settings: Readonly<Record<string, unknown>> = {};
  try {
    const parsed: unknown = text === null ? {} : JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) settings = { ...parsed };
  } catch {
    throw new Error(`${join(folder, '.clasp.json')} 不是 JSON。 It is not JSON.`);
  }
  const [inner = '.'] = strings(settings.srcDir ?? settings.rootDir);
  const contentFolder = resolve(folder, inner);
  const inside = relative(folder, contentFolder);
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`.clasp.json 的 rootDir "${inner}" 在项目文件夹之外。 Its rootDir is outside the project's folder.`);
  const scripts = strings(settings.scriptExtensions ?? settings.fileExtension);
  const pages = strings(settings.htmlExtensions);
  return {
    contentFolder,
    scriptExtensions: (scripts.length > 0 ? scripts : ['js', 'gs']).map(dotted),
    pageExtensions: (pages.length > 0 ? pages : ['html']).map(dotted),
    order: strings(settings.filePushOrder).map((file) => relative(contentFolder, resolve(folder, file)).split(sep).join('/')),
    subfolders: settings.skipSubdirectories !== true,
  };
}

/** Paths of all files below a folder, with `/` between their parts. Symbolic links are told apart, never followed. */
async function filesBelow(folder: string, subfolders: boolean, prefix = ''): Promise<readonly { readonly path: string; readonly link: boolean }[]> {
  const found: { readonly path: string; readonly link: boolean }[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    // Neither is ever pushed by default, and both can be huge.
    if (entry.isDirectory() && subfolders && entry.name !== 'node_modules' && entry.name !== '.git') found.push(...(await filesBelow(folder, subfolders, `${path}/`)));
    else if (entry.isFile() || entry.isSymbolicLink()) found.push({ path, link: entry.isSymbolicLink() });
  }
  return found;
}

/** @throws Error in both languages for a folder that clasp could not push */
export async function readProjectFolder(folder: string): Promise<ProjectFolder> {
  const place = await stat(folder).catch(() => null);
  if (!place?.isDirectory()) throw new Error(`没有文件夹 ${folder}。 There is no folder ${folder}.`);
  const settings = await settingsOf(folder);
  const { contentFolder } = settings;
  const ignored = (await textOf(join(folder, '.claspignore')))?.split(/\r?\n/).filter((line) => line !== '') ?? patternsWithoutFile;
  const all = await filesBelow(contentFolder, settings.subfolders).catch(() => {
    throw new Error(`没有文件夹 ${contentFolder}。 There is no folder ${contentFolder}.`);
  });
  const links = new Set(all.filter(({ link }) => link).map(({ path }) => path));
  const paths = all.map(({ path }) => path);
  const kept = (ignored.length === 0 ? paths : micromatch.not(paths, ignored, { dot: true })).sort((one, other) => one.localeCompare(other));
  const rank = (path: string): number => (settings.order.includes(path) ? settings.order.indexOf(path) : settings.order.length);
  const ordered = [...kept].sort((one, other) => rank(one) - rank(other));

  const scripts: ScriptFile[] = [];
  const pages: Record<string, string> = {};
  const skipped: SkippedFile[] = [];
  const names = new Set<string>();
  let manifest: string | null = null;
  for (const path of ordered) {
    const extension = extname(path).toLowerCase();
    const name = join(dirname(path), path.slice(path.lastIndexOf('/') + 1, path.length - extension.length)).split(sep).join('/');
    const isScript = settings.scriptExtensions.includes(extension);
    if (links.has(path)) skipped.push({ file: path, reason: 'symbolic-link' });
    else if (path === 'appsscript.json') manifest = await textOf(join(contentFolder, path));
    else if (isScript) {
      if (names.has(name)) throw new Error(`两个脚本文件同名 "${name}"。 Two script files have the name "${name}".`);
      names.add(name);
      scripts.push({ name: path, code: (await textOf(join(contentFolder, path))) ?? '' });
    } else if (settings.pageExtensions.includes(extension)) pages[name] = (await textOf(join(contentFolder, path))) ?? '';
    else if (extension === '.ts' && !path.endsWith('.d.ts')) skipped.push({ file: path, reason: 'typescript' });
  }
  if (manifest === null) throw new Error(`${contentFolder} 中没有 appsscript.json。 ${contentFolder} holds no appsscript.json.`);
  await refuseClassFields(scripts);
  return { manifest, scripts, pages, skipped };
}
