/** Builds the two Apps Script projects: one Code.js each, one HTML file a page, the manifest, and core's texts. */
import { build, transform } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildInParts } from './build-parts.mjs';
import { inert } from './inert-text.mjs';
import { packNames } from './pack-names.mjs';
import { packSources } from './pack-sources.mjs';

/**
 * Which pages each project serves, with their titles; the file that its texts go into, without one they stay in the code; and
 * entry functions and modules that few runs need, by the part that they go into.
 */
const projects = {
  core: {
    source: 'src/core.ts', manifest: 'appsscript.json', words: 'words.html',
    parts: { 'set-up': ['setUp'], cases: ['runCase'] },
    deferred: {
      reports: ['src/reports/summary.ts', 'src/reports/periodic.ts', 'src/text/notices/reports.ts', 'src/text/notices/periodic.ts', 'src/app/mail/report-parts.ts', 'src/ui/chart/index.ts'],
      probe: ['src/google/probe.ts'],
      notices: [
        'src/text/notices/charges.ts', 'src/text/notices/parts.ts', 'src/text/notices/standstills.ts', 'src/text/notices/travel.ts', 'src/text/notices/delegations.ts', 'src/text/notices/people.ts',
      ],
      pages: ['src/app/page.ts', 'src/app/desk/index.ts', 'src/app/desk/label-page.ts', 'src/text/copy-texts.ts'],
      workbooks: ['src/google/workbooks.ts', 'src/google/upgrade.ts'],
      night: ['src/app/sweep/archive.ts'],
      deadlines: ['src/deadlines/correct.ts', 'src/deadlines/recompute.ts', 'src/deadlines/merge-clocks.ts', 'src/deadlines/year-list.ts'],
      registers: ['src/app/commands/registers.ts', 'src/app/desk/registers.ts'],
      check: ['src/app/ledger-check/night-round.ts', 'src/google/checkpoint.ts'],
    },
    pages: { desk: '我的工作台 My desk', approval: '审批 Approval', acceptance: '服务验收 Acceptance', ticket: '服务进度 Progress', message: '售后台账 Aftersales Ledger' },
  },
  shell: { source: 'src/shell.ts', manifest: 'appsscript.shell.json', words: null, parts: {}, deferred: {}, pages: { sidebar: '售后台账 Aftersales Ledger' } },
};

const titles = Object.assign({}, ...Object.values(projects).map(({ pages }) => pages));

/** `--readable` keeps names and lines, for reading a stack. */
const readable = process.argv.includes('--readable');

/** What every file for Google is: ES2019, since private and static class fields fail to push, and readable text. */
const language = { target: 'es2019', charset: 'utf8', legalComments: 'none' };

/** How sources become one bundle. */
const bundling = { bundle: true, platform: 'neutral', mainFields: ['module', 'main'], write: false, metafile: true };

/** What a source offers and what it is made of, both sorted: the order of a build must not depend on its timing. */
async function survey(root, source) {
  const { metafile } = await build({ ...bundling, absWorkingDir: root, entryPoints: [resolve(root, source)], format: 'esm', logLevel: 'silent' });
  const inputs = Object.keys(metafile.inputs).sort();
  const forbidden = inputs.filter((input) => /node_modules\/(googleapis|lmdb|playwright)/.test(input));
  if (forbidden.length > 0) throw new Error(`These do not belong into the bundle: ${forbidden.join(', ')}`);
  return { entries: Object.values(metafile.outputs).flatMap((output) => output.exports).sort(), inputs };
}

/** A module as a script for Google: whatever ES2019 needs to be written differently comes in here, inside its own scope. */
const asScript = async (text, scope) => (await transform(text, { ...language, format: 'iife', globalName: scope, minify: !readable })).code;

/**
 * Google calls top-level function declarations by name. The code is one expression; below it stands one declaration
 * for each export of the project's source.
 */
async function buildCode({ root, name, source, packs, parts, deferred }) {
  const scope = `${name}_`;
  const { entries, inputs } = await survey(root, source);
  const own = inputs.filter((input) => /\.ts$/.test(input) && !input.includes('node_modules/')).map((input) => resolve(root, input));
  const texts = packs ? packSources({ files: own, root, keepsObjects: readable }) : null;
  const options = { ...language, ...bundling, absWorkingDir: root, plugins: texts === null ? [] : [texts.plugin], logLevel: 'warning' };
  const built = await buildInParts({ root, source, scope, parts, deferred, options });
  const written = (text, as) => asScript(packs && !readable ? packNames(text) : text, as);
  const files = {};
  for (const [part, text] of Object.entries(built.parts)) files[`part-${part}.html`] = inert(JSON.stringify(`${await written(text, 'part_')}return part_;`));
  const partOf = (entry) => Object.keys(parts).find((part) => parts[part].includes(entry));
  const door = (entry) => (partOf(entry) === undefined ? scope : `${scope}.part(${JSON.stringify(partOf(entry))})`);
  const declarations = entries.map((entry) => `function ${entry}() {\n  return ${door(entry)}.${entry}.apply(this, arguments);\n}`);
  files['Code.js'] = `${await written(built.core, scope)}\n${declarations.join('\n')}\n`;
  return { files, metafile: built.metafile, words: texts?.catalogue.toFile() ?? null };
}

/** A page is one file: its style and its script stand inside the frame that all share. Template literals would lose what follows `//` in them. */
export async function buildPage(root, name) {
  const folder = resolve(root, 'src/ui/pages');
  const script = await build({ ...language, entryPoints: [join(folder, name, 'page.ts')], bundle: true, format: 'iife', minify: true, supported: { 'template-literal': false }, write: false, logLevel: 'warning' });
  const style = await build({ entryPoints: [join(folder, name, 'page.css')], bundle: true, minify: true, write: false, logLevel: 'warning' });
  const text = script.outputFiles[0].text;
  if (text.includes('</script') || text.includes('<?')) throw new Error(`The script of ${name} would end its own element`);
  const marks = { '<!--title-->': titles[name], '<!--name-->': name, '<!--style-->': `<style>${style.outputFiles[0].text}</style>`, '<!--script-->': `<script>${text}</script>` };
  return Object.entries(marks).reduce((html, [mark, content]) => html.split(mark).join(content), readFileSync(join(folder, 'shared/page.html'), 'utf8'));
}

const sizeOf = (folder) => readdirSync(folder).reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);

/** Everything of a project as file name → content, before anything of the last build is removed. */
async function filesOf(root, name, { source, manifest, pages, parts, deferred, words }) {
  const { files, metafile, words: texts } = await buildCode({ root, name, source, packs: words !== null, parts, deferred });
  files['appsscript.json'] = readFileSync(resolve(root, manifest));
  if (words !== null) files[words] = texts;
  for (const page of Object.keys(pages)) files[`${page}.html`] = await buildPage(root, page);
  return { files, metafile };
}

export async function buildProjects({ root }) {
  const sizes = {};
  mkdirSync(resolve(root, 'build'), { recursive: true });
  for (const [name, project] of Object.entries(projects)) {
    const { files, metafile } = await filesOf(root, name, project);
    const folder = resolve(root, 'dist', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    writeFileSync(resolve(root, 'build', `${name}.metafile.json`), JSON.stringify(metafile));
    sizes[name] = sizeOf(folder);
  }
  return sizes;
}
