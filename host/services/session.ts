/** `Session`: who runs the script. */
import { createHash } from 'node:crypto';
import { HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import { People } from '../kernel/people';

export class SessionUser extends HostObject {
  static override readonly guestName = 'User';
  readonly #email: string;
  constructor(email: string) {
    super();
    this.#email = email;
  }
  /** Blank where the platform does not tell. */
  getEmail(): string {
    return this.#email;
  }
  getUserLoginId(): string {
    return this.#email;
  }
  override toString(): string {
    return this.#email;
  }
}

class Session extends HostObject {
  static override readonly guestName = 'Session';
  readonly #context: ServiceContext;
  constructor(context: ServiceContext) {
    super();
    this.#context = context;
  }
  getActiveUser(): SessionUser {
    return new SessionUser(this.#context.activeUser ?? '');
  }
  getEffectiveUser(): SessionUser {
    return new SessionUser(this.#context.runsAs);
  }
  getActiveUserLocale(): string {
    const { activeUser, runsAs, store } = this.#context;
    return new People(store).find(activeUser ?? runsAs)?.language === 'en' ? 'en' : 'zh-CN';
  }
  getScriptTimeZone(): string {
    return this.#context.timeZone;
  }
  getTemporaryActiveUserKey(): string {
    return this.#context.activeUser === null ? '' : createHash('sha256').update(`${this.#context.project}:${this.#context.activeUser}`).digest('base64url');
  }
}

export const sessionService: ServiceDefinition = { name: 'Session', create: (context) => ({ root: new Session(context) }) };
