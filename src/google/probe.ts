import { coefficientsOf, assumed, type Timing } from '../app/probe/coefficients';
import { sheetsPort } from './sheets';

/**
 * Times the services that the ledgers use, on this account, in a scratch spreadsheet of its own that is removed afterwards. It
 * touches nothing of the company's. What comes out is a cost profile, as the bench takes it (docs/bench.md).
 */

/** Whoever waits for the answer gives up after a minute. */
const longest = 25000;
const mostRounds = 7;

const wide = { rows: 20, columns: 100 };
const high = { rows: 2000, columns: 1 };
const name = 'probe';

const filled = (rows: number, columns: number): string[][] => Array.from({ length: rows }, (_row, row) => Array.from({ length: columns }, (_column, column) => `${row}/${column}`));

const cellsRequest = (sheetId: number, { rows, columns }: typeof wide) => ({
  updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows: filled(rows, columns).map((row) => ({ values: row.map((stringValue) => ({ userEnteredValue: { stringValue } })) })), fields: 'userEnteredValue' },
});

const a1 = ({ rows, columns }: typeof wide): string => (columns === 1 ? `A1:A${rows}` : `A1:CV${rows}`);

/** One look at everything, as often as time allows. */
const round = (spreadsheetId: string, timings: Timing[]): void => {
  const time = <Result>(kind: string, size: { readonly rows: number; readonly columns: number }, work: () => Result): Result => {
    const from = Date.now();
    const result = work();
    timings.push({ kind, cells: size.rows * size.columns, rows: size.rows, milliseconds: Date.now() - from });
    return result;
  };
  const one = { rows: 1, columns: 1 };
  const lock = LockService.getScriptLock();
  if (time('lock', one, () => lock.tryLock(1000))) lock.releaseLock();
  const properties = PropertiesService.getScriptProperties();
  time('propertySet', one, () => properties.setProperty(name, name));
  time('propertyGet', one, () => properties.getProperty(name));
  properties.deleteProperty(name);
  const cache = CacheService.getScriptCache();
  time('cachePut', one, () => cache.put(name, name, 60));
  time('cacheGet', one, () => cache.get(name));
  const sheet = time('open', one, () => SpreadsheetApp.openById(spreadsheetId).getSheets()[0]);
  if (sheet === undefined) throw new Error('The scratch spreadsheet has no tab');
  time('meta', one, () => sheet.getLastRow());
  for (const size of [one, wide]) {
    const range = sheet.getRange(1, 1, size.rows, size.columns);
    time('read', size, () => range.getValues());
    const values = filled(size.rows, size.columns);
    time('write', size, () => range.setValues(values));
    time('flush', size, () => SpreadsheetApp.flush());
  }
  time('append', one, () => sheet.appendRow([name]));
  SpreadsheetApp.flush();
  time('find', one, () => sheet.getRange(1, 1).createTextFinder('nowhere').findNext());
  time('find', high, () => sheet.getRange(1, 1, high.rows, 1).createTextFinder('nowhere').findNext());
  for (const size of [one, wide, high]) {
    time('batchUpdate', size, () => sheetsPort.batchUpdate([{ spreadsheetId, requests: [cellsRequest(0, size)] }]));
    time('batchGet', size, () => sheetsPort.batchGet([{ spreadsheetId, ranges: [a1(size)] }]));
  }
};

/** A profile as text, with what it is worth beside it. */
export const measureCosts = (): string => {
  const created = Sheets?.Spreadsheets?.create({ properties: { title: 'probe' }, sheets: [{ properties: { sheetId: 0, title: 'probe', gridProperties: { rowCount: 2200, columnCount: 100 } } }] });
  const spreadsheetId = created?.spreadsheetId;
  if (spreadsheetId === undefined) throw new Error('No scratch spreadsheet was made');
  const timings: Timing[] = [];
  const from = Date.now();
  let rounds = 0;
  try {
    do {
      round(spreadsheetId, timings);
      rounds += 1;
    } while (rounds < mostRounds && ((Date.now() - from) * (rounds + 1)) / rounds < longest);
  } finally {
    Drive?.Files?.remove(spreadsheetId);
  }
  const live = /^https:\/\/script\.google\.com\//.test(ScriptApp.getService().getUrl());
  return JSON.stringify({
    _units: 'ms; cells and rows each',
    _note: live ? 'measured on this account' : 'measured on a local stand-in: says nothing about Google',
    _rounds: rounds,
    _measuredAt: new Date().toISOString(),
    _assumed: Object.keys(assumed),
    D_measured: coefficientsOf(timings),
  });
};
