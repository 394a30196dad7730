/** The parts of the page's sheet that need no browser: clipboard text, series, formulas, selection, views, taking back. */
import fc from 'fast-check';
import { fromTabText, toHtml, toTabText } from '../../../host/page/sheets/clipboard-text';
import { dataEdge } from '../../../host/page/sheets/data-edge';
import { editBlocks } from '../../../host/page/sheets/edit-blocks';
import { EditHistory, replay } from '../../../host/page/sheets/edit-history';
import { continueLine } from '../../../host/page/sheets/fill-series';
import { shiftFormula } from '../../../host/page/sheets/formula-shift';
import { GridLayout } from '../../../host/page/sheets/grid-layout';
import { rowSpans } from '../../../host/page/sheets/row-spans';
import { rowsShown, valueCounts, type ColumnFilter, type RowView } from '../../../host/page/sheets/row-view';
import { Selection } from '../../../host/page/sheets/selection';
import { cellsWithin, tableOf } from '../../../host/page/sheets/several-blocks';

const DOWN = { down: 1, across: 0 };

describe('clipboard', () => {
  test('any block survives the way over plain text', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'line\nline', '"', '""', 'x"y', '"quoted"', '=1+1', ''));
    const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(block, (lines) => {
        const plain = lines.map((line) => line.map((cell) => cell.replace(/\r\n?/g, '\n')));
        // A last line that is wholly empty reads as the end of the one before it.
        fc.pre(plain[plain.length - 1]?.join('') !== '' && plain[plain.length - 1]?.length !== 0);
        expect(fromTabText(toTabText(plain))).toEqual(plain);
      }),
    );
  });

  test('what other programs write is read: Windows line ends, a last line end, a quote that nothing closes', () => {
    expect(fromTabText('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
    expect(fromTabText('5" tube\tx')).toEqual([['5" tube', 'x']]);
    expect(fromTabText('"open\tx')).toEqual([['"open', 'x']]);
  });

  test('hostile text is escaped for programs that read HTML', () => {
    expect(toHtml([['<img src=x onerror=alert(1)>', 'a&b']])).toBe('<meta charset="utf-8"><table><tr><td style="white-space:pre">&lt;img src=x onerror=alert(1)&gt;</td><td style="white-space:pre">a&amp;b</td></tr></table>');
  });
});

test.each([
  ['=A1+$B$2', 1, 1, '=B2+$B$2'],
  ['=SUM(A1:A9)*A$1', 2, 0, '=SUM(A3:A11)*A$1'],
  ['=A1', -1, 0, '=#REF!'],
  ['="A1"&B2', 1, 0, '="A1"&B3'],
  ["='Tab A1'!A1+LOG10(Z9)", 1, 1, "='Tab A1'!B2+LOG10(AA10)"],
  ['A1', 1, 1, 'A1'],
  ['=Z1', 0, 1, '=AA1'],
])('the formula %s moves %d down and %d across to %s', (formula, down, across, expected) => {
  expect(shiftFormula(formula, down, across)).toBe(expected);
});

test.each([
  [['1'], 1, ['1', '1', '1']],
  [['1', '3'], 1, ['5', '7', '9']],
  [['0.1', '0.2'], 1, ['0.3', '0.4', '0.5']],
  [['5', '7'], -1, ['3', '1', '-1']],
  [['2026-02-27'], 1, ['2026-02-28', '2026-03-01', '2026-03-02']],
  [['2026/1/31', '2026/2/7'], 1, ['2026/2/14', '2026/2/21', '2026/2/28']],
  [['SV-009'], 1, ['SV-010', 'SV-011', 'SV-012']],
  [['在库', '在途'], 1, ['在库', '在途', '在库']],
  [['在库', '在途'], -1, ['在途', '在库', '在途']],
  [['=A1*2'], 1, ['=A2*2', '=A3*2', '=A4*2']],
] as const)('%j filled in direction %d goes on with %j', (source, direction, expected) => {
  expect(continueLine(source, 3, direction, DOWN)).toEqual(expected);
});

test('changed cells become few rectangles that hold each of them once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ row: fc.nat(8), column: fc.nat(8) }), { selector: ({ row, column }) => `${row}:${column}` }), (places) => {
      const cells = places.map(({ row, column }) => ({ row, column, text: `${row}:${column}` }));
      const found = editBlocks(cells).flatMap((block) => block.values.flatMap((line, down) => line.map((text, across) => ({ row: block.row + down, column: block.column + across, text }))));
      const sorted = (list: typeof cells) => [...list].sort((one, other) => one.row - other.row || one.column - other.column);
      expect(sorted(found)).toEqual(sorted(cells));
    }),
  );
  expect(editBlocks([0, 1, 2].flatMap((row) => [4, 5].map((column) => ({ row, column, text: '' }))))).toHaveLength(1);
});

test('rows to read are joined where they nearly touch', () => {
  expect(rowSpans([70, 1, 2, 3, 9, 40])).toEqual([{ first: 1, count: 9 }, { first: 40, count: 1 }, { first: 70, count: 1 }]);
});

test('Ctrl with an arrow stops at edges of what is filled', () => {
  const filled = [true, true, true, false, false, true, false];
  const from = (place: number, by: 1 | -1) => dataEdge(place, by, filled.length, (index) => filled[index] === true);
  expect([from(0, 1), from(2, 1), from(5, 1), from(6, -1), from(5, -1), from(2, -1), from(6, 1)]).toEqual([2, 5, 6, 5, 2, 0, 6]);
});

test('Tab and Enter walk as in a spreadsheet', () => {
  const selection = new Selection({ rowCount: 10, columnCount: 5 });
  selection.select({ row: 2, column: 1 });
  for (const step of ['right', 'right', 'down'] as const) selection.step(step);
  expect(selection.active).toEqual({ row: 3, column: 1 });
  selection.selectSpan({ top: 0, left: 0, bottom: 1, right: 1 });
  const walked = (['down', 'down', 'down', 'down'] as const).map((step) => {
    selection.step(step);
    return `${selection.active.row}${selection.active.column}`;
  });
  expect(walked).toEqual(['10', '01', '11', '00']);
  expect(selection.span).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
  selection.select({ row: 3, column: 4 }, 'rows');
  selection.extendTo({ row: 5, column: 2 });
  expect(selection.span).toEqual({ top: 3, left: 0, bottom: 5, right: 4 });
});

test('several blocks: each cell once, one table where rows or columns are the same, none otherwise', () => {
  const selection = new Selection({ rowCount: 10, columnCount: 6 });
  selection.selectSpan({ top: 1, left: 0, bottom: 2, right: 1 });
  selection.add({ row: 2, column: 1 });
  selection.extendTo({ row: 3, column: 3 });
  expect(selection.spans).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }, { top: 2, left: 1, bottom: 3, right: 3 }]);
  expect([...cellsWithin(selection.spans)].map(({ row, column }) => `${row}${column}`)).toEqual(['10', '11', '20', '21', '22', '23', '31', '32', '33']);
  expect([selection.has({ row: 1, column: 0 }), selection.has({ row: 1, column: 2 })]).toEqual([true, false]);
  expect(tableOf(selection.spans)).toBeNull();
  const sameRows = [{ top: 1, left: 4, bottom: 2, right: 4 }, { top: 1, left: 0, bottom: 2, right: 1 }];
  expect(tableOf(sameRows)).toEqual({ rows: [1, 2], columns: [0, 1, 4] });
  expect(tableOf([{ top: 5, left: 0, bottom: 5, right: 1 }, { top: 1, left: 0, bottom: 2, right: 1 }])).toEqual({ rows: [1, 2, 5], columns: [0, 1] });
  selection.step('down');
  selection.select({ row: 9, column: 5 });
  expect(selection.spans).toHaveLength(1);
  // Whole columns stay whole as blocks too.
  selection.add({ row: 0, column: 1 }, 'columns');
  expect(selection.spans[1]).toEqual({ top: 0, left: 1, bottom: 9, right: 1 });
});

test('a merged cell is selected whole, left on its far side and walked over', () => {
  const merge = { top: 1, left: 1, bottom: 2, right: 3 };
  const selection = new Selection({ rowCount: 10, columnCount: 6, merges: [merge] });
  selection.select({ row: 2, column: 2 });
  expect([selection.active, selection.span, selection.isOne]).toEqual([{ row: 1, column: 1 }, merge, true]);
  expect((['down', 'up', 'right', 'left'] as const).map((direction) => selection.beside(selection.active, direction))).toEqual([{ row: 3, column: 1 }, { row: 0, column: 1 }, { row: 1, column: 4 }, { row: 1, column: 0 }]);
  selection.selectSpan({ top: 0, left: 0, bottom: 1, right: 1 });
  expect(selection.span).toEqual({ top: 0, left: 0, bottom: 2, right: 3 });
  const walked = Array.from({ length: 7 }, () => {
    selection.step('right');
    return `${selection.active.row}${selection.active.column}`;
  });
  expect(walked).toEqual(['01', '02', '03', '10', '11', '20', '00']);
});

test('rows are as high as they say, and merged cells lie where their parts stand side by side', () => {
  const layout = new GridLayout({ rows: 8, columns: 4, frozenRows: 1, frozenColumns: 0 });
  layout.setRows(new Set([2]), null, { 1: 100, 4: 2 });
  layout.setColumns(new Set([0]), {});
  layout.setMerges([{ top: 1, left: 1, bottom: 4, right: 3 }, { top: 2, left: 3, bottom: 4, right: 4 }, { top: 5, left: 0, bottom: 6, right: 2 }]);
  expect([layout.top(1), layout.top(2), layout.rowHeight(1), layout.rowHeight(3), layout.height]).toEqual([28, 128, 100, 12, 28 + 28 * 5 + 112]);
  expect([0, 27, 28, 127, 128, 10_000].map((distance) => layout.rowAt(distance))).toEqual([0, 0, 1, 1, 2, 6]);
  expect(layout.rowsAt(90, 200)).toEqual({ first: 1, last: 6 });
  // The first row of the second one is hidden, and the first column of the third.
  expect(layout.merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 1 }]);
  layout.setRows(new Set(), [3, 1, 2]);
  layout.setMerges([{ top: 1, left: 1, bottom: 4, right: 3 }]);
  expect(layout.merges).toEqual([]);
});

test('hidden and filtered rows have no place on screen', () => {
  const layout = new GridLayout({ rows: 10, columns: 4, frozenRows: 2, frozenColumns: 1 });
  layout.setRows(new Set([0, 5]), [9, 5, 4]);
  layout.setColumns(new Set([2]), { 0: 50, 1: 70 });
  expect(Array.from({ length: layout.rowCount }, (_, position) => layout.row(position))).toEqual([1, 9, 4]);
  expect([layout.frozenRows, layout.positionOfRow(4), layout.positionOfRow(5)]).toEqual([1, 2, -1]);
  layout.setColumns(new Set([2]), { 0: 300 }, 390);
  expect(layout.frozenColumns).toBe(0);
  layout.setColumns(new Set([2]), { 0: 50, 1: 70 }, 390);
  expect(layout.frozenColumns).toBe(1);
  expect([layout.column(2), layout.left(1), layout.left(2), layout.columnAt(49), layout.columnAt(50), layout.columnAt(10_000)]).toEqual([3, 50, 120, 0, 1, 2]);
});

describe('a view of rows', () => {
  const texts = ['', '名称', '乙', '甲', '', '丙', '甲'];
  const values = ['', '名称', 20, 3, '', 100, 45_000];
  const cells = (column: number) => ({ texts: column === 0 ? texts : values.map(String), values: column === 0 ? texts : values });
  const filter = (condition: ColumnFilter['condition'], without: readonly string[] = []): ColumnFilter => ({ condition, without: new Set(without) });
  const shown = (filters: readonly (readonly [number, ColumnFilter])[], order: RowView['order'] = null) => rowsShown({ filters: new Map(filters), order }, 2, 7, cells);

  test.each([
    [[[0, filter(null, ['甲'])]], [2, 4, 5]],
    [[[0, filter({ kind: 'filled', operand: '' })]], [2, 3, 5, 6]],
    [[[1, filter({ kind: 'at-least', operand: '20' })]], [2, 5, 6]],
    [[[1, filter({ kind: 'at-most', operand: '2023-03-15' })]], [2, 3, 5, 6]],
    [[[1, filter({ kind: 'at-most', operand: '2023-03-14' })]], [2, 3, 5]],
    [[[0, filter({ kind: 'not-contains', operand: '甲' })], [1, filter({ kind: 'at-least', operand: '50' })]], [5]],
    [[[0, filter({ kind: 'equals', operand: ' 甲 ' })]], [3, 6]],
  ] as const)('filters %j to rows %j', (filters, expected) => {
    expect(shown(filters)).toEqual(expected);
  });

  test('sorts numbers as numbers, and empty cells last either way', () => {
    expect(shown([], { column: 1, descending: false })).toEqual([3, 2, 5, 6, 4]);
    expect(shown([], { column: 1, descending: true })).toEqual([6, 5, 2, 3, 4]);
  });

  test('counts the values to choose from', () => {
    expect(valueCounts(cells(0), [2, 3, 4, 5, 6])).toEqual([['丙', 1], ['甲', 2], ['乙', 1], ['', 1]]);
  });
});

test('a step that somebody else wrote over is not taken back, the others are', () => {
  const history = new EditHistory();
  const blocks = [{ row: 0, column: 0, before: [['a']], after: [['b']] }, { row: 5, column: 0, before: [['c']], after: [['d']] }];
  history.record({ kind: 'cells', blocks });
  expect(history.takeUndo()).toEqual({ kind: 'cells', blocks });
  expect(replay(blocks, 'undo', (row) => (row === 0 ? 'b' : 'other'))).toEqual({ blocks: [{ row: 0, column: 0, values: [['a']] }], changedSince: true });
  expect([history.canUndo, history.canRedo]).toEqual([false, true]);
  history.record({ kind: 'structure', name: 'step-1' });
  expect(history.canRedo).toBe(false);
});
