import type { Ledger } from '../ledger/ledger';
import type { Deployment } from '../ledger/deployment';
import type { SheetsPort } from '../ledger/sheets-port';
import type { Instant, Language } from '../terms';

/** A mail ready to leave: an RFC 2822 message. */
export interface MailPort {
  /**
   * Lays a message down as a draft and gives its id; null when the service takes none for now. A draft is nothing anyone
   * sees: it can be made before the change counts. Throws for a message that the service refuses.
   */
  readonly draft: (mime: string) => string | null;
  /**
   * Sends a draft. `gone` when there is no such draft any more: it left before. `later` when the service sends none for now, such as
   * at the end of the day's quota. Throws for a message that the service refuses.
   */
  readonly send: (draftId: string) => 'sent' | 'gone' | 'later';
  /** Recipients that the account may still write to today; null when the service does not say. */
  readonly left: () => number | null;
}

/** What a link says: its page, object, person and end. Signed, so nobody can make or change one. */
export interface LinkClaims {
  readonly page: 'approval' | 'desk' | 'ticket' | 'acceptance' | 'quote' | 'survey' | 'form';
  readonly objectId: string;
  /** Staff id; empty for customers. */
  readonly staffId: string;
  /** The person's link version; raising it in Staff revokes earlier links. */
  readonly version: number;
  /** Epoch seconds; 0 for links that end with their object instead. */
  readonly expires: number;
}

export interface FormPlace {
  readonly formId: string;
  /** Address with the link code's place marked, or the plain address where the form takes none. */
  readonly address: string;
  /** Address with places for what a unit's label knows, `QR` and the field's name; only the customers' form has one. */
  readonly prefilled?: string | null;
  /** Item id by the name of what it asks. */
  readonly items: Readonly<Record<string, string>>;
}

/** What the night's check keeps of one tab (`src/ledger/agreed.ts`). */
export interface KeptTab {
  /** Workbook and table. */
  readonly slot: string;
  /** Row of the checkpoint's own tab. */
  readonly at: number;
  readonly number: number;
  readonly rows: number;
  /** Whether the first look at it came to its end. */
  readonly whole: boolean;
  readonly pieces: number;
}

/** A text that is left out stays as it is. */
export type TabToKeep = Omit<KeptTab, 'pieces'> & { readonly text: string | null };

/** A workbook of the owner's that no command reads: what the ledgers held when the night's check last looked. */
export interface CheckpointPort {
  readonly index: () => readonly KeptTab[];
  readonly load: (tabs: readonly KeptTab[]) => readonly string[];
  readonly save: (tabs: readonly TabToKeep[]) => void;
  readonly look: SheetsPort['batchGet'];
}

/** Everything the application needs of the outside. `src/google` implements it; tests may. */
export interface Ports {
  readonly now: () => Instant;
  /** Runs work under the one lock of the deployment; `busy` when it could not be had in time. Never nested. */
  readonly locked: <Result>(work: () => Result) => { readonly done: Result } | 'busy';
  readonly ledger: () => Ledger;
  readonly deployment: () => Deployment;
  /** Makes a yearly archive, such as `archive-2026`, if it is not there yet. */
  readonly ensureArchive: (workbook: string) => void;
  readonly mail: MailPort;
  readonly checkpoint: CheckpointPort;
  readonly digest: (text: string) => string;
  /** HMAC-SHA256 with the deployment's secret, base64url. */
  readonly sign: (text: string) => string;
  /** HMAC-SHA256 with a given key, base64. */
  readonly hmac: (text: string, key: string) => string;
  /** Sends JSON to an address outside. Throws when nobody can be reached there. */
  readonly post: (url: string, json: string) => { readonly status: number; readonly text: string };
  readonly encode: (text: string) => string;
  readonly decode: (text: string) => string | null;
  readonly base64: (bytes: readonly number[]) => string;
  readonly base64Text: (text: string) => string;
  readonly deflate: (bytes: readonly number[]) => readonly number[];
  readonly randomToken: () => string;
  readonly webAppUrl: () => string;
  readonly form: (key: string) => FormPlace | null;
  /** Small values that survive between runs. */
  readonly remember: (key: string, value: string) => void;
  readonly recall: (key: string) => string | null;
  readonly senderAddress: () => string;
  /** Has the clock's run come every so many minutes from now on. */
  readonly sweepEvery: (minutes: number) => void;
  readonly log: (line: string) => void;
}

export type { Language };
