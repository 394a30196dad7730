/**
 * The guest's side of the wire. Each function in this folder is turned into text and evaluated in the guest's realm, so that whatever it makes
 * belongs there: none of them may refer to anything outside itself.
 */

export interface GuestBridge {
  /** Blocks until the kernel has answered; gives the JSON of an answer. Handle 0 asks for the global `method`. */
  call(handle: number, method: string, args: string): string;
  log(text: string): void;
  /** Virtual time. */
  now(): number;
}

export interface GuestValues {
  encode(value: unknown): unknown;
  /** Calls the host and gives its answer, or throws its error. */
  invoke(handle: number, method: string, args: readonly unknown[]): unknown;
  /** The value of an encoded answer. */
  accept(text: string): unknown;
  /** An object on which nothing is there: every look-up throws `NotEmulated: name.property`. */
  absent(name: string, target: object): object;
}

/** @param evaluateTemplate see template.ts; a template is the one host object whose work is done in the guest */
export function guestValues(bridge: GuestBridge, evaluateTemplate: (code: string, template: object) => string): GuestValues {
  interface Description {
    readonly id: number;
    readonly name: string;
    readonly methods: readonly string[];
  }
  const handles = new WeakMap<object, number>();
  const objects = new Map<number, object>();
  const prototypes = new Map<number, object>();
  const enumValues = new Map<string, object>();
  const enums = new Map<string, object>();
  const field = (object: object, name: string): unknown => Reflect.get(object, name);
  const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
  const asNames = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  /** Asked for by the language itself or by whoever prints a value, not by a program that expects a service's method. */
  const silent = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch', 'length', 'message', 'stack']);

  class EnumConstant {
    constructor(enumName: string, name: string, ordinal: number) {
      Object.defineProperties(this, { $enum: { value: enumName }, $name: { value: name }, $ordinal: { value: ordinal } });
    }
    name(): unknown {
      return Reflect.get(this, '$name');
    }
    toString(): unknown {
      return Reflect.get(this, '$name');
    }
    toJSON(): unknown {
      return Reflect.get(this, '$name');
    }
    ordinal(): unknown {
      return Reflect.get(this, '$ordinal');
    }
    compareTo(other: EnumConstant): number {
      return Number(this.ordinal()) - Number(other.ordinal());
    }
  }

  function absent(name: string, target: object): object {
    return new Proxy(target, {
      get(inner, key, receiver) {
        if (typeof key === 'symbol' || key in inner) {
          const known: unknown = Reflect.get(inner, key, receiver);
          return known;
        }
        if (silent.has(key)) return undefined;
        throw new Error(`NotEmulated: ${name}.${key}`);
      },
    });
  }

  function describe(description: Description): void {
    const isTemplate = description.name === 'HtmlTemplate';
    const prototype = asObject(Object.create(isTemplate ? {} : absent(description.name, {})));
    for (const method of description.methods) {
      Object.defineProperty(prototype, method, {
        value(this: object, ...args: unknown[]) {
          return invoke(handles.get(this) ?? -1, method, args);
        },
        writable: true,
        configurable: true,
      });
    }
    if (isTemplate) {
      Object.defineProperty(prototype, 'evaluate', {
        value(this: object) {
          const handle = handles.get(this) ?? -1;
          return invoke(handle, 'evaluate', [evaluateTemplate(String(invoke(handle, 'getCode', [])), this)]);
        },
      });
    }
    if (!description.methods.includes('toString')) {
      Object.defineProperty(prototype, 'toString', { value: () => description.name, writable: true, configurable: true });
    }
    prototypes.set(description.id, prototype);
  }

  function enumConstant(enumName: string, name: string, ordinal: number): object {
    const key = `${enumName}.${name}`;
    let constant = enumValues.get(key);
    if (!constant) enumValues.set(key, (constant = new EnumConstant(enumName, name, ordinal)));
    return constant;
  }

  function enumeration(enumName: string, names: readonly string[]): object {
    let found = enums.get(enumName);
    if (!found) {
      const entries = names.map((name, ordinal) => [name, enumConstant(enumName, name, ordinal)]);
      found = asObject(Object.setPrototypeOf(Object.fromEntries(entries), absent(enumName, {})));
      enums.set(enumName, found);
    }
    return found;
  }

  function standIn(handle: number, classId: number, properties: object): object {
    const known = objects.get(handle);
    if (known) return known;
    const object = asObject(Object.create(prototypes.get(classId) ?? Object.prototype));
    handles.set(object, handle);
    objects.set(handle, object);
    for (const [name, value] of Object.entries(properties)) {
      Object.defineProperty(object, name, { value: revive(value), enumerable: true, writable: true, configurable: true });
    }
    return object;
  }

  function revive(tree: unknown): unknown {
    if (typeof tree !== 'object' || tree === null) return tree;
    if (Array.isArray(tree)) {
      for (let index = 0; index < tree.length; index += 1) {
        const inner: unknown = tree[index];
        if (typeof inner === 'object' && inner !== null) tree[index] = revive(inner);
      }
      return tree;
    }
    const tag = field(tree, '$');
    if (tag === undefined) return reviveEntries(tree);
    const value = field(tree, 'v');
    if (tag === 'd') return new Date(Number(value));
    if (tag === 'n') return Number(value);
    if (tag === 'h') return standIn(Number(value), Number(field(tree, 'c')), asObject(field(tree, 'p')));
    if (tag === 'e') return enumConstant(String(value), String(field(tree, 'n')), Number(field(tree, 'o')));
    if (tag === 'E') return enumeration(String(value), asNames(field(tree, 'n')));
    if (tag === 'o') return reviveEntries(asObject(value));
    return undefined;
  }

  function reviveEntries(tree: object): object {
    for (const [key, inner] of Object.entries(tree)) {
      if (typeof inner === 'object' && inner !== null) Reflect.set(tree, key, revive(inner));
    }
    return tree;
  }

  function encode(value: unknown): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'n', v: String(value) };
    if (value === undefined) return { $: 'u' };
    if (typeof value !== 'object') return { $: 'f', v: typeof value };
    if (Array.isArray(value)) return Array.from(value, encode);
    const handle = handles.get(value);
    if (handle !== undefined) return { $: 'h', v: handle };
    if (value instanceof EnumConstant) return { $: 'e', v: field(value, '$enum'), n: field(value, '$name'), o: value.ordinal() };
    if (value instanceof Date) return { $: 'd', v: Number.isNaN(value.getTime()) ? 'NaN' : value.getTime() };
    if (ArrayBuffer.isView(value)) return Array.from(new Int8Array(value.buffer, value.byteOffset, value.byteLength));
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (kind !== 'Object' && kind !== 'Error') return { $: 'f', v: kind };
    const encoded = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]));
    return '$' in value ? { $: 'o', v: encoded } : encoded;
  }

  function accept(text: string): unknown {
    const parsed: unknown = JSON.parse(text);
    const answer = asObject(parsed);
    if ('k' in answer) throw new Error('The execution has ended');
    if ('e' in answer) {
      const error = asObject(answer.e);
      throw Object.assign(new Error(String(field(error, 'message'))), revive(field(error, 'details')), { name: field(error, 'name') });
    }
    const classes = field(answer, 'c');
    for (const description of Array.isArray(classes) ? classes : []) {
      const { id, name, methods } = { id: 0, name: '', methods: null, ...asObject(description) };
      describe({ id, name, methods: asNames(methods) });
    }
    return revive(field(answer, 'v'));
  }

  function invoke(handle: number, method: string, args: readonly unknown[]): unknown {
    return accept(bridge.call(handle, method, JSON.stringify(args.map(encode))));
  }

  return { encode, invoke, accept, absent };
}
