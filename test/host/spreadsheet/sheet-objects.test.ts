/** Charts with their figures, and the rows that filter views show. */
import type { ChartView } from '../../../host/contract';
import { chartShapes } from '../../../host/page/sheets/chart-shapes';
import { editor, fixture, inside, owner, stranger, viewer } from './fixture';

const source = (startColumnIndex: number, endRowIndex: number) => ({ sourceRange: { sources: [{ sheetId: 0, startRowIndex: 0, endRowIndex, startColumnIndex, endColumnIndex: startColumnIndex + 1 }] } });
const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 6, columnIndex: 2 }, offsetXPixels: 5, widthPixels: 400, heightPixels: 260 } };

async function tickets(): Promise<{ readonly f: ReturnType<typeof fixture>; readonly id: string }> {
  const f = fixture();
  const id = await f.create([{ properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 9, columnCount: 5, frozenRowCount: 1 } } }]);
  f.part.editCells(id, 0, 0, 0, [['月', '工单', '逾期'], ['一月', '4', '=B2/4'], ['二月', '10', ''], ['三月', '-2', '3'], ['四月', '7', 'x']], owner);
  return { f, id };
}

it('a chart shows its columns, the first as names, headers as names of series, and what is no number as a gap', async () => {
  const { f, id } = await tickets();
  await f.batch(id, [
    { addChart: { chart: { spec: { title: '每月工单', basicChart: { chartType: 'COLUMN', domains: [{ domain: source(0, 9) }], series: [{ series: source(1, 9) }, { series: source(2, 9) }] } }, position } } },
    { addChart: { chart: { spec: { pieChart: { domain: source(1, 3) } }, position: { overlayPosition: { anchorCell: { sheetId: 0 } } } } } },
  ]);
  const { charts } = f.part.sheetObjects(id, 0, viewer);
  expect(charts[0]).toMatchObject({
    kind: 'COLUMN', title: '每月工单', row: 6, column: 2, left: 5, width: 400, height: 260, labels: ['一月', '二月', '三月', '四月'],
    series: [{ name: '工单', values: [4, 10, -2, 7] }, { name: '逾期', values: [1, null, 3, null] }],
  });
  expect(charts[1]).toMatchObject({ kind: 'PIE', labels: ['1', '2'], series: [{ name: '工单', values: [4, 10] }] });
  const move = (fields: string, sheetId = 0) => ({ updateEmbeddedObjectPosition: { objectId: charts[0]?.id, newPosition: { overlayPosition: { anchorCell: { sheetId, rowIndex: 1 }, offsetXPixels: 9 } }, fields } });
  await f.batch(id, [move('offsetXPixels')]);
  expect(f.part.sheetObjects(id, 0, viewer).charts[0]).toMatchObject({ row: 6, column: 2, left: 9, width: 400 });
  await f.batch(id, [move('*', 7)], owner, 400);
  expect(() => f.part.sheetObjects(id, 0, stranger)).toThrow('no access');
});

describe('a chart is drawn', () => {
  const chart: ChartView = { id: 1, kind: 'COLUMN', title: '<b>工单</b>', row: 0, column: 0, left: 0, top: 0, width: 400, height: 260, labels: ['一', '二', '三'], series: [{ name: 'a', values: [4, null, -2] }, { name: 'b', values: [1, 2, 3] }] };
  const shapes = (change: Partial<ChartView>) => chartShapes({ ...chart, ...change }) ?? [];
  const count = (tag: string, change: Partial<ChartView> = {}): number => shapes(change).filter((shape) => shape.tag === tag).length;

  it('with a bar for each number, a line for each series, a slice for each share', () => {
    expect([count('rect'), count('rect', { kind: 'BAR' }), count('path', { kind: 'LINE' }), count('path', { kind: 'AREA' }), count('circle', { kind: 'SCATTER' }), count('path', { kind: 'PIE', series: [{ name: '', values: [1, 0, 3] }] })]).toEqual([5 + 2, 5 + 2, 2, 4, 5, 2]);
    expect([count('circle', { kind: 'PIE', series: [{ name: '', values: [0, 5, 0] }] }), count('path', { kind: 'PIE', series: [] }), chartShapes({ ...chart, kind: 'TABLE' }), chartShapes({ ...chart, kind: 'HISTOGRAM' })]).toEqual([1, 0, null, null]);
  });

  it.each(['COLUMN', 'BAR', 'LINE', 'AREA', 'SCATTER', 'PIE'])('%s within its frame, whatever the figures', (kind) => {
    for (const values of [[0, 0, 0], [1e9, -1e9, 5], [0.001, 0.002, 0], [null, null, null]]) {
      for (const { attributes } of shapes({ kind, series: [{ name: 's', values }] })) {
        const numbers = [attributes['x'], attributes['x1'], attributes['cx'], attributes['y'], attributes['y1'], attributes['cy'], attributes['width'], attributes['height']].filter((value) => value !== undefined).map(Number);
        expect(numbers.every((value) => Number.isFinite(value) && value >= -20 && value <= 420)).toBe(true);
        expect(String(attributes['d'] ?? '')).not.toMatch(/NaN|Infinity/);
      }
    }
  });
});

it('a filter view shows its rows in its order, for whoever chose it', async () => {
  const { f, id } = await tickets();
  const made: unknown = await f.batch(id, [
    { addFilterView: { filter: { title: '多的在前', range: { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 }, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }], criteria: { 1: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=B2>0' }] } }, 0: { hiddenValues: ['一月'] } } } } },
  ]);
  const view = Number(inside(made, 'replies', 0, 'addFilterView', 'filter', 'filterViewId'));
  expect(f.part.sheetObjects(id, 0, editor).filterViews).toEqual([{ id: view, title: '多的在前' }]);
  const copied: unknown = await f.batch(id, [{ duplicateFilterView: { filterId: view } }]);
  const copy = Number(inside(copied, 'replies', 0, 'duplicateFilterView', 'filter', 'filterViewId'));
  expect([copy === view, f.part.filterViewRows(id, 0, copy, editor)]).toEqual([false, [2, 4, 5, 6, 7, 8]]);
  expect([f.part.filterViewRows(id, 0, view, editor), f.part.filterViewRows(id, 0, 404, editor), f.part.grid(id, 0, { row: 0, column: 0, rows: 1, columns: 1 }, editor).hiddenRows]).toEqual([[2, 4, 5, 6, 7, 8], null, []]);
});
