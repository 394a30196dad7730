/**
 * Checks plain data against the table of shapes, with the words Google uses when a request does not fit.
 */
import type { MaskNode } from './field-mask';
import { shapes, type Message, type MessageName } from './shapes';

/** Plain data by name. */
export type PlainObject = { readonly [name: string]: unknown };

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const fieldsByMessage: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map(
  Object.entries(shapes).map(([name, fields]) => [name, new Map<string, unknown>(Object.entries(fields))]),
);

/** Google names fields in its messages as its own definition does: `update_cells`, not `updateCells`. */
export const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const typeUrls: Readonly<Record<string, string>> = { string: 'TYPE_STRING', int: 'TYPE_INT32', number: 'TYPE_DOUBLE', boolean: 'TYPE_BOOL' };

function problemOfScalar(type: string, value: unknown, path: string): string | null {
  const fits =
    type === 'string'
      ? typeof value === 'string'
      : type === 'boolean'
        ? typeof value === 'boolean'
        : typeof value === 'number' && (type === 'number' || (Number.isInteger(value) && Math.abs(value) < 2 ** 31));
  return fits ? null : `Invalid value at '${path}' (${typeUrls[type] ?? type}), ${JSON.stringify(value)}`;
}

function problemOfField(type: unknown, value: unknown, path: string): string | null {
  if (type === 'any') return null;
  if (typeof type === 'string') return type in typeUrls ? problemOfScalar(type, value, path) : problemOfMessage(type, value, path);
  if (Array.isArray(type)) {
    if (!Array.isArray(value)) return `Invalid JSON payload received. Unknown name "${path.split('.').at(-1) ?? ''}" at '${path}': Proto field is not repeating, cannot start list.`;
    for (const [index, element] of value.entries()) {
      const problem = problemOfField(type[0], element, `${path}[${index}]`);
      if (problem !== null) return problem;
    }
    return null;
  }
  if (isPlainObject(type) && Array.isArray(type['oneOf'])) {
    return type['oneOf'].includes(value) ? null : `Invalid value at '${path}' (TYPE_ENUM), ${JSON.stringify(value)}`;
  }
  if (isPlainObject(type) && isPlainObject(value)) {
    for (const [key, element] of Object.entries(value)) {
      const problem = problemOfField(type['mapOf'], element, `${path}[${JSON.stringify(key)}]`);
      if (problem !== null) return problem;
    }
    return null;
  }
  return `Invalid value at '${path}', ${JSON.stringify(value)}`;
}

function problemOfMessage(name: string, value: unknown, path: string): string | null {
  const fields = fieldsByMessage.get(name);
  if (!fields) throw new Error(`No message ${name} in the table of shapes`);
  if (!isPlainObject(value)) return path === '' ? 'Invalid JSON payload received. Unexpected token.' : `Invalid value at '${path}' (type.googleapis.com/google.apps.sheets.v4.${name}), ${JSON.stringify(value)}`;
  for (const field of Object.keys(value)) {
    const element = value[field];
    if (element === undefined) continue;
    const type = fields.get(field);
    if (type === undefined) {
      return path === ''
        ? `Invalid JSON payload received. Unknown name "${field}": Cannot find field.`
        : `Invalid JSON payload received. Unknown name "${field}" at '${path}': Cannot find field.`;
    }
    const problem = problemOfField(type, element, path === '' ? toSnakeCase(field) : `${path}.${toSnakeCase(field)}`);
    if (problem !== null) return problem;
  }
  return null;
}

/** What is wrong with a value as a message of this name, in Google's words, or null. */
export function problemOf(name: MessageName, value: unknown): string | null {
  return problemOfMessage(name, value, '');
}

/** Whether plain data is a message of this name. */
export function isMessage<K extends MessageName>(name: K, value: unknown): value is Message<K> {
  return problemOf(name, value) === null;
}

/** The same, telling the problem with its place in a larger payload, such as `requests[2].add_sheet`. */
export function problemAt<K extends MessageName>(name: K, value: unknown, path: string): { readonly message: Message<K> } | { readonly problem: string } {
  let problem: string | null = null;
  const fits = (candidate: unknown): candidate is Message<K> => {
    problem = problemOfMessage(name, candidate, path);
    return problem === null;
  };
  return fits(value) ? { message: value } : { problem: problem ?? '' };
}

/** The first path of a mask that messages of this name do not have; null when all are there. */
export function unknownPath(name: MessageName, mask: MaskNode): string | null {
  return unknownPathOf(name, mask, []);
}

function unknownPathOf(type: unknown, mask: MaskNode, path: readonly string[]): string | null {
  if (mask.children.size === 0 || type === 'any') return null;
  if (Array.isArray(type)) return unknownPathOf(type[0], mask, path);
  if (isPlainObject(type) && type['mapOf'] !== undefined) return null;
  const fields = typeof type === 'string' ? fieldsByMessage.get(type) : undefined;
  for (const [field, child] of mask.children) {
    const below = fields?.get(field);
    const problem = below === undefined ? [...path, field].join('.') : unknownPathOf(below, child, [...path, field]);
    if (problem !== null) return problem;
  }
  return null;
}

/** The same data without fields that are null or undefined: both mean "not there" in a request. Elements of lists stay. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isPlainObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, element] of Object.entries(value)) if (element !== null && element !== undefined) kept[name] = withoutNulls(element);
  return kept;
}
