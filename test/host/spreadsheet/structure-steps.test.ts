/** Rows and columns that people inserted, deleted, moved and sorted are taken back and done again, and what others did meanwhile stays. */
import fc from 'fast-check';
import type { StructureChange } from '../../../host/contract';
import { MemoryStore } from '../../../host/kernel/memory-store';
import { editor, fixture, inside, owner, viewer, type Fixture } from './fixture';

interface Place {
  readonly f: Fixture;
  readonly id: string;
  change(change: StructureChange, as?: string): string;
  repeat(step: string, direction: 'undo' | 'redo', as?: string): string;
  /** Everything that is stored of the spreadsheet, as a new start would read it. */
  stored(): Promise<unknown>;
  texts(columns?: number): string[];
}

async function place(values: readonly (readonly string[])[]): Promise<Place> {
  const store = new MemoryStore();
  const f = fixture(store);
  const id = await f.create([{ properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 8, columnCount: 4, frozenRowCount: 1 } } }, { properties: { sheetId: 1, title: 'Other', gridProperties: { rowCount: 3, columnCount: 2 } } }]);
  f.part.editCells(id, 0, 0, 0, values, owner);
  const told = ({ outcome }: ReturnType<Fixture['part']['changeStructure']>): string => (outcome.accepted ? outcome.step : outcome.message);
  return {
    f, id,
    change: (change, as = editor) => told(f.part.changeStructure(id, 0, change, as)),
    repeat: (step, direction, as = editor) => told(f.part.repeatStructure(id, step, direction, as)),
    stored: () => fixture(store).rest('GET', `/v4/spreadsheets/${id}`, { query: { includeGridData: 'true' } }),
    texts: (columns = 2) => f.part.grid(id, 0, { row: 0, column: 0, rows: 9, columns }, owner).cells.map((row) => row.map(({ input }) => input).join(' ').trim()),
  };
}

const rows = { dimension: 'ROWS' } as const;
const values = [['h', 'k'], ['c', '3'], ['a', '=B2*2'], ['b', '2']];
const changes: readonly (readonly [string, StructureChange])[] = [
  ['insert', { kind: 'insert', ...rows, start: 2, count: 2, inheritFromBefore: true }],
  ['delete', { kind: 'delete', ...rows, start: 1, end: 3 }],
  ['move', { kind: 'move', ...rows, start: 3, end: 4, destination: 1 }],
  ['sort', { kind: 'sort', area: { top: 1, left: 0, bottom: 8, right: 4 }, column: 0, descending: false }],
  ['insert columns', { kind: 'insert', dimension: 'COLUMNS', start: 0, count: 1, inheritFromBefore: false }],
  ['delete a column', { kind: 'delete', dimension: 'COLUMNS', start: 1, end: 2 }],
  ['hide rows', { kind: 'hide', ...rows, start: 1, end: 3, hidden: true }],
  ['fold a group', { kind: 'fold', ...rows, start: 5, end: 7, depth: 1, collapsed: true }],
  ['size columns', { kind: 'size', dimension: 'COLUMNS', start: 0, end: 2, pixels: 240 }],
  ['move a column', { kind: 'move', dimension: 'COLUMNS', start: 0, end: 1, destination: 3 }],
];

describe('taking back rows and columns', () => {
  it.each(changes)('%s: everything is as before, stored too, and done again as after', async (_name, change) => {
    const at = await place(values);
    await at.f.batch(at.id, [
      { addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 5, endIndex: 7 } } },
      { addNamedRange: { namedRange: { name: 'One', range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } } } },
      { setDataValidation: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 3 }, rule: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] }, strict: true } } },
      { updateCells: { start: { sheetId: 1 }, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { formulaValue: '=Data!B2+One' } }] }] } },
      { updateDimensionProperties: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 }, properties: { pixelSize: 60 }, fields: 'pixelSize' } },
    ]);
    const before = await at.stored();
    const step = at.change(change);
    const after = await at.stored();
    expect(after).not.toEqual(before);
    for (const round of [1, 2]) {
      expect([round, at.repeat(step, 'undo')]).toEqual([round, step]);
      expect(await at.stored()).toEqual(before);
      expect(at.repeat(step, 'redo')).toBe(step);
      expect(await at.stored()).toEqual(after);
    }
  });

  it('leaves alone what was typed elsewhere since, and refuses where it would be lost', async () => {
    const at = await place(values);
    const step = at.change({ kind: 'insert', ...rows, start: 2, count: 1, inheritFromBefore: true });
    at.f.part.editCells(at.id, 0, 4, 0, [['changed']], owner);
    at.f.part.editCells(at.id, 0, 2, 0, [['new']], owner);
    expect(at.repeat(step, 'undo')).toMatch(/^这些行或列在此期间被改过.*changed since/);
    at.f.part.editCells(at.id, 0, 2, 0, [['']], owner);
    expect(at.repeat(step, 'undo')).toBe(step);
    expect(at.texts()).toEqual(['h k', 'c 3', 'a =B2*2', 'changed 2', '', '', '', '']);
    const gone = at.change({ kind: 'delete', ...rows, start: 1, end: 2 });
    at.f.part.editCells(at.id, 0, 2, 0, [['again']], owner);
    await at.f.batch(at.id, [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 3 } }]);
    expect(at.repeat(gone, 'undo')).toBe(gone);
    expect(at.texts().slice(0, 4)).toEqual(['h k', 'c 3', 'a =B2*2', 'again 2']);
    const sorted = at.change({ kind: 'sort', area: { top: 1, left: 0, bottom: 8, right: 4 }, column: 1, descending: true });
    at.f.part.editCells(at.id, 0, 1, 1, [['9']], owner);
    expect(at.repeat(sorted, 'undo')).toMatch(/changed since/);
  });

  it('asks protections again, and knows only the own steps', async () => {
    const at = await place(values);
    const step = at.change({ kind: 'delete', ...rows, start: 3, end: 4 });
    expect([at.repeat(step, 'undo', owner), at.repeat('step-99', 'undo'), at.change({ kind: 'delete', ...rows, start: 1, end: 7 }), at.change({ kind: 'delete', ...rows, start: 0, end: 1 }, viewer)]).toEqual([
      expect.stringContaining('no longer'), expect.stringContaining('no longer'), expect.stringContaining('non-frozen') as string, expect.stringContaining('only have permission to view'),
    ]);
    expect(at.change({ kind: 'hide', ...rows, start: 0, end: 7, hidden: true })).toMatch(/hide all/);
    expect(at.change({ kind: 'fold', ...rows, start: 1, end: 3, depth: 1, collapsed: true })).toMatch(/changed since/);
    await at.f.batch(at.id, [{ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } }]);
    expect(at.repeat(step, 'undo')).toMatch(/受保护/);
  });

  it('any changes one after the other are taken back to where they began', async () => {
    const span = fc.record({ dimension: fc.constantFrom('ROWS', 'COLUMNS'), start: fc.nat(4), length: fc.integer({ min: 1, max: 2 }), destination: fc.nat(4) });
    const made = fc.oneof(
      span.map(({ dimension, start, length }): StructureChange => ({ kind: 'insert', dimension, start, count: length, inheritFromBefore: start > 0 })),
      span.map(({ dimension, start, length }): StructureChange => ({ kind: 'delete', dimension, start, end: start + length })),
      span.map(({ dimension, start, length, destination }): StructureChange => ({ kind: 'move', dimension, start, end: start + length, destination })),
      fc.nat(3).map((column): StructureChange => ({ kind: 'sort', area: { top: 1, left: 0, bottom: 4, right: 4 }, column, descending: column % 2 === 0 })),
    );
    await fc.assert(fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 5 }), async (list) => {
      const at = await place(values);
      const seen = [await at.stored()];
      const steps: string[] = [];
      for (const change of list) {
        const step = at.change(change);
        if (!step.startsWith('step-')) continue;
        steps.push(step);
        seen.push(await at.stored());
      }
      for (const step of [...steps].reverse()) {
        expect(at.repeat(step, 'undo')).toBe(step);
        seen.pop();
        expect(await at.stored()).toEqual(seen.at(-1));
      }
      expect(inside(seen, 'length')).toBe(1);
    }), { numRuns: 25 });
  });
});
