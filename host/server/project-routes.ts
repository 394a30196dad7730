/** Script projects: which are loaded, loading a folder, running a function by hand. */
import type { ProjectView, SkippedFile } from '../contract';
import { isRecord, RequestRefused, requiredText } from './http-exchange';
import { requirePerson } from './identity';
import { loadFolder, OWN_PROJECTS } from './load-project';
import type { Route } from './routes';
import type { Site } from './site';
import type { BilingualText, ProjectListing, ProjectRun } from './wire';

const LONGEST_VALUE = 20_000;

const REASONS: Readonly<Record<SkippedFile['reason'], BilingualText>> = {
  typescript: {
    zh: 'clasp 3 不编译 TypeScript；请先用打包工具生成 .js 文件。',
    en: 'clasp 3 does not compile TypeScript; build .js files with a bundler first.',
  },
  'symbolic-link': { zh: '符号链接不会被推送。', en: 'Symbolic links are not pushed.' },
};

export function projectRoutes(site: Site): readonly Route[] {
  const { workspace } = site;
  const find = (name: string | undefined): ProjectView => {
    const project = workspace.projects().find((candidate) => candidate.name === name);
    if (!project) throw new RequestRefused(404, '没有这个脚本项目。There is no such script project.');
    return project;
  };
  const foreign = (name: string | undefined): ProjectView => {
    const project = find(name);
    if (OWN_PROJECTS.includes(project.name)) throw new RequestRefused(403, '产品自己的脚本项目随启动载入。The product\'s own projects are loaded at start.');
    return project;
  };
  const listing = async (project: ProjectView): Promise<ProjectListing> => {
    const names = site.workspace.spreadsheets(project.owner);
    const base = {
      ...project,
      skipped: project.skipped.map(({ file, reason }) => ({ file, reason: REASONS[reason] })),
      own: OWN_PROJECTS.includes(project.name),
      containerName: names.find(({ id }) => id === project.container)?.name ?? null,
    };
    try {
      return { ...base, functions: await workspace.functions(project.name), error: null };
    } catch (failure) {
      return { ...base, functions: [], error: failure instanceof Error ? failure.message : String(failure) };
    }
  };
  return [
    { method: 'GET', pattern: '/api/projects', handle: async (exchange) => exchange.json(await Promise.all(workspace.projects().map(listing))) },
    {
      method: 'POST',
      pattern: '/api/projects',
      handle: async (exchange) => {
        const owner = requirePerson(exchange, workspace);
        const body = await exchange.bodyObject();
        const { container = null } = body;
        if (container !== null && typeof container !== 'string') throw new RequestRefused(400, '"container" must be null, "new" or the id of a spreadsheet.');
        const project = await loadFolder(workspace, { folder: requiredText(body, 'folder'), owner, container }).catch((failure: unknown) => {
          throw new RequestRefused(400, failure instanceof Error ? failure.message : String(failure));
        });
        exchange.json(await listing(project));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/projects/:name/remove',
      handle: (exchange, { name }) => {
        workspace.removeProject(foreign(name).name);
        exchange.json({});
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/projects/:name/run',
      handle: async (exchange, { name }) => {
        const person = requirePerson(exchange, workspace);
        const body = await exchange.bodyObject();
        const args: readonly unknown[] = Array.isArray(body['arguments']) ? body['arguments'] : [];
        const { record, value } = await workspace.run(find(name).name, requiredText(body, 'functionName'), args, person);
        const run: ProjectRun = { id: record.id, status: record.status, error: record.error ?? null, stack: record.stack ?? null, log: record.log, value: shown(value) };
        exchange.json(run);
        site.changes.announce();
      },
    },
  ];
}

/** A returned value as text; an object of a service is only named. */
function shown(value: unknown): string {
  const named = (_key: string, inner: unknown): unknown => (isRecord(inner) && Object.getPrototypeOf(inner) !== Object.prototype ? Object.prototype.toString.call(inner) : inner);
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, named);
  return (text ?? '').slice(0, LONGEST_VALUE);
}
