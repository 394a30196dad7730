import fc from 'fast-check';
import { counters, outbox, skills, tables, type TableName } from '../../sheets-templates';
import { Draft, type Snapshot } from '../../src/ledger/draft';
import type { PlainRow } from '../../src/ledger/change';

const snapshot = (rows: Partial<Record<TableName, readonly PlainRow[]>>): Snapshot => new Map(Object.entries(rows) as [TableName, readonly PlainRow[]][]);
const skill = (skillId: string, level = 1) => ({ skillId, staffId: 'ST-001', skillCode: 'PWR_REPAIR' as const, level, evidence: null, validTo: null });

describe('a draft', () => {
  test('collects changes a row at a time: the last word counts, unchanged fields are left out', () => {
    const draft = new Draft(snapshot({ skills: [skill('SK-0001')] }));
    draft.update(skills, 'SK-0001', { level: 2, evidence: 'x' });
    draft.update(skills, 'SK-0001', { level: 3, staffId: 'ST-001' });
    expect(draft.changes()).toEqual([{ kind: 'update', table: 'skills', key: 'SK-0001', fields: { level: 3, evidence: 'x' } }]);
  });

  test('a row inserted and then changed is one insert; inserted and removed is nothing', () => {
    const draft = new Draft(snapshot({ skills: [] }));
    draft.insert(skills, skill('SK-0002'));
    draft.update(skills, 'SK-0002', { level: 2 });
    draft.insert(skills, skill('SK-0003'));
    draft.remove(skills, 'SK-0003');
    expect(draft.changes()).toEqual([{ kind: 'insert', table: 'skills', key: 'SK-0002', row: skill('SK-0002', 2) }]);
  });

  test('numbers start at 1 in every scope and are never given twice', () => {
    const draft = new Draft(snapshot({ counters: [] }));
    expect([draft.nextNumber('TK', '20260303', 3), draft.nextNumber('TK', '20260303', 3), draft.nextNumber('TK', '20260304', 3), draft.nextNumber('CU', '', 5)]).toEqual(['TK-20260303-001', 'TK-20260303-002', 'TK-20260304-001', 'CU-00001']);
    expect(draft.all(counters)).toHaveLength(2);
  });

  test('a table that was not asked for cannot be read, only appended to', () => {
    const draft = new Draft(snapshot({}));
    expect(() => draft.all(skills)).toThrow('did not ask');
    expect(Object.keys(tables)).toContain('outbox');
    expect(outbox.key).toBe('noticeId');
  });

  test('archiving moves a row to another workbook in the same change', () => {
    const draft = new Draft(snapshot({ skills: [skill('SK-0001')] }));
    draft.archive(skills, 'SK-0001', 'archive-2026');
    expect(draft.changes()).toEqual([
      { kind: 'delete', table: 'skills', key: 'SK-0001' },
      { kind: 'insert', table: 'skills', key: 'SK-0001', row: skill('SK-0001'), workbook: 'archive-2026' },
    ]);
  });
});

test('rows found by a column are those that a look at every row finds, whatever was changed in between', () => {
  const step = fc.record({ kind: fc.constantFrom('insert', 'update', 'remove'), key: fc.integer({ min: 1, max: 6 }), staffId: fc.constantFrom('ST-001', 'ST-002', 'ST-003') });
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const draft = new Draft(snapshot({ skills: [skill('SK-1')] }));
    // A row that was taken out does not come back under its key in the same command.
    const gone = new Set<string>();
    for (const { kind, key, staffId } of steps) {
      const skillId = `SK-${key}`;
      const stands = draft.find(skills, skillId) !== undefined;
      if (kind === 'insert' && !stands && !gone.has(skillId)) draft.insert(skills, { ...skill(skillId), staffId });
      if (kind === 'update' && stands) draft.update(skills, skillId, { staffId });
      if (kind === 'remove' && stands) {
        draft.remove(skills, skillId);
        gone.add(skillId);
      }
      for (const wanted of ['ST-001', 'ST-002', 'ST-009']) expect(draft.by(skills, 'staffId', wanted)).toEqual(draft.where(skills, (row) => row.staffId === wanted));
    }
  }));
});
