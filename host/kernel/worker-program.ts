/** Where the program of an execution worker is: built beside the kernel, or bundled from source when the kernel runs from source. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as Esbuild from 'esbuild';

export type WorkerProgram = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'code'; readonly code: string };

let bundled: Promise<WorkerProgram> | null = null;

async function bundle(source: string): Promise<WorkerProgram> {
  // Only needed from source: a built workspace must not even load it.
  const { build } = createRequire(__filename)('esbuild') as typeof Esbuild;
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', logLevel: 'error' });
  const [output] = outputFiles;
  if (!output) throw new Error('The execution worker could not be bundled');
  return { kind: 'code', code: output.text };
}

export async function workerProgram(): Promise<WorkerProgram> {
  const source = join(__dirname, 'execution-worker.ts');
  // From source the program is bundled anew, so that it can never be older than the kernel beside it.
  if (existsSync(source)) return (bundled ??= bundle(source));
  for (const path of [join(__dirname, 'execution-worker.js'), resolve(__dirname, '../host/execution-worker.js'), resolve(__dirname, 'build/host/execution-worker.js')]) {
    if (existsSync(path)) return { kind: 'file', path };
  }
  throw new Error('The execution worker is not built');
}
