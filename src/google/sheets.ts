import type { CellValue } from '../ledger/codec';
import type { ReadRequest, SheetsPort, WriteRequest } from '../ledger/sheets-port';

const service = 'https://sheets.googleapis.com/v4/spreadsheets';

type FetchRequest = GoogleAppsScript.URL_Fetch.URLFetchRequest;

/** Good for longer than any run may take. */
let token: string | null = null;

const authorised = (request: FetchRequest): FetchRequest => {
  token ??= ScriptApp.getOAuthToken();
  return { ...request, headers: { Authorization: `Bearer ${token}` }, muteHttpExceptions: true };
};

/** Sends several requests at once: one round trip. Throws with the service's own words when any of them failed. */
const fetchAll = (requests: readonly FetchRequest[]): readonly string[] => {
  const responses = UrlFetchApp.fetchAll(requests.map(authorised));
  const failed = responses.find((response) => response.getResponseCode() !== 200);
  if (failed !== undefined) throw new Error(`Sheets answered ${failed.getResponseCode()}: ${failed.getContentText().slice(0, 500)}`);
  return responses.map((response) => response.getContentText());
};

type Values = readonly (readonly CellValue[])[];

interface Answered {
  readonly valueRanges?: readonly { readonly values?: Values }[];
}

interface AnsweredByFilter {
  readonly valueRanges?: readonly { readonly valueRange?: { readonly values?: Values }; readonly dataFilters?: readonly { readonly a1Range?: string }[] }[];
}

/** An address may have 2 kB, written out in full as it travels; what asks for more ranges than fit sends them as a body. */
const longestAddress = 2000;

const options = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };

const readUrl = ({ spreadsheetId, ranges }: ReadRequest): string =>
  `${service}/${spreadsheetId}/values:batchGet?${Object.entries(options).map(([name, value]) => `${name}=${value}`).join('&')}${ranges.map((range) => `&ranges=${encodeURIComponent(range).replace(/'/g, '%27')}`).join('')}`;

const isLong = (request: ReadRequest): boolean => readUrl(request).length > longestAddress;

const readRequest = (request: ReadRequest): FetchRequest =>
  isLong(request)
    ? { url: `${service}/${request.spreadsheetId}/values:batchGetByDataFilter`, method: 'post', contentType: 'application/json', payload: JSON.stringify({ ...options, dataFilters: request.ranges.map((a1Range) => ({ a1Range })) }) }
    : { url: readUrl(request), method: 'get' };

/** The values of each range asked for. By filters they come with the filters that matched, in whatever order. */
const answerTo = (request: ReadRequest, text: string): readonly Values[] => {
  if (!isLong(request)) {
    const { valueRanges = [] } = JSON.parse(text) as Answered;
    return request.ranges.map((_range, at) => valueRanges[at]?.values ?? []);
  }
  const { valueRanges = [] } = JSON.parse(text) as AnsweredByFilter;
  const byRange = new Map(valueRanges.flatMap(({ valueRange, dataFilters = [] }) => dataFilters.map(({ a1Range = '' }) => [a1Range, valueRange?.values ?? []] as const)));
  return request.ranges.map((range) => byRange.get(range) ?? []);
};

/** The ledgers' way to spreadsheets: plain requests to the Sheets service, all workbooks of a step in one round trip. */
export const sheetsPort: SheetsPort = {
  batchGet: (requests: readonly ReadRequest[]) =>
    fetchAll(requests.map(readRequest)).map((text, index) => {
      const request = requests[index];
      return request === undefined ? [] : answerTo(request, text);
    }),
  batchUpdate: (requests: readonly WriteRequest[]) => {
    fetchAll(requests.map(({ spreadsheetId, requests: list }) => ({
      url: `${service}/${spreadsheetId}:batchUpdate`,
      method: 'post',
      contentType: 'application/json',
      payload: JSON.stringify({ requests: list }),
    })));
  },
};
