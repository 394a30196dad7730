/** Everybody with an account in the workspace. */
import type { User } from '../contract';
import { Collection, type Store } from './store';

export class People {
  readonly #users: Collection<User>;

  constructor(private readonly store: Store) {
    this.#users = new Collection<User>(store, 'user');
  }

  add(user: User): void {
    const email = user.email.trim().toLowerCase();
    this.store.commit([this.#users.put(email, { ...user, email })]);
  }

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  find(email: string): User | null {
    return this.#users.get(email.trim().toLowerCase()) ?? null;
  }
}
