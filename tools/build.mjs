/**
 * Builds everything: `dist/core` and `dist/shell` as clasp pushes them, and `build/` for what runs in Node
 * (the local workspace, the case runner, the bench).
 */
import { build } from 'esbuild';
import { buildPage } from './build-page.mjs';
import { buildProjects } from './build-projects.mjs';
import { existsSync } from 'node:fs';
import { resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv.includes('--quiet');

/** Programs for Node: output name → source. Missing sources are an error, not a skip. */
const programs = {
  'host/main': 'host/main.ts',
  'host/execution-worker': 'host/kernel/execution-worker.ts',
  'tools/cases': 'tools/cases.ts',
  'tools/simulate': 'tools/simulate.ts',
  'tools/live-demo': 'tools/live-demo.ts',
  'bench/main': 'bench/main.ts',
};

async function buildPrograms() {
  const entryPoints = Object.fromEntries(
    Object.entries(programs)
      .filter(([, source]) => existsSync(resolve(root, source)))
      .map(([name, source]) => [name, resolve(root, source)]),
  );
  if (Object.keys(entryPoints).length === 0) return;
  await build({
    entryPoints,
    outdir: resolve(root, 'build'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    // IronCalc comes as a module of the browser's kind only, which Node cannot load at once from here: it is built in.
    alias: { '@ironcalc/wasm': './node_modules/@ironcalc/wasm/wasm.js' },
    logOverride: { 'empty-import-meta': 'silent' },
    absWorkingDir: root,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

const sizes = await buildProjects({ root });
await Promise.all([buildPrograms(), buildPage({ root })]);
if (!quiet) for (const [project, bytes] of Object.entries(sizes)) console.log(`dist/${project}  ${(bytes / 1000).toFixed(1)} kB`);
