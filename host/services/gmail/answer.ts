/** Answers to a message: to whom, under which subject, and in its conversation. */
import { headerOf, messageIdOf } from '../../kernel/mail/mail-index';
import type { MailEntry } from '../../kernel/mail/account-mail';
import type { OutgoingMail } from '../../kernel/mail/mailbox';
import { composeGmail, type MailOptions } from '../mail-options';

export const record = (value: unknown): MailOptions => (typeof value === 'object' && value !== null ? { ...value } : {});

const replyTo = ({ mail }: MailEntry): string => headerOf(mail.headers, 'reply-to') || mail.from;

export function answerTo(entry: MailEntry, toAll: boolean, body: unknown, options: unknown, owner: string): OutgoingMail {
  const { mail } = entry;
  const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  const others = toAll ? mail.to.filter((address) => address.toLowerCase() !== owner.toLowerCase()) : [];
  const composed = composeGmail({ subject, ...(toAll ? { cc: mail.cc.join(',') } : {}), ...record(options), to: [replyTo(entry), ...others].join(','), body }, owner);
  const answered = `<${messageIdOf({ id: entry.id, headers: mail.headers })}>`;
  const references = [headerOf(mail.headers, 'references'), answered].join(' ').trim();
  return { ...composed, headers: { ...composed.headers, 'In-Reply-To': answered, References: references } };
}
