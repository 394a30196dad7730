/** `MailApp`. */
import { GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import type { OutgoingMail } from '../kernel/mailbox';
import { blobOf } from './blob';
import { parseAddresses } from './mail-message';

type Options = Readonly<Record<string, unknown>>;

const record = (value: unknown): Options => (typeof value === 'object' && value !== null ? { ...value } : {});
const blank = new Set<unknown>([null, undefined]);
const text = (value: unknown): string => (blank.has(value) ? '' : String(value));

/** The four ways to call sendEmail, as one. */
function optionsOf(args: readonly unknown[]): Options {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object') return record(first);
  if (args.length === 3) return { to: first, subject: second, body: third };
  if (args.length === 4 && typeof fourth === 'object') return { ...record(fourth), to: first, subject: second, body: third };
  if (args.length === 4) return { to: first, replyTo: second, subject: third, body: fourth };
  throw signatureMismatch('MailApp.sendEmail', args);
}

function attachmentsOf(options: Options): OutgoingMail['attachments'] {
  const attached = (Array.isArray(options.attachments) ? options.attachments : []).map((item: unknown): { readonly item: unknown; readonly contentId?: string } => ({ item }));
  const inline = Object.entries(record(options.inlineImages)).map(([contentId, item]) => ({ item, contentId }));
  return [...attached, ...inline].map(({ item, ...id }) => {
    const blob = blobOf(item);
    if (!blob) throw new GuestError('Invalid argument: attachments');
    return { name: blob.getName() ?? '', mimeType: blob.getContentType() ?? 'application/octet-stream', ...id, base64: blob._bytes().toString('base64') };
  });
}

class MailApp extends HostObject {
  static override readonly guestName = 'MailApp';
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;
  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }

  sendEmail(...args: unknown[]): void {
    const options = optionsOf(args);
    const from = this.#context.runsAs;
    const to = parseAddresses(options.to);
    const invalid = [...to, ...parseAddresses(options.cc), ...parseAddresses(options.bcc)].find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
    if (invalid !== undefined) throw new GuestError(`Invalid email: ${invalid}`);
    const name = text(options.name);
    const html = text(options.htmlBody);
    this.#context.count({ requests: 1, bytes: Buffer.byteLength(text(options.body)) + Buffer.byteLength(html) });
    this.#kernel.mailbox.send({
      from,
      to,
      cc: parseAddresses(options.cc),
      bcc: parseAddresses(options.bcc),
      subject: text(options.subject),
      text: text(options.body),
      html,
      headers: {
        From: name ? `${name} <${from}>` : from,
        ...(options.replyTo ? { 'Reply-To': text(options.replyTo) } : {}),
      },
      attachments: attachmentsOf(options),
    });
  }
  getRemainingDailyQuota(): number {
    this.#context.count({ requests: 1 });
    return this.#kernel.mailbox.remainingToday(this.#context.runsAs);
  }
}

export const mailService = (kernel: Kernel): ServiceDefinition => ({
  name: 'MailApp',
  create: (context) => ({ root: new MailApp(context, kernel) }),
});
