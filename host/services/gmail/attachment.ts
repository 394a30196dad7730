/** `GmailAttachment`: a blob that knows its size and its hash. */
import { createHash } from 'node:crypto';
import type { OutgoingMail } from '../../kernel/mail/mailbox';
import { Blob } from '../blob';

export class GmailAttachment extends Blob {
  static override readonly guestName = 'GmailAttachment';
  constructor({ name, mimeType, base64 }: OutgoingMail['attachments'][number]) {
    super(Buffer.from(base64, 'base64'), mimeType, name);
  }
  getSize(): number {
    return this._bytes().length;
  }
  getHash(): string {
    return createHash('sha1').update(this._bytes()).digest('hex');
  }
}
