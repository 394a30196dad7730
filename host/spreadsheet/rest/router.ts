/** The Sheets REST surface: from method, path, query and body to status and body. */
import type { VirtualTime } from '../../contract';
import type { SpreadsheetLibrary } from '../model/library';
import { invalid, Refusal } from '../model/refusal';
import { pickByMask, parseFieldMask } from '../schema/field-mask';
import { problemAt, withoutNulls } from '../schema/check';
import type { Message, MessageName } from '../schema/shapes';
import { errorAnswer, requireEditor, requireReader } from './access';
import { batchUpdate, requireEmulated } from './batch-update';
import { createSpreadsheet } from './create-spreadsheet';
import { PayloadProblem } from './requests/batch';
import { findMetadata } from './requests/metadata';
import { placesOfFilters } from './data-filter';
import { referenceOf, requireSheet } from './reference';
import { copySheetInto } from './requests/sheets';
import { sheetPropertiesOf, spreadsheetResource } from './spreadsheet-resource';
import { cellsIn, readOptions, readPlace, readReference, type ReadOptions } from './values-read';
import { appendValues, clearReference, requireInputOption, updateValues, type UpdateValuesResult, type WriteContext } from './values-write';

export interface RestRequest {
  readonly method: string;
  /** Begins with `/v4/`; parts are percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The account that calls. */
  readonly actor: string;
}

export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

export interface RestEnvironment {
  readonly library: SpreadsheetLibrary;
  now(): VirtualTime;
  newId(): string;
  /** Of the form whose answers go to a spreadsheet, or to one of its sheets; null where none does. */
  formUrl(spreadsheetId: string, sheetId: number | null): string | null;
}

interface Call extends RestRequest {
  readonly environment: RestEnvironment;
  /** Decoded parts of the path that the route leaves open. */
  readonly id: string;
  readonly rest: string;
}

interface Outcome {
  readonly body: unknown;
  readonly cellsRead?: number;
  readonly cellsWritten?: number;
}

/** @throws PayloadProblem for a body that is no such message */
function bodyAs<K extends MessageName>(name: K, body: unknown): Message<K> {
  const checked = problemAt(name, withoutNulls(body ?? {}), '');
  if ('problem' in checked) throw new PayloadProblem(checked.problem);
  return checked.message;
}

const queryOptions = (query: URLSearchParams): ReadOptions => readOptions((name) => query.get(name));

function responseOptions(wanted: boolean, render: string | null | undefined, dates: string | null | undefined): ReadOptions | null {
  if (!wanted) return null;
  return readOptions((name) => (name === 'valueRenderOption' ? render : name === 'dateTimeRenderOption' ? dates : undefined));
}

function write<T>(call: Call, option: string | null | undefined, apply: (context: WriteContext) => T): T {
  const { environment, id, actor } = call;
  requireEditor(environment.library, id, actor);
  const inputOption = requireInputOption(option);
  return environment.library.change(id, (draft) => apply({ draft, actor, now: environment.now(), inputOption }));
}

function getSpreadsheet({ environment, id, actor, query }: Call): Outcome {
  const spreadsheet = requireReader(environment.library, id, actor);
  const body = spreadsheetResource(spreadsheet, { ranges: query.getAll('ranges'), includeGridData: query.get('includeGridData') === 'true', fields: query.get('fields') }, actor);
  return { body };
}

function create({ environment, actor, body }: Call): Outcome {
  const id = createSpreadsheet(environment.library, environment.newId(), bodyAs('Spreadsheet', body), actor, environment.now());
  return { body: spreadsheetResource(requireReader(environment.library, id, actor), { ranges: [], includeGridData: false, fields: null }, actor) };
}

/** The elements of `requests` are checked one by one as they are applied; a batch may be large. */
function batch({ environment, id, actor, body }: Call): Outcome {
  requireEmulated(body);
  const { requests = [], includeSpreadsheetInResponse, responseRanges = [], responseIncludeGridData } = bodyAs('BatchUpdateSpreadsheetRequest', body);
  requireEditor(environment.library, id, actor);
  const { replies, cellsWritten } = batchUpdate(environment.library, id, requests, actor, environment.now());
  const answer = { spreadsheetId: id, replies };
  if (includeSpreadsheetInResponse !== true) return { body: answer, cellsWritten };
  const options = { ranges: responseRanges, includeGridData: responseIncludeGridData === true, fields: null };
  return { body: { ...answer, updatedSpreadsheet: spreadsheetResource(requireReader(environment.library, id, actor), options, actor) }, cellsWritten };
}

function valuesGet({ environment, id, actor, query, rest }: Call): Outcome {
  const result = readReference(requireReader(environment.library, id, actor), rest, queryOptions(query));
  return { body: result, cellsRead: cellsIn([result]) };
}

function valuesBatchGet({ environment, id, actor, query }: Call): Outcome {
  const spreadsheet = requireReader(environment.library, id, actor);
  const options = queryOptions(query);
  const valueRanges = query.getAll('ranges').map((reference) => readReference(spreadsheet, reference, options));
  return { body: { spreadsheetId: id, ...(valueRanges.length > 0 ? { valueRanges } : {}) }, cellsRead: cellsIn(valueRanges) };
}

function valuesUpdate(call: Call): Outcome {
  const { query, rest } = call;
  const data = bodyAs('ValueRange', call.body);
  if (data.range !== undefined && data.range !== rest) throw invalid(`Requested writing within range [${rest}], but the data names range [${data.range}]`);
  const response = responseOptions(query.get('includeValuesInResponse') === 'true', query.get('responseValueRenderOption'), query.get('responseDateTimeRenderOption'));
  const body = write(call, query.get('valueInputOption'), (context) => updateValues(context, rest, data, response));
  return { body, cellsWritten: body.updatedCells };
}

/** What `values.batchUpdate` tells of its parts together. */
function totalOf(id: string, responses: readonly UpdateValuesResult[]): { readonly spreadsheetId: string; readonly totalUpdatedCells: number; readonly [name: string]: unknown } {
  const sum = (amount: (result: UpdateValuesResult) => number): number => responses.reduce((total, result) => total + amount(result), 0);
  return {
    spreadsheetId: id,
    totalUpdatedRows: sum(({ updatedRows }) => updatedRows),
    totalUpdatedColumns: sum(({ updatedColumns }) => updatedColumns),
    totalUpdatedCells: sum(({ updatedCells }) => updatedCells),
    totalUpdatedSheets: new Set(responses.map(({ updatedRange }) => updatedRange.slice(0, updatedRange.lastIndexOf('!')))).size,
    responses,
  };
}

function valuesBatchUpdate(call: Call): Outcome {
  const { data = [], valueInputOption, includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = bodyAs('BatchUpdateValuesRequest', call.body);
  const response = responseOptions(includeValuesInResponse === true, responseValueRenderOption, responseDateTimeRenderOption);
  const body = totalOf(call.id, write(call, valueInputOption, (context) => data.map((part) => updateValues(context, part.range ?? '', part, response))));
  return { body, cellsWritten: body.totalUpdatedCells };
}

function valuesBatchUpdateByDataFilter(call: Call): Outcome {
  const { data = [], valueInputOption, includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = bodyAs('BatchUpdateValuesByDataFilterRequest', call.body);
  const response = responseOptions(includeValuesInResponse === true, responseValueRenderOption, responseDateTimeRenderOption);
  const responses = write(call, valueInputOption, (context) =>
    data.flatMap(({ dataFilter = {}, majorDimension, values = [] }) =>
      placesOfFilters(context.draft, [dataFilter]).map(({ place }) => ({ ...updateValues(context, referenceOf(place), { values, ...(majorDimension ? { majorDimension } : {}) }, response), dataFilter })),
    ),
  );
  const body = totalOf(call.id, responses);
  return { body, cellsWritten: body.totalUpdatedCells };
}

function valuesBatchClearByDataFilter(call: Call): Outcome {
  const { dataFilters = [] } = bodyAs('BatchClearValuesByDataFilterRequest', call.body);
  const clearedRanges = write(call, 'RAW', ({ draft }) => placesOfFilters(draft, dataFilters).map(({ place }) => clearReference(draft, call.actor, referenceOf(place))));
  return { body: { spreadsheetId: call.id, clearedRanges } };
}

function getByDataFilter({ environment, id, actor, query, body }: Call): Outcome {
  const { dataFilters = [], includeGridData } = bodyAs('GetSpreadsheetByDataFilterRequest', body);
  const spreadsheet = requireReader(environment.library, id, actor);
  const ranges = placesOfFilters(spreadsheet, dataFilters).map(({ place }) => referenceOf(place));
  return { body: spreadsheetResource(spreadsheet, { ranges, includeGridData: includeGridData === true, fields: query.get('fields') }, actor) };
}

/** A copy of a sheet in another spreadsheet, or in the same one. */
function copySheet({ environment, id, actor, rest, body }: Call): Outcome {
  const { destinationSpreadsheetId = '' } = bodyAs('CopySheetToAnotherSpreadsheetRequest', body);
  const source = requireReader(environment.library, id, actor);
  const sheet = requireSheet(source, Number(rest));
  const { locale } = requireEditor(environment.library, destinationSpreadsheetId, actor).details;
  const title = locale.startsWith('zh') ? `${sheet.details.title}的副本` : `Copy of ${sheet.details.title}`;
  const made = environment.library.change(destinationSpreadsheetId, (draft) => copySheetInto(draft, sheet, source.styles, title));
  const target = requireReader(environment.library, destinationSpreadsheetId, actor);
  return { body: sheetPropertiesOf(target, requireSheet(target, made)) };
}

function valuesAppend(call: Call): Outcome {
  const { query, rest } = call;
  const response = responseOptions(query.get('includeValuesInResponse') === 'true', query.get('responseValueRenderOption'), query.get('responseDateTimeRenderOption'));
  const data = bodyAs('ValueRange', call.body);
  const body = write(call, query.get('valueInputOption'), (context) => appendValues(context, rest, data, query.get('insertDataOption') === 'INSERT_ROWS', response));
  return { body, cellsWritten: body.updates.updatedCells };
}

function valuesClear(call: Call): Outcome {
  bodyAs('ClearValuesRequest', call.body);
  return { body: { spreadsheetId: call.id, clearedRange: write(call, 'RAW', ({ draft }) => clearReference(draft, call.actor, call.rest)) } };
}

function valuesBatchClear(call: Call): Outcome {
  const { ranges = [] } = bodyAs('BatchClearValuesRequest', call.body);
  return { body: { spreadsheetId: call.id, clearedRanges: write(call, 'RAW', ({ draft }) => ranges.map((reference) => clearReference(draft, call.actor, reference))) } };
}

function valuesBatchGetByDataFilter({ environment, id, actor, body }: Call): Outcome {
  const spreadsheet = requireReader(environment.library, id, actor);
  const { dataFilters = [], majorDimension, valueRenderOption, dateTimeRenderOption } = bodyAs('BatchGetValuesByDataFilterRequest', body);
  const options = readOptions((name) => ({ majorDimension, valueRenderOption, dateTimeRenderOption })[name]);
  const found = placesOfFilters(spreadsheet, dataFilters);
  const valueRanges = found.map(({ place, filter }) => ({ valueRange: readPlace(spreadsheet, place, options), dataFilters: [filter] }));
  return { body: { spreadsheetId: id, valueRanges }, cellsRead: cellsIn(valueRanges.map(({ valueRange }) => valueRange)) };
}

function searchMetadata({ environment, id, actor, body }: Call): Outcome {
  const { dataFilters = [] } = bodyAs('SearchDeveloperMetadataRequest', body);
  const found = findMetadata(requireReader(environment.library, id, actor), dataFilters);
  return { body: found.length === 0 ? {} : { matchedDeveloperMetadata: found.map((developerMetadata) => ({ developerMetadata, dataFilters })) } };
}

function getMetadata({ environment, id, actor, rest }: Call): Outcome {
  const found = requireReader(environment.library, id, actor).details.metadata.find(({ metadataId }) => String(metadataId) === rest);
  if (!found) throw new Refusal('missing', `No developer metadata with id: ${rest}`);
  return { body: found };
}

/** A part of a path as it was meant; one that is not well encoded stands for itself. */
function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly serve: (call: Call) => Outcome;
}

/** In order: the first that fits serves. The groups are the spreadsheet's id and the rest that the route leaves open. */
const routes: readonly Route[] = [
  { method: 'POST', path: /^\/v4\/spreadsheets$/, serve: create },
  // A client that joins paths with a slash is understood too, as on the platform.
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)\/?$/, serve: getSpreadsheet },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/?:batchUpdate$/, serve: batch },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/?:getByDataFilter$/, serve: getByDataFilter },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/sheets\/(\d+):copyTo$/, serve: copySheet },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdateByDataFilter$/, serve: valuesBatchUpdateByDataFilter },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClearByDataFilter$/, serve: valuesBatchClearByDataFilter },
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/, serve: valuesBatchGet },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdate$/, serve: valuesBatchUpdate },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClear$/, serve: valuesBatchClear },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGetByDataFilter$/, serve: valuesBatchGetByDataFilter },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):append$/, serve: valuesAppend },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):clear$/, serve: valuesClear },
  { method: 'PUT', path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/, serve: valuesUpdate },
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/, serve: valuesGet },
  { method: 'POST', path: /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata:search$/, serve: searchMetadata },
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata\/([^/:]+)$/, serve: getMetadata },
];

/** Answers one request. Errors that the platform answers come as answers; a bug throws. */
export function serveRest(environment: RestEnvironment, request: RestRequest): RestAnswer {
  const nothing = { cellsRead: 0, cellsWritten: 0 };
  for (const { method, path, serve } of routes) {
    const match = path.exec(request.path);
    if (!match || method !== request.method.toUpperCase()) continue;
    try {
      const outcome = serve({ ...request, environment, id: decoded(match[1]), rest: decoded(match[2]) });
      const fields = request.query.get('fields');
      const body = fields === null || fields === '' || serve === getSpreadsheet || serve === getByDataFilter ? outcome.body : pickByMask(outcome.body, parseFieldMask(fields));
      return { status: 200, ...nothing, ...outcome, body };
    } catch (error) {
      return { ...errorAnswer(error), ...nothing };
    }
  }
  return { status: 404, body: { error: { code: 404, message: 'The requested URL was not found on this server.', status: 'NOT_FOUND' } }, ...nothing };
}
