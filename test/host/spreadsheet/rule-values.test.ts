import { tellStories } from './stories';

const told = "function (values) { return values.map(function (value) { return value instanceof Date ? Utilities.formatDate(value, 'Asia/Shanghai', 'yyyy-MM-dd HH:mm') : value; }); }";

tellStories('what rules tell of themselves', [
  ['a new validation only warns, until it is told to reject', `
    var rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5);
    t.getRange('A1').setDataValidation(rule.build()).setValue(9);
    SpreadsheetApp.flush();
    return [rule.getAllowInvalid(), t.getRange('A1').getDataValidation().getAllowInvalid(), t.getRange('A1').getValue(), rule.setAllowInvalid(false).build().getAllowInvalid(),
      refusal(function () { t.getRange('A2').setDataValidation(rule.build()).setValue(9); })];`,
    [true, true, 9, false, 'The data you entered in cell A2 violates the data validation rules set on this cell.']],
  ['dates of a validation are Dates', `
    var told = ${told};
    t.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireDateBetween(new Date(2026, 0, 2), new Date(2026, 2, 4)).build());
    var rule = t.getRange('A1').getDataValidation();
    var again = SpreadsheetApp.newDataValidation().withCriteria(rule.getCriteriaType(), rule.getCriteriaValues()).build();
    return [told(rule.getCriteriaValues()), told(again.getCriteriaValues()), told(rule.copy().getCriteriaValues()), String(again.getCriteriaType())];`,
    [['2026-01-02 00:00', '2026-03-04 00:00'], ['2026-01-02 00:00', '2026-03-04 00:00'], ['2026-01-02 00:00', '2026-03-04 00:00'], 'DATE_BETWEEN']],
  ['a date of a validation that is a formula stays as it is written', `
    return SpreadsheetApp.newDataValidation().requireDateAfter('=TODAY()').build().getCriteriaValues();`, ['=TODAY()']],
  ['the range of a validation is a Range, beside whether its list is shown', `
    var u = s.insertSheet('My list');
    t.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(u.getRange('B2:B4'), false).build());
    var rule = t.getRange('A1').getDataValidation();
    var values = rule.getCriteriaValues();
    t.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().withCriteria(rule.getCriteriaType(), values).build());
    var again = t.getRange('A2').getDataValidation().getCriteriaValues();
    return [values.length, values[0].getSheet().getName(), values[0].getA1Notation(), values[1], again[0].getA1Notation(), again[1], rule.copy().getCriteriaValues()[0].getA1Notation()];`,
    [2, 'My list', 'B2:B4', false, 'B2:B4', false, 'B2:B4']],
  ['a list of a validation is told whole, beside whether it is shown', `
    var rule = SpreadsheetApp.newDataValidation().requireValueInList(['x', 'y'], false).build();
    return [rule.getCriteriaValues(), SpreadsheetApp.newDataValidation().withCriteria(rule.getCriteriaType(), rule.getCriteriaValues()).getCriteriaValues()];`,
    [[['x', 'y'], false], [['x', 'y'], false]]],
  ['dates of conditional formats are Dates', `
    var told = ${told};
    t.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenDateBefore(new Date(2026, 0, 2)).setBackground('#ff0000').setRanges([t.getRange('A1')]).build()]);
    var one = t.getConditionalFormatRules()[0];
    var again = one.copy().withCriteria(one.getBooleanCondition().getCriteriaType(), one.getBooleanCondition().getCriteriaValues()).build();
    return [told(one.getBooleanCondition().getCriteriaValues()), told(again.getBooleanCondition().getCriteriaValues())];`,
    [['2026-01-02 00:00'], ['2026-01-02 00:00']]],
  ['dates of filters are Dates', `
    var told = ${told};
    t.getRange('A1:A2').setValues([['k'], ['2026-01-02']]);
    t.getRange('A1:A2').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenDateAfter(new Date(2026, 0, 2)).build());
    var criteria = t.getFilter().getColumnFilterCriteria(1);
    return [told(criteria.getCriteriaValues()), told(criteria.copy().getCriteriaValues()), t.isRowHiddenByFilter(2)];`,
    [['2026-01-02 00:00'], ['2026-01-02 00:00'], true]],
]);
