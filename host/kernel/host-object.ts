/**
 * How an object of the host reaches guest code, and what a service is given to do its work.
 *
 * A guest never holds a host object itself: it holds a stand-in in its own realm whose methods block on a message to
 * the kernel. This file is the whole contract between the kernel and anyone who writes a service.
 */
import type { MenuView, Question, QuestionAnswer, VirtualTime } from '../contract';
import type { Store } from './store';

/** An error for the guest: it arrives there as an `Error` of the guest's own realm. */
export class GuestError extends Error {
  /**
   * @param message what `error.message` says in the guest
   * @param guestName what `error.name` says there: `Exception` for most of the platform, `GoogleJsonResponseException` for advanced services
   * @param details further plain properties of the guest's error, such as `{ details: { code, message } }` of an advanced service
   */
  constructor(
    message: string,
    readonly guestName: string = 'Exception',
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = guestName;
  }
}

/** One value of an enum as the platform has it: the guest can compare it by identity and turn it into its name. */
export class EnumValue {
  constructor(
    readonly enumName: string,
    readonly name: string,
    readonly ordinal: number,
  ) {}
  toString(): string {
    return this.name;
  }
}

/** An enum of the platform, such as `FormApp.ItemType`. */
export class GuestEnum<Name extends string = string> {
  readonly #values: ReadonlyMap<string, EnumValue>;
  /** @param enumName unique in the whole host, such as `SpreadsheetApp.WrapStrategy` */
  constructor(
    readonly enumName: string,
    readonly names: readonly Name[],
  ) {
    this.#values = new Map(names.map((name, ordinal) => [name, new EnumValue(enumName, name, ordinal)]));
  }
  /** @throws Error for a name that is not in the enum: a mistake of the host, not of the guest */
  value(name: Name): EnumValue {
    const value = this.#values.get(name);
    if (!value) throw new Error(`${this.enumName} has no ${name}`);
    return value;
  }
  /** The name of an argument that may be a value of this enum, else null. */
  nameOf(argument: unknown): Name | null {
    if (!(argument instanceof EnumValue) || argument.enumName !== this.enumName) return null;
    return this.names.find((name) => name === argument.name) ?? null;
  }
}

/**
 * Base of everything a guest can hold.
 *
 * Every method of a subclass (its own and inherited ones) can be called by the guest under its name, except those whose
 * name starts with `_`. TypeScript's `private` does not hide a method: keep internals `#private` or `_named`.
 * Arguments and results are primitives, null, undefined, Date, EnumValue, arrays, plain objects, byte arrays (number[],
 * signed as on the platform) and HostObjects, nested as you like. A method may return a promise; the guest blocks until it settles.
 * A method that is not there throws `NotEmulated: Service.method` in the guest.
 */
export abstract class HostObject {
  /** Class name for call names and error texts, such as `Range`. */
  static readonly guestName: string = 'Object';
  /**
   * Names of properties (fields or getters) that the guest may read: primitives, GuestEnums or HostObjects. They are read once,
   * when the object first reaches the guest, so they must not change afterwards.
   */
  static readonly guestProperties: readonly string[] = [];
}

/** The class name under which a guest knows the object. */
export function guestNameOf(object: HostObject): string {
  const { constructor } = object;
  return 'guestName' in constructor && typeof constructor.guestName === 'string' ? constructor.guestName : constructor.name;
}

/** What the platform says when no overload takes these arguments. `method` as in `SpreadsheetApp.Range.setValue`. */
export function signatureMismatch(method: string, args: readonly unknown[]): GuestError {
  const kinds = args.map((argument) => {
    if (argument === null) return 'null';
    if (argument instanceof HostObject) return guestNameOf(argument);
    if (Array.isArray(argument)) return 'number[]';
    if (typeof argument === 'string') return 'String';
    return typeof argument;
  });
  return new GuestError(`The parameters (${kinds.join(',')}) don't match the method signature for ${method}.`);
}

/** What a service reports about the call that is being served; amounts add up. */
export interface CallCost {
  /** Cells of spreadsheets that the call read. */
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Requests that left for a server; leave it out for pure look-ups. */
  readonly requests: number;
  /** Size of what went over the wire, both ways. */
  readonly bytes: number;
}

/** The user interface of the container (the open spreadsheet); present only where the platform has one. */
export interface ContainerUi {
  /** The object behind `SpreadsheetApp.getUi()`: menus, sidebars, dialogs, alerts. */
  readonly ui: HostObject;
  /** Shows a short message at the corner of the sheet. */
  toast(message: string, title: string): void;
  /** Adds a menu, or puts it in the place of the one of its name. */
  putMenu(menu: MenuView): void;
  removeMenu(caption: string): void;
  /** Shows a page in a dialog. */
  show(page: HostObject): void;
  /** Shows a box and waits for the person. Where nobody can answer, an alert is agreed to at once and a prompt throws. */
  ask(question: Question): Promise<QuestionAnswer>;
}

/** Waits for a person, within an execution whose time stands still meanwhile. */
export type WaitForPerson = (answer: Promise<QuestionAnswer>) => Promise<QuestionAnswer>;

/** What a service is given, once per execution. The object is the same for all services of that execution. */
export interface ServiceContext {
  readonly executionId: string;
  /** Script id of the running project. */
  readonly project: string;
  /** Address of the account whose rights the execution has. */
  readonly runsAs: string;
  /** Address behind the keyboard as far as the platform tells the script; null in triggers and for strangers. */
  readonly activeUser: string | null;
  /** The script's time zone, from its manifest. */
  readonly timeZone: string;
  /** The spreadsheet a bound script belongs to; null for standalone scripts. */
  readonly containerId: string | null;
  /** The container where the script has it open before it; null in web apps and their pages' calls, which open it by its id. */
  readonly openContainerId: string | null;
  /** What the acting person has selected in the container, if anyone acts in it. Indexes are zero-based. */
  readonly selection: { readonly sheetId: number; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } | null;
  /** Null where the platform refuses `getUi`: web apps, clock and form triggers, standalone scripts. */
  readonly containerUi: ContainerUi | null;
  readonly store: Store;
  now(): VirtualTime;
  /** Adds to the account of the call being served. */
  count(cost: Partial<CallCost>): void;
}

/** One service as one execution sees it. */
export interface ServiceInstance {
  readonly root: HostObject;
  /**
   * Called when the function has returned or thrown, never after a kill: the place to write out buffered changes. It runs within the execution's
   * time. A GuestError thrown here fails the execution.
   */
  endOfExecution?(): void | Promise<void>;
}

/** A global of the guest, such as `SpreadsheetApp`, or an advanced service. */
export interface ServiceDefinition {
  readonly name: string;
  /** Advanced services are globals only where the manifest enables them. */
  readonly advanced?: boolean;
  create(context: ServiceContext): ServiceInstance;
}
