import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { require as load } from 'gas-local';

/**
 * gas-local reads a project's files into one bare global scope, without any Google service: what starts there starts
 * anywhere, and touches nothing before it is called.
 */
const root = resolve(__dirname, '../..');

const exportsOf = (source: string): readonly string[] =>
  ts
    .createSourceFile(source, readFileSync(resolve(root, source), 'utf8'), ts.ScriptTarget.Latest)
    .statements.flatMap((statement) => (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map(({ name }) => name.text) : []));

describe.each([['core'], ['shell']])('dist/%s', (project) => {
  const folder = resolve(root, 'dist', project);
  const entries = exportsOf(`src/${project}.ts`);

  test('loads where there is no service, and offers every entry function', () => {
    const scope = load(folder, {});
    expect(entries.length).toBeGreaterThan(0);
    expect(Object.keys(scope).filter((name) => typeof scope[name] === 'function').sort()).toEqual([...entries].sort());
  });

  test('declares its entry functions at the top level, where Google looks for them, and nothing else', () => {
    const code = ts.createSourceFile('Code.js', readFileSync(resolve(folder, 'Code.js'), 'utf8'), ts.ScriptTarget.Latest);
    const functions = code.statements.flatMap((statement) => (ts.isFunctionDeclaration(statement) && statement.name !== undefined ? [statement.name.text] : []));
    const variables = code.statements.flatMap((statement) => (ts.isVariableStatement(statement) ? statement.declarationList.declarations.map(({ name }) => name.getText(code)) : []));
    expect([...functions].sort()).toEqual([...entries].sort());
    // A name that ends in an underscore cannot be called from a page.
    expect(variables).toEqual([`${project}_`]);
  });

  test('is one file of code', () => {
    expect(readdirSync(folder).filter((file) => /\.(js|gs|ts)$/.test(file))).toEqual(['Code.js']);
  });
});
