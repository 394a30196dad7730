/**
 * Field masks: which parts of a message a request means, such as `userEnteredFormat(numberFormat,textFormat.bold)`.
 */
import { isPlainObject, type PlainObject } from './check';

/** A mask as a tree; an empty node means everything below it. */
export interface MaskNode {
  readonly children: ReadonlyMap<string, MaskNode>;
}

interface GrowingNode {
  readonly children: Map<string, GrowingNode>;
}

const everything: MaskNode = { children: new Map() };

function parseInto(node: GrowingNode, text: string, start: number): number {
  let position = start;
  let ends: GrowingNode = node;
  let name = '';
  const step = (): void => {
    const trimmed = name.trim();
    name = '';
    if (trimmed === '' || trimmed === '*') return;
    const child = ends.children.get(trimmed) ?? { children: new Map() };
    ends.children.set(trimmed, child);
    ends = child;
  };
  for (; position < text.length; position += 1) {
    const character = text[position];
    if (character === ',') {
      step();
      ends = node;
    } else if (character === '.' || character === '/') {
      step();
    } else if (character === '(') {
      step();
      position = parseInto(ends, text, position + 1);
      ends = node;
    } else if (character === ')') {
      step();
      return position;
    } else {
      name += character;
    }
  }
  step();
  return position;
}

/** The tree of a mask; `*` and an empty text mean everything. */
export function parseFieldMask(mask: string): MaskNode {
  const root: GrowingNode = { children: new Map() };
  parseInto(root, mask, 0);
  return root;
}

/** Whether the mask names something at or below a path, such as `userEnteredFormat`. */
export function maskTouches(mask: MaskNode, ...path: readonly string[]): boolean {
  return maskAt(mask, ...path) !== null;
}

/** The part of a mask below a path; null when the mask leaves the path out. */
export function maskAt(mask: MaskNode, ...path: readonly string[]): MaskNode | null {
  let node = mask;
  for (const name of path) {
    if (node.children.size === 0) return everything;
    const child = node.children.get(name);
    if (!child) return null;
    node = child;
  }
  return node;
}

/**
 * The target with the masked fields taken from the source; a masked field that the source lacks is removed.
 * Neither argument is changed.
 */
export function mergeByMask(target: PlainObject, source: PlainObject, mask: MaskNode): PlainObject {
  if (mask.children.size === 0) return source;
  const merged: Record<string, unknown> = { ...target };
  for (const [name, child] of mask.children) {
    const value = source[name];
    const former = merged[name];
    if (child.children.size === 0) {
      if (value === undefined) delete merged[name];
      else merged[name] = value;
      continue;
    }
    const below = mergeByMask(isPlainObject(former) ? former : {}, isPlainObject(value) ? value : {}, child);
    if (Object.keys(below).length === 0) delete merged[name];
    else merged[name] = below;
  }
  return merged;
}

/** Only what the mask names, as a partial response gives it. Lists are filtered element by element. */
export function pickByMask(value: unknown, mask: MaskNode): unknown {
  if (mask.children.size === 0) return value;
  if (Array.isArray(value)) return value.map((element) => pickByMask(element, mask));
  if (!isPlainObject(value)) return value;
  const picked: Record<string, unknown> = {};
  for (const [name, child] of mask.children) {
    const element = value[name];
    if (element !== undefined) picked[name] = pickByMask(element, child);
  }
  return picked;
}

