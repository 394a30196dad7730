import { parseR1C1 } from '../../../host/spreadsheet/model/a1-notation';
import { tellStories } from './stories';

describe('R1C1 notation', () => {
  it.each([
    ['R1C2', { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 }],
    ['r3c10', { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 9, endColumnIndex: 10 }],
    ['R3C2:R1C4', { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 4 }],
    ['R1', null], ['C1', null], ['R0C1', null], ['R1C1:B2', null], ['R[1]C[1]', null], ['R1C1:R2C2:R3C3', null],
  ])('%s means %j', (text, range) => {
    expect(parseR1C1(text)).toEqual(range);
  });
});

tellStories('references', [
  ['in R1C1 notation, beside those in A1 notation and names', `
    t.getRange('D4').setValue('x');
    s.setNamedRange('R9C9', t.getRange('D4'));
    s.insertSheet('Other');
    return [t.getRange('R1C2').getA1Notation(), t.getRange('R1C1:R2C2').getA1Notation(), t.getRange('R1').getA1Notation(), t.getRange('R9C9').getValue(),
      s.getRange('Other!R2C3').getA1Notation(), t.getRangeList(['A1', 'R2C2']).getRanges()[1].getA1Notation(), refusal(function () { t.getRange('R1C'); })];`,
    ['B1', 'A1:B2', 'R1', 'x', 'C2', 'B2', 'Range not found']],
  ['ranges find the developer metadata of what lies within them, and of what they touch when asked', `
    t.getRange('3:3').addDeveloperMetadata('row', 'x');
    t.getRange('B:B').addDeveloperMetadata('column', 'x');
    t.addDeveloperMetadata('sheet', 'x');
    s.insertSheet('Other').getRange('3:3').addDeveloperMetadata('elsewhere', 'x');
    var keys = function (finder) { return finder.find().map(function (found) { return found.getKey(); }).sort().join(); };
    var within = function (a1) { return keys(t.getRange(a1).createDeveloperMetadataFinder()); };
    var touching = function (a1) { return keys(t.getRange(a1).createDeveloperMetadataFinder().onIntersectingLocations()); };
    return [within('A1:D5'), within('1:5'), within('A:C'), within('A1:Z1000'), touching('A1:D5'), touching('C4:D5'), touching('B9'), t.getRange('A1:D5').getDeveloperMetadata().length, t.getRange('3:3').getDeveloperMetadata()[0].getKey()];`,
    ['', 'row', 'column', 'column,row,sheet', 'column,row,sheet', 'sheet', 'column,sheet', 0, 'row']],
]);
