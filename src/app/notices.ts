import { outbox, staff, ticketNews, type Priority, type StaffMember } from '../../sheets-templates';
import { isWorkingDay, type Calendar } from '../deadlines';
import type { Draft } from '../ledger/draft';
import type { ReportMail } from '../reports';
import type { Settings } from '../settings';
import { atTime, dateOf, inLanguage, plusDays, type Instant, type Language } from '../terms';
import { isMailAddress } from './mail/encoded-word';
import { priorityOf } from './notice-catalogue';
import type { Message, NoticeAction, NoticeRequest, Recipient } from './request';
import { maskMessage, reachesOut } from './written-numbers';

/** What an outbox row keeps of a message, in the recipient's language: enough to write the mail when it leaves. */
export interface NoticeBody {
  readonly language: Language;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly actions: readonly { readonly label: string; readonly page: NoticeAction['page']; readonly objectId: string }[];
  readonly copyText: string | null;
  /** Tables and pictures below the paragraphs. */
  readonly report?: ReportMail;
}

interface Addressee {
  readonly staffId: string | null;
  readonly address: string;
  readonly language: Language;
  readonly ticketId: string | null;
  /** Whether numbers that somebody wrote stay as they are. */
  readonly calls: boolean;
}

const languageOf = (member: StaffMember): Language => (member.language === 'en' ? 'en' : 'zh-CN');

const asAddressee = (member: StaffMember): Addressee => ({ staffId: member.staffId, address: member.accountEmail, language: languageOf(member), ticketId: null, calls: reachesOut(member.roles) });

/** Active people behind the recipients, each once, whatever the number of their roles. */
const addressees = (draft: Draft, to: readonly Recipient[]): readonly Addressee[] => {
  const found = new Map<string, Addressee>();
  for (const recipient of to) {
    if ('customerAddress' in recipient) {
      if (recipient.customerAddress !== '') found.set(recipient.customerAddress, { staffId: null, address: recipient.customerAddress, language: recipient.language, ticketId: recipient.ticketId, calls: true });
      continue;
    }
    const members = draft.where(staff, (member) => member.active && ('role' in recipient ? member.roles.includes(recipient.role) : member.staffId === recipient.staffId));
    for (const member of members) found.set(member.accountEmail, asAddressee(member));
  }
  // An address that no header can carry would stop every mail behind it.
  return [...found.values()].filter(({ address }) => isMailAddress(address));
};

const digestTimes = ['08:30', '16:30'];

/** The earliest moment a notice may leave: at once, after the quiet hours, or with the next digest of a working day (section 13). */
export const notBefore = (priority: Priority, now: Instant, settings: Settings, calendar: Calendar): Instant | null => {
  if (priority === 'P1') return null;
  if (priority === 'P3') {
    for (let date = dateOf(now); ; date = plusDays(date, 1)) {
      if (!isWorkingDay(calendar, date)) continue;
      const next = digestTimes.map((time) => atTime(date, time)).find((moment) => moment >= now);
      if (next !== undefined) return next;
    }
  }
  const from = settings.text('notify.quiet_from', now);
  const to = settings.text('notify.quiet_to', now);
  const time = now.slice(11, 16);
  if (time >= from) return atTime(plusDays(dateOf(now), 1), to);
  return time < to ? atTime(dateOf(now), to) : null;
};

const bodyIn = (message: Message, language: Language): NoticeBody => ({
  language,
  paragraphs: message.body.map((paragraph) => inLanguage(paragraph, language)),
  facts: (message.facts ?? []).map(({ label, value }) => ({ label: inLanguage(label, language), value: typeof value === 'string' ? value : inLanguage(value, language) })),
  actions: (message.actions ?? []).map((action) => ({ label: inLanguage(action.label, language), page: action.page, objectId: action.objectId })),
  copyText: message.copyText === undefined ? null : inLanguage(message.copyText, language).slice(0, 500),
  ...(message.report === undefined ? {} : { report: message.report(language) }),
});

/** What a customer is told stands on the status page too, whether a mail reaches him or not (10.3). */
const keepNews = (draft: Draft, { to, message }: NoticeRequest, now: Instant): void => {
  const { zh, en } = message.news ?? message.subject;
  for (const recipient of to) if ('customerAddress' in recipient) draft.insert(ticketNews, { newsId: draft.nextNumber('NW', '', 6), ticketId: recipient.ticketId, at: now, zh, en });
};

/** Puts one outbox row per addressee into the draft, in the same commit as the change that caused the notice. */
export const queueNotice = (draft: Draft, notice: NoticeRequest, now: Instant, settings: Settings, calendar: Calendar): void => {
  const priority = notice.priority ?? priorityOf(notice.code, notice.severity);
  keepNews(draft, notice, now);
  for (const addressee of addressees(draft, notice.to)) {
    const who = addressee.staffId ?? 'CUS';
    const message = addressee.calls ? notice.message : maskMessage(notice.message);
    const noticeId = draft.nextNumber('NT', '', 6);
    draft.insert(outbox, {
      noticeId,
      // What can happen at any moment can happen twice in one second.
      key: [notice.code, notice.objectId, notice.cycle === now ? noticeId : notice.cycle ?? '1', who].join('/'),
      code: notice.code,
      toStaff: addressee.staffId,
      toAddress: addressee.address,
      channel: 'EMAIL',
      priority,
      subject: inLanguage(message.subject, addressee.language),
      body: bodyIn(message, addressee.language),
      queuedAt: now,
      notBefore: notBefore(priority, now, settings, calendar),
      draftId: null,
      attempts: 0,
      lastError: null,
      sentAt: null,
      status: 'QUEUED',
    });
  }
};
