/** Sessions of pages: who looks at which page of which project, so that a call from the page gets the identity the page was made with. */
import { randomUUID } from 'node:crypto';
import type { ExecutionKind } from '../contract';
import { Collection, type Store } from './store';

export interface ClientSession {
  readonly id: string;
  readonly project: string;
  readonly runsAs: string;
  readonly person: string | null;
  readonly activeUser: string | null;
  /** Where the page is: in a container's sidebar or dialog, or a web app. */
  readonly origin: Extract<ExecutionKind, 'menu' | 'web-app'>;
}

export class ClientSessions {
  readonly #sessions: Collection<ClientSession>;

  constructor(private readonly store: Store) {
    this.#sessions = new Collection<ClientSession>(store, 'client-session');
  }

  open(session: Omit<ClientSession, 'id'>): ClientSession {
    const opened: ClientSession = { ...session, id: randomUUID() };
    this.store.commit([this.#sessions.put(opened.id, opened)]);
    return opened;
  }

  find(id: string): ClientSession | null {
    return this.#sessions.get(id) ?? null;
  }
}
