/**
 * Shortens what a bundle repeats. An object whose property names stand in many places is made by a function of its
 * values, in which the names are said once; and what a command keeps for readers of its source is left out.
 */
import { resolve } from 'node:path';
import ts from 'typescript';
import { callsOf } from './rewrite-source.mjs';

/** The module of those functions; it exists in the build only. */
export const shapesModule = 'pack-objects:shapes';

/** What `command({…})` keeps for readers of the source alone. */
const forReaders = ['rules'];

/** Bytes that a shape's function costs beside its names, that each name costs there, and that a call costs beside its values. */
const cost = { shape: 12, name: 4, call: 4 };

/** `[{ a }] = …` looks like a list of objects and is none. */
function isPattern(node) {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === node;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  const isInside = ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent) || ts.isPropertyAssignment(parent) || ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent) || ts.isParenthesizedExpression(parent);
  return isInside && isPattern(parent);
}

const isPlainProperty = (property) => (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) && ts.isIdentifier(property.name) && /^[A-Za-z]\w*$/.test(property.name.text);

/** The names of an object's properties, in order, as one text; null for what is not plain names with values. */
function shapeOf(node, properties) {
  if (properties.length === 0 || !properties.every(isPlainProperty) || isPattern(node)) return null;
  const names = properties.map((property) => property.name.text);
  return new Set(names).size === names.length ? names.join(' ') : null;
}

/** Answers the properties of an object that the bundle needs. */
function keptProperties(source, root) {
  const called = callsOf(source, { wanted: ['command'], modules: [resolve(root, 'src/app/command')] });
  const isForReaders = (property) => ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && forReaders.includes(property.name.text);
  return (node) => (called(node.parent) === undefined ? [...node.properties] : node.properties.filter((property) => !isForReaders(property)));
}

/** How often each shape stands in a source: adds to `counts`. */
export function countShapes(source, root, counts) {
  const kept = keptProperties(source, root);
  const visit = (node) => {
    const shape = ts.isObjectLiteralExpression(node) ? shapeOf(node, kept(node)) : null;
    if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Shape → name of its function, for those that make the bundle shorter. */
export function worthwhileShapes(counts) {
  const saving = ([shape, count]) => {
    const names = shape.split(' ');
    const letters = names.join('').length;
    // Literal: two braces, and a name and a colon a property.
    return count * (2 + letters + names.length - cost.call) - (cost.shape + letters + names.length * cost.name);
  };
  const shapes = [...counts].filter((entry) => saving(entry) > 0).map(([shape]) => shape);
  return new Map(shapes.sort().map((shape, index) => [shape, `shape${index}_`]));
}

/** The text of the module of shapes. */
export const writeShapes = (shapes) =>
  [...shapes]
    .map(([shape, name]) => {
      const names = shape.split(' ');
      const values = names.map((_, index) => `v${index}`);
      return `export const ${name} = (${values.join(', ')}) => ({ ${names.map((key, index) => `${key}: ${values[index]}`).join(', ')} });`;
    })
    .join('\n');

/** The rule for one source. */
export function objectsRule(source, { root, shapes }) {
  const kept = keptProperties(source, root);
  return (node, render) => {
    if (!ts.isObjectLiteralExpression(node)) return undefined;
    const properties = kept(node);
    const shape = shapeOf(node, properties);
    const name = shape === null ? undefined : shapes.get(shape);
    if (name !== undefined) {
      const values = properties.map((property) => (ts.isPropertyAssignment(property) ? render(property.initializer) : property.name.text));
      return { code: `/* @__PURE__ */ ${name}(${values.join(', ')})`, imports: [`import { ${name} } from ${JSON.stringify(shapesModule)};`] };
    }
    return properties.length === node.properties.length ? undefined : { code: `{ ${properties.map(render).join(', ')} }`, imports: [] };
  };
}
