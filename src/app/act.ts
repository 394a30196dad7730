import { staff } from '../../sheets-templates';
import { isRefusal, refuse, words, type Refusal, type Words } from '../terms';
import type { ActionResult } from '../ui/protocol';
import type { Actor } from './actor';
import type { Reply } from './command';
import { findCommand } from './commands';
import { fieldView } from '../ui/view';
import { actorOfLink, signLink } from './links';
import type { LinkClaims, Ports } from './ports';
import { runCommand } from './run-command';
import type { Draft } from '../ledger/draft';

/** Commands that only the system's own jobs give. */
const internal = /^(sweep|month|inbox|notice)\./;

export const staffByAddress = (email: string) => (draft: Draft): Actor | Refusal => {
  const member = draft.where(staff, (person) => person.active && person.accountEmail.toLowerCase() === email.toLowerCase())[0];
  return member === undefined
    ? refuse('WHO', `${email} 不在人员表中，或已停用。请联系管理员。`, `${email} is not among the staff or is no longer active. Please ask the administrator.`)
    : { kind: 'staff', staff: member, via: 'SYSTEM' };
};

const withAddress = (text: Words, url: string): Words => words(`${text.zh} ${url}`, `${text.en} ${url}`);

/** A customer's own page by its signed link; a unit's label by its random token, so that nothing of the unit stands in it (10.2). */
const addressOf = (ports: Ports, { page, objectId }: NonNullable<Reply['copy']>): string => {
  if (page === 'unit') return `?q=${objectId}`;
  const claims = { objectId, staffId: '', version: 0, expires: 0 };
  return page === 'project' ? `?q=${signLink(ports, { ...claims, page: 'form' })}` : `?v=${page}&t=${signLink(ports, { ...claims, page })}`;
};

const asResult = (ports: Ports, outcome: ReturnType<typeof runCommand>): ActionResult => {
  if (isRefusal(outcome)) return { ok: false, message: outcome.words };
  const { message, copy, next } = outcome;
  return {
    ok: true, message,
    ...(copy === undefined ? {} : { copy: withAddress(copy.text, `${ports.webAppUrl()}${addressOf(ports, copy)}`) }),
    ...(next === undefined ? {} : { next: { command: next.command, objectId: next.objectId, label: next.label, fields: next.fields.map(fieldView) } }),
  };
};

const unknown = { ok: false, message: words('没有这个操作。', 'There is no such action.') };

const plainInput = (input: unknown): Readonly<Record<string, unknown>> => (typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Readonly<Record<string, unknown>>) : {});

/** A wish from outside: names, ids and input are whatever somebody sent. */
export interface Wish {
  readonly command: unknown;
  readonly objectId: unknown;
  readonly input: unknown;
}

/** Does what a person asks for, if the command exists, is not the system's own, and lets them. */
export const act = (ports: Ports, wish: Wish, actor: (draft: Draft) => Actor | Refusal): ActionResult => {
  const definition = typeof wish.command === 'string' && !internal.test(wish.command) ? findCommand(wish.command) : undefined;
  if (definition === undefined || typeof wish.objectId !== 'string' || wish.objectId.length > 100) return unknown;
  return asResult(ports, runCommand(ports, { command: definition, actor, objectId: wish.objectId, raw: plainInput(wish.input) }));
};

/** What each kind of link may do: an approval link decides its own approval, a customer's link signs its own ticket. */
const allowed: Readonly<Record<LinkClaims['page'], (claims: LinkClaims, wish: Wish) => boolean>> = {
  desk: () => true,
  approval: (claims, wish) => wish.command === 'approval.decide' && wish.objectId === claims.objectId,
  acceptance: (claims, wish) => wish.command === 'acceptance.sign' && wish.objectId === claims.objectId,
  ticket: (claims, wish) => wish.command === 'acceptance.sign' && wish.objectId === claims.objectId,
  quote: (claims, wish) => wish.command === 'quote.answer' && wish.objectId === claims.objectId,
  survey: (claims, wish) => wish.command === 'survey.answer' && wish.objectId === claims.objectId,
  form: () => false,
};

export const actByLink = (ports: Ports, claims: LinkClaims, wish: Wish): ActionResult =>
  allowed[claims.page](claims, wish) ? act(ports, wish, (draft) => actorOfLink(draft, claims)) : unknown;
