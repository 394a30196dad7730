/** What may cross between a page and the script behind it. */
import { EnumValue, HostObject } from './host-object';

const isPlain = (value: object): boolean => Object.prototype.toString.call(value) === '[object Object]' && !(value instanceof HostObject);

/** Whether google.script.run would refuse the argument. */
export function isIllegalArgument(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isIllegalArgument);
  return !isPlain(value) || Object.values(value).some(isIllegalArgument);
}

function hasUncrossable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  if (Array.isArray(value)) return value.some(hasUncrossable);
  return !isPlain(value) || value instanceof EnumValue || Object.values(value).some(hasUncrossable);
}

/** What a page receives: a Date or an object of a service anywhere makes the whole answer null, without an error. */
export function answerForPage(value: unknown): unknown {
  if (value === undefined || hasUncrossable(value)) return null;
  const text: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  return text;
}
