/**
 * What crosses between the kernel and a guest: JSON text, so that the guest's own `JSON.parse` makes every value in its realm.
 *
 * What JSON lacks travels as `{ "$": tag, "v": … }`:
 * `u` undefined, `n` a number JSON has no word for, `d` a Date (epoch ms), `e` an enum value, `E` an enum, `h` a handle of a host object,
 * `o` a plain object that has a `$` of its own, `f` something that cannot cross (a function, a Map …; `v` says what).
 */
import { EnumValue, GuestEnum, HostObject } from './host-object';

/** Gives host objects their handles, and finds them again. */
export interface HandleTable {
  /** The encoded handle; describes the object's class and properties when it crosses for the first time. */
  encodeHandle(object: HostObject): unknown;
  objectOf(handle: number): HostObject;
}

/** An argument that cannot cross: a service that gets one complains about it as the platform does. */
export class Uncrossable {
  constructor(readonly kind: string) {}
}

const tagOf = (value: object): string => Object.prototype.toString.call(value);

function isDate(value: object): value is Date {
  return tagOf(value) === '[object Date]';
}

/** A tree that JSON can write. Lists without anything special are passed on as they are. */
export function encode(value: unknown, handles: HandleTable): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : { $: 'n', v: String(value) };
    case 'undefined':
      return { $: 'u' };
    case 'object':
      return value === null ? null : encodeObject(value, handles);
    default:
      return { $: 'f', v: typeof value };
  }
}

function encodeObject(value: object, handles: HandleTable): unknown {
  if (Array.isArray(value)) return encodeList(value, handles);
  if (value instanceof HostObject) return handles.encodeHandle(value);
  if (value instanceof EnumValue) return { $: 'e', v: value.enumName, n: value.name, o: value.ordinal };
  if (value instanceof GuestEnum) return { $: 'E', v: value.enumName, n: value.names };
  if (isDate(value)) return { $: 'd', v: Number.isNaN(value.getTime()) ? 'NaN' : value.getTime() };
  if (ArrayBuffer.isView(value)) return [...new Int8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (tagOf(value) !== '[object Object]') return { $: 'f', v: tagOf(value).slice(8, -1) };
  const entries = Object.entries(value).map(([key, inner]) => [key, encode(inner, handles)]);
  const encoded: unknown = Object.fromEntries(entries);
  return '$' in value ? { $: 'o', v: encoded } : encoded;
}

function encodeList(list: readonly unknown[], handles: HandleTable): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const inner = list[index];
    const encoded = encode(inner, handles);
    if (encoded === inner && !copy) continue;
    copy ??= list.slice(0, index);
    copy[index] = encoded;
  }
  return copy ?? list;
}

/** The value of a parsed tree that came from a guest. */
export function decode(tree: unknown, handles: Pick<HandleTable, 'objectOf'>): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) {
    for (let index = 0; index < tree.length; index += 1) {
      const inner: unknown = tree[index];
      if (typeof inner === 'object' && inner !== null) tree[index] = decode(inner, handles);
    }
    return tree;
  }
  if ('$' in tree) return decodeTagged(tree, handles);
  return decodeEntries(tree, handles);
}

const decodeEntries = (tree: object, handles: Pick<HandleTable, 'objectOf'>): unknown =>
  Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, decode(inner, handles)]));

function decodeTagged(tree: object, handles: Pick<HandleTable, 'objectOf'>): unknown {
  const { $: tag, v: value, n: name, o: ordinal } = { $: '', v: null, n: '', o: 0, ...tree };
  switch (tag) {
    case 'u':
      return undefined;
    case 'n':
      return Number(value);
    case 'd':
      return new Date(Number(value));
    case 'e':
      return new EnumValue(String(value), name, ordinal);
    case 'h':
      return handles.objectOf(Number(value));
    case 'o':
      return typeof value === 'object' && value !== null ? decodeEntries(value, handles) : {};
    default:
      return new Uncrossable(String(value));
  }
}
