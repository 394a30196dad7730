import type { KeptTab, TabToKeep } from '../app/ports';
import type { CellValue } from '../ledger/codec';
import type { CellData, SheetsRequest } from '../ledger/sheets-port';
import { enteredValue } from '../ledger/apply';
import { letters } from '../ledger/open-rows';
import { inLanguage, timeZone, words } from '../terms';
import { loadDeployment, recall, remember } from './memory';
import { sheetsPort } from './sheets';

/**
 * What the night's check keeps, in a file of its own that only the owner may open: one row a tab, its text compressed and cut into
 * pieces that fit cells. It can be thrown away: the next check then takes the ledgers as they stand and begins anew.
 */
const property = 'check.file';
const pieceLength = 45000;
const firstPiece = 5;
const mostPieces = 395;
const mostTabs = 400;
const title = words('售后台账 · 核对底稿', 'Aftersales Ledger · Checkpoint');

type Values = readonly (readonly CellValue[])[];

const fileId = (): string => {
  const known = recall(property) ?? '';
  if (known !== '') return known;
  const created = Sheets?.Spreadsheets?.create({
    properties: { title: inLanguage(title, loadDeployment().language), timeZone },
    sheets: [{ properties: { sheetId: 0, title: 'tabs', gridProperties: { rowCount: mostTabs, columnCount: firstPiece + mostPieces } } }],
  });
  if (created?.spreadsheetId === undefined) throw new Error('No file was made for the checkpoint');
  remember(property, created.spreadsheetId);
  return created.spreadsheetId;
};

const heads = (): Values => sheetsPort.batchGet([{ spreadsheetId: fileId(), ranges: ['tabs!A:E'] }])[0]?.[0] ?? [];

/** Somebody threw the file away. */
const isGone = (error: unknown): boolean => /answered 404/.test(String(error));

const headsOfNewFile = (error: unknown): Values => {
  if (!isGone(error)) throw error;
  remember(property, '');
  return heads();
};

/** Which tabs are kept. */
export const checkpointIndex = (): readonly KeptTab[] => {
  let rows: Values;
  try {
    rows = heads();
  } catch (error) {
    rows = headsOfNewFile(error);
  }
  return rows.map(([slot, number, count, whole, pieces], at) => ({ slot: String(slot), at, number: Number(number), rows: Number(count), whole: whole === true, pieces: Number(pieces) }));
};

/** What fits one cell stays as it is. */
const zip = (text: string): string => (text.length <= pieceLength ? text : Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes()));
const unzip = (text: string): string => (text.startsWith('[') ? text : Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(text), 'application/x-gzip')).getDataAsString('UTF-8'));

/** The texts of some tabs, in one round trip. */
export const loadCheckpoint = (tabs: readonly KeptTab[]): readonly string[] => {
  if (tabs.length === 0) return [];
  const ranges = tabs.map(({ at, pieces }) => `tabs!${letters(firstPiece)}${at + 1}:${letters(firstPiece + Math.max(1, pieces) - 1)}${at + 1}`);
  const [answers = []] = sheetsPort.batchGet([{ spreadsheetId: fileId(), ranges }]);
  return answers.map(([row = []]) => unzip(row.map(String).join('')));
};

const cellsOf = ({ slot, number, rows, whole, text }: TabToKeep): readonly CellData[] => {
  const head = [slot, number, rows, whole].map(enteredValue);
  if (text === null) return head;
  const packed = zip(text);
  const pieces = Array.from({ length: Math.ceil(packed.length / pieceLength) }, (_, at) => packed.slice(at * pieceLength, (at + 1) * pieceLength));
  if (pieces.length > mostPieces) throw new Error(`${slot} is too large for the checkpoint`);
  return [...head, enteredValue(pieces.length), ...pieces.map(enteredValue)];
};

/** All of it or nothing. */
export const saveCheckpoint = (tabs: readonly TabToKeep[]): void => {
  if (tabs.length === 0) return;
  const requests = tabs.map((tab): SheetsRequest => ({ updateCells: { start: { sheetId: 0, rowIndex: tab.at, columnIndex: 0 }, rows: [{ values: cellsOf(tab) }], fields: 'userEnteredValue' } }));
  sheetsPort.batchUpdate([{ spreadsheetId: fileId(), requests }]);
};
