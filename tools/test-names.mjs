/**
 * The names of all tests, read from their source without running anything: titles of `describe` and `test`, rows of
 * `test.each` written out with the values that the title prints, and ids of case files (test/cases) that a table runs through.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** @typedef {{ file: string, name: string }} TestName */

const testFiles = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file)).sort();

/** What stands inside `x as const`, `(x)` and `x satisfies Y`. */
const bare = (node) => (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node);

const plainText = (node) => {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  return null;
};

/** Every `id` in a part of a case file. */
const idsIn = (data) => {
  if (Array.isArray(data)) return data.flatMap(idsIn);
  return typeof data === 'object' && data !== null ? [...(typeof data.id === 'string' ? [data.id] : []), ...Object.values(data).flatMap((value) => (typeof value === 'object' ? idsIn(value) : []))] : [];
};

/** Constants and case files that a test file's tables speak of. */
const namesOf = (source, path) => {
  const constants = new Map();
  const caseFiles = new Map();
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) constants.set(node.name.text, node.initializer);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.endsWith('.json') && node.importClause?.name !== undefined) {
      caseFiles.set(node.importClause.name.text, JSON.parse(readFileSync(resolve(dirname(path), node.moduleSpecifier.text), 'utf8')));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { constants, caseFiles };
};

/** The rows of a table as far as they are written down, each a list of texts (null for what only running can tell). */
const rowsOf = (table, { constants }, depth = 0) => {
  const node = bare(table);
  if (ts.isIdentifier(node) && constants.has(node.text) && depth < 3) return rowsOf(constants.get(node.text), { constants }, depth + 1);
  if (!ts.isArrayLiteralExpression(node)) return null;
  const parts = node.elements.map((element) => (ts.isSpreadElement(element) ? rowsOf(element.expression, { constants }, depth + 1) : [element]));
  return parts.includes(null) ? null : parts.flat().flatMap((element) => {
    if ('columns' in element) return [element];
    const one = bare(element);
    if (ts.isArrayLiteralExpression(one)) return [{ columns: one.elements.map((cell) => plainText(bare(cell))), fields: {} }];
    if (ts.isObjectLiteralExpression(one)) {
      return [{ columns: [], fields: Object.fromEntries(one.properties.filter(ts.isPropertyAssignment).map((property) => [property.name.getText(), plainText(bare(property.initializer))])) }];
    }
    return [{ columns: [plainText(one)], fields: {} }];
  });
};

/** Ids of the case files that an expression runs through; `cases.part` takes one part only. */
const caseIdsOf = (table, names, seen = new Set()) => {
  const ids = [];
  const visit = (node) => {
    if (ts.isIdentifier(node) && !seen.has(node.text)) {
      const data = names.caseFiles.get(node.text);
      const part = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node ? node.parent.name.text : null;
      if (data !== undefined) ids.push(...idsIn(part === null ? data : data[part]));
      else if (names.constants.has(node.text)) {
        seen.add(node.text);
        ids.push(...caseIdsOf(names.constants.get(node.text), names, seen));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(table);
  return ids;
};

/** A title with the values of a row where it prints them. */
const printed = (title, { columns, fields }) => {
  let column = 0;
  return title.replace(/%[sdifjop]/g, () => columns[column++] ?? '…').replace(/\$(\w+)/g, (whole, key) => fields[key] ?? whole);
};

const runners = ['describe', 'test', 'it'];

/** The call of a runner, with its table where it has one. */
const runnerOf = (call) => {
  const { expression } = call;
  if (ts.isIdentifier(expression) && runners.includes(expression.text)) return { kind: expression.text, table: null };
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return null;
  const { expression: base, name } = expression.expression;
  return name.text === 'each' && ts.isIdentifier(base) && runners.includes(base.text) && expression.arguments.length === 1 ? { kind: base.text, table: expression.arguments[0] } : null;
};

const titlesOf = (call, table, names) => {
  const title = call.arguments[0] === undefined ? null : plainText(bare(call.arguments[0]));
  if (title === null) return [];
  if (table === null) return [title];
  const rows = rowsOf(table, names);
  if (rows !== null) return rows.map((row) => printed(title, row));
  const ids = caseIdsOf(table, names);
  return ids.length > 0 ? ids.map((id) => printed(title, { columns: [id], fields: { id } })) : [printed(title, { columns: [], fields: {} })];
};

/** @returns {TestName[]} the names of the tests in one source text */
export const namesInSource = (text, path, root) => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const names = namesOf(source, path);
  const found = [];
  const visit = (node, above) => {
    const runner = ts.isCallExpression(node) ? runnerOf(node) : null;
    if (runner === null) return ts.forEachChild(node, (child) => visit(child, above));
    const chains = titlesOf(node, runner.table, names).map((title) => [...above, title]);
    if (runner.kind === 'describe') for (const chain of chains) node.arguments.slice(1).forEach((body) => visit(body, chain));
    else found.push(...chains.map((chain) => ({ file: relative(root, path), name: chain.join(' › ') })));
    return undefined;
  };
  visit(source, []);
  return found;
};

/** @returns {TestName[]} the names of all tests of the project */
export const testNames = (root) => testFiles(resolve(root, 'test')).flatMap((path) => namesInSource(readFileSync(path, 'utf8'), path, root));
