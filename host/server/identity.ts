/**
 * Who acts. The workspace has no passwords: choosing a person is what it is for. Addresses of forms and web apps take
 * `authuser` as Google's do; the page's own requests take `as`; otherwise the cookie of the last choice counts.
 */
import type { Workspace } from '../contract';
import { RequestRefused, type Exchange } from './http-exchange';

export const PERSON_COOKIE = 'acting-person';
/** Stands for a visitor without an account. */
export const ANONYMOUS = 'anonymous';

/** The account behind a request, `null` for an anonymous visitor. */
export function actingPerson(exchange: Exchange, workspace: Workspace): string | null {
  const named = exchange.url.searchParams.get('authuser') ?? exchange.url.searchParams.get('as') ?? exchange.cookie(PERSON_COOKIE);
  if (named === undefined || named === null || named === '' || named === ANONYMOUS) return null;
  return workspace.users().some((user) => user.email === named) ? named : null;
}

/** The account behind a request that only people with accounts can make. */
export function requirePerson(exchange: Exchange, workspace: Workspace): string {
  const person = actingPerson(exchange, workspace);
  if (person === null) throw new RequestRefused(401, 'Choose a person to act as first. 请先选择以谁的身份操作。');
  return person;
}
