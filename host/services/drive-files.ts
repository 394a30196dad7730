/** The advanced service `Drive`, as far as it is needed: removing a file. */
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';

const failed = (code: number, message: string): GuestError => new GuestError(`API call to drive.files.delete failed with error: ${message}`, 'GoogleJsonResponseException', { details: { code, message } });

class Files extends HostObject {
  static override readonly guestName = 'Drive.Files';
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;
  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }
  /** The workspace keeps what was removed in the bin, where nobody finds it by this service any more. */
  remove(id: unknown): void {
    this.#context.count({ requests: 1 });
    for (const source of this.#kernel.fileSources()) {
      const entry = source.file(String(id));
      if (!entry || entry.trashed) continue;
      if (entry.owner !== this.#context.runsAs) throw failed(403, 'The user does not have sufficient permissions for this file.');
      return source.changeFile(entry.id, { trashed: true });
    }
    throw failed(404, `File not found: ${String(id)}.`);
  }
}

class Drive extends HostObject {
  static override readonly guestName = 'Drive';
  static override readonly guestProperties = ['Files'];
  readonly Files: Files;
  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.Files = new Files(context, kernel);
  }
}

export const driveFilesService = (kernel: Kernel): ServiceDefinition => ({
  name: 'Drive',
  advanced: true,
  create: (context) => ({ root: new Drive(context, kernel) }),
});
