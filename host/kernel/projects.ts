/** Script projects as the workspace holds them: their files, manifest, owner and container. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ProjectOptions } from '../contract';
import type { ScriptFile } from './messages';
import { Collection, type Store } from './store';

export interface Manifest {
  readonly timeZone: string;
  /** Null when the manifest leaves scopes to the platform, which then grants what the code needs. */
  readonly oauthScopes: readonly string[] | null;
  /** Globals under which advanced services are enabled. */
  readonly advancedServices: readonly string[];
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
  readonly hash: string;
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((item) => item === value) ?? otherwise;

/** Reads `appsscript.json`. @throws Error when it is not JSON */
export function parseManifest(text: string): Manifest {
  const manifest = record(JSON.parse(text));
  const enabled = record(manifest.dependencies).enabledAdvancedServices;
  const webApp = record(manifest.webapp);
  return {
    timeZone: typeof manifest.timeZone === 'string' ? manifest.timeZone : 'America/New_York',
    oauthScopes: Array.isArray(manifest.oauthScopes) ? strings(manifest.oauthScopes) : null,
    advancedServices: Array.isArray(enabled) ? enabled.flatMap((service) => strings([record(service).userSymbol])) : [],
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
    const scripts: ScriptFile[] = [];
    const pages: Record<string, string> = {};
    let manifest: Manifest | null = null;
    for (const entry of (await readdir(folder, { recursive: true })).sort()) {
      const kind = extname(entry);
      if (!['.js', '.gs', '.html', '.json'].includes(kind)) continue;
      const text = await readFile(join(folder, entry), 'utf8');
      if (entry === 'appsscript.json') manifest = parseManifest(text);
      else if (kind === '.html') pages[entry.slice(0, -kind.length)] = text;
      else if (kind !== '.json') scripts.push({ name: entry, code: text });
    }
    if (!manifest) throw new Error(`${folder} holds no appsscript.json`);
    const hash = createHash('sha256').update(JSON.stringify(scripts)).digest('hex');
    const project: Project = { name, owner: owner.toLowerCase(), container: container ?? null, manifest, scripts, pages, hash };
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

  all(): readonly Project[] {
    return [...this.#projects.values()].map(({ name }) => this.named(name));
  }
}
