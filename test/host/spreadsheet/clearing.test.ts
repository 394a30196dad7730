import { tellStories } from './stories';

const filtered = `
    t.getRange('A1:B4').setValues([['k', 'n'], ['a', 1], ['b', 2], ['c', 3]]).setFontWeight('bold');
    t.getRange('A1:B4').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b']).build());
    var looks = function () { return [t.getRange('B1:B4').getValues().join(), t.getRange('B1:B4').getFontWeights().join()]; };`;

tellStories('clearing', [
  ['a whole sheet of its contents only keeps formats', `
    t.getRange('A1').setValue(5).setBackground('#ff0000').setNote('n');
    t.clear({ contentsOnly: true });
    return [t.getRange('A1').getValue(), t.getRange('A1').getBackground(), t.getRange('A1').getNote()];`, ['', '#ff0000', 'n']],
  ['a whole sheet of its formats only keeps values', `
    t.getRange('A1').setValue(5).setBackground('#ff0000');
    t.clear({ formatOnly: true });
    return [t.getRange('A1').getValue(), t.getRange('A1').getBackground()];`, [5, '#ffffff']],
  ['a whole sheet without options takes values and formats, and keeps notes', `
    t.getRange('A1').setValue(5).setBackground('#ff0000').setNote('n');
    t.clear({});
    return [t.getRange('A1').getValue(), t.getRange('A1').getBackground(), t.getRange('A1').getNote()];`, ['', '#ffffff', 'n']],
  ['keeps the rows that a filter hides, where they are to be skipped', `${filtered}
    t.getRange('A2:B4').clear({ contentsOnly: true, skipFilteredRows: true });
    return looks();`, ['n,,2,', 'bold,bold,bold,bold']],
  ['takes values and formats of the rows that are seen, where nothing but skipping is asked for', `${filtered}
    t.getRangeList(['A2:B4']).clear({ skipFilteredRows: true });
    return looks();`, ['n,,2,', 'bold,normal,bold,normal']],
  ['takes validations of the rows that are seen only', `${filtered}
    t.getRange('B2:B4').insertCheckboxes();
    t.getRange('B2:B4').clear({ validationsOnly: true, skipFilteredRows: true });
    return t.getRange('B2:B4').getDataValidations().map(function (row) { return row[0] !== null; });`, [false, true, false]],
  ['takes hidden rows as well where nothing is said', `${filtered}
    t.getRange('A2:B4').clear({ contentsOnly: true });
    return looks();`, ['n,,,', 'bold,bold,bold,bold']],
]);
