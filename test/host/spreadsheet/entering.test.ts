import { tellStories } from './stories';

tellStories('what scripts enter', [
  ['text that begins with + is a formula, adapted from cell to cell', `
    t.getRange('A1:A2').setValues([[1], [2]]);
    t.getRange('B1:B2').setValue('+A1+1');
    t.appendRow(['+1+1', '+5']);
    return [t.getRange('B1:B2').getFormulas(), t.getRange('B1:B2').getValues(), t.getRange('A3:B3').getFormulas(), t.getRange('A3:B3').getValues()];`,
    [[['=+A1+1'], ['=+A2+1']], [[2], [3]], [['=+1+1', '']], [[2, 5]]]],
  ['text that begins with + stays text in a cell for text', `
    t.getRange('A1').setNumberFormat('@').setValue('+86 138 0000');
    return [t.getRange('A1').getValue(), t.getRange('A1').getFormula()];`, ['+86 138 0000', '']],
  ['a list is no value: it becomes the text that the platform names it with', `
    t.appendRow(['a', [1, 2], [1, 3]]);
    t.getRange('A2').setValue([[1, 2]]);
    var told = t.getRange('A1:C1').getValues()[0].concat(t.getRange('A2').getValue());
    return told.map(function (one) { return one.replace(/@[0-9a-f]+$/, '@…'); }).concat(told[1] !== told[2]);`,
    ['a', '[Ljava.lang.Object;@…', '[Ljava.lang.Object;@…', '[Ljava.lang.Object;@…', true]],
  ['what replacing makes of a text is entered anew, unless the text was kept from that', `
    t.getRange('A1:A4').setValues([['a5'], ["'a=1a"], ["'050"], ['=1+5']]);
    var count = t.createTextFinder('a').replaceAllWith('');
    t.createTextFinder('0').replaceAllWith('1');
    t.createTextFinder('5').matchFormulaText(true).replaceAllWith('6');
    return [count, t.getRange('A1:A4').getValues().join(), t.getRange('A2').getFormula(), t.getRange('A4').getFormula(), typeof t.getRange('A1').getValue(), typeof t.getRange('A3').getValue()];`,
    [3, '6,1,161,7', '=1', '=1+6', 'number', 'string']],
]);
