import { tables, type TableName } from '../../../sheets-templates';
import { columnKey, type CellValue } from '../../ledger/codec';
import { headerRows, isArchive, quoteTitle, type Deployment } from '../../ledger/deployment';
import { letters } from '../../ledger/open-rows';
import type { ReadRequest } from '../../ledger/sheets-port';
import type { Ports } from '../ports';

/** A tab of a workbook that the journal speaks of. */
export interface Tab {
  readonly slot: string;
  readonly workbook: string;
  readonly name: TableName;
  readonly spreadsheetId: string;
  readonly title: string;
  readonly width: number;
}

type Values = readonly (readonly CellValue[])[];

/** All of them: what people work with first, yearbooks last. The journal guards itself. */
export const tabsOf = ({ workbooks }: Deployment): readonly Tab[] =>
  Object.entries(workbooks)
    .sort(([one], [other]) => Number(isArchive(one)) - Number(isArchive(other)) || (one < other ? -1 : 1))
    .flatMap(([workbook, { spreadsheetId, sheets }]) => (Object.keys(tables) as TableName[]).flatMap((name): readonly Tab[] => {
      const place = sheets[name];
      return name === 'journal' || place === undefined ? [] : [{ slot: `${workbook}/${name}`, workbook, name, spreadsheetId, title: quoteTitle(place.title), width: Object.keys(tables[name].columns).length }];
    }));

/** Ranges of tabs in one round trip, one request a file. */
export const look = (ports: Ports, asked: readonly { readonly tab: Tab; readonly range: string }[]): readonly Values[] => {
  const files = [...new Set(asked.map(({ tab }) => tab.spreadsheetId))];
  const requests = files.map((spreadsheetId): ReadRequest => ({ spreadsheetId, ranges: asked.filter(({ tab }) => tab.spreadsheetId === spreadsheetId).map(({ tab, range }) => tab.title + range) }));
  const answers = asked.length === 0 ? [] : ports.checkpoint.look(requests);
  const next = new Map<string, number>();
  return asked.map(({ tab: { spreadsheetId } }) => {
    const at = next.get(spreadsheetId) ?? 0;
    next.set(spreadsheetId, at + 1);
    return answers[files.indexOf(spreadsheetId)]?.[at] ?? [];
  });
};

/** Every row's key, from the first row of data on; null where a tab has lost the column. Columns may have been moved. */
export const keysOf = (ports: Ports, tabs: readonly Tab[]): ReadonlyMap<string, readonly string[] | null> => {
  const headers = look(ports, tabs.map((tab) => ({ tab, range: '!1:1' })));
  const places = tabs.map((tab, at) => ({ tab, column: (headers[at]?.[0] ?? []).map(String).indexOf(columnKey(tables[tab.name].key)) }));
  const found = places.filter(({ column }) => column >= 0);
  const columns = look(ports, found.map(({ tab, column }) => ({ tab, range: `!${letters(column)}${headerRows + 1}:${letters(column)}` })));
  const keys = new Map<string, readonly string[] | null>(tabs.map(({ slot }) => [slot, null]));
  found.forEach(({ tab }, at) => keys.set(tab.slot, (columns[at] ?? []).map((row) => String(row[0] ?? ''))));
  return keys;
};

/** Some rows of a tab, counted from 1; a whole tab where no end is named. */
export interface Slice {
  readonly tab: Tab;
  readonly from: number;
  readonly to: number | null;
}

/** Each slice's values as if its tab had been read from the top, with the rows before it left empty. */
export const valuesOf = (ports: Ports, slices: readonly Slice[]): readonly Values[] => {
  const answers = look(ports, slices.flatMap(({ tab, from, to }) => (to === null ? [{ tab, range: '' }] : [{ tab, range: '!1:1' }, { tab, range: `!${from}:${to}` }])));
  let at = 0;
  return slices.map(({ from, to }) => {
    const first = answers[at] ?? [];
    at += to === null ? 1 : 2;
    if (to === null) return first;
    return [first[0] ?? [], ...Array.from({ length: from - 2 }, () => []), ...(answers[at - 1] ?? [])];
  });
};
