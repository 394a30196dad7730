/**
 * What calls would roughly take on the platform. The figures are a published-measurements estimate for today's runtime
 * (the middle one of three profiles), never timings of this workspace.
 */
import type { ServiceCall } from '../contract';

const MILLISECONDS = {
  open: 150, read: 40, readCell: 0.012, write: 1.2, writeCell: 0.009, flush: 100, appendRow: 180,
  apiRead: 210, apiReadCell: 0.004, apiWrite: 260, apiWriteCell: 0.0125, textFinder: 400, meta: 50,
  cacheGet: 20, cachePut: 56, propertyGet: 30, propertySet: 62, lock: 60,
} as const;

type Price = (call: ServiceCall) => number;

const api: Price = ({ cellsRead, cellsWritten }) =>
  (cellsWritten > 0 ? MILLISECONDS.apiWrite + cellsWritten * MILLISECONDS.apiWriteCell : 0) + (cellsRead > 0 || cellsWritten === 0 ? MILLISECONDS.apiRead + cellsRead * MILLISECONDS.apiReadCell : 0);

/** The first line that fits a call's name prices it. */
const PRICES: readonly (readonly [name: RegExp, price: Price])[] = [
  [/^(Sheets\.|UrlFetchApp\.fetch)/, api],
  [/^SpreadsheetApp\.(open|create)/, () => MILLISECONDS.open],
  [/^SpreadsheetApp\.flush$/, () => MILLISECONDS.flush],
  [/\.appendRow$/, () => MILLISECONDS.appendRow],
  [/^TextFinder\./, () => MILLISECONDS.textFinder],
  [/^(Range|RangeList|Sheet)\.(get|is)/, ({ cellsRead }) => (cellsRead > 0 ? MILLISECONDS.read + cellsRead * MILLISECONDS.readCell : MILLISECONDS.meta)],
  [/^(Range|RangeList|Sheet)\./, ({ cellsWritten }) => MILLISECONDS.write + cellsWritten * MILLISECONDS.writeCell],
  [/^Cache\.get/, () => MILLISECONDS.cacheGet],
  [/^Cache\.(put|remove)/, () => MILLISECONDS.cachePut],
  [/^Properties\.(get|set|delete)/, ({ name }) => (/\.get/.test(name) ? MILLISECONDS.propertyGet : MILLISECONDS.propertySet)],
  [/^Lock\.(waitLock|tryLock)$/, () => MILLISECONDS.lock],
  // These stay within the script and ask no server.
  [/^(Utilities|Logger|console|ContentService|HtmlService|HtmlOutput|HtmlTemplate|TextOutput|Session|ScriptApp|LockService|CacheService|PropertiesService|Lock\.(hasLock|releaseLock))/, () => 0],
];

/** Null for a call that nobody has published figures for, such as sending mail. */
export function callCost(call: ServiceCall): number | null {
  const price = PRICES.find(([name]) => name.test(call.name))?.[1];
  if (price) return price(call);
  return call.requests === 0 ? 0 : null;
}

export interface EstimatedCost {
  readonly milliseconds: number;
  /** Calls that the estimate leaves out. */
  readonly unpriced: number;
}

export function estimatedCost(calls: readonly ServiceCall[]): EstimatedCost {
  const prices = calls.map(callCost);
  return { milliseconds: prices.reduce<number>((sum, price) => sum + (price ?? 0), 0), unpriced: prices.filter((price) => price === null).length };
}
