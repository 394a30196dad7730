/** `CardService`: builders of cards. A finished card is plain JSON that was checked. */
import { EnumValue, GuestError, HostObject, signatureMismatch, type ServiceDefinition } from '../../kernel/host-object';
import { cardProblems, isList, type Json } from './card-check';
import { builtBy, cardEnums, cardParts, printed, type Method } from './card-parts';

type Tree = { [name: string]: Json | undefined };

/** What has been set on a part so far. */
abstract class CardPart extends HostObject {
  abstract readonly _kind: string;
  readonly _json: Tree = {};
}

/** A finished card or answer. */
export abstract class Built extends CardPart {
  printJson(): string {
    return JSON.stringify(this._json);
  }
}

const asTree = (value: Json | undefined): Tree => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {});

/** The JSON of an argument, or undefined when the method does not take it. */
function jsonOf(takes: string, args: readonly unknown[]): Json | undefined {
  const [value, second, third] = args;
  const anEnum = cardEnums[takes];
  if (anEnum) return anEnum.nameOf(value) ?? undefined;
  switch (takes) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'count':
      return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'nothing':
      return true;
    case 'moment':
      return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
    case 'choice':
      return [value, second].every((one) => typeof one === 'string' || typeof one === 'number') && typeof third === 'boolean' ? { text: String(value), value: String(second), selected: third } : undefined;
    case 'pictured choice': {
      const [, , , startIconUri, bottomText] = args;
      const chosen = jsonOf('choice', args);
      return chosen !== undefined && typeof startIconUri === 'string' && typeof bottomText === 'string' ? { ...asTree(chosen), startIconUri, bottomText } : undefined;
    }
    case 'parameters':
      // Only strings travel with an action; anything else is refused where it is given.
      return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string') ? Object.entries(value).map(([key, one]) => ({ key, value: String(one) })) : undefined;
    case 'cards':
      return Array.isArray(value) && value.every((card) => card instanceof Built && card._kind === 'Card') ? value.map((card: unknown) => (card instanceof Built ? card._json : null)) : undefined;
    case 'widget': {
      const widget = value instanceof CardPart ? cardParts[value._kind]?.widget : undefined;
      return value instanceof CardPart && widget !== undefined ? { [widget]: value._json } : undefined;
    }
    default:
      return value instanceof CardPart && takes.split('|').includes(value._kind) ? value._json : undefined;
  }
}

/** Puts a value at a path such as `onClick.action`, `sections[]` or `navigations[].pushCard`. */
function place(tree: Tree, path: string, value: Json): void {
  const [first = '', ...rest] = path.split('.');
  if (first.endsWith('[]')) {
    const name = first.slice(0, -2);
    const list = tree[name];
    let entry = value;
    if (rest.length > 0) {
      const inner: Tree = {};
      place(inner, rest.join('.'), value);
      entry = inner;
    }
    tree[name] = [...(isList(list) ? list : []), entry];
  } else if (rest.length > 0) {
    const inner = asTree(tree[first]);
    place(inner, rest.join('.'), value);
    tree[first] = inner;
  } else tree[first] = path === 'action' ? { ...asTree(tree[first]), ...asTree(value) } : value;
}

function method(kind: string, name: string, { place: path, takes }: Method): (this: CardPart, ...args: unknown[]) => CardPart {
  return function (...args) {
    const value = jsonOf(takes, args);
    if (value === undefined) throw signatureMismatch(`CardService.${kind}.${name}`, args.map((argument) => (argument instanceof EnumValue ? argument.enumName : argument)));
    place(this._json, path, value);
    return this;
  };
}

function builtClass(kind: string): new (json: Tree) => Built {
  return class extends Built {
    static override readonly guestName = kind;
    readonly _kind = kind;
    override readonly _json: Tree;
    constructor(json: Tree) {
      super();
      this._json = json;
    }
  };
}

/** @throws GuestError for a card that may not be shown, in the workspace's own words */
function checked(json: Tree): Tree {
  const [problem, ...others] = cardProblems(json);
  if (problem !== undefined) throw new GuestError(`Invalid card: ${[problem, ...others].slice(0, 3).join('; ')}.`);
  return json;
}

function partClass(kind: string): new () => CardPart {
  const made = class extends CardPart {
    static override readonly guestName = kind;
    readonly _kind = kind;
  };
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(made.prototype, name, { value, writable: true, configurable: true });
  };
  for (const [name, row] of Object.entries(cardParts[kind]?.methods ?? {})) define(name, method(kind, name, row));
  if (printed.includes(kind)) define('printJson', function (this: CardPart) {
    return JSON.stringify(this._json);
  });
  const result = builtBy[kind];
  if (result !== undefined) {
    const built = builtClass(result);
    define('build', function (this: CardPart) {
      return new built(kind === 'CardBuilder' ? checked(this._json) : this._json);
    });
  }
  return made;
}

class CardService extends HostObject {
  static override readonly guestName = 'CardService';
  static override readonly guestProperties = Object.keys(cardEnums);
  constructor() {
    super();
    Object.assign(this, cardEnums);
  }
}
for (const kind of Object.keys(cardParts)) {
  const part = partClass(kind);
  Object.defineProperty(CardService.prototype, `new${kind}`, { value: () => new part(), writable: true, configurable: true });
}

export const cardService: ServiceDefinition = { name: 'CardService', create: () => ({ root: new CardService() }) };
