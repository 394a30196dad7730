/** Spreadsheet: the file, its people, its sheets and names. */
import { GuestError, signatureMismatch, type HostObject } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import type { Spreadsheet as SpreadsheetModel, SpreadsheetDetails } from '../model/spreadsheet';
import { rangeOfReference } from '../rest/reference';
import { spreadsheetUrl } from '../rest/spreadsheet-resource';
import { isPlainObject } from '../schema/check';
import { isWhole, requireInteger, requireText } from './arguments';
import { addMetadata, DeveloperMetadataFinder, metadataAt, type DeveloperMetadata, type MetadataSeat } from './developer-metadata';
import { enums } from './enums';
import { NamedRange } from './named-range';
import { protectionsIn, type Protection } from './protection';
import { RangePlace, requireWithin, type AppObjects } from './range-place';
import { type RangeList, rangeListOf } from './range-list';
import type { SpreadsheetSession } from './session';
import type { Banding } from './banding';
import type { SelectionSeat } from './spreadsheet-active';
import { SpreadsheetMenus } from './spreadsheet-menus';
import { Sheet } from './sheet';
import { TextFinder } from './text-finder';
import { addressesOf, SpreadsheetUser, withAddresses, withoutAddresses } from './user';

export class Spreadsheet extends SpreadsheetMenus {
  static override readonly guestName = 'Spreadsheet';
  readonly #session: SpreadsheetSession;
  readonly #objects: AppObjects;
  constructor(
    session: SpreadsheetSession,
    objects: AppObjects,
    readonly _id: string,
  ) {
    super();
    this.#session = session;
    this.#objects = objects;
  }

  get #seat(): MetadataSeat {
    return { session: this.#session, objects: this.#objects, id: this._id };
  }
  #model(): SpreadsheetModel {
    return this.#session.look(this._id);
  }
  /** Changes who may do what. */
  #change(change: (details: SpreadsheetDetails) => Partial<SpreadsheetDetails>): this {
    const { owner, editorsMayNotShare } = this.#model().details;
    if (editorsMayNotShare === true && owner !== this.#session.context.runsAs) throw new GuestError('You do not have permission to perform that action.');
    this.#session.change(this._id, 0, (draft) => {
      draft.details = { ...draft.details, ...change(draft.details) };
    });
    return this;
  }
  #sheet(sheetId: number): Sheet {
    return new Sheet({ session: this.#session, objects: this.#objects, id: this._id, sheetId });
  }

  getId(): string {
    return this._id;
  }
  getName(): string {
    return this.#model().details.title;
  }
  rename(...args: readonly unknown[]): void {
    this.#session.request(this._id, { updateSpreadsheetProperties: { properties: { title: requireText('SpreadsheetApp.Spreadsheet.rename', args, 0) }, fields: 'title' } });
  }
  getUrl(): string {
    return spreadsheetUrl(this._id);
  }
  getSpreadsheetTimeZone(): string {
    return this.#model().details.timeZone;
  }
  setSpreadsheetTimeZone(...args: readonly unknown[]): void {
    this.#session.request(this._id, { updateSpreadsheetProperties: { properties: { timeZone: requireText('SpreadsheetApp.Spreadsheet.setSpreadsheetTimeZone', args, 0) }, fields: 'timeZone' } });
  }
  getSpreadsheetLocale(): string {
    return this.#model().details.locale;
  }
  setSpreadsheetLocale(...args: readonly unknown[]): void {
    this.#session.request(this._id, { updateSpreadsheetProperties: { properties: { locale: requireText('SpreadsheetApp.Spreadsheet.setSpreadsheetLocale', args, 0) }, fields: 'locale' } });
  }

  getOwner(): SpreadsheetUser {
    return new SpreadsheetUser(this.#model().details.owner);
  }
  getEditors(): SpreadsheetUser[] {
    const { owner, editors } = this.#model().details;
    return withAddresses([owner], editors).map((address) => new SpreadsheetUser(address));
  }
  getViewers(): SpreadsheetUser[] {
    return this.#model().details.viewers.map((address) => new SpreadsheetUser(address));
  }
  addEditor(editor: unknown): this {
    return this.addEditors([editor]);
  }
  addEditors(editors: unknown): this {
    const added = addressesOf(editors);
    return this.#change((details) => ({ editors: withAddresses(details.editors, withoutAddresses(added, [details.owner])), viewers: withoutAddresses(details.viewers, added) }));
  }
  addViewer(viewer: unknown): this {
    return this.addViewers([viewer]);
  }
  addViewers(viewers: unknown): this {
    const added = addressesOf(viewers);
    return this.#change((details) => ({ viewers: withAddresses(details.viewers, withoutAddresses(added, [details.owner, ...details.editors])) }));
  }
  removeEditor(editor: unknown): this {
    const removed = addressesOf(editor);
    return this.#change((details) => ({ editors: withoutAddresses(details.editors, removed) }));
  }
  removeViewer(viewer: unknown): this {
    const removed = addressesOf(viewer);
    return this.#change((details) => ({ viewers: withoutAddresses(details.viewers, removed), editors: withoutAddresses(details.editors, removed) }));
  }

  getSheets(): Sheet[] {
    return this.#model().sheets.map(({ sheetId }) => this.#sheet(sheetId));
  }
  getNumSheets(): number {
    return this.#model().sheets.length;
  }
  getSheetByName(...args: readonly unknown[]): Sheet | null {
    const title = requireText('SpreadsheetApp.Spreadsheet.getSheetByName', args, 0);
    const found = this.#model().sheets.find(({ details }) => details.title === title);
    return found ? this.#sheet(found.sheetId) : null;
  }
  getSheetById(...args: readonly unknown[]): Sheet | null {
    const sheetId = requireInteger('SpreadsheetApp.Spreadsheet.getSheetById', args, 0);
    return this.#model().sheet(sheetId) ? this.#sheet(sheetId) : null;
  }

  /** Any of name, index (from 0) and options, in the orders the platform knows. */
  insertSheet(...args: readonly unknown[]): Sheet {
    const title = args.find((argument) => typeof argument === 'string');
    const index = args.find(isWhole);
    const options = args.find(isPlainObject);
    const template = options?.['template'];
    const before = new Set(this.#model().sheets.map(({ sheetId }) => sheetId));
    if (template instanceof Sheet && template._seat.id === this._id) {
      this.#session.request(this._id, {
        duplicateSheet: { sourceSheetId: template._seat.sheetId, insertSheetIndex: index ?? before.size, ...(typeof title === 'string' ? { newSheetName: title } : {}) },
      });
    } else {
      this.#session.request(this._id, { addSheet: { properties: { ...(typeof title === 'string' ? { title } : {}), ...(index === undefined ? {} : { index: Math.trunc(index) }) } } });
    }
    const made = this.#model().sheets.find(({ sheetId }) => !before.has(sheetId));
    return this.#sheet(made?.sheetId ?? 0);
  }
  deleteSheet(...args: readonly unknown[]): void {
    const [sheet] = args;
    if (!(sheet instanceof Sheet)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.deleteSheet', args);
    this.#session.request(this._id, { deleteSheet: { sheetId: sheet._seat.sheetId } });
  }
  duplicateActiveSheet(): Sheet {
    return this.insertSheet({ template: this.getActiveSheet() });
  }
  override getActiveSheet(): Sheet {
    const model = this.#model();
    const wanted = this.#session.activeOf(this._id)?.sheetId;
    const sheet = (wanted === undefined ? null : model.sheet(wanted)) ?? model.sheets.find(({ details }) => !details.hidden);
    if (!sheet) throw new Error(`Spreadsheet ${this._id} has no visible sheet`);
    return this.#sheet(sheet.sheetId);
  }
  setActiveSheet(...args: readonly unknown[]): Sheet {
    const [sheet] = args;
    if (!(sheet instanceof Sheet) || sheet._seat.id !== this._id) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setActiveSheet', args);
    return sheet.activate();
  }
  /** Position counts from 1. */
  moveActiveSheet(...args: readonly unknown[]): void {
    const index = requireInteger('SpreadsheetApp.Spreadsheet.moveActiveSheet', args, 0) - 1;
    const { sheetId } = this.getActiveSheet()._seat;
    const current = this.#model().sheets.findIndex((sheet) => sheet.sheetId === sheetId);
    this.#session.request(this._id, { updateSheetProperties: { properties: { sheetId, index: index > current ? index + 1 : index }, fields: 'index' } });
  }
  override _selection(): SelectionSeat {
    return { session: this.#session, objects: this.#objects, id: this._id };
  }
  getActiveRange(): HostObject | null {
    return this.getActiveRangeList()?._ranges.at(-1) ?? null;
  }
  getRangeList(references: unknown): RangeList {
    return rangeListOf('SpreadsheetApp.Spreadsheet.getRangeList', references, (reference) => this.getRange(reference));
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  renameActiveSheet(...args: readonly unknown[]): void {
    this.getActiveSheet().setName(...args);
  }
  getBandings(): Banding[] {
    return this.getSheets().flatMap((sheet) => sheet.getBandings());
  }

  /** A new spreadsheet of the running account with copies of all sheets, named ranges and metadata; nobody else may open it. */
  copy(...args: readonly unknown[]): Spreadsheet {
    const title = requireText('SpreadsheetApp.Spreadsheet.copy', args, 0);
    this.#session.flushOne(this._id);
    const { environment, context } = this.#session;
    const id = environment.library.copy(this._id, environment.newId(), { title, owner: context.runsAs, editors: [], viewers: [], createdAt: environment.now() });
    context.count({ requests: 1 });
    return new Spreadsheet(this.#session, this.#objects, id);
  }

  getRange(...args: readonly unknown[]): HostObject {
    const reference = requireText('SpreadsheetApp.Spreadsheet.getRange', args, 0);
    let found: ReturnType<typeof rangeOfReference>;
    try {
      found = rangeOfReference(this.#model(), reference);
    } catch {
      throw new GuestError('Range not found');
    }
    return this.#objects.range(this._id, found.sheet.sheetId, requireWithin(areaOf(found.range, found.sheet.size), found.sheet.size), found.range);
  }
  getRangeByName(...args: readonly unknown[]): HostObject | null {
    const wanted = requireText('SpreadsheetApp.Spreadsheet.getRangeByName', args, 0).toLowerCase();
    return this.getNamedRanges().find((named) => named.getName().toLowerCase() === wanted)?.getRange() ?? null;
  }
  setNamedRange(...args: readonly unknown[]): void {
    const name = requireText('SpreadsheetApp.Spreadsheet.setNamedRange', args, 0);
    const [, range] = args;
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setNamedRange', args);
    const known = this.#model().details.namedRanges.find((named) => named.name?.toLowerCase() === name.toLowerCase());
    if (known?.namedRangeId === undefined) this.#session.request(this._id, { addNamedRange: { namedRange: { name, range: range._gridRange } } });
    else this.#session.request(this._id, { updateNamedRange: { namedRange: { namedRangeId: known.namedRangeId, range: range._gridRange }, fields: 'range' } });
  }
  removeNamedRange(...args: readonly unknown[]): void {
    const name = requireText('SpreadsheetApp.Spreadsheet.removeNamedRange', args, 0);
    const known = this.getNamedRanges().find((named) => named.getName() === name);
    if (!known) throw new GuestError('Named range not found');
    known.remove();
  }
  getNamedRanges(): NamedRange[] {
    return this.#model().details.namedRanges.map(({ namedRangeId }) => new NamedRange(this.#session, this.#objects, this._id, namedRangeId ?? ''));
  }

  getProtections(...args: readonly unknown[]): Protection[] {
    const kind = enums.ProtectionType.nameOf(args[0]);
    if (!kind) throw signatureMismatch('SpreadsheetApp.Spreadsheet.getProtections', args);
    return this.#model().sheets.flatMap(({ sheetId }) => protectionsIn({ session: this.#session, objects: this.#objects, id: this._id, sheetId }, kind));
  }
  createTextFinder(...args: readonly unknown[]): TextFinder {
    const places = this.#model().sheets.map(({ sheetId, size }) => ({ sheetId, area: { top: 0, left: 0, bottom: size.rows, right: size.columns } }));
    return new TextFinder(this.#session, this.#objects, this._id, places, requireText('SpreadsheetApp.Spreadsheet.createTextFinder', args, 0));
  }

  addDeveloperMetadata(...args: readonly unknown[]): this {
    addMetadata(this.#session, this._id, { spreadsheet: true }, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.#seat, ({ locationType }) => locationType === 'SPREADSHEET');
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.#seat, () => true);
  }
}
