import type { ServiceCall } from '../host/contract';
import type { Profile } from './profiles';

/** What a run's calls cost by a profile, by kind: milliseconds, estimated. */
export interface Price {
  readonly lock: number;
  readonly properties: number;
  readonly cache: number;
  readonly read: number;
  readonly write: number;
  readonly mail: number;
  /** Opening forms and files, asking for triggers, pages and identities. */
  readonly other: number;
}

/** The workspace counts cells, not rows. Working tables have 3 to 52 columns; a row is taken for eight cells. */
const cellsARow = 8;

type Pricing = (call: ServiceCall, profile: Profile) => number;

const apiRead: Pricing = ({ cellsRead }, profile) => profile.apiRead0 + cellsRead * profile.apiReadCell + (cellsRead / cellsARow) * profile.apiReadRow;
const apiWrite: Pricing = ({ cellsWritten }, profile) => profile.apiWrite0 + cellsWritten * profile.apiWriteCell + (cellsWritten / cellsARow) * profile.apiWriteRow;
const autoFlushed = (cells: number, profile: Profile): number => Math.floor(cells / profile.autoFlushCells) * profile.flush0;

/** Calls by name, the first that fits. Whatever is not here looks things up inside the script and costs next to nothing. */
const kinds: readonly { readonly name: RegExp; readonly kind: keyof Price; readonly price: Pricing }[] = [
  { name: /^Lock\.(tryLock|waitLock)$/, kind: 'lock', price: (_call, profile) => profile.lockUncontended },
  { name: /^Properties\.(get|getKeys)/, kind: 'properties', price: (_call, profile) => profile.propGet },
  { name: /^Properties\.(set|delete)/, kind: 'properties', price: (_call, profile) => profile.propSet },
  { name: /^Cache\.get/, kind: 'cache', price: (_call, profile) => profile.cacheGet },
  { name: /^Cache\.(put|remove)/, kind: 'cache', price: (_call, profile) => profile.cachePut },
  { name: /^Gmail\.|^(Mail|Gmail)App\.send/, kind: 'mail', price: (_call, profile) => profile.apiWrite0 },
  { name: /^MailApp\.getRemainingDailyQuota$/, kind: 'mail', price: (_call, profile) => profile.meta },
  { name: /^Sheets\.Spreadsheets\.(Values\.(get|batchGet)|get)|^Range\.getNotes$/, kind: 'read', price: apiRead },
  { name: /^Range\.(getValues?|getDisplayValues?)$/, kind: 'read', price: ({ cellsRead }, profile) => profile.read0 + cellsRead * profile.readCell },
  { name: /^TextFinder\.find/, kind: 'read', price: ({ cellsRead }, profile) => profile.textFinder0 + cellsRead * profile.textFinderCell },
  { name: /^Sheet\.appendRow$/, kind: 'write', price: (_call, profile) => profile.appendRow },
  { name: /^Range\.(setValues?|clear|clearContent)$/, kind: 'write', price: ({ cellsWritten }, profile) => profile.writeBuf0 + cellsWritten * profile.writeBufCell + autoFlushed(cellsWritten, profile) },
  { name: /^FormApp\.openBy|^SpreadsheetApp\.openBy|^DriveApp\./, kind: 'other', price: (_call, profile) => profile.open },
  { name: /^Form\.getResponses$|^FormResponse\.getItemResponses$|^ScriptApp\.(getProjectTriggers|getOAuthToken|getService|getIdentityToken)$|^HtmlTemplate\.|^Spreadsheet\.getSheet|^Sheet\.(getDataRange|getLast|deleteRow)|^Session\./, kind: 'other', price: (_call, profile) => profile.meta },
];

const written = (calls: readonly ServiceCall[]): number => calls.filter(({ name }) => /^(Range|Sheet)\./.test(name)).reduce((sum, { cellsWritten }) => sum + cellsWritten, 0);

/** Buffered writes leave with the next reading of cells, a flush, or the run's end. */
const flushes = (calls: readonly ServiceCall[], profile: Profile): number => {
  let waiting: ServiceCall[] = [];
  let sum = 0;
  for (const call of calls) {
    if (/^(Range\.set|Sheet\.appendRow|Sheet\.deleteRow)/.test(call.name)) waiting.push(call);
    else if (waiting.length > 0 && (/^Range\.get(Display)?Values?$|^SpreadsheetApp\.(flush|endOfExecution)$/.test(call.name))) {
      sum += profile.flush0 + written(waiting) * profile.flushCell;
      waiting = [];
    }
  }
  return sum;
};

export const priceOf = (calls: readonly ServiceCall[], profile: Profile): Price => {
  const price = { lock: 0, properties: 0, cache: 0, read: 0, write: flushes(calls, profile), mail: 0, other: 0 };
  for (const call of calls) {
    if (/^UrlFetchApp\.fetch/.test(call.name)) {
      if (call.cellsWritten > 0) price.write += apiWrite(call, profile);
      else price.read += apiRead(call, profile);
      continue;
    }
    const found = kinds.find(({ name }) => name.test(call.name));
    if (found !== undefined) price[found.kind] += found.price(call, profile);
  }
  return price;
};

export const sumOf = (price: Price): number => Object.values<number>({ ...price }).reduce((sum, part) => sum + part, 0);
