/** `PropertiesService`: small strings that stay. */
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import { put, remove, type Store, type StoreChange } from '../kernel/store';

const valueBytes = 9 * 1024;
const storeBytes = 500 * 1024;

const size = (text: string): number => Buffer.byteLength(text, 'utf8');

class Properties extends HostObject {
  static override readonly guestName = 'Properties';
  readonly #scope: string;
  readonly #context: ServiceContext;
  readonly #store: Store;

  constructor(scope: string, context: ServiceContext) {
    super();
    this.#scope = scope;
    this.#context = context;
    this.#store = context.store;
  }

  getProperty(key: unknown): string | null {
    this.#context.count({ requests: 1 });
    const value = this.#store.get(['property', this.#scope, String(key)]);
    return typeof value === 'string' ? value : null;
  }
  getProperties(): Record<string, string> {
    this.#context.count({ requests: 1 });
    return this.#all();
  }
  getKeys(): string[] {
    this.#context.count({ requests: 1 });
    return Object.keys(this.#all());
  }
  setProperty(key: unknown, value: unknown): this {
    return this.#set({ [String(key)]: String(value) }, false);
  }
  setProperties(values: unknown, deleteAllOthers: unknown = false): this {
    const entries = Object.entries(typeof values === 'object' && values !== null ? values : {}).map(([key, value]): [string, string] => [key, String(value)]);
    return this.#set(Object.fromEntries(entries), deleteAllOthers === true);
  }
  deleteProperty(key: unknown): this {
    this.#context.count({ requests: 1 });
    this.#store.commit([remove(['property', this.#scope, String(key)])]);
    return this;
  }
  deleteAllProperties(): this {
    this.#context.count({ requests: 1 });
    this.#store.commit(Object.keys(this.#all()).map((key) => remove(['property', this.#scope, key])));
    return this;
  }

  #all(): Record<string, string> {
    const all: Record<string, string> = {};
    for (const { key, value } of this.#store.range(['property', this.#scope])) all[String(key[2])] = String(value);
    return all;
  }
  #set(values: Readonly<Record<string, string>>, deleteAllOthers: boolean): this {
    if (Object.values(values).some((value) => size(value) > valueBytes)) throw new GuestError('Argument too large: value');
    const before = this.#all();
    const after = deleteAllOthers ? values : { ...before, ...values };
    const total = Object.entries(after).reduce((sum, [key, value]) => sum + size(key) + size(value), 0);
    if (total > storeBytes) throw new GuestError('You have exceeded the property storage quota. Please remove some properties and try again.');
    this.#context.count({ requests: 1, bytes: Object.values(values).reduce((sum, value) => sum + size(value), 0) });
    const changes: StoreChange[] = Object.entries(values).map(([key, value]) => put(['property', this.#scope, key], value));
    for (const key of Object.keys(before)) if (!(key in after)) changes.push(remove(['property', this.#scope, key]));
    this.#store.commit(changes);
    return this;
  }
}

class PropertiesService extends HostObject {
  static override readonly guestName = 'PropertiesService';
  readonly #context: ServiceContext;
  constructor(context: ServiceContext) {
    super();
    this.#context = context;
  }
  getScriptProperties(): Properties {
    return new Properties(`script:${this.#context.project}`, this.#context);
  }
  getUserProperties(): Properties {
    return new Properties(`user:${this.#context.project}:${this.#context.runsAs}`, this.#context);
  }
  getDocumentProperties(): Properties | null {
    const { containerId, project } = this.#context;
    return containerId === null ? null : new Properties(`document:${project}:${containerId}`, this.#context);
  }
}

export const propertiesService: ServiceDefinition = { name: 'PropertiesService', create: (context) => ({ root: new PropertiesService(context) }) };
