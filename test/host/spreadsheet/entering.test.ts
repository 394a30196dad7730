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
]);
