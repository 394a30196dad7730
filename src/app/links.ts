import { staff, type StaffMember } from '../../sheets-templates';
import type { Draft } from '../ledger/draft';
import { epochOf, refuse, type Instant, type Refusal } from '../terms';
import type { Actor } from './actor';
import type { LinkClaims, Ports } from './ports';

const separator = '.';
const mostLength = 600;

export const hoursFromNow = (now: Instant, hours: number): number => Math.floor(epochOf(now) / 1000) + hours * 3600;

export const signLink = (ports: Pick<Ports, 'sign' | 'encode'>, claims: LinkClaims): string => {
  const body = ports.encode(JSON.stringify([claims.page, claims.objectId, claims.staffId, claims.version, claims.expires]));
  return body + separator + ports.sign(body);
};

/** Compares without stopping at the first difference, so that timing tells nothing. */
const sameText = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index % Math.max(1, other.length));
  return difference === 0;
};

const invalid = (): Refusal => refuse('LINK', '此链接无效或已被更改。请使用最近一次收到的链接，或联系售后内勤。', 'This link is not valid or was changed. Please use the latest link you received, or ask the after-sales clerk.');
const expired = (): Refusal => refuse('LINK-EXPIRED', '此链接已过期。请打开工作台或联系发送人重新获取。', 'This link has expired. Please open your desk or ask the sender for a new one.');

const pages: readonly string[] = ['approval', 'desk', 'ticket', 'acceptance', 'quote', 'survey', 'form'];
const isPage = (page: unknown): page is LinkClaims['page'] => typeof page === 'string' && pages.includes(page);

/** Reads a link's claims if its signature is ours and its time has not passed. */
export const readLink = (ports: Pick<Ports, 'sign' | 'decode'>, token: unknown, now: Instant): LinkClaims | Refusal => {
  if (typeof token !== 'string' || token.length > mostLength) return invalid();
  const [body = '', signature = '', ...rest] = token.split(separator);
  if (rest.length > 0 || body === '' || !sameText(ports.sign(body), signature)) return invalid();
  const text = ports.decode(body);
  if (text === null) return invalid();
  const claims = JSON.parse(text) as readonly unknown[];
  const [page, objectId, staffId, version, expires] = claims;
  if (!isPage(page) || typeof objectId !== 'string' || typeof staffId !== 'string' || typeof version !== 'number' || typeof expires !== 'number') return invalid();
  if (expires !== 0 && epochOf(now) / 1000 > expires) return expired();
  return { page, objectId, staffId, version, expires };
};

/** Pages for customers: their links name no person. A quote's or survey's link names it, which is all that its actor may answer. */
export const isCustomers = (page: LinkClaims['page']): page is 'ticket' | 'acceptance' | 'quote' | 'survey' => page === 'ticket' || page === 'acceptance' || page === 'quote' || page === 'survey';

/** The person a staff link belongs to, if still active and the link not revoked. */
export const actorOfLink = (draft: Draft, claims: LinkClaims): Actor | Refusal => {
  if (isCustomers(claims.page)) return { kind: 'customer', ticketId: claims.objectId };
  const member = draft.find(staff, claims.staffId);
  if (member === undefined || !member.active) return refuse('LINK-PERSON', '此链接的使用人已停用。', 'The person of this link is no longer active.');
  if (member.linkVersion !== claims.version) return refuse('LINK-REVOKED', '此链接已作废，请向管理员索取新的个人链接。', 'This link was revoked. Please ask the administrator for a new one.');
  return { kind: 'staff', staff: member, via: claims.page === 'approval' ? 'EMAIL_LINK' : 'SYSTEM' };
};

/** 6.1 no. 6: a mail's approval link ends after `approval.link_hours`, other links to a person's own place after 90 days. */
export const mailLinkEnds = (page: 'approval' | 'desk', now: Instant, approvalHours: number): number => hoursFromNow(now, page === 'approval' ? approvalHours : 24 * 90);

export const staffClaims = (page: 'approval' | 'desk' | 'form', objectId: string, member: StaffMember, expires: number): LinkClaims => ({
  page, objectId, staffId: member.staffId, version: member.linkVersion, expires,
});
