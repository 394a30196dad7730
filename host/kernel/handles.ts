/** The host objects one execution holds, and the classes it has been told about. */
import { guestNameOf, HostObject } from './host-object';
import type { ClassDescription } from './messages';
import { encode, type HandleTable } from './wire';

const methodsByPrototype = new WeakMap<object, readonly string[]>();

/** Names a guest may call on objects with this prototype. */
export function guestMethods(object: HostObject): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (typeof prototype !== 'object' || prototype === null) return [];
  const known = methodsByPrototype.get(prototype);
  if (known) return known;
  const names = new Set<string>();
  let level: unknown = prototype;
  while (typeof level === 'object' && level !== null && level !== HostObject.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (name !== 'constructor' && !name.startsWith('_') && typeof value === 'function') names.add(name);
    }
    level = Object.getPrototypeOf(level);
  }
  const methods = [...names];
  methodsByPrototype.set(prototype, methods);
  return methods;
}

function guestPropertiesOf(object: HostObject): readonly string[] {
  const { constructor } = object;
  if (!('guestProperties' in constructor) || !Array.isArray(constructor.guestProperties)) return [];
  return constructor.guestProperties.filter((name) => typeof name === 'string');
}

export class Handles implements HandleTable {
  readonly #objects: HostObject[] = [];
  readonly #numbers = new Map<HostObject, number>();
  readonly #classes = new Map<unknown, number>();
  #news: ClassDescription[] = [];

  encodeHandle(object: HostObject): unknown {
    const known = this.#numbers.get(object);
    if (known !== undefined) return { $: 'h', v: known, c: this.#classOf(object) };
    this.#objects.push(object);
    const handle = this.#objects.length;
    this.#numbers.set(object, handle);
    const names = guestPropertiesOf(object);
    const classId = this.#classOf(object);
    if (names.length === 0) return { $: 'h', v: handle, c: classId };
    const properties = Object.fromEntries(names.map((name) => [name, encode(Reflect.get(object, name), this)]));
    return { $: 'h', v: handle, c: classId, p: properties };
  }

  /** @throws Error for a handle that was never given out */
  objectOf(handle: number): HostObject {
    const object = this.#objects[handle - 1];
    if (!object) throw new Error(`No host object behind handle ${handle}`);
    return object;
  }

  /** Descriptions that the guest has not received yet; taking them marks them as received. */
  takeNews(): readonly ClassDescription[] {
    const news = this.#news;
    if (news.length > 0) this.#news = [];
    return news;
  }

  #classOf(object: HostObject): number {
    const prototype: unknown = Object.getPrototypeOf(object);
    const known = this.#classes.get(prototype);
    if (known !== undefined) return known;
    const id = this.#classes.size + 1;
    this.#classes.set(prototype, id);
    this.#news.push({ id, name: guestNameOf(object), methods: guestMethods(object) });
    return id;
  }
}
