/** Reads Gmail's search language: words and operators, all of which must hold, with OR, negation and groups. */
import { GuestError } from '../../kernel/host-object';

export type QueryNode =
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'term'; readonly operator: string | null; readonly value: string };

interface Token {
  readonly sign: '(' | ')' | '{' | '}' | '-' | 'OR' | 'AND' | 'operator' | 'text';
  readonly text: string;
}

const pattern = /\s*(?:([(){}])|(-)(?=[^\s-])|([A-Za-z]\w*):(?=[^\s)}/])|"([^"]*)"?|((?:[^\s(){}"])+))/gy;

function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(query); match?.[0]; match = pattern.exec(query)) {
    const [, bracket, minus, operator, quoted, plain] = match;
    if (bracket === '(' || bracket === ')' || bracket === '{' || bracket === '}') tokens.push({ sign: bracket, text: bracket });
    else if (minus !== undefined) tokens.push({ sign: '-', text: minus });
    else if (operator !== undefined) tokens.push({ sign: 'operator', text: operator });
    else if (quoted !== undefined) tokens.push({ sign: 'text', text: quoted });
    else if (plain === 'OR' || plain === 'AND') tokens.push({ sign: plain, text: plain });
    // A minus or a plus by itself says nothing.
    else if (plain !== undefined && plain !== '-') tokens.push({ sign: 'text', text: plain });
  }
  return tokens;
}

const deepest = 100;

class Reader {
  #at = 0;
  #depth = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  /** @param operator what words stand under that name none themselves, as in `from:(a b)` */
  all(end: Token['sign'] | null, operator: string | null): QueryNode {
    const nodes: QueryNode[] = [];
    while (this.#at < this.tokens.length && !this.#passed(end)) {
      const node = this.#either(operator);
      if (node) nodes.push(node);
    }
    return { kind: end === '}' ? 'any' : 'all', nodes };
  }
  /** OR holds closer together than standing side by side. */
  #either(operator: string | null): QueryNode | null {
    const nodes = [this.#one(operator)];
    while (this.#passed('OR')) nodes.push(this.#one(operator));
    const found = nodes.filter((node) => node !== null);
    return found.length > 1 ? { kind: 'any', nodes: found } : (found[0] ?? null);
  }
  /** @throws GuestError for groups within groups without end */
  #one(operator: string | null): QueryNode | null {
    this.#depth += 1;
    if (this.#depth > deepest) throw new GuestError('Invalid argument: query');
    const node = this.#part(operator);
    this.#depth -= 1;
    return node;
  }
  #part(operator: string | null): QueryNode | null {
    const token = this.tokens[this.#at];
    this.#at += 1;
    switch (token?.sign) {
      case '-': {
        const node = this.#one(operator);
        return node && { kind: 'not', node };
      }
      case '(':
        return this.all(')', operator);
      case '{':
        return this.all('}', operator);
      case 'operator':
        return this.#one(token.text.toLowerCase());
      case 'text':
        return { kind: 'term', operator, value: token.text };
      case undefined:
      case ')':
      case '}':
      case 'OR':
      case 'AND':
        return null;
    }
  }
  #passed(sign: Token['sign'] | null): boolean {
    if (sign === null || this.tokens[this.#at]?.sign !== sign) return false;
    this.#at += 1;
    return true;
  }
}

export const readQuery = (query: string): QueryNode => new Reader(tokensOf(query)).all(null, null);
