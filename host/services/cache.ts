/** `CacheService`: strings that expire on the virtual clock. */
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import { put, remove, type StoreChange } from '../kernel/store';

const keyLength = 250;
const valueBytes = 100 * 1024;
const defaultSeconds = 600;
const longestSeconds = 21_600;
const itemsKept = 1000;

interface Entry {
  readonly value: string;
  readonly expiresAt: number;
}

function entryOf(stored: unknown): Entry | null {
  if (typeof stored !== 'object' || stored === null || !('value' in stored) || !('expiresAt' in stored)) return null;
  const { value, expiresAt } = stored;
  return typeof value === 'string' && typeof expiresAt === 'number' ? { value, expiresAt } : null;
}

class Cache extends HostObject {
  static override readonly guestName = 'Cache';
  readonly #scope: string;
  readonly #context: ServiceContext;

  constructor(scope: string, context: ServiceContext) {
    super();
    this.#scope = scope;
    this.#context = context;
  }

  get(key: unknown): string | null {
    this.#context.count({ requests: 1 });
    return this.#read(String(key));
  }
  getAll(keys: unknown): Record<string, string> {
    this.#context.count({ requests: 1 });
    const found: Record<string, string> = {};
    for (const key of Array.isArray(keys) ? keys.map(String) : []) {
      const value = this.#read(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }
  put(key: unknown, value: unknown, seconds: unknown = defaultSeconds): void {
    this.#write({ [String(key)]: String(value) }, Number(seconds));
  }
  putAll(values: unknown, seconds: unknown = defaultSeconds): void {
    const entries = Object.entries(typeof values === 'object' && values !== null ? values : {}).map(([key, value]): [string, string] => [key, String(value)]);
    this.#write(Object.fromEntries(entries), Number(seconds));
  }
  remove(key: unknown): void {
    this.#context.count({ requests: 1 });
    this.#context.store.commit([remove(['cache', this.#scope, String(key)])]);
  }
  removeAll(keys: unknown): void {
    this.#context.count({ requests: 1 });
    this.#context.store.commit((Array.isArray(keys) ? keys : []).map((key) => remove(['cache', this.#scope, String(key)])));
  }

  #read(key: string): string | null {
    const entry = entryOf(this.#context.store.get(['cache', this.#scope, key]));
    return entry && entry.expiresAt > this.#context.now() ? entry.value : null;
  }

  #write(values: Readonly<Record<string, string>>, seconds: number): void {
    const bytes = Object.values(values).map((value) => Buffer.byteLength(value, 'utf8'));
    if (Object.keys(values).some((key) => key.length > keyLength)) throw new GuestError('Argument too large: key');
    if (bytes.some((length) => length > valueBytes)) throw new GuestError('Argument too large: value');
    this.#context.count({ requests: 1, bytes: bytes.reduce((sum, length) => sum + length, 0) });
    const expiresAt = this.#context.now() + Math.min(Math.max(seconds, 0) || defaultSeconds, longestSeconds) * 1000;
    const changes: StoreChange[] = Object.entries(values).map(([key, value]) => put(['cache', this.#scope, key], { value, expiresAt }));
    this.#context.store.commit([...changes, ...this.#overflow(Object.keys(values))]);
  }

  /** What has to go so that the new keys have room: expired entries, then those that expire first. */
  #overflow(newKeys: readonly string[]): StoreChange[] {
    const now = this.#context.now();
    const others = [...this.#context.store.range(['cache', this.#scope])]
      .filter(({ key }) => !newKeys.includes(String(key[2])))
      .map(({ key, value }) => ({ key, expiresAt: entryOf(value)?.expiresAt ?? 0 }));
    const living = others.filter(({ expiresAt }) => expiresAt > now).sort((left, right) => left.expiresAt - right.expiresAt);
    const surplus = living.slice(0, Math.max(0, living.length + newKeys.length - itemsKept));
    return [...others.filter(({ expiresAt }) => expiresAt <= now), ...surplus].map(({ key }) => remove(key));
  }
}

class CacheService extends HostObject {
  static override readonly guestName = 'CacheService';
  readonly #context: ServiceContext;
  constructor(context: ServiceContext) {
    super();
    this.#context = context;
  }
  getScriptCache(): Cache {
    return new Cache(`script:${this.#context.project}`, this.#context);
  }
  getUserCache(): Cache {
    return new Cache(`user:${this.#context.project}:${this.#context.runsAs}`, this.#context);
  }
  getDocumentCache(): Cache | null {
    const { containerId, project } = this.#context;
    return containerId === null ? null : new Cache(`document:${project}:${containerId}`, this.#context);
  }
}

export const cacheService: ServiceDefinition = { name: 'CacheService', create: (context) => ({ root: new CacheService(context) }) };
