/** `spreadsheets.batchUpdate`: many requests, all applied or none. */
import type { VirtualTime } from '../../contract';
import type { SpreadsheetLibrary } from '../model/library';
import { maximumCells, messages } from '../model/limits';
import { invalid, Refusal } from '../model/refusal';
import type { Spreadsheet } from '../model/spreadsheet';
import { isPlainObject, toSnakeCase, type PlainObject } from '../schema/check';
import type { Message } from '../schema/shapes';
import { requestsNotEmulated } from '../schema/request-shapes';
import { PayloadProblem, type Batch, type RequestHandler } from './requests/batch';
import { autoFill } from './requests/auto-fill';
import * as attachments from './requests/attachments';
import * as cells from './requests/cells';
import * as dimensions from './requests/dimensions';
import * as groups from './requests/groups';
import * as merging from './requests/merging';
import * as metadata from './requests/metadata';
import * as moving from './requests/moving';
import * as protections from './requests/protections';
import * as sheets from './requests/sheets';
import * as tidying from './requests/tidying';

/** One handler for every name in the table of requests; the compiler keeps the two in step. */
const handlers: Readonly<Record<keyof Message<'Request'>, RequestHandler>> = {
  updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
  updateSheetProperties: sheets.updateSheetProperties,
  addSheet: sheets.addSheet,
  deleteSheet: sheets.deleteSheet,
  duplicateSheet: sheets.duplicateSheet,
  updateCells: cells.updateCells,
  repeatCell: cells.repeatCell,
  appendCells: cells.appendCells,
  setDataValidation: cells.setDataValidation,
  updateBorders: cells.updateBorders,
  insertDimension: dimensions.insertDimension,
  deleteDimension: dimensions.deleteDimension,
  moveDimension: dimensions.moveDimension,
  appendDimension: dimensions.appendDimension,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  addDimensionGroup: groups.addDimensionGroup,
  deleteDimensionGroup: groups.deleteDimensionGroup,
  updateDimensionGroup: groups.updateDimensionGroup,
  autoFill,
  insertRange: moving.insertRange,
  deleteRange: moving.deleteRange,
  copyPaste: moving.copyPaste,
  cutPaste: moving.cutPaste,
  sortRange: moving.sortRange,
  trimWhitespace: tidying.trimWhitespace,
  deleteDuplicates: tidying.deleteDuplicates,
  randomizeRange: tidying.randomizeRange,
  textToColumns: tidying.textToColumns,
  pasteData: tidying.pasteData,
  findReplace: moving.findReplace,
  addProtectedRange: protections.addProtectedRange,
  updateProtectedRange: protections.updateProtectedRange,
  deleteProtectedRange: protections.deleteProtectedRange,
  addNamedRange: protections.addNamedRange,
  updateNamedRange: protections.updateNamedRange,
  deleteNamedRange: protections.deleteNamedRange,
  addConditionalFormatRule: attachments.addConditionalFormatRule,
  updateConditionalFormatRule: attachments.updateConditionalFormatRule,
  deleteConditionalFormatRule: attachments.deleteConditionalFormatRule,
  addBanding: attachments.addBanding,
  updateBanding: attachments.updateBanding,
  deleteBanding: attachments.deleteBanding,
  setBasicFilter: attachments.setBasicFilter,
  clearBasicFilter: attachments.clearBasicFilter,
  addFilterView: attachments.addFilterView,
  updateFilterView: attachments.updateFilterView,
  deleteFilterView: attachments.deleteFilterView,
  duplicateFilterView: attachments.duplicateFilterView,
  updateEmbeddedObjectPosition: attachments.updateEmbeddedObjectPosition,
  addChart: attachments.addChart,
  updateChartSpec: attachments.updateChartSpec,
  deleteEmbeddedObject: attachments.deleteEmbeddedObject,
  mergeCells: merging.mergeCells,
  unmergeCells: merging.unmergeCells,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
};

const handlersByName: ReadonlyMap<string, RequestHandler> = new Map(Object.entries(handlers));

/** @throws Refusal for a request that the platform has and this host has not; nothing of the batch is looked at any further */
export function requireEmulated(body: unknown): void {
  const requests: unknown = isPlainObject(body) ? body['requests'] : null;
  for (const request of Array.isArray(requests) ? requests : []) {
    for (const name of isPlainObject(request) ? Object.keys(request) : []) {
      if (requestsNotEmulated.has(name)) throw new Refusal('unimplemented', `NotEmulated: spreadsheets.batchUpdate.${name}`);
    }
  }
}

/** The one named request of an element. @throws Refusal unless it names exactly one that is known */
function namedRequest(element: unknown, index: number): { readonly name: string; readonly handler: RequestHandler; readonly request: unknown } {
  if (!isPlainObject(element)) throw new PayloadProblem(`Invalid value at 'requests[${index}]' (type.googleapis.com/google.apps.sheets.v4.Request), ${JSON.stringify(element)}`);
  const entries = Object.entries(element).filter(([, request]) => request !== null && request !== undefined);
  for (const [name] of entries) if (!handlersByName.has(name)) throw new PayloadProblem(`Invalid JSON payload received. Unknown name "${name}" at 'requests[${index}]': Cannot find field.`);
  const [first, second] = entries;
  if (second) throw new PayloadProblem(`Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${second[0]}'`);
  const handler = first && handlersByName.get(first[0]);
  if (!first || !handler) throw invalid(`Invalid requests[${index}]: No request set.`);
  return { name: first[0], handler, request: first[1] };
}

/**
 * Applies requests to a draft, one after the other.
 * @returns one reply for each request, empty where it has nothing to tell
 * @throws Refusal that names the request which could not be applied; the draft must then be dropped
 */
export function applyRequests(batch: Batch, requests: readonly unknown[]): PlainObject[] {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const replies = requests.map((element, index) => {
    const { name, handler, request } = namedRequest(element, index);
    try {
      return handler(batch, request, `requests[${index}].${toSnakeCase(name)}`);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.kind, `Invalid requests[${index}].${name}: ${error.message}`);
      throw error;
    }
  });
  if (batch.draft.cellCount() > maximumCells) throw invalid(messages.tooManyCells);
  return replies;
}

/** Applies one request under its own name, for callers within the host. @throws Refusal without the request's place */
export function applyRequest(batch: Batch, request: Message<'Request'>): PlainObject {
  const { name, handler, request: message } = namedRequest(request, 0);
  return handler(batch, message, toSnakeCase(name));
}

export interface BatchOutcome {
  readonly replies: readonly PlainObject[];
  readonly cellsWritten: number;
}

/** Applies requests to a spreadsheet in one commit. @throws Refusal, after which nothing has changed */
export function batchUpdate(library: SpreadsheetLibrary, id: string, requests: readonly unknown[], actor: string, now: VirtualTime): BatchOutcome {
  return library.change(id, (draft: Spreadsheet) => {
    const batch: Batch = { draft, actor, now, written: 0 };
    return { replies: applyRequests(batch, requests), cellsWritten: batch.written };
  });
}
