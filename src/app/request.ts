import { holidays, settings, staff, type Priority, type Role, type Severity, type StaffMember } from '../../sheets-templates';
import type { Calendar } from '../deadlines';
import type { Draft } from '../ledger/draft';
import type { ReportMail } from '../reports';
import type { Settings } from '../settings';
import type { Instant, Language, Words } from '../terms';
import type { Actor } from './actor';
import type { Input } from './field';

/** A button in a mail. The link is signed for its recipient when the mail leaves; notices never hold secrets. */
export interface NoticeAction {
  readonly label: Words;
  readonly page: 'approval' | 'desk' | 'ticket' | 'acceptance' | 'quote' | 'survey';
  readonly objectId: string;
}

/** A message's content in both languages; each recipient gets it in their own. */
export interface Message {
  readonly subject: Words;
  /** Paragraphs, plain text. */
  readonly body: readonly Words[];
  /** Label and value rows, shown as a small table. */
  readonly facts?: readonly { readonly label: Words; readonly value: string | Words }[];
  readonly actions?: readonly NoticeAction[];
  /** What the status page says of it, where the subject does not say it. */
  readonly news?: Words;
  /** Text to paste into WeChat, QQ or SMS, at most 500 characters, where the catalogue offers one (10.5). */
  readonly copyText?: Words;
  /** Tables and pictures, written for a language; what it returns must fit a cell. */
  readonly report?: (language: Language) => ReportMail;
}

/** Who gets a notice. Roles reach every active holder; a person named twice gets one message. */
export type Recipient = { readonly role: Role } | { readonly staffId: string } | { readonly customerAddress: string; readonly ticketId: string; readonly language: 'zh-CN' | 'en' };

export interface NoticeRequest {
  /** N-01 … N-60 (section 13). */
  readonly code: string;
  readonly to: readonly Recipient[];
  /** The object the notice is about; with code, cycle and recipient it makes the idempotency key. */
  readonly objectId: string;
  readonly cycle?: string;
  /** Class of the ticket concerned; rows of the catalogue with "P1 if A/B" look at it. */
  readonly severity?: Severity | null | undefined;
  readonly priority?: Priority;
  readonly message: Message;
}

/** Everything a command may look at. Reading the clock or a service any other way is not possible from here. */
export interface Request {
  readonly draft: Draft;
  readonly actor: Actor;
  readonly now: Instant;
  /** When what is asked reached the company: earlier than now for a form that waited for its turn (AMB-04). */
  readonly sentAt: Instant;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly objectId: string;
  readonly input: Input;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
  /** Unguessable text of at least 128 bits. */
  readonly randomToken: () => string;
  readonly notify: (notice: NoticeRequest) => void;
}

/** Tables that every command reads, since authorisation, settings and calendar need them. */
export const commonTables = [staff, settings, holidays] as const;

export const staffWithRole = (draft: Draft, role: Role): readonly StaffMember[] => draft.where(staff, (member) => member.active && member.roles.includes(role));
