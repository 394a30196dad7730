import { call, cleanUp, emptyWorkspace, engineer, load, owner, workspaceWith } from '../kernel/fixture';
import { editor, fixture, inside, messageOf } from './fixture';

afterAll(cleanUp);

const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] } };

async function run(body: string): Promise<unknown> {
  const workspace = await workspaceWith(`function main() { var s = SpreadsheetApp.create('x'); var id = s.getId(); var t = s.getSheets()[0]; ${body} }`, { manifest });
  return call(workspace, 'main');
}

describe('a spreadsheet', () => {
  it('keeps when it computes, for scripts and the API alike', async () => {
    expect(
      await run(`
        var read = function () { return [String(s.getRecalculationInterval()), s.isIterativeCalculationEnabled(), s.getMaxIterativeCalculationCycles(), s.getIterativeCalculationConvergenceThreshold()]; };
        var told = [read()];
        s.setRecalculationInterval(SpreadsheetApp.RecalculationInterval.HOUR).setMaxIterativeCalculationCycles(7).setIterativeCalculationConvergenceThreshold(0.2);
        told.push(read(), Sheets.Spreadsheets.get(id).properties.iterativeCalculationSettings === undefined);
        s.setIterativeCalculationEnabled(true);
        var properties = Sheets.Spreadsheets.get(id).properties;
        told.push(properties.autoRecalc, properties.iterativeCalculationSettings);
        Sheets.Spreadsheets.batchUpdate({ requests: [{ updateSpreadsheetProperties: { properties: { autoRecalc: 'MINUTE' }, fields: 'autoRecalc,iterativeCalculationSettings' } }] }, id);
        told.push(read(), String(SpreadsheetApp.ValueType.IMAGE));
        return told;`),
    ).toEqual([['ON_CHANGE', false, 50, 0.05], ['HOUR', false, 7, 0.2], true, 'HOUR', { maxIterations: 7, convergenceThreshold: 0.2 }, ['MINUTE', false, 7, 0.2], 'IMAGE']);
  });

  it('names the form whose answers it takes, and is opened by its file', async () => {
    expect(
      await run(`
        var before = s.getFormUrl();
        var form = FormApp.create('报修').setDestination(FormApp.DestinationType.SPREADSHEET, id);
        var answers = SpreadsheetApp.openById(id).getSheets().filter(function (sheet) { return sheet.getFormUrl() !== null; });
        var opened = SpreadsheetApp.open(DriveApp.getFileById(id));
        var other = DriveApp.createFile('a.txt', 'x'); var wrong; try { SpreadsheetApp.open(other); } catch (error) { wrong = error.message.length > 0; }
        return [before, FormApp.openByUrl(opened.getFormUrl()).getId() === form.getId(), answers.length, answers[0].getFormUrl() === s.getFormUrl(), wrong];`),
    ).toEqual([null, true, 1, true, true]);
  });

  it('can be made the active one', async () => {
    expect(await run(`var before = SpreadsheetApp.getActiveSpreadsheet(); SpreadsheetApp.setActiveSpreadsheet(s); return [before, SpreadsheetApp.getActive().getId() === id, SpreadsheetApp.getActiveSheet().getName() === t.getName()];`)).toEqual([null, true, true]);
  });

  it('has menus in the old manner too, where somebody opens it', async () => {
    const workspace = await emptyWorkspace();
    await load(workspace, { code: `function create() { var s = SpreadsheetApp.create('x'); s.addEditor('${engineer}'); return s.getId(); }` });
    const id = String(await call(workspace, 'create'));
    const container = {
      code: `
        function onOpen() {
          var s = SpreadsheetApp.getActive();
          s.addMenu('旧', [{ name: '一', functionName: 'one' }, null]); s.addMenu('多余', []); s.removeMenu('多余');
          s.updateMenu('旧', [{ name: '二', functionName: 'page' }]);
        }
        function page() { SpreadsheetApp.getActive().show(HtmlService.createHtmlOutput('<p>hi</p>').setTitle('页')); }`,
      name: 'bound',
      container: id,
    };
    await load(workspace, container);
    expect(await workspace.openSpreadsheet(id, engineer)).toEqual([{ caption: '旧', items: [{ caption: '二', functionName: 'page' }] }]);
    expect((await workspace.clickMenu(id, 'page', owner)).dialog).toMatchObject({ title: '页', body: expect.stringContaining('<p>hi</p>') as unknown });
  });
});

describe('a range', () => {
  it('knows which of its ends were written', async () => {
    expect(
      await run(`return ['A1:B2', 'A2:A', '3:7', 'B:B', 'C3'].map(function (text) {
        var range = t.getRange(text); return [range.isStartRowBounded(), range.isEndRowBounded(), range.isStartColumnBounded(), range.isEndColumnBounded()].map(Number).join('');
      }).concat(s.getRange('B:B').isEndRowBounded(), t.getRange(1, 1).isEndRowBounded());`),
    ).toEqual(['1111', '1011', '1100', '0011', '1111', false, true]);
  });

  it('changes the order of its rows and keeps each whole', async () => {
    expect(
      await run(`
        var rows = []; for (var i = 0; i < 40; i += 1) rows.push([i, 'r' + i]);
        t.getRange(1, 1, 40, 2).setValues(rows);
        var now = t.getRange(2, 1, 38, 2).randomize().getValues();
        var all = t.getRange(1, 1, 40, 2).getValues();
        return [all[0][0], all[39][0], now.every(function (row) { return row[1] === 'r' + row[0]; }), now.map(function (row) { return row[0]; }).sort(function (a, b) { return a - b; }).join() === rows.slice(1, 39).map(function (row) { return row[0]; }).join(), now.some(function (row, at) { return row[0] !== at + 1; })];`),
    ).toEqual([0, 39, true, true, true]);
  });

  it('says how links are shown', async () => {
    expect(await run(`t.getRange('A1:A2').setShowHyperlink(false); t.getRangeList(['A2']).setShowHyperlink(true); SpreadsheetApp.flush(); return Sheets.Spreadsheets.get(id, { ranges: ['A1:A2'], fields: 'sheets.data.rowData.values.userEnteredFormat' }).sheets[0].data[0].rowData.map(function (row) { return row.values[0].userEnteredFormat.hyperlinkDisplayType; });`)).toEqual(['PLAIN_TEXT', 'LINKED']);
  });
});

it('charts keep how their texts, axes and tables were asked to look', async () => {
  expect(
    await run(`
      var style = Charts.newTextStyle().setColor('#333').setFontName('Noto').setFontSize(9).build();
      t.insertChart(t.newChart().asLineChart().addRange(t.getRange('A1:B3')).setCurveStyle(Charts.CurveStyle.SMOOTH).setPointStyle(Charts.PointStyle.LARGE).setTitleTextStyle(style).setXAxisTitleTextStyle(style).setRange(0, 9).build());
      t.insertChart(t.newChart().asScatterChart().setXAxisLogScale().setYAxisRange(1, 5).build());
      t.insertChart(t.newChart().asTableChart().enablePaging(20, 1).enableSorting(false).setInitialSortingDescending(2).showRowNumberColumn(true).build());
      var wrong; try { t.newChart().asLineChart().setTitleTextStyle('big'); } catch (error) { wrong = error.message; }
      var options = t.getCharts().map(function (chart) { return function (name) { return chart.getOptions().get(name); }; });
      return [style.getFontSize(), options[0]('curveType'), options[0]('titleTextStyle'), options[0]('hAxis.titleTextStyle').color, options[0]('vAxis.viewWindow.max'), options[0]('pointSize') > 7,
        options[1]('hAxis.logScale'), options[1]('vAxis.viewWindow.min'), options[2]('pageSize'), options[2]('startPage'), options[2]('sort'), options[2]('sortColumn'), options[2]('sortAscending'), options[2]('showRowNumber'), wrong];`),
  ).toEqual([9, 'function', { color: '#333', fontName: 'Noto', fontSize: 9 }, '#333', 9, true, true, 1, 20, 1, 'disable', 2, false, true, "The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setTitleTextStyle."]);
});

describe('requests that take texts apart and tidy up', () => {
  const values = async (f: ReturnType<typeof fixture>, id: string, range: string): Promise<unknown> => inside(await f.rest('GET', `/v4/spreadsheets/${id}/values/${range}`), 'values');

  it('take texts like typing, with quotes around what holds the delimiter', async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [{ pasteData: { coordinate: { sheetId: 0, rowIndex: 1, columnIndex: 1 }, data: '1;"a;b"\n2026-01-02;=1+1\n', delimiter: ';' } }]);
    expect(await values(f, id, 'B2:C3')).toEqual([['1', 'a;b'], ['2026-01-02', '2']]);
    await f.batch(id, [{ pasteData: { coordinate: { sheetId: 0, rowIndex: 999, columnIndex: 25 }, data: 'x||y', delimiter: '||' } }]);
    expect(await values(f, id, 'Z1000:AA1000')).toEqual([['x', 'y']]);
  });
  it('split, trim and thin out, and tell how much', async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [{ pasteData: { coordinate: {}, data: ' a,1 \nb,2\nB , 2', delimiter: '|' } }]);
    await f.batch(id, [{ textToColumns: { source: { sheetId: 0, endRowIndex: 3, endColumnIndex: 1 }, delimiterType: 'COMMA' } }]);
    expect(await values(f, id, 'A1:B3')).toEqual([['a', '1'], ['b', '2'], ['B', '2']]);
    const answer = await f.batch(id, [{ trimWhitespace: { range: { sheetId: 0 } } }, { deleteDuplicates: { range: { sheetId: 0, endRowIndex: 3, endColumnIndex: 2 } } }]);
    expect(inside(answer, 'replies')).toEqual([{ trimWhitespace: { cellsChangedCount: 0 } }, { deleteDuplicates: { duplicatesRemovedCount: 1 } }]);
    expect(await values(f, id, 'A1:B3')).toEqual([['a', '1'], ['b', '2']]);
  });
  it('change nothing at all when one of the batch is refused', async () => {
    const f = fixture();
    const id = await f.create();
    const paste = { pasteData: { coordinate: {}, data: 'x', delimiter: ',' } };
    const refused = async (second: object, status = 400, as = 'owner@example.com'): Promise<unknown> => messageOf(await f.batch(id, [paste, second], as, status));
    expect(await refused({ pasteData: { coordinate: {}, data: 'x' } })).toBe('Invalid requests[1].pasteData: No delimiter was specified.');
    expect(await refused({ pasteData: { coordinate: {}, data: '<table></table>', html: true } }, 501)).toContain('NotEmulated: spreadsheets.batchUpdate.pasteData.html');
    expect(await refused({ textToColumns: { source: { sheetId: 0, endRowIndex: 2, endColumnIndex: 2 } } })).toContain('A range of one column is required');
    expect(await refused({ randomizeRange: { range: { sheetId: 5 } } })).toContain('No grid with id: 5');
    await f.batch(id, [{ addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }, editors: {} } } }]);
    expect(await refused({ pasteData: { coordinate: {}, data: 'x,y', delimiter: ',' } }, 400, editor)).toContain('protected');
    expect(await refused({ textToColumns: { source: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }, delimiterType: 'CUSTOM', delimiter: '' } }, 400, editor)).toContain('must not be empty');
    expect(await values(f, id, 'A1:B2')).toBeUndefined();
  });
});
