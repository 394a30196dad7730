import { call, cleanUp, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] } };

describe('charts on sheets', () => {
  it('are built, put on the sheet, listed, changed and taken away, with their exact ranges and options', async () => {
    const workspace = await workspaceWith(`function main() {
      var s = SpreadsheetApp.create('x'); var t = s.getSheets()[0];
      var chart = t.newChart().setChartType(Charts.ChartType.COLUMN).addRange(t.getRange('A1:B4')).addRange(t.getRange('D1:D4')).setPosition(5, 2, 10, 20)
        .setNumHeaders(1).setOption('title', '工单').setOption('vAxis.minValue', 0).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS).build();
      var before = t.getCharts().length + '/' + chart.getChartId();
      t.insertChart(chart);
      t.insertChart(t.newChart().asPieChart().setTitle('Share').addRange(t.getRange('A1:B4')).set3D().build());
      t.insertRowBefore(1);
      var kept = SpreadsheetApp.openById(s.getId()).getSheets()[0].getCharts();
      var one = kept[0];
      var told = [before, kept.length, one.getRanges().map(function (r) { return r.getA1Notation(); }), one.getOptions().get('title'), one.getOptions().get('vAxis.minValue'), one.getOptions().get('none'),
        one.getContainerInfo().getAnchorRow(), one.getContainerInfo().getOffsetY(), one.getNumHeaders(), String(one.modify().getChartType()), String(kept[1].modify().getChartType()), kept[1].getOptions().get('is3D')];
      t.updateChart(one.modify().asLineChart().setTitle('Changed').setXAxisTitle('day').build());
      t.removeChart(kept[1]);
      var left = t.getCharts();
      var gone; try { t.updateChart(kept[1]); } catch (error) { gone = error.message; }
      var spec = Sheets.Spreadsheets.get(s.getId(), { fields: 'sheets.charts.spec' }).sheets[0].charts[0].spec;
      return [told, left.length, left[0].getOptions().get('title'), left[0].getOptions().get('hAxis.title'), left[0].getChartId() === one.getChartId(), gone, spec.title, spec.basicChart.chartType,
        spec.basicChart.series.length, spec.basicChart.domains[0].domain.sourceRange.sources[0].startRowIndex];
    }`, { manifest });
    expect(await call(workspace, 'main')).toEqual([
      ['0/null', 2, ['A2:B5', 'D2:D5'], '工单', 0, null, 5, 20, 1, 'COLUMN', 'PIE', true], 1, 'Changed', 'day', true, 'The chart is not on this sheet.', 'Changed', 'LINE', 2, 1,
    ]);
  });

  it('made over the API are told with their kind and ranges', async () => {
    const workspace = await workspaceWith(`function main() {
      var s = SpreadsheetApp.create('x'); var id = s.getId(); var t = s.getSheets()[0];
      var source = function (column) { return { sourceRange: { sources: [{ sheetId: t.getSheetId(), startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 }] } }; };
      Sheets.Spreadsheets.batchUpdate({ requests: [{ addChart: { chart: { spec: { title: 'API', pieChart: { domain: source(0), series: source(1) } }, position: { overlayPosition: { anchorCell: { sheetId: t.getSheetId(), rowIndex: 2 } } } } } }] }, id);
      var chart = t.getCharts()[0];
      return [String(chart.modify().getChartType()), chart.getRanges().map(function (r) { return r.getA1Notation(); }), chart.getOptions().get('title'), chart.getContainerInfo().getAnchorRow()];
    }`, { manifest });
    expect(await call(workspace, 'main')).toEqual(['PIE', ['A1:A3', 'B1:B3'], 'API', 3]);
  });
});
