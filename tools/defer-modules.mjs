/**
 * Modules that few runs need, behind their own functions: whoever imports one gets functions of the same names that have the
 * module's part evaluated first. Sources do not know of it. Only functions can wait, so nothing else of such a module may be
 * imported from outside its part.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

const namespace = 'deferred';

const isFunction = (node) => node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** Names of the functions that a module offers, its own and those it hands on by name. */
function functionsOf(file) {
  const isExported = (statement) => ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const handedOn = ({ moduleSpecifier, exportClause }) => {
    const own = functionsOf(resolve(dirname(file), `${moduleSpecifier.text}.ts`));
    return exportClause.elements.filter(({ name, propertyName }) => own.includes((propertyName ?? name).text)).map(({ name }) => name.text);
  };
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier !== undefined && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) return handedOn(statement);
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) return [statement.name.text];
    return ts.isVariableStatement(statement) ? statement.declarationList.declarations.filter(({ initializer }) => isFunction(initializer)).map(({ name }) => name.text) : [];
  });
}

/** Unique among all modules of a part. */
const nameIn = (files, file, name) => `${name}_${files.indexOf(file)}`;

/**
 * `deferred`: part → modules; `scope`: the variable that the core stands in. Answers the starts of the parts, as text, and an
 * esbuild plugin that puts the waiting functions in place.
 */
export function deferModules({ root, deferred, scope }) {
  const parts = Object.entries(deferred).map(([part, files]) => ({ part, files: files.map((file) => resolve(root, file)) }));
  const partOf = (file) => parts.find(({ files }) => files.includes(file));
  const startOf = ({ files }) => files.map((file) => `export { ${functionsOf(file).map((name) => `${name} as ${nameIn(files, file, name)}`).join(', ')} } from ${JSON.stringify(file)};`).join('\n');
  const waiting = (file) => {
    const { part, files } = partOf(file);
    return functionsOf(file).map((name) => `export const ${name} = (...given) => ${scope}.part(${JSON.stringify(part)}).${nameIn(files, file, name)}(...given);`).join('\n');
  };
  const plugin = {
    name: 'defer-modules',
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\//, namespace: 'file' }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === namespace) return undefined;
        const found = await builder.resolve(path, { importer, resolveDir, kind, pluginData: namespace });
        const home = partOf(found.path);
        return home === undefined || home === partOf(importer) ? undefined : { path: found.path, namespace };
      });
      builder.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: waiting(path), loader: 'js' }));
    },
  };
  return { starts: Object.fromEntries(parts.map((one) => [one.part, startOf(one)])), plugin };
}
