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

interface BatchGetAnswer {
  readonly valueRanges?: readonly { readonly values?: readonly (readonly CellValue[])[] }[];
}

const readUrl = ({ spreadsheetId, ranges }: ReadRequest): string =>
  `${service}/${spreadsheetId}/values:batchGet?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=SERIAL_NUMBER${ranges.map((range) => `&ranges=${encodeURIComponent(range)}`).join('')}`;

/** The ledgers' way to spreadsheets: plain requests to the Sheets service, all workbooks of a step in one round trip. */
export const sheetsPort: SheetsPort = {
  batchGet: (requests: readonly ReadRequest[]) =>
    fetchAll(requests.map((request) => ({ url: readUrl(request), method: 'get' }))).map((text, index) => {
      const answer = JSON.parse(text) as BatchGetAnswer;
      return (requests[index]?.ranges ?? []).map((_range, range) => answer.valueRanges?.[range]?.values ?? []);
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
