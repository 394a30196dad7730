import type { BuildOptions } from 'esbuild';

export function buildInParts(project: {
  readonly root: string;
  readonly source: string;
  readonly scope: string;
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly deferred: Readonly<Record<string, readonly string[]>>;
  readonly options: BuildOptions;
}): Promise<{ readonly core: string; readonly parts: Readonly<Record<string, string>>; readonly metafile: unknown }>;
