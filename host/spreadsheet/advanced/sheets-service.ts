/** The advanced service `Sheets`: the API's calls as methods, over the same functions as REST. */
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../../kernel/host-object';
import { serveRest, type RestEnvironment } from '../rest/router';
import { isPlainObject } from '../schema/check';
import { shapes } from '../schema/shapes';

/** Optional arguments as the guest gives them: plain fields, lists for repeated parameters. */
function queryOf(options: unknown): URLSearchParams {
  const query = new URLSearchParams();
  if (!isPlainObject(options)) return query;
  for (const [name, value] of Object.entries(options)) {
    if (value === null || value === undefined) continue;
    for (const element of Array.isArray(value) ? value : [value]) query.append(name, String(element));
  }
  return query;
}

/** Calls the API as the running account and counts what it cost. */
class SheetsClient {
  constructor(
    private readonly environment: RestEnvironment,
    private readonly context: ServiceContext,
  ) {}

  /** @throws GuestError for every answer that is an error, in the words of the advanced service */
  call(name: string, method: string, path: string, options: unknown, body: unknown): unknown {
    const sent = body === undefined ? 0 : JSON.stringify(body)?.length ?? 0;
    const answer = serveRest(this.environment, { method, path, query: queryOf(options), body, actor: this.context.runsAs });
    const received = JSON.stringify(answer.body)?.length ?? 0;
    this.context.count({ requests: 1, bytes: sent + received, cellsRead: answer.cellsRead, cellsWritten: answer.cellsWritten });
    if (answer.status < 400) return answer.body;
    const error = isPlainObject(answer.body) && isPlainObject(answer.body['error']) ? answer.body['error'] : {};
    const message = typeof error['message'] === 'string' ? error['message'] : 'Unknown error';
    throw new GuestError(`API call to ${name} failed with error: ${message}`, 'GoogleJsonResponseException', {
      details: { code: answer.status, message, errors: [{ domain: 'global', reason: reasons[answer.status] ?? 'backendError', message }] },
    });
  }
}

const reasons: Readonly<Record<number, string>> = { 400: 'badRequest', 403: 'forbidden', 404: 'notFound' };

const spreadsheetPath = (id: unknown): string => `/v4/spreadsheets/${encodeURIComponent(String(id))}`;
const valuesPath = (id: unknown, range: unknown): string => `${spreadsheetPath(id)}/values/${encodeURIComponent(String(range))}`;

class SheetsValues extends HostObject {
  static override readonly guestName = 'Sheets.Spreadsheets.Values';
  readonly #client: SheetsClient;
  constructor(client: SheetsClient) {
    super();
    this.#client = client;
  }
  get(id: unknown, range: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.get', 'GET', valuesPath(id, range), options, undefined);
  }
  batchGet(id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchGet', 'GET', `${spreadsheetPath(id)}/values:batchGet`, options, undefined);
  }
  batchGetByDataFilter(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchGetByDataFilter', 'POST', `${spreadsheetPath(id)}/values:batchGetByDataFilter`, options, resource);
  }
  update(resource: unknown, id: unknown, range: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.update', 'PUT', valuesPath(id, range), options, resource);
  }
  batchUpdate(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchUpdate', 'POST', `${spreadsheetPath(id)}/values:batchUpdate`, options, resource);
  }
  append(resource: unknown, id: unknown, range: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.append', 'POST', `${valuesPath(id, range)}:append`, options, resource);
  }
  clear(resource: unknown, id: unknown, range: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.clear', 'POST', `${valuesPath(id, range)}:clear`, options, resource);
  }
  batchUpdateByDataFilter(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchUpdateByDataFilter', 'POST', `${spreadsheetPath(id)}/values:batchUpdateByDataFilter`, options, resource);
  }
  batchClearByDataFilter(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchClearByDataFilter', 'POST', `${spreadsheetPath(id)}/values:batchClearByDataFilter`, options, resource);
  }
  batchClear(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.values.batchClear', 'POST', `${spreadsheetPath(id)}/values:batchClear`, options, resource);
  }
}

class SheetsDeveloperMetadata extends HostObject {
  static override readonly guestName = 'Sheets.Spreadsheets.DeveloperMetadata';
  readonly #client: SheetsClient;
  constructor(client: SheetsClient) {
    super();
    this.#client = client;
  }
  get(id: unknown, metadataId: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.developerMetadata.get', 'GET', `${spreadsheetPath(id)}/developerMetadata/${String(metadataId)}`, options, undefined);
  }
  search(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.developerMetadata.search', 'POST', `${spreadsheetPath(id)}/developerMetadata:search`, options, resource);
  }
}

class SheetsSheets extends HostObject {
  static override readonly guestName = 'Sheets.Spreadsheets.Sheets';
  readonly #client: SheetsClient;
  constructor(client: SheetsClient) {
    super();
    this.#client = client;
  }
  copyTo(resource: unknown, id: unknown, sheetId: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.sheets.copyTo', 'POST', `${spreadsheetPath(id)}/sheets/${String(sheetId)}:copyTo`, options, resource);
  }
}

class SheetsSpreadsheets extends HostObject {
  static override readonly guestName = 'Sheets.Spreadsheets';
  static override readonly guestProperties = ['Values', 'DeveloperMetadata', 'Sheets'];
  readonly Sheets: SheetsSheets;
  readonly Values: SheetsValues;
  readonly DeveloperMetadata: SheetsDeveloperMetadata;
  readonly #client: SheetsClient;
  constructor(client: SheetsClient) {
    super();
    this.#client = client;
    this.Sheets = new SheetsSheets(client);
    this.Values = new SheetsValues(client);
    this.DeveloperMetadata = new SheetsDeveloperMetadata(client);
  }
  get(id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.get', 'GET', spreadsheetPath(id), options, undefined);
  }
  getByDataFilter(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.getByDataFilter', 'POST', `${spreadsheetPath(id)}:getByDataFilter`, options, resource);
  }
  create(resource: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.create', 'POST', '/v4/spreadsheets', options, resource);
  }
  batchUpdate(resource: unknown, id: unknown, options?: unknown): unknown {
    return this.#client.call('sheets.spreadsheets.batchUpdate', 'POST', `${spreadsheetPath(id)}:batchUpdate`, options, resource);
  }
}

class SheetsRoot extends HostObject {
  static override readonly guestName = 'Sheets';
  static override readonly guestProperties = ['Spreadsheets'];
  readonly Spreadsheets: SheetsSpreadsheets;
  constructor(client: SheetsClient) {
    super();
    this.Spreadsheets = new SheetsSpreadsheets(client);
  }
}

/** Messages of the API are plain objects, so each `Sheets.newCellData()` of the platform is an empty one. */
for (const name of Object.keys(shapes)) {
  Object.defineProperty(SheetsRoot.prototype, `new${name}`, { value: (): object => ({}), enumerable: false, configurable: true });
}

export function advancedSheets(environment: RestEnvironment): ServiceDefinition {
  return { name: 'Sheets', advanced: true, create: (context) => ({ root: new SheetsRoot(new SheetsClient(environment, context)) }) };
}
