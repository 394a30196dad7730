/** As much of Gmail's search language as programs use to find their own mail again. */
import { GuestError } from '../kernel/host-object';
import type { OutgoingMail } from '../kernel/mailbox';

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

const operators: Readonly<Record<string, (mail: OutgoingMail, value: string, places: readonly string[]) => boolean>> = {
  subject: (mail, value) => includes(mail.subject, value),
  from: (mail, value) => includes(mail.headers.From ?? mail.from, value) || includes(mail.from, value),
  to: (mail, value) => [...mail.to, ...mail.cc].some((address) => includes(address, value)),
  cc: (mail, value) => mail.cc.some((address) => includes(address, value)),
  bcc: (mail, value) => mail.bcc.some((address) => includes(address, value)),
  rfc822msgid: (mail, value) => {
    const header = Object.entries(mail.headers).find(([name]) => name.toLowerCase() === 'message-id')?.[1] ?? '';
    return header.replace(/^<|>$/g, '') === value.replace(/^<|>$/g, '');
  },
  in: (_mail, value, places) => value === 'anywhere' || places.includes(value.toLowerCase()),
  is: (_mail, value, places) => places.includes(value.toLowerCase()),
  label: (_mail, value, places) => places.includes(value.toLowerCase()),
  has: (mail, value) => value === 'attachment' && mail.attachments.length > 0,
};

/** @param places labels the mail is under, in lower case. @throws GuestError for an operator that is not there */
export function matchesQuery(mail: OutgoingMail, places: readonly string[], query: unknown): boolean {
  if (typeof query !== 'string' || query.trim() === '') return true;
  for (const [, minus, operator, quoted, plain] of query.matchAll(/(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)) {
    const value = quoted ?? plain ?? '';
    const test = operator === undefined ? null : operators[operator.toLowerCase()];
    if (test === undefined) throw new GuestError(`NotEmulated: Gmail search operator ${operator ?? ''}`, 'Error');
    const found = test ? test(mail, value, places) : includes(mail.subject, value) || includes(mail.text, value) || includes(mail.html, value);
    if (found === (minus === '-')) return false;
  }
  return true;
}
