/** Reading the arguments of guest calls. A call that fits no overload is refused in the platform's words. */
import { GuestError, signatureMismatch } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';

export const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** A number cut to an integer, as the platform takes it. @throws GuestError for anything else */
export function requireInteger(method: string, args: readonly unknown[], index: number): number {
  const value = args[index];
  if (!isWhole(value)) throw signatureMismatch(method, args);
  return Math.trunc(value);
}

/** @throws GuestError for anything but text */
export function requireText(method: string, args: readonly unknown[], index: number): string {
  const value = args[index];
  if (typeof value !== 'string') throw signatureMismatch(method, args);
  return value;
}

export function requireBoolean(method: string, args: readonly unknown[], index: number): boolean {
  const value = args[index];
  if (typeof value !== 'boolean') throw signatureMismatch(method, args);
  return value;
}

/** @throws GuestError unless the argument is a list of lists */
export function requireTable(method: string, args: readonly unknown[], index: number): readonly (readonly unknown[])[] {
  const value = args[index];
  if (!Array.isArray(value)) throw signatureMismatch(method, args);
  return value.map((row: unknown): readonly unknown[] => {
    if (!Array.isArray(row)) throw signatureMismatch(method, args);
    return row.map((element: unknown) => element);
  });
}

/** One row or column as a span. @throws GuestError for several */
export function requireSingleLine([startIndex, endIndex]: readonly [number, number]): { readonly startIndex: number; readonly endIndex: number } {
  if (endIndex - startIndex !== 1) throw new GuestError('Developer metadata may only be moved to a single row or column.');
  return { startIndex, endIndex };
}

/** Text of a plain argument; nothing for what is not there. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

const namedColors: Readonly<Record<string, string>> = {
  black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500',
  purple: '#800080', gray: '#808080', grey: '#808080', lightgray: '#d3d3d3', lightgrey: '#d3d3d3', pink: '#ffc0cb', cyan: '#00ffff', brown: '#a52a2a',
};

/** A colour such as `#ff0000`, `#f00` or `red`; null when it is none. */
export function colorOf(text: string): Message<'Color'> | null {
  const hex = (namedColors[text.toLowerCase()] ?? text).replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, '#$1$1$2$2$3$3');
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const part = (index: number): number => parseInt(match[index] ?? '0', 16) / 255;
  return { red: part(1), green: part(2), blue: part(3) };
}
