/** Builds what browsers load from the local workspace into `build/page`; `node tools/build-page.mjs` builds only that. */
import { build } from 'esbuild';
import { resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's own page, forms, the wrapper of web apps, and the fonts they share. */
const entryPoints = {
  page: 'host/page/main.ts',
  form: 'host/page/form/form.ts',
  wrapper: 'host/page/wrapper/wrapper.ts',
  fonts: 'host/page/style/fonts.css',
};

export async function buildPage({ root }) {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entryPoints).map(([name, source]) => [name, resolve(root, source)])),
    outdir: resolve(root, 'build/page'),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file' },
    assetNames: 'assets/[name]-[hash]',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage({ root: resolve(dirname(fileURLToPath(import.meta.url)), '..') });
