/** Rewrites TypeScript sources by their syntax tree on the way into a bundle; what no rule speaks of stays as written. */
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** The syntax tree of a source. `file` is absolute. */
export const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

const nearest = (node, test) => (node === undefined || test(node) ? node : nearest(node.parent, test));

const declaresName = (node) =>
  (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassLike(node)) &&
  node.name !== undefined &&
  ts.isIdentifier(node.name);

/** Functions (or whole files) in which one of the names means something else. Too wide is safe: what stays as written works. */
function shadowsOf(source, names) {
  const shadows = [];
  const visit = (node) => {
    if (declaresName(node) && names.has(node.name.text)) {
      const start = ts.isFunctionExpression(node) ? node : node.parent;
      shadows.push({ name: node.name.text, scope: nearest(start, (one) => ts.isFunctionLike(one) || ts.isSourceFile(one)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return shadows;
}

/**
 * Answers which of the wanted functions a call calls: its own name (not the one it was imported under), or undefined.
 * `wanted`: function names; `modules`: absolute paths, without extension, of the modules that offer them.
 */
export function callsOf(source, { wanted, modules }) {
  const names = new Map();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    if (!text.startsWith('.') || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    if (!modules.includes(resolve(dirname(source.fileName), text))) continue;
    for (const { name, propertyName } of bindings.elements) {
      const imported = (propertyName ?? name).text;
      if (wanted.includes(imported)) names.set(name.text, imported);
    }
  }
  const shadows = shadowsOf(source, names);
  return (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
    const name = node.expression.text;
    const isShadowed = () => shadows.some((shadow) => shadow.name === name && nearest(node, (one) => one === shadow.scope) !== undefined);
    return names.has(name) && !isShadowed() ? names.get(name) : undefined;
  };
}

/**
 * The source with every node replaced for which a rule has a replacement; null when there was none. A rule is a function
 * of a node and of `render`, which writes a node inside the replacement with the rules applied. It answers `undefined`, or
 * `{ code, imports }` with import statements that the replacement needs.
 */
export function rewrite(source, rules) {
  const imports = new Set();
  let count = 0;
  const render = (node) => {
    for (const rule of rules) {
      const replacement = rule(node, render);
      if (replacement === undefined) continue;
      count += 1;
      for (const statement of replacement.imports) imports.add(statement);
      return replacement.code;
    }
    let written = '';
    let from = node.getStart(source);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(source);
      written += source.text.slice(from, start) + render(child);
      from = child.getEnd();
    });
    return written + source.text.slice(from, node.getEnd());
  };
  const body = render(source);
  return count === 0 ? null : `${[...imports].join('')}${source.text.slice(0, source.getStart(source))}${body}`;
}
