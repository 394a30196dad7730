/**
 * Moves the texts that people read out of a bundle. Each call of `words(zh, en)` and `refuse(code, zh, en)` from
 * `src/terms` whose texts are literals becomes a call that names a place in a catalogue; the catalogue is a file of its
 * own beside the code. So does `tableText(text)`, data that few runs read. A text that is computed stays where it is.
 */
import { resolve } from 'node:path';
import ts from 'typescript';
import { inert } from './inert-text.mjs';
import { callsOf } from './rewrite-source.mjs';

/** The functions that are packed: how many arguments stand before the texts, and how many texts there are. */
const packable = { words: { before: 0, texts: 2 }, refuse: { before: 1, texts: 2 }, tableText: { before: 0, texts: 1 } };

/** Modules that offer those functions. */
const doors = ['src/terms', 'src/terms/index', 'src/terms/words', 'src/terms/refusal'];

/** Texts in the order in which they were met; equal texts share a place. */
export class Catalogue {
  #places = new Map();

  /** The place of a text, given as parts in both languages: fixed text, and numbers of the values between. One for both stands once. */
  place(zh, en) {
    const key = JSON.stringify(JSON.stringify(zh) === JSON.stringify(en) ? [zh] : [zh, en]);
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return place;
  }

  /**
   * The catalogue as a project's file holds it: a JSON list of lists of parts, one or a pair. Not compressed: bytes cross Google's services as lists of numbers, which
   * would cost each execution more than the text does.
   */
  toFile() {
    return inert(`[${[...this.#places.keys()].join(',\n')}]`);
  }
}

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Fixed texts and expressions of a literal, in order. */
const piecesOf = (node) => (ts.isStringLiteralLike(node) ? [node.text] : [node.head.text, ...node.templateSpans.flatMap((span) => [span.expression, span.literal.text])]);

const isAssignment = (node) => ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
const isStep = (node) => ts.isPostfixUnaryExpression(node) || (ts.isPrefixUnaryExpression(node) && [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator));

/** Whether evaluating an expression twice could do more than evaluating it once. */
const changesThings = (node) => isAssignment(node) || isStep(node) || ts.isAwaitExpression(node) || ts.isYieldExpression(node) || ts.isNewExpression(node) || (ts.forEachChild(node, changesThings) ?? false);

/** The expression whose `zh` or `en` is read, or undefined. */
const wordsRead = (node, language) => (ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined && node.name.text === language && node.expression.kind !== ts.SyntaxKind.SuperKeyword ? node.expression : undefined);

/**
 * Both texts as parts, and the values that they share, each once: `${a.zh} ${n}` beside `${n} ${a.en}` needs `a` and `n`.
 */
function slots(zhNode, enNode) {
  const pieces = { zh: piecesOf(zhNode), en: piecesOf(enNode) };
  const bases = (language) => pieces[language].filter((piece) => typeof piece !== 'string').flatMap((piece) => wordsRead(piece, language)?.getText() ?? []);
  const [zhBases, enBases] = [bases('zh'), bases('en')];
  const numbers = new Map();
  const values = [];
  const numberOf = (expression, language) => {
    const read = wordsRead(expression, language);
    const value = read !== undefined && zhBases.includes(read.getText()) && enBases.includes(read.getText()) ? read : expression;
    const key = changesThings(value) ? value : `${value === read ? 'words' : 'value'} ${value.getText()}`;
    const number = numbers.get(key) ?? values.push(value) - 1;
    numbers.set(key, number);
    return number;
  };
  const partsOf = (language) => pieces[language].filter((piece) => piece !== '').map((piece) => (typeof piece === 'string' ? piece : numberOf(piece, language)));
  return { zh: partsOf('zh'), en: partsOf('en'), values };
}

/** The rule for one source. */
export function wordsRule(source, { root, catalogue }) {
  const called = callsOf(source, { wanted: Object.keys(packable), modules: doors.map((door) => resolve(root, door)) });
  const imports = [`import { packed as packed_, refusePacked as refusePacked_ } from ${JSON.stringify(resolve(root, 'src/terms/packed-words'))};`];
  return (node, render) => {
    const name = called(node);
    if (name === undefined || node.arguments.length !== packable[name].before + packable[name].texts) return undefined;
    const texts = node.arguments.slice(packable[name].before);
    if (!texts.every(isText)) return undefined;
    const before = node.arguments.slice(0, packable[name].before).map(render);
    const { zh, en, values } = slots(texts[0], texts[texts.length - 1]);
    const call = `/* @__PURE__ */ packed_(${[catalogue.place(zh, en), ...values.map(render)].join(', ')})`;
    return { code: name === 'refuse' ? `refusePacked_(${[...before, call].join(', ')})` : call, imports };
  };
}
