/** Builders behind `ScriptApp.newTrigger`. */
import { GuestError, HostObject, signatureMismatch, type ServiceContext } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { seededNumber, type ClockSchedule } from '../kernel/schedule';
import type { EventType, NewTrigger } from '../kernel/triggers';
import { knownZone, momentOf } from '../kernel/zone';
import { WeekDay } from './script-enums';
import { sourceId } from './source-id';

type Install = (trigger: Omit<NewTrigger, 'project' | 'owner'>) => HostObject;

const notThere = (method: string): GuestError => new GuestError(`Unexpected error while getting the method or property ${method} on object ScriptApp.TriggerBuilder.`);

export class TriggerBuilder extends HostObject {
  static override readonly guestName = 'TriggerBuilder';
  readonly #functionName: string;
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;
  readonly #install: Install;

  constructor(functionName: string, context: ServiceContext, kernel: Kernel, install: Install) {
    super();
    this.#functionName = functionName;
    this.#context = context;
    this.#kernel = kernel;
    this.#install = install;
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#functionName, this.#context, this.#install);
  }
  forForm(form: unknown): EventTriggerBuilder {
    const id = sourceId('ScriptApp.TriggerBuilder.forForm', form);
    if (!this.#kernel.forms.find(id)) throw notThere('forForm');
    return this.#forSource('FormTriggerBuilder', id);
  }
  forSpreadsheet(spreadsheet: unknown): EventTriggerBuilder {
    const id = sourceId('ScriptApp.TriggerBuilder.forSpreadsheet', spreadsheet);
    if (!this.#kernel.spreadsheets.file(id)) throw notThere('forSpreadsheet');
    return this.#forSource('SpreadsheetTriggerBuilder', id);
  }
  #forSource(kind: 'FormTriggerBuilder' | 'SpreadsheetTriggerBuilder', id: string): EventTriggerBuilder {
    const builder = kind === 'FormTriggerBuilder' ? FormTriggerBuilder : SpreadsheetTriggerBuilder;
    const source = kind === 'FormTriggerBuilder' ? 'form' : 'spreadsheet';
    return new builder((eventType) => ({ functionName: this.#functionName, eventType, source, sourceId: id, schedule: null }), this.#install);
  }
}

/** Builders of triggers that an event of a file sets off. */
abstract class EventTriggerBuilder extends HostObject {
  #eventType: EventType | null = null;
  readonly #describe: (eventType: EventType) => Omit<NewTrigger, 'project' | 'owner'>;
  readonly #install: Install;
  constructor(describe: (eventType: EventType) => Omit<NewTrigger, 'project' | 'owner'>, install: Install) {
    super();
    this.#describe = describe;
    this.#install = install;
  }
  _on(eventType: EventType): this {
    this.#eventType = eventType;
    return this;
  }
  onOpen(): this {
    return this._on('ON_OPEN');
  }
  create(): HostObject {
    if (!this.#eventType) throw new GuestError('The event type of the trigger has not been specified.');
    return this.#install(this.#describe(this.#eventType));
  }
}

class FormTriggerBuilder extends EventTriggerBuilder {
  static override readonly guestName = 'FormTriggerBuilder';
  onFormSubmit(): this {
    return this._on('ON_FORM_SUBMIT');
  }
}

class SpreadsheetTriggerBuilder extends EventTriggerBuilder {
  static override readonly guestName = 'SpreadsheetTriggerBuilder';
  onEdit(): this {
    return this._on('ON_EDIT');
  }
  /** A form whose answers arrive in the spreadsheet was sent. */
  onFormSubmit(): this {
    return this._on('ON_FORM_SUBMIT');
  }
  onChange(): this {
    return this._on('ON_CHANGE');
  }
}

const minuteSteps = [1, 5, 10, 15, 30];
const hourSteps = [1, 2, 4, 6, 8, 12];

class ClockTriggerBuilder extends HostObject {
  static override readonly guestName = 'ClockTriggerBuilder';
  readonly #functionName: string;
  readonly #context: ServiceContext;
  readonly #install: Install;
  #interval: number | null = null;
  #once: number | null = null;
  /** How many days or weeks lie between two firings; null until something says that the trigger comes again. */
  #every: number | null = null;
  #weekDay: number | null = null;
  #monthDay: number | null = null;
  #hour: number | null = null;
  #minute: number | null = null;
  #zone: string;

  constructor(functionName: string, context: ServiceContext, install: Install) {
    super();
    this.#functionName = functionName;
    this.#context = context;
    this.#install = install;
    this.#zone = context.timeZone;
  }

  everyMinutes(minutes: unknown): this {
    if (!minuteSteps.includes(Number(minutes))) throw new GuestError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    this.#interval = Number(minutes);
    return this;
  }
  everyHours(hours: unknown): this {
    if (!hourSteps.includes(Number(hours))) throw new GuestError('The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.');
    this.#interval = Number(hours) * 60;
    return this;
  }
  everyDays(days: unknown): this {
    this.#every = this.#whole('everyDays', days, 1, 366);
    return this;
  }
  everyWeeks(weeks: unknown): this {
    this.#every = this.#whole('everyWeeks', weeks, 1, 52);
    return this;
  }
  onWeekDay(day: unknown): this {
    const name = WeekDay.nameOf(day);
    if (!name) throw signatureMismatch('ScriptApp.ClockTriggerBuilder.onWeekDay', [day]);
    this.#weekDay = WeekDay.value(name).ordinal;
    return this;
  }
  onMonthDay(day: unknown): this {
    this.#monthDay = this.#whole('onMonthDay', day, 1, 31);
    return this;
  }
  atHour(hour: unknown): this {
    this.#hour = this.#whole('atHour', hour, 0, 23);
    return this;
  }
  nearMinute(minute: unknown): this {
    this.#minute = this.#whole('nearMinute', minute, 0, 59);
    return this;
  }
  inTimezone(zone: unknown): this {
    const known = knownZone(String(zone));
    if (!known) throw new GuestError(`Invalid argument: timezone`);
    this.#zone = known;
    return this;
  }
  after(milliseconds: unknown): this {
    this.#once = this.#context.now() + Number(milliseconds);
    return this;
  }
  at(date: unknown): this {
    if (typeof date !== 'object' || date === null) throw signatureMismatch('ScriptApp.ClockTriggerBuilder.at', [date]);
    this.#once = Number(date);
    return this;
  }
  atDate(year: unknown, month: unknown, day: unknown): this {
    this.#once = momentOf({ year: Number(year), month: Number(month), day: Number(day) }, this.#zone);
    return this;
  }
  create(): HostObject {
    return this.#install({ functionName: this.#functionName, eventType: 'CLOCK', source: 'clock', sourceId: null, schedule: this.#schedule() });
  }

  #schedule(): ClockSchedule {
    if (this.#once !== null) return { kind: 'once', at: this.#once };
    if (this.#interval !== null) return { kind: 'interval', minutes: this.#interval };
    if (this.#every === null && this.#weekDay === null && this.#monthDay === null) throw new GuestError('The recurrence of the trigger has not been specified.');
    // The platform fires somewhere within the hour, then always at about that time.
    const seed = `${this.#context.project}:${this.#functionName}:${this.#hour ?? ''}`;
    const offsetSeconds = this.#minute === null ? seededNumber(seed, 3600) : Math.min(3599, Math.max(0, this.#minute * 60 + seededNumber(seed, 1800) - 900));
    const hour = this.#hour ?? seededNumber(`${seed}:hour`, 24);
    return { kind: 'daily', every: this.#every ?? 1, weekDay: this.#weekDay, monthDay: this.#monthDay, hour, offsetSeconds, zone: this.#zone };
  }
  #whole(method: string, value: unknown, lowest: number, highest: number): number {
    const number = Number(value);
    if (!Number.isInteger(number) || number < lowest || number > highest) throw new GuestError(`The value you passed to ${method} was invalid.`);
    return number;
  }
}
