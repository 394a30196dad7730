/** Tokens the workspace signs itself: OAuth tokens for its REST surface and OpenID tokens that its own tokeninfo endpoint confirms. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { VirtualTime } from '../contract';
import { put, type Store } from './store';

const lifetime = 3600;

const encodePart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decodePart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The OAuth client behind a script project: the audience of its identity tokens. */
export const clientIdOf = (project: string): string => `${createHash('sha256').update(project).digest('hex').slice(0, 12)}.apps.googleusercontent.com`;

/** A number that stands for a person in every token, as the platform's `sub`. */
export const subjectOf = (email: string): string => `1${BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`).toString().padStart(20, '0').slice(0, 20)}`;

export class Tokens {
  constructor(
    private readonly store: Store,
    private readonly now: () => VirtualTime,
  ) {}

  identityToken(email: string, project: string, withAddress: boolean): string {
    const issued = Math.floor(this.now() / 1000);
    const client = clientIdOf(project);
    const claims = {
      iss: 'https://accounts.google.com', azp: client, aud: client, sub: subjectOf(email),
      ...(withAddress ? { email, email_verified: true } : {}), iat: issued, exp: issued + lifetime,
    };
    return this.#signed({ alg: 'RS256', kid: 'workspace', typ: 'JWT' }, claims);
  }

  /** The claims of a token that is genuine and not expired, as Google's endpoint gives them: every value a string. */
  tokenInfo(token: string): Readonly<Record<string, string>> | null {
    const claims = this.#verified(token);
    if (!claims || Number(claims.exp) <= this.now() / 1000 || claims.iss !== 'https://accounts.google.com') return null;
    return Object.fromEntries(Object.entries({ ...claims, alg: 'RS256', kid: 'workspace', typ: 'JWT' }).map(([name, value]) => [name, String(value)]));
  }

  oauthToken(email: string, project: string): string {
    const expires = Math.floor(this.now() / 1000) + lifetime;
    return `ya29.${this.#signed({ typ: 'access' }, { email, project, exp: expires })}`;
  }

  /** The account behind a bearer token, null for one that is forged or expired. */
  userOf(token: string): string | null {
    const claims = token.startsWith('ya29.') ? this.#verified(token.slice('ya29.'.length)) : null;
    return claims && Number(claims.exp) > this.now() / 1000 && typeof claims.email === 'string' ? claims.email : null;
  }

  #signed(header: object, claims: object): string {
    const text = `${encodePart(header)}.${encodePart(claims)}`;
    return `${text}.${this.#signature(text).toString('base64url')}`;
  }

  #verified(token: string): Readonly<Record<string, unknown>> | null {
    const [header = '', claims = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0) return null;
    const expected = this.#signature(`${header}.${claims}`);
    const given = Buffer.from(signature, 'base64url');
    return given.length === expected.length && timingSafeEqual(given, expected) ? decodePart(claims) : null;
  }

  #signature(text: string): Buffer {
    return createHmac('sha256', this.#secret()).update(text).digest();
  }

  #secret(): string {
    const stored = this.store.get(['secret', 'tokens']);
    if (typeof stored === 'string') return stored;
    const secret = randomBytes(32).toString('hex');
    this.store.commit([put(['secret', 'tokens'], secret)]);
    return secret;
  }
}
