/**
 * Says once what a bundle says often: names of properties and short texts become constants, and the two questions that
 * ES2019 has no signs for, `a ?? b` and `a?.b`, become calls where that means the same. Works on a whole bundle that is
 * written in the newest language and not minified yet.
 */
import ts from 'typescript';
import { rewrite } from './rewrite-source.mjs';

/** Bytes that a minified name of a constant costs, about, and that declaring it costs beside its text. */
const cost = { name: 2.6, declaration: 6 };

const bytes = (text) => Buffer.byteLength(JSON.stringify(text));

const isProperty = (node) => ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name) && node.expression.kind !== ts.SyntaxKind.SuperKeyword;

/** A text that stands where any expression could. */
const isText = (node) => {
  const { parent } = node;
  if (!ts.isStringLiteral(node) || ts.isExpressionStatement(parent)) return false;
  return parent.name !== node && parent.propertyName !== node;
};

/** Text → name of its constant, for those that make the bundle shorter. */
function worthwhileNames(source) {
  const savings = new Map();
  const save = (text, saving) => savings.set(text, (savings.get(text) ?? 0) + saving);
  const visit = (node) => {
    // A point and the name become brackets and a constant; a text with its quotes becomes a constant.
    if (isProperty(node)) save(node.name.text, bytes(node.name.text) - 1 - (cost.name + 2));
    else if (isText(node)) save(node.text, bytes(node.text) - cost.name);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const texts = [...savings].filter(([text, saving]) => saving > bytes(text) + cost.declaration).map(([text]) => text);
  return new Map(texts.sort().map((text, index) => [text, `name${index}_`]));
}

const namesRule = (names) => (node, render) => {
  if (isText(node)) return names.has(node.text) ? { code: names.get(node.text), imports: [] } : undefined;
  if (!isProperty(node) || !names.has(node.name.text)) return undefined;
  return { code: `${render(node.expression)}${node.questionDotToken === undefined ? '' : '?.'}[${names.get(node.name.text)}]`, imports: [] };
};

/** What may be evaluated although nobody asks for it: it does nothing and cannot fail. */
const isHarmless = (node) =>
  ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isIdentifier(node) || [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(node.kind) || (ts.isArrayLiteralExpression(node) && node.elements.length === 0) || (ts.isVoidExpression(node) && ts.isNumericLiteral(node.expression));

const isWithinChain = ({ parent }, node) => (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent) || ts.isNonNullExpression(parent)) && parent.expression === node;

/** `a?.b` alone: nothing before it is asked with a question mark, nothing hangs on its answer. */
const isLoneQuestion = (node) => ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined && !isWithinChain(node, node) && !ts.isOptionalChain(node.expression) && !ts.isDeleteExpression(node.parent);

const questionsRule = (names) => (node, render) => {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && isHarmless(node.right)) return { code: `either_(${render(node.left)}, ${render(node.right)})`, imports: [] };
  if (isLoneQuestion(node)) return { code: `of_(${render(node.expression)}, ${names.get(node.name.text) ?? JSON.stringify(node.name.text)})`, imports: [] };
  return undefined;
};

/** The text of a bundle in the form of a module, packed. */
export function packNames(text) {
  const source = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const names = worthwhileNames(source);
  const packed = rewrite(source, [questionsRule(names), namesRule(names)]) ?? text;
  const declarations = [
    ...[...names].map(([word, name]) => `var ${name} = ${JSON.stringify(word)};`),
    'var either_ = (value, other) => value === null || value === undefined ? other : value;',
    'var of_ = (value, name) => value === null || value === undefined ? undefined : value[name];',
  ];
  return `${declarations.join('\n')}\n${packed}`;
}
