/** The advanced service `Gmail`: the mailbox of the account the script runs as. */
import { HostObject, type ServiceDefinition } from '../../../kernel/host-object';
import type { Kernel } from '../../../kernel/kernel';
import { Drafts } from './drafts';
import { Labels } from './labels';
import { Messages } from './messages';
import { Threads } from './threads';
import type { Surroundings } from './resource';

class Users extends HostObject {
  static override readonly guestName = 'Gmail.Users';
  static override readonly guestProperties = ['Drafts', 'Labels', 'Messages', 'Threads'];
  readonly Drafts: Drafts;
  readonly Labels: Labels;
  readonly Messages: Messages;
  readonly Threads: Threads;
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
    this.Drafts = new Drafts(surroundings);
    this.Labels = new Labels(surroundings);
    this.Messages = new Messages(surroundings);
    this.Threads = new Threads(surroundings);
  }
  getProfile(): object {
    const { context, kernel } = this.#surroundings;
    context.count({ requests: 1 });
    const entries = kernel.mailbox.account(context.runsAs).entries();
    return { emailAddress: context.runsAs, messagesTotal: entries.length, threadsTotal: new Set(entries.map(({ threadId }) => threadId)).size };
  }
}

class Gmail extends HostObject {
  static override readonly guestName = 'Gmail';
  static override readonly guestProperties = ['Users'];
  readonly Users: Users;
  constructor(surroundings: Surroundings) {
    super();
    this.Users = new Users(surroundings);
  }
  newMessage(): object {
    return {};
  }
  newDraft(): object {
    return {};
  }
  newLabel(): object {
    return {};
  }
  newLabelColor(): object {
    return {};
  }
  newModifyMessageRequest(): object {
    return {};
  }
  newModifyThreadRequest(): object {
    return {};
  }
  newBatchModifyMessagesRequest(): object {
    return {};
  }
  newBatchDeleteMessagesRequest(): object {
    return {};
  }
}

export const gmailService = (kernel: Kernel): ServiceDefinition => ({
  name: 'Gmail',
  advanced: true,
  create: (context) => ({ root: new Gmail({ context, kernel }) }),
});
