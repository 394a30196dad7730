/** The order of keys, the same in memory as on disk. */
import type { StoreKey } from './store';

function compareParts(left: string | number, right: string | number): number {
  if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
  if (typeof right === 'number') return 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function compareKeys(left: StoreKey, right: StoreKey): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareParts(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

export function startsWith(key: StoreKey, prefix: StoreKey): boolean {
  return key.length >= prefix.length && prefix.every((part, index) => key[index] === part);
}
