/** Mail as the workspace tells it. */
import type { VirtualTime } from './contract';

export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly mimeType: string; readonly contentId?: string; readonly base64: string }[];
  readonly sentAt: VirtualTime;
}

/** What an account has made of a mail in its mailbox. */
export interface MailMarks {
  readonly unread: boolean;
  readonly starred: boolean;
  readonly place: 'inbox' | 'archive' | 'bin' | 'spam';
  /** Names of its own labels. */
  readonly labels: readonly string[];
}
