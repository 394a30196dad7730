/** Menus over the selected cells: the clipboard, rows and columns that come, go or are sorted, and the whole workbook. */
import type { Application } from '../application';
import { confirmDialog, showFailure } from '../notices';
import { columnLetters } from './addresses';
import type { EditHistory } from './edit-history';
import { openMenu, type MenuItem } from './popup';
import type { SheetGrid } from './sheet-grid';

type Dimension = 'ROWS' | 'COLUMNS';

export interface SheetActions {
  readonly application: Application;
  readonly grid: SheetGrid;
  readonly history: EditHistory;
  readonly columnMenu: (column: number, anchor: DOMRect) => void;
}

export function openContextMenu(actions: SheetActions, x: number, y: number): void {
  openMenu([clipboardItems(actions), ...structureItems(actions)], new DOMRect(x, y, 0, 0), actions.application.word('cellMenu'));
}

export function clipboardItems({ application, grid }: SheetActions): readonly MenuItem[] {
  return [
    { label: application.word('cut'), keys: 'Ctrl+X', run: () => grid.blocks.copyFromMenu(true) },
    { label: application.word('copy'), keys: 'Ctrl+C', run: () => grid.blocks.copyFromMenu(false) },
    { label: application.word('paste'), keys: 'Ctrl+V', run: () => grid.blocks.pasteFromMenu() },
    { label: application.word('clearCells'), keys: 'Delete', run: () => grid.blocks.clear() },
  ];
}

export function structureItems(actions: SheetActions): readonly (readonly MenuItem[])[] {
  const { application, grid } = actions;
  const { layout, selection } = grid;
  const { span } = selection;
  const rows = { first: layout.row(span.top), count: span.bottom - span.top + 1 };
  const columns = { first: layout.column(span.left), count: span.right - span.left + 1 };
  // Among filtered or hidden rows, those selected on screen are not those that would go.
  const joined = layout.row(span.bottom) - rows.first + 1 === rows.count && layout.column(span.right) - columns.first + 1 === columns.count;
  const wholeColumns = rows.count === layout.rowCount && rows.count > 1;
  const wholeRows = columns.count === layout.columnCount && columns.count > 1;
  const insert = (dimension: Dimension, at: number, count: number) => () => change(actions, { insertDimension: { range: range(grid, dimension, at, count), inheritFromBefore: at > 0 } });
  const remove = (dimension: Dimension, at: number, count: number, label: string) => () => confirmed(actions, label, { deleteDimension: { range: range(grid, dimension, at, count) } });
  const named = (key: 'insertAbove' | 'insertBelow' | 'deleteRows' | 'insertLeft' | 'insertRight' | 'deleteColumns', count: number) => counted(application.word(key), count);
  const rowItems: readonly MenuItem[] = [
    { label: named('insertAbove', rows.count), run: insert('ROWS', rows.first, rows.count), disabled: !joined },
    { label: named('insertBelow', rows.count), run: insert('ROWS', rows.first + rows.count, rows.count), disabled: !joined },
    { label: named('deleteRows', rows.count), run: remove('ROWS', rows.first, rows.count, named('deleteRows', rows.count)), disabled: !joined },
  ];
  const columnItems: readonly MenuItem[] = [
    { label: named('insertLeft', columns.count), run: insert('COLUMNS', columns.first, columns.count), disabled: !joined },
    { label: named('insertRight', columns.count), run: insert('COLUMNS', columns.first + columns.count, columns.count), disabled: !joined },
    { label: named('deleteColumns', columns.count), run: remove('COLUMNS', columns.first, columns.count, named('deleteColumns', columns.count)), disabled: !joined },
  ];
  const letters = columnLetters(columns.first);
  const order = (descending: boolean) => () => confirmed(actions, application.word('sortRows').replace('{column}', letters), { sortRange: { range: bodyRange(grid), sortSpecs: [{ dimensionIndex: columns.first, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' }] } });
  return [
    wholeColumns ? [] : rowItems,
    wholeRows ? [] : columnItems,
    [
      { label: application.word('columnMenu'), keys: 'Alt+↓', run: () => grid.openColumnMenu(selection.active.column) },
      { label: `${application.word('sortRows').replace('{column}', letters)} ↑`, run: order(false) },
      { label: `${application.word('sortRows').replace('{column}', letters)} ↓`, run: order(true) },
    ],
  ];
}

/** `{n} rows` with the number in it, and in the singular for one. */
function counted(text: string, count: number): string {
  return (count === 1 ? text.replace(/(\{n\} \w+)s\b/, '$1') : text).replace('{n}', String(count));
}

function range(grid: SheetGrid, dimension: Dimension, startIndex: number, count: number): Readonly<Record<string, unknown>> {
  return { sheetId: grid.options.tab.sheetId, dimension, startIndex, endIndex: startIndex + count };
}

function bodyRange({ options: { tab } }: SheetGrid): Readonly<Record<string, unknown>> {
  return { sheetId: tab.sheetId, startRowIndex: tab.frozenRows, endRowIndex: tab.rows, startColumnIndex: 0, endColumnIndex: tab.columns };
}

async function confirmed(actions: SheetActions, label: string, request: Readonly<Record<string, unknown>>): Promise<void> {
  if (await confirmDialog(actions.application, label, actions.application.word('cannotUndo'))) await change(actions, request);
}

/** Whole rows and columns change at once and cannot be taken back; earlier steps would mean other cells from then on. */
async function change({ application, grid, history }: SheetActions, request: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await grid.values.change(request);
    history.forget();
    grid.refresh();
  } catch (failure) {
    showFailure(application, failure);
  }
}
