/** The service `SpreadsheetApp`. */
import { GuestError, guestNameOf, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../../kernel/host-object';
import type { AcceptedEdit } from '../../kernel/spreadsheet-part';
import { createSpreadsheet } from '../rest/create-spreadsheet';
import type { RestEnvironment } from '../rest/router';
import { isWhole, requireText } from './arguments';
import { ConditionalFormatRuleBuilder } from './conditional-format-rule';
import { DataValidationBuilder } from './data-validation';
import { ColorBuilder } from './color';
import { enums } from './enums';
import { FilterCriteriaBuilder } from './filter';
import { operandContext } from './operands';
import { TextStyleBuilder } from './text-style';
import { EventRange } from './event-range';
import { Range } from './range';
import type { RangeList, Selection } from './range-list';
import { RichTextValueBuilder } from './rich-text';
import type { AppObjects } from './range-place';
import { SpreadsheetSession } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

function objectsOf(session: SpreadsheetSession): AppObjects {
  const objects: AppObjects = {
    range: (id, sheetId, area, written) => new Range({ session, objects, id, sheetId, area, ...(written && { written }) }),
    sheet: (id, sheetId) => new Sheet({ session, objects, id, sheetId }),
    spreadsheet: (id) => new Spreadsheet(session, objects, id),
  };
  return objects;
}

class SpreadsheetApp extends HostObject {
  static override readonly guestName = 'SpreadsheetApp';
  static override readonly guestProperties = Object.keys(enums);
  readonly BandingTheme = enums.BandingTheme;
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly ColorType = enums.ColorType;
  readonly Direction = enums.Direction;
  readonly AutoFillSeries = enums.AutoFillSeries;
  readonly GroupControlTogglePosition = enums.GroupControlTogglePosition;
  readonly InterpolationType = enums.InterpolationType;
  readonly RecalculationInterval = enums.RecalculationInterval;
  readonly RelativeDate = enums.RelativeDate;
  readonly TextDirection = enums.TextDirection;
  readonly TextToColumnsDelimiter = enums.TextToColumnsDelimiter;
  readonly ThemeColorType = enums.ThemeColorType;
  readonly ProtectionType = enums.ProtectionType;
  readonly Dimension = enums.Dimension;
  readonly ValueType = enums.ValueType;
  readonly WrapStrategy = enums.WrapStrategy;
  readonly SheetType = enums.SheetType;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly #session: SpreadsheetSession;
  readonly #objects: AppObjects;

  constructor(session: SpreadsheetSession, objects: AppObjects) {
    super();
    this.#session = session;
    this.#objects = objects;
  }

  #open(id: string): Spreadsheet {
    this.#session.context.count({ requests: 1 });
    this.#session.look(id);
    return new Spreadsheet(this.#session, this.#objects, id);
  }
  openById(...args: readonly unknown[]): Spreadsheet {
    return this.#open(requireText('SpreadsheetApp.openById', args, 0));
  }
  /** `open(file)`, a File of DriveApp. */
  open(...args: readonly unknown[]): Spreadsheet {
    const [file] = args;
    const getId: unknown = file instanceof HostObject && guestNameOf(file) === 'File' ? Reflect.get(file, 'getId') : null;
    if (typeof getId !== 'function') throw signatureMismatch('SpreadsheetApp.open', args);
    return this.#open(String(Reflect.apply(getId, file, [])));
  }
  openByUrl(...args: readonly unknown[]): Spreadsheet {
    const match = /\/spreadsheets\/d\/([A-Za-z0-9_-]+)/.exec(requireText('SpreadsheetApp.openByUrl', args, 0));
    if (!match?.[1]) throw new GuestError('Invalid argument: url');
    return this.#open(match[1]);
  }
  /** `create(name[, rows, columns])`. */
  create(...args: readonly unknown[]): Spreadsheet {
    const { environment, context } = this.#session;
    const title = requireText('SpreadsheetApp.create', args, 0);
    const [, rowCount, columnCount] = args;
    const grid = isWhole(rowCount) && isWhole(columnCount) ? { gridProperties: { rowCount, columnCount } } : {};
    context.count({ requests: 1 });
    const properties = { title, timeZone: context.timeZone };
    const id = createSpreadsheet(environment.library, environment.newId(), { properties, sheets: [{ properties: { sheetId: 0, ...grid } }] }, context.runsAs, environment.now());
    return new Spreadsheet(this.#session, this.#objects, id);
  }

  /** What the script has made active, else the container; null outside a bound script and in web apps. */
  getActiveSpreadsheet(): Spreadsheet | null {
    const id = this.#session.activeSpreadsheet ?? this.#session.context.openContainerId;
    return id === null ? null : this.#open(id);
  }
  setActiveSpreadsheet(spreadsheet: unknown): void {
    if (!(spreadsheet instanceof Spreadsheet)) throw signatureMismatch('SpreadsheetApp.setActiveSpreadsheet', [spreadsheet]);
    this.#session.activeSpreadsheet = spreadsheet._id;
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }
  getActiveRange(): HostObject | null {
    return this.getActiveSpreadsheet()?.getActiveRange() ?? null;
  }
  getActiveRangeList(): RangeList | null {
    return this.getActiveSpreadsheet()?.getActiveRangeList() ?? null;
  }
  getCurrentCell(): HostObject | null {
    return this.getActiveSpreadsheet()?.getCurrentCell() ?? null;
  }
  getSelection(): Selection | null {
    return this.getActiveSpreadsheet()?.getSelection() ?? null;
  }
  #container(): Spreadsheet {
    const active = this.getActiveSpreadsheet();
    if (!active) throw new GuestError('There is no active spreadsheet.');
    return active;
  }
  setActiveRange(range: unknown): HostObject {
    return this.#container().setActiveRange(range);
  }
  setActiveRangeList(list: unknown): RangeList {
    return this.#container().setActiveRangeList(list);
  }
  setCurrentCell(cell: unknown): HostObject {
    return this.#container().setCurrentCell(cell);
  }
  setActiveSheet(...args: readonly unknown[]): Sheet {
    const [sheet] = args;
    if (!(sheet instanceof Sheet)) throw signatureMismatch('SpreadsheetApp.setActiveSheet', args);
    return sheet.activate();
  }

  flush(): void {
    this.#session.flush();
  }
  getUi(): HostObject {
    const { containerUi } = this.#session.context;
    if (!containerUi) throw new GuestError('Cannot call SpreadsheetApp.getUi() from this context.');
    return containerUi.ui;
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder({ session: this.#session, objects: this.#objects, id: null, sheetId: null });
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(operandContext(this.#session, null));
  }
  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder({ session: this.#session, objects: this.#objects, id: null });
  }
}

/** One session an execution, shared by the service and by the objects of its event. */
const sessions = new WeakMap<ServiceContext, SpreadsheetSession>();

function sessionOf(environment: RestEnvironment, context: ServiceContext): SpreadsheetSession {
  const known = sessions.get(context);
  if (known) return known;
  const session = new SpreadsheetSession(environment, context);
  sessions.set(context, session);
  return session;
}

export function spreadsheetService(environment: RestEnvironment): ServiceDefinition {
  return {
    name: 'SpreadsheetApp',
    create: (context) => {
      const session = sessionOf(environment, context);
      return { root: new SpreadsheetApp(session, objectsOf(session)), endOfExecution: () => session.flush() };
    },
  };
}

/** The Spreadsheet and, for an edit, the Range of an event. */
export function eventObjects(environment: RestEnvironment, context: ServiceContext, id: string, edit: AcceptedEdit | null): { readonly source: HostObject; readonly range?: HostObject } {
  const session = sessionOf(environment, context);
  const objects = objectsOf(session);
  const source = objects.spreadsheet(id);
  if (edit === null) return { source };
  const { sheetId, row, column, rows, columns } = edit;
  return { source, range: new EventRange({ session, objects, id, sheetId, area: { top: row, left: column, bottom: row + rows, right: column + columns } }) };
}
