/** `ScriptApp`: triggers, the web app's address and tokens. */
import { GuestEnum, GuestError, HostObject, signatureMismatch, type EnumValue, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import type { StoredTrigger } from '../kernel/triggers';
import { TriggerBuilder } from './trigger-builder';
import { AuthMode, WeekDay } from './script-enums';
import { sourceId } from './source-id';

const EventType = new GuestEnum('ScriptApp.EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']);
const AuthorizationStatus = new GuestEnum('ScriptApp.AuthorizationStatus', ['NOT_REQUIRED', 'REQUIRED']);
const InstallationSource = new GuestEnum('ScriptApp.InstallationSource', ['APPS_MARKETPLACE_DOMAIN_ADD_ON', 'NONE', 'WEB_STORE_ADD_ON']);
const TriggerSource = new GuestEnum('ScriptApp.TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);

const triggerSources = { clock: 'CLOCK', form: 'FORMS', spreadsheet: 'SPREADSHEETS', calendar: 'CALENDAR' } as const;
/** Triggers kept from before their source was noted: only forms had submissions then. */
const sourceOf = ({ source, eventType }: StoredTrigger): keyof typeof triggerSources => source ?? (eventType === 'CLOCK' ? 'clock' : eventType === 'ON_FORM_SUBMIT' ? 'form' : 'spreadsheet');

export class Trigger extends HostObject {
  static override readonly guestName = 'Trigger';
  readonly #trigger: StoredTrigger;
  constructor(trigger: StoredTrigger) {
    super();
    this.#trigger = trigger;
  }
  _id(): string {
    return this.#trigger.id;
  }
  getUniqueId(): string {
    return this.#trigger.id;
  }
  getHandlerFunction(): string {
    return this.#trigger.functionName;
  }
  getEventType(): EnumValue {
    return EventType.value(this.#trigger.eventType);
  }
  getTriggerSource(): EnumValue {
    return TriggerSource.value(triggerSources[sourceOf(this.#trigger)]);
  }
  getTriggerSourceId(): string | null {
    return this.#trigger.sourceId;
  }
}

/** Everybody here has agreed to everything the manifest asks for. */
class AuthorizationInfo extends HostObject {
  static override readonly guestName = 'AuthorizationInfo';
  getAuthorizationStatus(): EnumValue {
    return AuthorizationStatus.value('NOT_REQUIRED');
  }
  getAuthorizationUrl(): null {
    return null;
  }
  getAuthorizedScopes(): never {
    throw new GuestError('NotEmulated: AuthorizationInfo.getAuthorizedScopes', 'Error');
  }
}

class Service extends HostObject {
  static override readonly guestName = 'Service';
  readonly #url: string | null;
  constructor(url: string | null) {
    super();
    this.#url = url;
  }
  getUrl(): string | null {
    return this.#url;
  }
  isEnabled(): boolean {
    return this.#url !== null;
  }
}

class ScriptApp extends HostObject {
  static override readonly guestName = 'ScriptApp';
  static override readonly guestProperties = ['AuthMode', 'AuthorizationStatus', 'EventType', 'InstallationSource', 'TriggerSource', 'WeekDay'];
  readonly AuthMode = AuthMode;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly InstallationSource = InstallationSource;
  readonly TriggerSource = TriggerSource;
  readonly WeekDay = WeekDay;
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;

  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }

  newTrigger(functionName: unknown): TriggerBuilder {
    if (typeof functionName !== 'string') throw signatureMismatch('ScriptApp.newTrigger', [functionName]);
    return new TriggerBuilder(functionName, this.#context, this.#kernel, (trigger) => {
      this.#context.count({ requests: 1 });
      return new Trigger(this.#kernel.triggers.add({ ...trigger, project: this.#context.project, owner: this.#context.runsAs }));
    });
  }
  getProjectTriggers(): Trigger[] {
    this.#context.count({ requests: 1 });
    return this.#kernel.triggers.ofProject(this.#context.project, this.#context.runsAs).map((trigger) => new Trigger(trigger));
  }
  getUserTriggers(source: unknown): Trigger[] {
    const id = sourceId('ScriptApp.getUserTriggers', source);
    return this.getProjectTriggers().filter((trigger) => trigger.getTriggerSourceId() === id);
  }
  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw signatureMismatch('ScriptApp.deleteTrigger', [trigger]);
    this.#context.count({ requests: 1 });
    if (!this.#kernel.triggers.ofProject(this.#context.project, this.#context.runsAs).some(({ id }) => id === trigger._id())) {
      throw new GuestError('The trigger you are trying to delete does not exist.');
    }
    this.#kernel.triggers.remove(trigger._id());
  }
  getService(): Service {
    const project = this.#kernel.projects.named(this.#context.project);
    return new Service(project.manifest.webApp ? this.#kernel.webApps.url(project.name) : null);
  }
  getAuthorizationInfo(mode: unknown): AuthorizationInfo {
    if (AuthMode.nameOf(mode) === null) throw signatureMismatch('ScriptApp.getAuthorizationInfo', [mode]);
    return new AuthorizationInfo();
  }
  getInstallationSource(): EnumValue {
    return InstallationSource.value('NONE');
  }
  requireAllScopes(): void {
    // Whoever runs a script here has agreed to what its manifest asks for.
  }
  requireScopes(mode: unknown, scopes: unknown): void {
    if (AuthMode.nameOf(mode) === null || !Array.isArray(scopes)) throw signatureMismatch('ScriptApp.requireScopes', [mode, scopes]);
    const granted = this.#kernel.projects.named(this.#context.project).manifest.oauthScopes;
    const lacking = granted === null ? [] : scopes.map(String).filter((scope) => !granted.includes(scope));
    if (lacking.length > 0) throw new GuestError(`Specified permissions are not sufficient to call ScriptApp.requireScopes. Required permissions: ${lacking.join(' || ')}`);
  }
  getScriptId(): string {
    return this.#context.project;
  }
  getOAuthToken(): string {
    return this.#kernel.tokens.oauthToken(this.#context.runsAs, this.#context.project);
  }
  getIdentityToken(): string {
    const scopes = this.#kernel.projects.named(this.#context.project).manifest.oauthScopes;
    const withAddress = scopes === null || scopes.includes('https://www.googleapis.com/auth/userinfo.email') || scopes.includes('email');
    return this.#kernel.tokens.identityToken(this.#context.runsAs, this.#context.project, withAddress);
  }
}

export const scriptAppService = (kernel: Kernel): ServiceDefinition => ({
  name: 'ScriptApp',
  create: (context) => ({ root: new ScriptApp(context, kernel) }),
});
