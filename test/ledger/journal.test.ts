import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { brokenLink, firstHash, journalRows, readEntries, type JournalEntry } from '../../src/ledger/journal';
import { instant } from '../../src/terms';

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const entry = (number: number, text: string): JournalEntry => ({
  number, at: instant('2026-03-03 09:10'), actor: 'ST-001', command: 'ticket.register', objectId: 'TK-20260303-001', result: 'OK',
  changes: [{ kind: 'insert', table: 'tickets', key: 'TK-20260303-001', row: { ticketId: 'TK-20260303-001', faultDesc: text } }], reason: '',
});

const chain = (entries: readonly JournalEntry[]) => {
  let previous = firstHash;
  return entries.flatMap((each) => {
    const rows = journalRows(each, previous, digest);
    previous = rows[rows.length - 1]?.hash ?? previous;
    return rows;
  });
};

describe('the journal', () => {
  test('a change too large for a cell spans rows of one number and reads back whole', () => {
    const large = entry(1, '断'.repeat(130000));
    const rows = chain([large, entry(2, 'small')]);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.change.length <= 50000)).toBe(true);
    expect(readEntries(rows)).toEqual([large, entry(2, 'small')]);
  });

  test('an entry of which a part is missing is not read', () => {
    const rows = chain([entry(1, '断'.repeat(130000))]);
    expect(readEntries(rows.slice(1))).toEqual([]);
    expect(readEntries(rows.slice(0, -1))).toEqual([]);
  });

  test('any changed, removed or exchanged row breaks the chain visibly', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { minLength: 2, maxLength: 8 }), fc.nat(), fc.constantFrom('change', 'remove', 'exchange'), (texts, at, how) => {
        const rows = chain(texts.map((text, index) => entry(index + 1, text)));
        expect(brokenLink(rows, digest)).toBeNull();
        const index = at % (rows.length - 1);
        const forged = rows.map((row, place) => (how === 'change' && place === index ? { ...row, actor: 'ST-999' } : row));
        if (how === 'remove') forged.splice(index, 1);
        if (how === 'exchange') forged.splice(index, 2, ...[forged[index + 1], forged[index]].filter((row) => row !== undefined));
        expect(brokenLink(forged, digest)).not.toBeNull();
      }),
    );
  });
});
