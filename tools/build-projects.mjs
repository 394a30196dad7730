/** Builds the two Apps Script projects: one Code.js each, one HTML file a page, the manifest. */
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Which pages each project serves. */
const projects = {
  core: { source: 'src/core.ts', manifest: 'appsscript.json', pages: ['desk', 'approval', 'acceptance', 'ticket', 'message'] },
  shell: { source: 'src/shell.ts', manifest: 'appsscript.shell.json', pages: ['sidebar'] },
};

/** `--readable` keeps names and lines, for reading a stack. */
const readable = process.argv.includes('--readable');

/** What every file for Google is: ES2019, since private and static class fields fail to push, and readable text. */
const language = { target: 'es2019', charset: 'utf8', legalComments: 'none' };

/**
 * Google calls top-level function declarations by name. The bundle is one expression; below it stands one declaration
 * for each export of the project's source.
 */
async function buildCode(root, name, source) {
  const scope = `${name}_`;
  const result = await build({
    ...language,
    entryPoints: [resolve(root, source)],
    bundle: true,
    format: 'iife',
    globalName: scope,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: !readable,
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = Object.keys(result.metafile.inputs);
  const forbidden = inputs.filter((input) => /node_modules\/(googleapis|lmdb|playwright)/.test(input));
  if (forbidden.length > 0) throw new Error(`These do not belong into the bundle: ${forbidden.join(', ')}`);
  const entries = Object.values(result.metafile.outputs).flatMap((output) => output.exports);
  const names = entries.length > 0 ? entries : await exportNames(root, source);
  const declarations = [...names].sort().map((entry) => `function ${entry}() {\n  return ${scope}.${entry}.apply(this, arguments);\n}`);
  return { code: `${result.outputFiles[0].text}\n${declarations.join('\n')}\n`, metafile: result.metafile };
}

/** The export list of a source, as a bundle of modules would offer it. */
async function exportNames(root, source) {
  const result = await build({ entryPoints: [resolve(root, source)], bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], write: false, metafile: true, logLevel: 'silent' });
  return Object.values(result.metafile.outputs).flatMap((output) => output.exports);
}

/** A page is one file: its style and its script stand inside. Template literals would lose what follows `//` in them. */
async function buildPage(root, name) {
  const folder = resolve(root, 'src/ui/pages', name);
  const script = await build({ ...language, entryPoints: [join(folder, 'page.ts')], bundle: true, format: 'iife', minify: true, supported: { 'template-literal': false }, write: false, logLevel: 'warning' });
  const style = existsSync(join(folder, 'page.css')) ? (await build({ entryPoints: [join(folder, 'page.css')], bundle: true, minify: true, write: false, logLevel: 'warning' })).outputFiles[0].text : '';
  const text = script.outputFiles[0].text;
  if (text.includes('</script') || text.includes('<?')) throw new Error(`The script of ${name} would end its own element`);
  const put = (html, mark, content) => html.split(mark).join(content);
  return put(put(readFileSync(join(folder, 'page.html'), 'utf8'), '<!--style-->', `<style>${style}</style>`), '<!--script-->', `<script>${text}</script>`);
}

const sizeOf = (folder) => readdirSync(folder).reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);

export async function buildProjects({ root }) {
  const sizes = {};
  for (const [name, { source, manifest, pages }] of Object.entries(projects)) {
    if (!existsSync(resolve(root, source))) continue;
    const folder = resolve(root, 'dist', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { code, metafile } = await buildCode(root, name, source);
    writeFileSync(join(folder, 'Code.js'), code);
    mkdirSync(resolve(root, 'build'), { recursive: true });
    writeFileSync(resolve(root, 'build', `${name}.metafile.json`), JSON.stringify(metafile));
    writeFileSync(join(folder, 'appsscript.json'), readFileSync(resolve(root, manifest)));
    for (const page of pages) if (existsSync(resolve(root, 'src/ui/pages', page, 'page.ts'))) writeFileSync(join(folder, `${page}.html`), await buildPage(root, page));
    sizes[name] = sizeOf(folder);
  }
  return sizes;
}
