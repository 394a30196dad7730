import fc from 'fast-check';
import { Input, readInput, type Field } from '../../src/app/field';
import { isRefusal, words } from '../../src/terms';

const label = words('项目', 'Field');
const read = (field: Omit<Field, 'label' | 'name'>, raw: unknown) => readInput([{ name: 'x', label, ...field }], { x: raw });
const value = <Result>(result: ReturnType<typeof readInput>, take: (input: Input) => Result): Result | string => (result instanceof Input ? take(result) : result.code);

describe('input from outside', () => {
  test('text that begins like a formula stays as it was written', () => {
    expect(value(read({ kind: 'text' }, '=HYPERLINK("x")'), (input) => input.text('x'))).toBe('=HYPERLINK("x")');
  });

  test('whatever comes, it is a value within its bounds or a sentence in both languages, never a crash', () => {
    const kinds: readonly Field['kind'][] = ['text', 'long', 'choice', 'instant', 'date', 'integer', 'money', 'flag', 'list', 'lines'];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.anything(), fc.boolean(), (kind, raw, required) => {
        const result = read({ kind, required, choices: { A: words('甲', 'Alpha') } }, raw);
        if (isRefusal(result)) return result.words.zh.length > 0 && result.words.en.length > 0;
        return !(kind === 'text' || kind === 'long') || result.text('x').length <= 5000;
      }),
      { numRuns: 2000 },
    );
  });

  test.each([[{ toString: null }], [[{ toString: null }]], [[Object.create(null)]]])('a list of what has no text is refused: %j', (raw) => {
    expect(value(read({ kind: 'list' }, raw), (input) => input.list('x'))).toBe('INPUT');
  });

  test.each([
    ['text', 'a\u0000b\r\nc', 'a b c'],
    ['long', 'a\r\nb\u0007', 'a\nb'],
  ] as const)('%s loses control characters', (kind, raw, expected) => {
    expect(value(read({ kind }, raw), (input) => input.text('x'))).toBe(expected);
  });

  test.each([['38', 3800], ['38.5', 3850], ['￥1,000.00', 100000], ['38.005', 'INPUT'], ['-1', 'INPUT'], ['1e3', 'INPUT']])('an amount %s is %s', (raw, expected) => {
    expect(value(read({ kind: 'money' }, raw), (input) => input.money('x') as number)).toBe(expected);
  });

  test.each([['2026-02-29', 'INPUT'], ['2028-02-29', '2028-02-29'], ['2026-3-1', 'INPUT'], ['=TODAY()', 'INPUT']])('a date %s is %s', (raw, expected) => {
    expect(value(read({ kind: 'date' }, raw), (input) => input.date('x') as string)).toBe(expected);
  });

  test('a choice is understood in either language and by its code, and nothing else', () => {
    const choices = { CRITICAL: words('特急', 'Critical') };
    for (const raw of ['CRITICAL', '特急', 'Critical']) expect(value(read({ kind: 'choice', choices }, raw), (input) => input.text('x'))).toBe('CRITICAL');
    expect(value(read({ kind: 'choice', choices }, 'constructor'), (input) => input.text('x'))).toBe('INPUT');
    expect(value(read({ kind: 'choice', choices }, 'toString'), (input) => input.text('x'))).toBe('INPUT');
  });

  test('too long is refused with the limit, not cut', () => {
    const result = read({ kind: 'text', maximum: 5 }, '123456');
    expect(isRefusal(result) && result.words.zh).toContain('5');
  });
});
