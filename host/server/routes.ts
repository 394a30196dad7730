/** A route table: method and path pattern to handler. `:name` stands for one path segment, a final `*` for the rest. */
import type { Exchange } from './http-exchange';

export type Parameters = Readonly<Record<string, string>>;
export type Handler = (exchange: Exchange, parameters: Parameters) => Promise<void> | void;

export interface Route {
  /** `ANY` matches every method. */
  readonly method: 'GET' | 'POST' | 'ANY';
  readonly pattern: string;
  readonly handle: Handler;
}

export type Match = { readonly kind: 'found'; readonly route: Route; readonly parameters: Parameters } | { readonly kind: 'wrong-method' } | { readonly kind: 'unknown' };

export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  let knownPath = false;
  for (const route of routes) {
    const parameters = matchPattern(route.pattern, path);
    if (!parameters) continue;
    if (route.method === 'ANY' || route.method === method || (route.method === 'GET' && method === 'HEAD')) return { kind: 'found', route, parameters };
    knownPath = true;
  }
  return { kind: knownPath ? 'wrong-method' : 'unknown' };
}

function matchPattern(pattern: string, path: string): Parameters | null {
  const expected = pattern.split('/');
  const actual = path.split('/');
  const open = expected[expected.length - 1] === '*';
  if (open ? actual.length < expected.length : actual.length !== expected.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    if (open && index === expected.length - 1) {
      parameters['*'] = actual.slice(index).join('/');
      break;
    }
    const given = actual[index] ?? '';
    if (segment.startsWith(':')) {
      const value = decodeSegment(given);
      if (value === null || value === '') return null;
      parameters[segment.slice(1)] = value;
    } else if (segment !== given) return null;
  }
  return parameters;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
