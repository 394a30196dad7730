/** Runs the functions that events set off: forms sent, cells edited, files opened, hours struck, menus clicked. */
import { knownTo } from './same-domain';
import type { AskPerson, ContainerEffects, ExecutionKind, MenuView, VirtualTime } from '../contract';
import { Form } from '../services/form/form-object';
import { AuthMode } from '../services/script-enums';
import { SessionUser } from '../services/session';
import { recordingUi, type ShownEffects } from '../services/ui';
import { wrapClientPage } from './client-page';
import type { ExecutionRequest } from './execution';
import type { ServiceContext } from './host-object';
import type { Kernel } from './kernel';
import type { Project } from './projects';
import type { AcceptedEdit, ChangeType } from './spreadsheet-part';
import type { StoredTrigger } from './triggers';
import type { StoredResponse } from './form-model';

type Surroundings = Pick<ExecutionRequest, 'containerUi' | 'selection' | 'uses'>;
/** Events of spreadsheets bring a Spreadsheet and a Range: what a script writes through them is flushed like everything else. */
const uses = ['SpreadsheetApp'];

type EventFields = (context: ServiceContext) => Readonly<Record<string, unknown>>;

/** Identity of functions that run for the person who clicks, in the container. */
const clickedBy = (person: string): Pick<ExecutionRequest, 'runsAs' | 'person' | 'activeUser'> => ({ runsAs: person, person, activeUser: person });

export class Events {
  readonly #functions = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly kernel: Kernel) {}

  /** Global functions of a project, by the hash of its files. */
  functionNames(project: Project): Promise<readonly string[]> {
    const known = this.#functions.get(project.hash) ?? this.kernel.executions.functionNames(project);
    this.#functions.set(project.hash, known);
    return known;
  }

  async formSubmitted(response: StoredResponse, person: string | null): Promise<void> {
    await this.#copyToSpreadsheet(response, person);
    for (const trigger of this.kernel.triggers.forEvent('ON_FORM_SUBMIT', response.formId)) {
      await this.#runTrigger(trigger, 'form-submit', person, (context) => {
        const source = new Form(response.formId, this.kernel, context);
        return { source, response: source.getResponse(response.id) };
      });
    }
  }

  /** Answers reach the spreadsheet before any trigger runs. */
  async #copyToSpreadsheet(response: StoredResponse, person: string | null): Promise<void> {
    const form = this.kernel.forms.find(response.formId);
    if (!form?.destination) return;
    const result = await this.kernel.formDestinations.copy(form, response);
    if (!result) return;
    const { copied, columns } = result;
    if (columns.length > form.destination.columns.length) this.kernel.forms.save({ ...form, destination: { ...form.destination, columns } });
    const { spreadsheetId, edit, values, namedValues } = copied;
    for (const trigger of this.kernel.triggers.forEvent('ON_FORM_SUBMIT', spreadsheetId)) {
      await this.#runTrigger(trigger, 'form-submit', person, (context) => ({ ...this.kernel.spreadsheets.eventObjects(context, spreadsheetId, edit), values, namedValues }), { uses });
    }
  }

  async clockStruck(trigger: StoredTrigger, at: VirtualTime): Promise<void> {
    const date = new Date(at);
    const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1);
    await this.#runTrigger(trigger, 'clock', null, () => ({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      'day-of-month': date.getUTCDate(),
      'day-of-week': date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
      'week-of-year': Math.floor((at - yearStart) / (7 * 86_400_000)) + 1,
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      timezone: 'UTC',
    }));
  }

  /** @returns what the functions said to the person who edits */
  async cellsEdited(id: string, edit: AcceptedEdit, person: string, ask?: AskPerson): Promise<Pick<ContainerEffects, 'alert' | 'toast'>> {
    const { containerUi, effects } = recordingUi(ask);
    const fields: EventFields = (context) => ({
      ...this.kernel.spreadsheets.eventObjects(context, id, edit),
      ...('value' in edit ? { value: edit.value } : {}),
      ...('oldValue' in edit ? { oldValue: edit.oldValue } : {}),
      user: new SessionUser(context.activeUser ?? ''),
    });
    const { sheetId, row, column, rows, columns } = edit;
    const selection = { sheetId, row, column, rows, columns };
    await this.#runSimple(id, 'onEdit', person, fields, { containerUi, selection, uses });
    for (const trigger of this.kernel.triggers.forEvent('ON_EDIT', id)) await this.#runTrigger(trigger, 'edit', person, fields, { containerUi, selection, uses });
    await this.spreadsheetChanged(id, 'EDIT', person);
    const { alert, toast } = effects;
    return { ...(alert === undefined ? {} : { alert }), ...(toast === undefined ? {} : { toast }) };
  }

  async spreadsheetChanged(id: string, changeType: ChangeType, person: string): Promise<void> {
    for (const trigger of this.kernel.triggers.forEvent('ON_CHANGE', id)) {
      await this.#runTrigger(trigger, 'edit', person, (context) => ({ source: this.kernel.spreadsheets.eventObjects(context, id, null).source, changeType }), { uses });
    }
  }

  /** @returns menus in the order they were built */
  async spreadsheetOpened(id: string, person: string): Promise<readonly MenuView[]> {
    const { containerUi, effects } = recordingUi();
    const fields: EventFields = (context) => ({ ...this.kernel.spreadsheets.eventObjects(context, id, null), user: new SessionUser(context.activeUser ?? '') });
    await this.#runSimple(id, 'onOpen', person, fields, { containerUi, uses });
    for (const trigger of this.kernel.triggers.forEvent('ON_OPEN', id)) await this.#runTrigger(trigger, 'open', person, fields, { containerUi, uses });
    return effects.menus;
  }

  /** @throws Error when no project bound to the spreadsheet has the function */
  async menuClicked(id: string, functionName: string, person: string, ask?: AskPerson): Promise<ContainerEffects> {
    for (const project of this.#boundTo(id)) {
      if (!(await this.functionNames(project)).includes(functionName)) continue;
      const { containerUi, effects } = recordingUi(ask);
      const { record } = await this.kernel.executions.run({ project, functionName, kind: 'menu', ...clickedBy(person), args: () => [], containerUi });
      if (record.status !== 'completed') effects.alert = record.error ?? record.status;
      return this.#shown(project, effects, person);
    }
    throw new Error(`No script bound to ${id} has a function ${functionName}`);
  }

  #boundTo(id: string): readonly Project[] {
    return this.kernel.projects.all().filter(({ container }) => container === id);
  }

  async #runSimple(id: string, functionName: 'onOpen' | 'onEdit', person: string, fields: EventFields, surroundings: Surroundings): Promise<void> {
    for (const project of this.#boundTo(id)) {
      if (!(await this.functionNames(project)).includes(functionName)) continue;
      await this.kernel.executions.run({
        project, functionName, kind: 'simple-trigger', runsAs: person, person, activeUser: knownTo(project.owner, person),
        args: (context) => [{ ...fields(context), authMode: AuthMode.value('LIMITED') }],
        ...surroundings,
      });
    }
  }

  async #runTrigger(trigger: StoredTrigger, kind: ExecutionKind, person: string | null, fields: EventFields, surroundings: Surroundings = {}): Promise<void> {
    const project = this.kernel.projects.find(trigger.project);
    if (!project) return;
    const request: ExecutionRequest = {
      project, functionName: trigger.functionName, kind, runsAs: trigger.owner, person, activeUser: knownTo(trigger.owner, person),
      args: (context) => [{ ...fields(context), authMode: AuthMode.value('FULL'), triggerUid: trigger.id }],
      ...surroundings,
    };
    const { quotas, limits, executions, fates, clock } = this.kernel;
    await fates.meet(trigger, clock.now(), async () => {
      if (quotas.used('trigger-milliseconds', trigger.owner) >= limits.triggerMinutesPerDay * 60_000) {
        executions.refuse(request, 'Service using too much computer time for one day');
        return;
      }
      const { milliseconds } = await executions.run(request);
      quotas.use('trigger-milliseconds', trigger.owner, milliseconds);
    });
  }

  #shown(project: Project, effects: ShownEffects, person: string): ContainerEffects {
    const page = (body: string): { readonly body: string; readonly clientSession: string } => {
      const session = this.kernel.sessions.open({ project: project.name, ...clickedBy(person), origin: 'menu' });
      return { body: wrapClientPage(body, session.id), clientSession: session.id };
    };
    const { sidebar, dialog, alert, toast } = effects;
    return {
      ...(sidebar ? { sidebar: { title: sidebar._titleText(), ...page(sidebar._page()) } } : {}),
      ...(dialog ? { dialog: { title: dialog.title, ...page(dialog.output._page()) } } : {}),
      ...(alert === undefined ? {} : { alert }),
      ...(toast === undefined ? {} : { toast }),
    };
  }
}
