/** The id of a form or a spreadsheet that was given as itself or by its id. */
import { HostObject, signatureMismatch } from '../kernel/host-object';

export function sourceId(method: string, source: unknown): string {
  if (typeof source === 'string') return source;
  const getId: unknown = source instanceof HostObject ? Reflect.get(source, 'getId') : null;
  if (typeof getId !== 'function') throw signatureMismatch(method, [source]);
  return String(Reflect.apply(getId, source, []));
}
