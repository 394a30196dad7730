import fc from 'fast-check';
import { Input, readInput, type Field } from '../../../src/app/field';
import { words } from '../../../src/terms';
import { problemsOf, withoutBlanks } from '../../../src/ui/pages/shared/form-model';
import type { SentInput } from '../../../src/ui/protocol';
import { fieldView } from '../../../src/ui/view';

const choices = { A: words('特急', 'Critical'), B: words('紧急', 'Urgent') };
const fields: readonly Field[] = [
  { name: 'note', kind: 'long', label: words('说明', 'Note'), required: true, minimum: 5, maximum: 20 },
  { name: 'class', kind: 'choice', label: words('级别', 'Class'), choices },
  { name: 'truth', kind: 'flag', label: words('属实', 'True'), required: true },
  { name: 'at', kind: 'instant', label: words('时间', 'Time') },
  { name: 'fare', kind: 'money', label: words('金额', 'Amount') },
  { name: 'count', kind: 'integer', label: words('数量', 'Count'), minimum: 1, maximum: 9 },
  { name: 'lines', kind: 'lines', label: words('明细', 'Lines'), columns: [{ name: 'name', kind: 'text', label: words('名称', 'Name'), required: true }, { name: 'qty', kind: 'integer', label: words('数量', 'Quantity'), required: true, minimum: 1 }] },
];
const views = fields.map(fieldView);
const good: SentInput = { note: '三号柜跳闸', truth: true };

describe('A form before it is sent', () => {
  it.each([
    ['a required text', { truth: true }, ['note']],
    ['a required tick', { note: '三号柜跳闸', truth: false }, ['truth']],
    ['a text that is too short', { ...good, note: '跳闸' }, ['note']],
    ['a number out of range', { ...good, count: '10' }, ['count']],
    ['an amount with three decimals', { ...good, fare: '1.234' }, ['fare']],
    ['a line with a part missing', { ...good, lines: [{ name: '断路器', qty: '1' }, { name: '熔断器' }] }, ['lines.1.qty']],
  ])('marks %s', (_what, input, places) => {
    expect(Object.keys(problemsOf(views, input))).toEqual(places);
  });

  it('drops blanks and lines nobody filled in', () => {
    expect(withoutBlanks({ note: 'x', fare: '  ', truth: false, tags: [], lines: [{ name: '', qty: '' }, { name: '断路器', qty: '1' }] })).toEqual({ note: 'x', lines: [{ name: '断路器', qty: '1' }] });
  });

  it('never stops what the server would take', () => {
    const input = fc.record({
      note: fc.string({ maxLength: 24 }), class: fc.constantFrom('', 'A', 'B'), truth: fc.boolean(), at: fc.constantFrom('', '2026-03-03T09:10'),
      fare: fc.constantFrom('', '38', '38.5', '38.00', '1,234.50', '¥38', '38元', '1.234', 'x'), count: fc.constantFrom('', '0', '1', ' 9 ', '10', '1.5'),
      lines: fc.array(fc.record({ name: fc.constantFrom('', '断路器'), qty: fc.constantFrom('', '0', '2') }), { maxLength: 3 }),
    });
    fc.assert(fc.property(input, (typed) => {
      const sent = withoutBlanks(typed);
      if (readInput(fields, sent) instanceof Input) expect(problemsOf(views, sent)).toEqual({});
    }));
  });
});
