import { call, cleanUp, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

/** Each story is one function of one project, so that the workspace is opened once. */
const stories: readonly (readonly [string, string, unknown])[] = [
  ['looks of text, as lists and one by one', `
    var r = t.getRange('A1:B1');
    r.setFontFamilies([['Arial', 'Roboto']]).setFontSizes([[10, 14]]).setFontStyles([['italic', 'normal']]).setFontLines([['underline', 'line-through']]).setFontWeights([['bold', null]]);
    r.setHorizontalAlignments([['center', 'right']]).setVerticalAlignments([['top', 'middle']]).setWraps([[true, false]]).setTextRotation(45);
    r.setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT);
    return [r.getFontFamilies(), r.getFontSizes(), r.getFontStyles(), r.getFontLines(), r.getFontWeights(), r.getHorizontalAlignments(), r.getVerticalAlignments(), r.getWraps(),
      r.getTextRotation().getDegrees(), String(r.getTextDirection()), t.getRange('C1').getHorizontalAlignment(), t.getRange('C1').getFontSize(), t.getRange('C1').getVerticalAlignment()];`,
    [[['Arial', 'Roboto']], [[10, 14]], [['italic', 'normal']], [['underline', 'line-through']], [['bold', 'normal']], [['center', 'right']], [['top', 'middle']], [[true, false]], 45, 'RIGHT_TO_LEFT', 'general', 10, 'bottom']],
  ['colours of RGB and of the theme', `
    var r = t.getRange('A1');
    r.setBackgroundObject(SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build()).setFontColor('#ff0000');
    var theme = [r.getBackground(), String(r.getBackgroundObject().asThemeColor().getThemeColorType()), r.getFontColorObject().asRgbColor().asHexString()];
    r.setBackgroundRGB(0, 128, 255);
    return theme.concat([r.getBackground(), String(r.getBackgroundObject().getColorType()), r.setBackground(null).getBackground()]);`,
    ['#4285f4', 'ACCENT1', '#ff0000', '#0080ff', 'RGB', '#ffffff']],
  ['text styles and rich text with parts', `
    var bold = SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor('#0000ff').build();
    t.getRange('A1').setTextStyle(bold).setValue('x');
    var rich = SpreadsheetApp.newRichTextValue().setText('see here, now').setTextStyle(0, 3, bold).setLinkUrl(4, 8, 'https://example.com/').build();
    t.getRange('A2').setRichTextValue(rich);
    var read = t.getRange('A2').getRichTextValue();
    var before = read.getRuns().map(function (run) { return [run.getText(), run.getLinkUrl(), run.getTextStyle().isBold(), run.getStartIndex()]; });
    t.getRange('A2').setValue('plain');
    return [t.getRange('A1').getTextStyle().isBold(), t.getRange('A1').getTextStyle().getForegroundColor(), t.getRange('A1').getTextStyle().getFontSize(), before, read.getLinkUrl(),
      t.getRange('A2').getRichTextValue().getRuns().length, t.getRange('A3').setValue(5).getRichTextValue()];`,
    [true, '#0000ff', 10, [['see', null, true, 0], [' ', null, false, 3], ['here', 'https://example.com/', false, 4], [', now', null, false, 8]], null, 1, null]],
  ['the style of a text in a cell is what it looks like there', `
    t.getRange('A1').setValue('plain').setFontWeight('bold').setFontSize(14);
    var read = t.getRange('A1').getRichTextValue();
    var style = read.getTextStyle();
    return [style.isBold(), style.isItalic(), style.getFontSize(), style.getFontFamily(), style.getForegroundColor(), read.getTextStyle(0, 2).isUnderline(), t.getRange('B1').getRichTextValue().getTextStyle().isBold(),
      SpreadsheetApp.newRichTextValue().setText('x').build().getTextStyle().isBold()];`,
    [true, false, 14, 'Arial', '#000000', false, false, null]],
  ['formulas in both notations, adapted from cell to cell', `
    t.getRange('A1:A3').setValues([[1], [2], [3]]);
    t.getRange('B1:B3').setFormula('=A1*2');
    t.getRange('C1:C3').setFormulaR1C1('=R[0]C[-1]+R1C1');
    return [t.getRange('B1:C3').getFormulas(), t.getRange('C2').getFormulaR1C1(), t.getRange('B1:C3').getValues()];`,
    [[['=A1*2', '=B1+$A$1'], ['=A2*2', '=B2+$A$1'], ['=A3*2', '=B3+$A$1']], '=R[0]C[-1]+R1C1', [[2, 3], [4, 5], [6, 7]]]],
  ['checkboxes with their own words', `
    t.getRange('A1:A2').insertCheckboxes();
    t.getRange('B1').insertCheckboxes('是', '否');
    var fresh = t.getRange('A1:B1').getValues()[0];
    t.getRange('A1:B1').check();
    return [fresh, t.getRange('A1:B2').getValues(), t.getRange('A1').isChecked(), t.getRange('A1:A2').isChecked(), t.getRange('B1').isChecked(), t.getRange('C1').isChecked(), t.getRange('B1').uncheck().getValue()];`,
    [[false, '否'], [[true, '是'], [false, '']], true, null, true, null, '否']],
  ['bands', `
    var band = t.getRange('A1:C5').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, true, false);
    band.setSecondRowColor('#123456');
    var told = [band.getHeaderRowColor(), band.getFirstRowColor(), band.getSecondRowColor(), band.getFooterRowColor(), band.getRange().getA1Notation(), t.getBandings().length, t.getRange('A6').getBandings().length];
    band.remove();
    return told.concat(t.getBandings().length);`, ['#4dd0e1', '#ffffff', '#123456', null, 'A1:C5', 1, 0, 0]],
  ['filters with criteria, which hide rows', `
    t.getRange('A1:B5').setValues([['k', 'n'], ['a', 1], ['b', 2], ['c', 3], ['a', 4]]);
    var filter = t.getRange('A1:B5').createFilter();
    filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b']).build());
    filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenNumberLessThan(4).build());
    var hidden = [1, 2, 3, 4, 5].map(function (row) { return t.isRowHiddenByFilter(row); });
    var criteria = filter.getColumnFilterCriteria(2);
    filter.removeColumnFilterCriteria(2).setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setVisibleValues(['c']).build());
    return [hidden, String(criteria.getCriteriaType()), criteria.getCriteriaValues(), filter.getColumnFilterCriteria(2), filter.getColumnFilterCriteria(1).getHiddenValues(), [2, 3, 4, 5].map(function (row) { return t.isRowHiddenByFilter(row); })];`,
    [[false, false, true, false, true], 'NUMBER_LESS_THAN', [4], null, ['a', 'b'], [true, true, false, true]]],
  ['conditional formats and colour scales', `
    var rule = SpreadsheetApp.newConditionalFormatRule().whenDateBefore(SpreadsheetApp.RelativeDate.TODAY).setBackground('#ff0000').setUnderline(true).setRanges([t.getRange('A1:A5')]).build();
    var scale = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#ffffff').setGradientMaxpointWithValue('#00ff00', SpreadsheetApp.InterpolationType.NUMBER, '10').setRanges([t.getRange('B1:B5')]).build();
    t.setConditionalFormatRules([rule, scale]);
    var rules = t.getConditionalFormatRules();
    var one = rules[0].getBooleanCondition(), other = rules[1].getGradientCondition();
    return [String(one.getCriteriaType()), String(one.getCriteriaValues()[0]), one.getBackground(), one.getUnderline(), rules[0].getRanges()[0].getA1Notation(), rules[0].getGradientCondition(),
      other.getMinColor(), String(other.getMinType()), other.getMaxValue(), String(other.getMaxType()), rules[1].copy().setRanges([t.getRange('C1')]).build().getRanges()[0].getA1Notation()];`,
    ['DATE_BEFORE_RELATIVE', 'TODAY', '#ff0000', true, 'A1:A5', null, '#ffffff', 'MIN', '10', 'NUMBER', 'C1']],
  ['validations rebuilt from what they tell', `
    var rule = SpreadsheetApp.newDataValidation().requireNumberNotBetween(1, 5).setHelpText('outside').build();
    var again = SpreadsheetApp.newDataValidation().withCriteria(rule.getCriteriaType(), rule.getCriteriaValues());
    return [String(again.getCriteriaType()), again.getCriteriaValues(), rule.copy().getHelpText(), again.copy().build().getAllowInvalid()];`,
    ['NUMBER_NOT_BETWEEN', [1, 5], 'outside', true]],
  ['data around a cell, duplicates, spaces and parts of texts', `
    t.getRange('B2:C4').setValues([['x', 1], ['X', 1], ['y ', 2]]);
    var region = t.getRange('B2').getDataRegion().getA1Notation();
    var down = t.getRange('B2').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation();
    t.getRange('B2:B4').trimWhitespace();
    var kept = t.getRange('B2:C4').removeDuplicates().getA1Notation();
    t.getRange('E1').setValue('a,2026-01-02,3').splitTextToColumns();
    return [region, down, kept, t.getRange('B2:C4').getValues(), t.getRange('E1:G1').getDisplayValues()];`,
    ['B2:C4', 'B4', 'B2:C3', [['x', 1], ['y', 2], ['', '']], [['a', '2026-01-02', '3']]]],
  ['lists of ranges and what is active', `
    var list = t.getRangeList(['A1', 'C3:D4']).setValue(1).setBackground('#00ff00').activate();
    var cells = t.getActiveRangeList().getRanges().map(function (r) { return r.getA1Notation(); });
    t.setCurrentCell(t.getRange('D4'));
    return [cells, s.getActiveRange().getA1Notation(), s.getCurrentCell().getA1Notation(), t.getRange('C3:D4').getBackgrounds(), t.getSelection().getNextDataRange(SpreadsheetApp.Direction.UP).getA1Notation(), list.getRanges().length];`,
    [['A1', 'C3:D4'], 'C3:D4', 'D4', [['#00ff00', '#00ff00'], ['#00ff00', '#00ff00']], 'C3:D4', 2]],
  ['finding forward and back, and replacing one', `
    t.getRange('A1:A4').setValues([['aa'], ['b'], ['a'], ['xa']]);
    var finder = t.createTextFinder('a').startFrom(t.getRange('A1'));
    var found = [finder.findNext().getA1Notation(), finder.findNext().getA1Notation(), finder.findPrevious().getA1Notation(), finder.getCurrentMatch().getA1Notation()];
    return [found, finder.replaceWith('z'), t.getRange('A1:A4').getValues().join(), t.createTextFinder('a').findPrevious().getA1Notation()];`,
    [['A3', 'A4', 'A3', 'A3'], 1, 'aa,b,z,xa', 'A4']],
  ['developer metadata that tells its place and moves', `
    t.getRange('3:3').addDeveloperMetadata('row', 'x');
    var found = t.getRange('2:4').createDeveloperMetadataFinder().withKey('row').find()[0];
    var row = found.getLocation().getRow().getRow();
    found.moveToSheet(t);
    return [row, String(found.getLocation().getLocationType()), found.getLocation().getSheet().getName() === t.getName(), found.getLocation().getRow(), t.getRange('C3').getA1Notation()];`,
    [3, 'SHEET', true, null, 'C3']],
  ['copies into another spreadsheet, and of the whole', `
    t.getRange('A1').setValue('=1+1').setBackground('#ff0000');
    s.setNamedRange('one', t.getRange('A1'));
    var other = SpreadsheetApp.create('Other');
    var copied = t.copyTo(other);
    var whole = s.copy('Twin');
    return [copied.getRange('A1').getValue(), copied.getRange('A1').getBackground(), copied.getParent().getName(), other.getNumSheets(), whole.getName(), whole.getRangeByName('one').getValue(), whole.getEditors().length, whole.getId() === s.getId()];`,
    [2, '#ff0000', 'Other', 2, 'Twin', 2, 1, false]],
  ['the active sheet through its spreadsheet', `
    s.appendRow(['a', 'b']); s.insertRowBefore(1); s.setFrozenRows(1); s.setColumnWidth(1, 77);
    return [s.getLastRow(), s.getDataRange().getA1Notation(), s.getFrozenRows(), s.getColumnWidth(1), s.getSheetValues(2, 1, 1, 2), s.getSheetName() === t.getName(), s.getSheetId() === t.getSheetId()];`,
    [2, 'A1:B2', 1, 77, [['a', 'b']], true, true]],
  ['values and formats copied to a place of another sheet', `
    var u = s.insertSheet('Target');
    t.getRange('A1:B1').setValues([['=1+1', 'x']]).setFontWeight('bold');
    t.getRange('A1:B1').copyValuesToRange(u, 2, 3, 4, 4);
    t.getRange('A1:B1').copyFormatToRange(u.getSheetId(), 1, 2, 1, 1);
    return [u.getRange('B4:C4').getValues(), u.getRange('B4').getFormula(), u.getRange('A1:B1').getFontWeights(), u.getRange('B4').getFontWeight()];`,
    [[[2, 'x']], '', [['bold', 'bold']], 'normal']],
];

describe('what a maintainer reaches for', () => {
  let workspace: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    const functions = stories.map(([, body], index) => `function story${index}() { var s = SpreadsheetApp.create('Ledger'); var t = s.getSheets()[0]; ${body} }`);
    workspace = await workspaceWith(functions.join('\n'));
  });

  it.each(stories.map(([name, , expected], index) => [name, index, expected] as const))('%s', async (_name, index, expected) => {
    expect(await call(workspace, `story${index}`)).toEqual(expected);
  });
});
