import fc from 'fast-check';
import { allTables, dispatchOrders, severity, tickets } from '../../sheets-templates';
import { readCell, serialOfDate, serialOfInstant, writeCell } from '../../src/ledger/codec';
import { fen, instant, instantAt, localDate, type Language } from '../../src/terms';

const languages: readonly Language[] = ['zh-CN', 'en'];

describe('cells', () => {
  test('a moment is a serial number in the company’s zone and comes back to the second', () => {
    expect(serialOfInstant(instant('2026-03-03 12:00:00'))).toBe(46084.5);
    expect(serialOfDate(localDate('2026-03-03'))).toBe(46084);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 }), (seconds) => {
        const moment = instantAt(seconds * 1000);
        return readCell(tickets.columns.receivedAt, writeCell(tickets.columns.receivedAt, moment, 'en')) === moment;
      }),
    );
  });

  test('money is yuan with two decimals in the cell and whole fen in code, without drift', () => {
    const column = { kind: 'money', label: { zh: '', en: '' }, optional: false } as const;
    fc.assert(
      fc.property(fc.integer({ min: -99999999, max: 99999999 }), (amount) => readCell(column, writeCell(column, fen(amount), 'en')) === amount),
    );
  });

  test.each(languages)('every choice of every table reads back from its words in %s, from the other language and from the code', (language) => {
    for (const table of allTables) {
      for (const column of Object.values(table.columns)) {
        for (const code of Object.keys(column.choices ?? {})) {
          expect(readCell(column, writeCell(column, code, language))).toBe(code);
          expect(readCell(column, code)).toBe(code);
        }
      }
    }
  });

  test('labels of one list differ from each other, so that a cell means one thing', () => {
    for (const table of allTables) {
      for (const [name, column] of Object.entries(table.columns)) {
        const labels = Object.values(column.choices ?? {});
        expect([table.name, name, new Set(labels.map((label) => label.zh)).size]).toEqual([table.name, name, labels.length]);
        expect([table.name, name, new Set(labels.map((label) => label.en)).size]).toEqual([table.name, name, labels.length]);
      }
    }
  });

  test('people stand with their names, and only their ids are read back, whatever the name is now', () => {
    const names = new Map([['ST-005', '林晓梅'], ['ST-007', '周启航']]);
    expect(writeCell(tickets.columns.ownerStaff, 'ST-005', 'zh-CN', names)).toBe('林晓梅 ST-005');
    expect(writeCell(dispatchOrders.columns.team, ['ST-005', 'ST-099'], 'zh-CN', names)).toBe('林晓梅 ST-005, ST-099');
    expect(readCell(tickets.columns.ownerStaff, '改了名 ST-005')).toBe('ST-005');
    expect(readCell(dispatchOrders.columns.team, '林晓梅 ST-005, ST-099')).toEqual(['ST-005', 'ST-099']);
    expect(readCell(tickets.columns.ownerStaff, '林晓梅')).toBe('林晓梅');
  });

  test('what cannot be read is undefined, never a guess', () => {
    expect(readCell(tickets.columns.severity, '很急')).toBeUndefined();
    expect(readCell(tickets.columns.receivedAt, 'gestern')).toBeUndefined();
    expect(readCell(tickets.columns.reopenCount, 'x')).toBeUndefined();
  });

  test('an unknown code is a bug and throws before it reaches a sheet', () => {
    expect(() => writeCell({ kind: 'choice', label: { zh: '级别', en: 'Class' }, optional: false, choices: severity }, 'Z', 'en')).toThrow('Unknown code');
  });
});
