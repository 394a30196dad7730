import fc from 'fast-check';
import { displayValue, numberFormatOf } from '../../../host/spreadsheet/model/number-format';
import { instantOfSerial, serialOfInstant } from '../../../host/spreadsheet/model/serial-date';
import { parseTyped } from '../../../host/spreadsheet/model/typing';

const context = { locale: 'zh_CN', year: 2026 };

describe('typed text', () => {
  it.each([
    ['007', 7, undefined],
    ['-12.5', -12.5, undefined],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['5%', 0.05, '0%'],
    ['¥12.50', 12.5, '¥#,##0.00'],
    ['￥12.50', 12.5, '¥#,##0.00'],
    ['2026-01-02', 46024, 'yyyy-mm-dd'],
    ['2026/1/2', 46024, 'yyyy/m/d'],
    ['2026年1月2日', 46024, 'yyyy"年"m"月"d"日"'],
    ['1月2日', 46024, 'm"月"d"日"'],
    ['1/2', 46024, 'm/d'],
    ['2026-01-02 10:30', 46024.4375, 'yyyy-mm-dd hh:mm'],
    ['2026-01-02 10:30:36', 46024 + 37836 / 86400, 'yyyy-mm-dd hh:mm:ss'],
    ['10:30', 0.4375, 'hh:mm'],
    ['TRUE', true, undefined],
    ['false', false, undefined],
    ['2026-02-30', '2026-02-30', undefined],
    ['13/45', '13/45', undefined],
    ['TK-202601', 'TK-202601', undefined],
    ['上海', '上海', undefined],
    ['12 apples', '12 apples', undefined],
    ["'007", '007', undefined],
    ["'=1", '=1', undefined],
    ['=', '=', undefined],
    ['   ', '   ', undefined],
    ['', null, undefined],
  ])('%j becomes %j', (text, value, pattern) => {
    expect(parseTyped(text, undefined, context)).toEqual({ value, ...(pattern === undefined ? {} : { pattern }) });
  });

  it('starting with = becomes a formula', () => {
    expect(parseTyped('=SUM(A1:A2)', undefined, context)).toEqual({ value: null, formula: '=SUM(A1:A2)' });
  });

  it.each([['+1+1', '=+1+1'], ['+abc', '=+abc'], ['+86 138 0000', '=+86 138 0000'], ['+A1', '=+A1'], ['+1/2', '=+1/2']])('starting with + becomes a formula as well: %s', (text, formula) => {
    expect(parseTyped(text, undefined, context)).toEqual({ value: null, formula });
  });

  it.each([['+5', 5], ['+1,234.5', 1234.5], ['+5%', 0.05], ['+8613800138000', 8613800138000]])('a number with its sign stays one: %s', (text, value) => {
    expect(parseTyped(text, undefined, context).value).toBe(value);
  });

  it.each(['+', "'+abc"])('%s is no formula', (text) => {
    expect(parseTyped(text, undefined, context).formula).toBeUndefined();
  });

  it.each(['007', '=1', '+1+1', '2026-01-02', 'TRUE', '5%'])('%s stays text in a text cell', (text) => {
    expect(parseTyped(text, { type: 'TEXT', pattern: '@' }, context)).toEqual({ value: text });
  });

  it('never loses text: what is no number, date or formula comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { value, formula } = parseTyped(text, undefined, context);
        if (formula !== undefined) return formula === text || (formula === `=${text}` && text.startsWith('+'));
        return value === null ? text === '' : typeof value !== 'string' || value === text || `'${value}` === text;
      }),
    );
  });
});

describe('display', () => {
  it.each([
    [46024.4375, 'yyyy-mm-dd hh:mm', '2026-01-02 10:30'],
    [46024, 'yyyy"年"m"月"d"日"', '2026年1月2日'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-0.5, '0.00', '-0.50'],
    [0.057, '0%', '6%'],
    [1.5, '[h]:mm', '36:00'],
    [7, '@', '7'],
    ['text', '0.00', 'text'],
    [true, '0.00', 'TRUE'],
    [0.1 + 0.2, '', '0.3'],
    [1 / 3, '', '0.3333333333'],
    [123456789012, '', '123456789012'],
    [1e20, '', '1.00E+20'],
    [null, '0.00', ''],
  ])('%j in %j shows %j', (value, pattern, shown) => {
    expect(displayValue(value, pattern === '' ? undefined : numberFormatOf(pattern), 'zh_CN')).toBe(shown);
  });

  it.each([
    ['DATE', 'zh_CN', '2026-01-02'],
    ['DATE', 'en_US', '1/2/2026'],
    ['DATE_TIME', 'zh_CN', '2026-01-02 10:30:00'],
    ['CURRENCY', 'zh_CN', '¥46,024.44'],
  ] as const)('a %s without a pattern follows the locale %s', (type, locale, shown) => {
    expect(displayValue(46024.4375, { type }, locale)).toBe(shown);
  });
});

describe('serial numbers', () => {
  it.each([
    ['Asia/Shanghai', '2026-01-01T16:00:00Z', 46024],
    ['UTC', '1899-12-30T12:00:00Z', 0.5],
    ['America/New_York', '2026-07-01T12:30:00Z', 46204 + 8.5 / 24],
    ['America/New_York', '2026-01-15T12:30:00Z', 46037 + 7.5 / 24],
  ])('in %s %s is %d', (timeZone, instant, serial) => {
    expect(serialOfInstant(Date.parse(instant), timeZone)).toBeCloseTo(serial, 9);
    expect(instantOfSerial(serial, timeZone)).toBe(Date.parse(instant));
  });

  it('come back as the instant they were made from, except in the hour that a wall clock shows twice', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(zones, fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2060, 0) }), (timeZone, instant) => {
        const serial = serialOfInstant(instant, timeZone);
        const back = instantOfSerial(serial, timeZone);
        return back === instant || serialOfInstant(back, timeZone) === serial;
      }),
    );
  });
});
