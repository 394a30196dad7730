/** `MailApp`. */
import { HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { composeMail, mailOptions } from './mail-options';

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
    const mail = composeMail(mailOptions('MailApp.sendEmail', args), this.#context.runsAs);
    this.#context.count({ requests: 1, bytes: Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html) });
    this.#kernel.mailbox.send(mail);
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
