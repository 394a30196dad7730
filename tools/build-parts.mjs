/**
 * Cuts a project's code in two: what Google reads before every run, and parts that few runs need, such as set-up. A part is
 * what certain entry functions or modules need and nothing else does. It stands in a file of its own as text; whoever calls into
 * a part has it evaluated (`src/google/parts.ts`), with the things that it shares with the rest.
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import ts from 'typescript';
import { deferModules } from './defer-modules.mjs';

const namespace = 'parts';

/** A plugin that knows modules by name from texts that stand in a folder; a name begins with `parts:`. */
const modulesOf = (folder, textOf, loader = 'js') => ({
  name: namespace,
  setup(builder) {
    builder.onResolve({ filter: /^parts:/ }, ({ path }) => ({ path: path.slice(namespace.length + 1), namespace }));
    builder.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: textOf(path), loader, resolveDir: folder }));
    // Written files name each other as neighbours.
    builder.onResolve({ filter: /^\.\/[\w-]+\.js$/, namespace }, ({ path }) => ({ path: basename(path), namespace }));
  },
});

/** What a written file imports: file → names. */
function importsOf(text) {
  const imports = new Map();
  for (const statement of ts.createSourceFile('written.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS).statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    const names = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : [];
    imports.set(basename(statement.moduleSpecifier.text), names);
  }
  return imports;
}

/** Every file that stands behind a file, itself included, without going past those that `ends` names. */
function reach(files, start, ends = () => false) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || ends(file)) return;
    found.add(file);
    for (const next of importsOf(files.get(file)).keys()) visit(next);
  };
  visit(start);
  return found;
}

/**
 * The source of a project as the starts of its parts: what only re-exports an entry function of a part leaves `main`. Modules
 * that a start does not name are none of its business, and that is how the cut finds out what belongs where.
 */
function startsOf(root, source, parts, loads) {
  const text = readFileSync(resolve(root, source), 'utf8');
  const starts = { main: text, ...Object.fromEntries(Object.keys(parts).map((name) => [name, ''])) };
  const partOf = (entry) => Object.keys(parts).find((name) => parts[name].includes(entry));
  const found = new Set();
  for (const statement of ts.createSourceFile(source, text, ts.ScriptTarget.Latest, true).statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined || statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) continue;
    const names = statement.exportClause.elements.map(({ name }) => name.text);
    const part = partOf(names[0]);
    if (names.some((name) => partOf(name) !== part)) throw new Error(`${source}: one export statement, one part: ${names.join(', ')}`);
    if (part === undefined) continue;
    for (const name of names) found.add(name);
    starts[part] += `${statement.getText()}\n`;
    starts.main = starts.main.replace(statement.getText(), '');
  }
  const missing = Object.values(parts).flat().filter((entry) => !found.has(entry));
  if (missing.length > 0) throw new Error(`Parts name what ${source} does not re-export: ${missing.join(', ')}`);
  if (loads || found.size > 0) starts.main += `export { loadPart } from ${JSON.stringify(resolve(root, 'src/google/parts'))};`;
  return starts;
}

/** Sources as files of modules: `main.js`, one file a part, and files of what several of them need. */
async function cut({ root, source, scope, parts, deferred, options }) {
  const { starts: waiting, plugin } = deferModules({ root, deferred, scope });
  const starts = { ...startsOf(root, source, parts, Object.keys(waiting).length > 0), ...waiting };
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: Object.keys(starts).map((name) => ({ in: `parts:${name}`, out: name })),
    plugins: [plugin, ...options.plugins, modulesOf(dirname(resolve(root, source)), (name) => starts[name], 'ts')],
    splitting: true, outdir: root, format: 'esm', target: 'esnext', minifySyntax: true,
  });
  return { names: Object.keys(starts).filter((name) => name !== 'main'), files: new Map(outputFiles.map(({ path, text }) => [basename(path), text])), metafile };
}

/** Several written files as one module. */
async function joined(root, options, start, textOf) {
  const { outputFiles } = await build({ ...options, entryPoints: [`parts:${start}`], plugins: [modulesOf(root, textOf)], metafile: false, format: 'esm', target: 'esnext', minifySyntax: true });
  return outputFiles[0].text;
}

/**
 * `parts`: part → entry functions of `source` that make it up; `deferred`: part → modules that wait (`defer-modules.mjs`).
 * Answers the core and each part as the text of one module. The core exports `part(name)` and is called `scope`; a part takes
 * what it shares from the list `shared_`.
 */
export async function buildInParts({ root, source, scope, parts, deferred, options }) {
  const { names, files, metafile } = await cut({ root, source, scope, parts, deferred, options });
  const inCore = reach(files, 'main.js');
  const isInCore = (file) => inCore.has(file);
  const places = new Map();
  const shared = (file, name) => {
    const key = `${file} ${name}`;
    if (!places.has(key)) places.set(key, places.size);
    return places.get(key);
  };
  const texts = {};
  for (const name of names) {
    const taken = new Map();
    for (const file of reach(files, `${name}.js`, isInCore))
      for (const [other, wanted] of importsOf(files.get(file))) if (isInCore(other)) taken.set(other, new Set([...(taken.get(other) ?? []), ...wanted]));
    texts[name] = await joined(root, options, `${name}.js`, (file) => (isInCore(file) ? [...(taken.get(file) ?? [])].map((one) => `export const ${one} = shared_[${shared(file, one)}];`).join('\n') : files.get(file)));
  }
  const things = [...places.keys()].map((key) => key.split(' '));
  const core = [
    ...things.map(([file, name], place) => `import { ${name} as shared${place} } from './${file}';`),
    "export * from './main.js';",
    ...(things.length > 0 ? ["import { loadPart } from './main.js';", `export const part = (name) => loadPart(name, [${things.map((_, place) => `shared${place}`).join(', ')}]);`] : []),
  ].join('\n');
  return { core: await joined(root, options, 'core', (file) => (file === 'core' ? core : files.get(file))), parts: texts, metafile };
}
