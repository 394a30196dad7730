/**
 * What keeps other web pages away from the workspace: it answers only under its own names, changes nothing for a
 * foreign page, and gives every document a policy that loads nothing from elsewhere.
 */
import { RequestRefused, type Exchange } from './http-exchange';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const READING_METHODS = new Set(['GET', 'HEAD']);

/** Refuses names that some DNS answer pointed at this machine. */
export function requireLocalHost(exchange: Exchange): void {
  const host = (exchange.header('host') ?? '').replace(/:\d+$/, '');
  if (!LOCAL_NAMES.has(host)) throw new RequestRefused(421, 'The workspace answers on this machine only.');
}

/**
 * Refuses changes asked for by pages of another origin. Clients that are no browsers send neither header and pass;
 * documents in sandboxed frames have the origin "null" and do not.
 */
export function requireOwnOrigin(exchange: Exchange): void {
  if (READING_METHODS.has(exchange.method)) return;
  const origin = exchange.header('origin');
  const site = exchange.header('sec-fetch-site');
  if (origin !== undefined && origin !== `http://${exchange.header('host') ?? ''}`) throw new RequestRefused(403, 'Another page may not change the workspace.');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RequestRefused(403, 'Another page may not change the workspace.');
}

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export function commonHeaders(): Readonly<Record<string, string>> {
  return COMMON;
}

const OWN_DOCUMENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'";

export const policies = {
  /** The workspace page itself; nobody may frame it. */
  page: { 'Content-Security-Policy': `${OWN_DOCUMENT}; frame-ancestors 'none'`, 'X-Frame-Options': 'DENY' },
  /** Forms and the outer page of web apps; the workspace previews them in a frame. */
  preview: { 'Content-Security-Policy': `${OWN_DOCUMENT}; frame-ancestors 'self'`, 'X-Frame-Options': 'SAMEORIGIN' },
  /** Pages that a script project made: own opaque origin, inline scripts as on the platform, no network at all. */
  guest: {
    'Content-Security-Policy':
      "sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  },
  /** The HTML of a mail: no scripts, no network; same origin so that the page can follow its links. */
  mail: {
    'Content-Security-Policy':
      "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  },
} as const;
