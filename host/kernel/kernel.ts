/** Everything that stands behind the services of one workspace. */
import { randomBytes } from 'node:crypto';
import type { User, VirtualTime } from '../contract';
import { ClientSessions } from './client-sessions';
import { VirtualClock } from './clock';
import { DriveCursors } from './drive-cursors';
import { Executions } from './executions';
import type { FileSource } from './files';
import { Folders } from './folders';
import { FormDestinations } from './form-destinations';
import { Forms } from './forms';
import type { Limits } from './limits';
import { Locks } from './locks';
import { Mailbox } from './mail/mailbox';
import { People } from './people';
import { PlainFiles } from './plain-files';
import { Projects } from './projects';
import type { SpreadsheetEnvironment, SpreadsheetPart } from './spreadsheet-part';
import { Quotas } from './quotas';
import type { Store } from './store';
import { Tokens } from './tokens';
import { TriggerFates } from './trigger-fates';
import { Triggers } from './triggers';
import { WebApps } from './web-apps';

/** A request that leaves the workspace. Header names are in lower case. */
export interface OutsideRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
/** Answers in place of the world outside, or says null where nobody would answer. */
export type OutsideServer = (request: OutsideRequest) => { readonly status: number; readonly mimeType: string; readonly body: string } | null;

/** Shaped like the ids of files on the platform. */
export const newFileId = (): string => `1${randomBytes(24).toString('base64url').replaceAll('-', 'x')}`;

export class Kernel {
  readonly clock: VirtualClock;
  readonly people: People;
  readonly projects: Projects;
  readonly locks = new Locks();
  readonly executions: Executions;
  readonly triggers: Triggers;
  readonly fates = new TriggerFates();
  readonly mailbox: Mailbox;
  readonly quotas: Quotas;
  readonly forms: Forms;
  readonly folders: Folders;
  readonly plainFiles: PlainFiles;
  readonly driveCursors: DriveCursors;
  readonly spreadsheets: SpreadsheetPart;
  readonly formDestinations: FormDestinations;
  readonly tokens: Tokens;
  readonly sessions: ClientSessions;
  readonly webApps: WebApps;
  baseUrl = 'http://127.0.0.1:8080';
  /** Stands for every server outside the workspace; null when there is none to be reached. */
  outside: OutsideServer | null = null;

  constructor(
    readonly store: Store,
    readonly limits: Limits,
    startAt: VirtualTime,
    createSpreadsheets: (environment: SpreadsheetEnvironment) => SpreadsheetPart,
  ) {
    const now = (): VirtualTime => this.clock.now();
    this.clock = new VirtualClock(store, startAt);
    this.people = new People(store);
    this.projects = new Projects(store);
    this.executions = new Executions({ store, limits, locks: this.locks, now, pass: (milliseconds) => this.clock.moveTo(now() + milliseconds), clock: () => ({ now: now(), running: this.clock.running }) });
    this.quotas = new Quotas(store, now);
    this.triggers = new Triggers(store, limits, now);
    this.mailbox = new Mailbox(store, limits, now);
    this.forms = new Forms({ store, now, newId: newFileId, baseUrl: () => this.baseUrl });
    this.folders = new Folders(store, newFileId, now);
    this.plainFiles = new PlainFiles(store, newFileId, now);
    this.driveCursors = new DriveCursors(store, newFileId, now);
    this.spreadsheets = createSpreadsheets({ store, now, users: (): readonly User[] => this.people.all(), newId: newFileId, formUrl: (id, sheetId) => this.forms.urlAnswering(id, sheetId) });
    this.formDestinations = new FormDestinations(this.spreadsheets);
    this.tokens = new Tokens(store, now);
    this.sessions = new ClientSessions(store);
    this.webApps = new WebApps(this);
  }

  /** Everything that has files. */
  fileSources(): readonly FileSource[] {
    return [this.spreadsheets, this.forms, this.folders, this.plainFiles];
  }

  async close(): Promise<void> {
    this.clock.save();
    await this.executions.close();
    await this.store.close();
  }
}
