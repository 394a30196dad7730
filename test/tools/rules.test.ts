import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const path = resolve(root, 'test/cases/any.test.ts');

const names = async (text: string): Promise<readonly string[]> => {
  const { namesInSource } = await import('../../tools/test-names.mjs');
  return namesInSource(text, path, root).map((one) => one.name);
};

describe('names of tests, read without running them', () => {
  test.each([
    ['a test inside groups', "describe('a', () => { describe('b', () => { it('S-01 c', () => undefined); }); });", ['a › b › S-01 c']],
    ['a table written out', "test.each([['W1 bears', 1], ['W2 advice', 2]] as const)('%s: %d', () => undefined);", ['W1 bears: 1', 'W2 advice: 2']],
    ['only what the title prints', "test.each([['W1', 'G-TK-7']])('%s waits', () => undefined);", ['W1 waits']],
    ['rows as objects', "test.each([{ rule: 'S-04', limit: 720 }])('$rule', () => undefined);", ['S-04']],
    ['a table that has a name', "const rows = [['S-02']];\ntest.each(rows)('%s', () => undefined);", ['S-02']],
    ['what only running can tell', "test.each(rows.map((row) => [row.id]))('%s from the table', () => undefined);", ['… from the table']],
    ['a part of a case file', "import wb from './wb.json';\ntest.each(wb.nothing.map((one) => [one.id]))('%s', () => undefined);", ['…']],
  ])('%s', async (_what, text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  test('ids of the case file that a table runs through', async () => {
    const found = await names("import wb from './wb.json';\nconst cases = [...wb.charges.map((one) => [one.id])];\ntest.each(cases)('%s', () => undefined);");
    expect(found).toEqual(expect.arrayContaining(['WB-01', 'WB-07']));
  });

  test('this file itself is found', async () => {
    const { testNames } = await import('../../tools/test-names.mjs');
    expect(testNames(root)).toContainEqual({ file: 'test/tools/rules.test.ts', name: 'names of tests, read without running them › this file itself is found' });
  });
});

describe('numbers of rules in a name', () => {
  const known = ['S-01', 'S-02', 'S-03', 'TK-7', 'G-TK-7', 'TK-20', 'WB-01', 'WB-02', '3.11 pay', '7.5 no. 1', '7.5 no. 10', 'ar.block_days', 'W5'];
  test.each([
    ['S-01 and S-03', ['S-01', 'S-03']],
    ['S-01 to S-03 never pause', ['S-01', 'S-02', 'S-03']],
    ['WB-01…WB-02', ['WB-01', 'WB-02']],
    ['departure (G-TK-7)', ['G-TK-7']],
    ['ticket TK-20260303-001', []],
    ['XS-01, S-011, WS-01', []],
    ['3.11 pay: a fen at a time', ['3.11 pay']],
    ['7.5 no. 10 only', ['7.5 no. 10']],
    ['ar.block_days counts; ar.block_days.more does not', ['ar.block_days']],
    ['W5 before W6', ['W5']],
  ])('example %#', async (name, expected) => {
    const { numbersIn } = await import('../../tools/rule-numbers.mjs');
    expect([...numbersIn(known)(name).keys()].sort()).toEqual([...expected].sort());
  });
});
