/** Script projects as the workspace holds them: their files, manifest, owner and container. */
import { createHash } from 'node:crypto';
import type { ProjectOptions, SkippedFile } from '../contract';
import type { ScriptFile } from './messages';
import { readProjectFolder } from './project-folder';
import { Collection, type Store } from './store';

export interface Manifest {
  readonly timeZone: string;
  /** Null when the manifest leaves scopes to the platform, which then grants what the code needs. */
  readonly oauthScopes: readonly string[] | null;
  /** Globals under which advanced services are enabled. */
  readonly advancedServices: readonly string[];
  /** Globals under which libraries are named. */
  readonly libraries: readonly string[];
  readonly webApp: { readonly executeAs: 'USER_DEPLOYING' | 'USER_ACCESSING'; readonly access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS' } | null;
}

export interface Project {
  /** Name and script id in one. */
  readonly name: string;
  readonly owner: string;
  readonly container: string | null;
  readonly manifest: Manifest;
  readonly scripts: readonly ScriptFile[];
  /** HTML files by name without extension. */
  readonly pages: Readonly<Record<string, string>>;
  readonly skipped: readonly SkippedFile[];
  readonly folder: string;
  readonly hash: string;
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((item) => item === value) ?? otherwise;

/** Reads `appsscript.json`. @throws Error when it is not JSON */
export function parseManifest(text: string): Manifest {
  const manifest = record(JSON.parse(text));
  const { enabledAdvancedServices, libraries } = record(manifest.dependencies);
  const symbols = (list: unknown): readonly string[] => (Array.isArray(list) ? list.flatMap((entry) => strings([record(entry).userSymbol])) : []);
  const webApp = record(manifest.webapp);
  return {
    timeZone: typeof manifest.timeZone === 'string' ? manifest.timeZone : 'America/New_York',
    oauthScopes: Array.isArray(manifest.oauthScopes) ? strings(manifest.oauthScopes) : null,
    advancedServices: symbols(enabledAdvancedServices),
    libraries: symbols(libraries),
    webApp: manifest.webapp
      ? {
          executeAs: oneOf(webApp.executeAs, ['USER_DEPLOYING', 'USER_ACCESSING'], 'USER_DEPLOYING'),
          access: oneOf(webApp.access, ['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'], 'MYSELF'),
        }
      : null,
  };
}

export class Projects {
  readonly #projects: Collection<Project>;
  /** Projects are large and read for every execution. */
  readonly #read = new Map<string, Project>();

  constructor(private readonly store: Store) {
    this.#projects = new Collection<Project>(store, 'project');
    store.onRestore(() => this.#read.clear());
  }

  async load({ name, folder, owner, container }: ProjectOptions): Promise<Project> {
    const { manifest: text, scripts, pages, skipped } = await readProjectFolder(folder);
    const manifest = parseManifest(text);
    const hash = createHash('sha256').update(JSON.stringify(scripts)).digest('hex');
    const project: Project = { name, owner: owner.toLowerCase(), container: container ?? null, manifest, scripts, pages, skipped, folder, hash };
    this.store.commit([this.#projects.put(name, project)]);
    this.#read.set(name, project);
    return project;
  }

  find(name: string): Project | null {
    const known = this.#read.get(name) ?? this.#projects.get(name) ?? null;
    if (known) this.#read.set(name, known);
    return known;
  }

  /** @throws Error for a project that was never loaded */
  named(name: string): Project {
    const project = this.find(name);
    if (!project) throw new Error(`There is no script project named ${name}`);
    return project;
  }

  remove(name: string): void {
    this.#read.delete(name);
    this.store.commit([this.#projects.remove(name)]);
  }

  all(): readonly Project[] {
    return [...this.#projects.values()].map(({ name }) => this.named(name));
  }
}
