/** Menus over the selected cells: the clipboard, rows and columns that come, go or are sorted, and the whole workbook. */
import type { GroupView, StructureChange } from '../../contract';
import type { Application } from '../application';
import { columnLetters } from './addresses';
import { foldLabel } from './fold-marks';
import type { Dimension } from './folds';
import { openMenu, type MenuItem } from './popup';
import type { SheetGrid } from './sheet-grid';

export interface SheetActions {
  readonly application: Application;
  readonly grid: SheetGrid;
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
  // Among filtered or hidden rows, those selected on screen are not those that would go; of several blocks nobody could tell which goes first.
  const joined = selection.spans.length === 1 && layout.row(span.bottom) - rows.first + 1 === rows.count && layout.column(span.right) - columns.first + 1 === columns.count;
  const wholeColumns = rows.count === layout.rowCount && rows.count > 1;
  const wholeRows = columns.count === layout.columnCount && columns.count > 1;
  const change = (made: StructureChange) => () => void grid.edits.changeStructure(made);
  const insert = (dimension: Dimension, start: number, count: number) => change({ kind: 'insert', dimension, start, count, inheritFromBefore: start > 0 });
  const remove = (dimension: Dimension, start: number, count: number) => change({ kind: 'delete', dimension, start, end: start + count });
  const move = (dimension: Dimension, start: number, count: number, by: 1 | -1) => change({ kind: 'move', dimension, start, end: start + count, destination: by > 0 ? start + count + 1 : start - 1 });
  const see = (dimension: Dimension, start: number, end: number, hidden: boolean) => change({ kind: 'hide', dimension, start, end, hidden });
  const foldItem = (dimension: Dimension, group?: GroupView): readonly MenuItem[] => (group ? [{ label: foldLabel(application, dimension, group), run: () => void grid.edits.fold(dimension, group) }] : []);
  const around = grid.sight.hiddenAround(rows.first, layout.row(span.bottom), columns.first, layout.column(span.right));
  const named = (key: 'insertAbove' | 'insertBelow' | 'deleteRows' | 'insertLeft' | 'insertRight' | 'deleteColumns' | 'moveUp' | 'moveDown' | 'moveLeft' | 'moveRight' | 'hideRows' | 'hideColumns', count: number) => counted(application.word(key), count);
  const rowItems: readonly MenuItem[] = [
    { label: named('insertAbove', rows.count), run: insert('ROWS', rows.first, rows.count), disabled: !joined },
    { label: named('insertBelow', rows.count), run: insert('ROWS', rows.first + rows.count, rows.count), disabled: !joined },
    { label: named('deleteRows', rows.count), run: remove('ROWS', rows.first, rows.count), disabled: !joined },
    { label: named('moveUp', rows.count), run: move('ROWS', rows.first, rows.count, -1), disabled: !joined || rows.first === 0 },
    { label: named('moveDown', rows.count), run: move('ROWS', rows.first, rows.count, 1), disabled: !joined || rows.first + rows.count >= layout.shape.rows },
    { label: named('hideRows', rows.count), run: see('ROWS', rows.first, layout.row(span.bottom) + 1, true), disabled: !joined },
    ...foldItem('ROWS', layout.rowFolds.meant(span.top, rows.first)),
    ...(around.rows ? [{ label: application.word('showRows'), run: see('ROWS', around.rows.start, around.rows.end, false) }] : []),
  ];
  const columnItems: readonly MenuItem[] = [
    { label: named('insertLeft', columns.count), run: insert('COLUMNS', columns.first, columns.count), disabled: !joined },
    { label: named('insertRight', columns.count), run: insert('COLUMNS', columns.first + columns.count, columns.count), disabled: !joined },
    { label: named('deleteColumns', columns.count), run: remove('COLUMNS', columns.first, columns.count), disabled: !joined },
    { label: named('moveLeft', columns.count), run: move('COLUMNS', columns.first, columns.count, -1), disabled: !joined || columns.first === 0 },
    { label: named('moveRight', columns.count), run: move('COLUMNS', columns.first, columns.count, 1), disabled: !joined || columns.first + columns.count >= layout.shape.columns },
    { label: named('hideColumns', columns.count), run: see('COLUMNS', columns.first, layout.column(span.right) + 1, true), disabled: !joined },
    ...foldItem('COLUMNS', layout.columnFolds.meant(span.left, columns.first)),
    ...(around.columns ? [{ label: application.word('showColumns'), run: see('COLUMNS', around.columns.start, around.columns.end, false) }] : []),
  ];
  const letters = columnLetters(columns.first);
  const { tab } = grid.options;
  const order = (descending: boolean) => change({ kind: 'sort', area: { top: tab.frozenRows, left: 0, bottom: tab.rows, right: tab.columns }, column: columns.first, descending });
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
