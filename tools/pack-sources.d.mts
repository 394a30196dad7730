import type { Plugin } from 'esbuild';
import type { Catalogue } from './pack-words.mjs';

export function packSources(options: { readonly files: readonly string[]; readonly root: string; readonly keepsObjects?: boolean }): {
  readonly catalogue: Catalogue;
  readonly packed: ReadonlyMap<string, string>;
  readonly plugin: Plugin;
};
