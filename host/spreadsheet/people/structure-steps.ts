/** Changes of rows and columns that people can take back: the versions before and after each are kept as long as the workspace runs. */
import type { LookChange, StructureChange } from '../../contract';
import type { ChangeType, StructureResult } from '../../kernel/spreadsheet-part';
import type { Area } from '../model/area';
import type { SpreadsheetLibrary } from '../model/library';
import { personMessages } from '../model/limits';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { ChangedSince, replay } from '../model/taking-back';
import { byPerson, PersonRefusal, type PersonEdit } from './editing';
import { bandOf, changeDimension, changeLook, sortCells } from './structure';

interface Step {
  readonly id: string;
  readonly person: string;
  readonly sheetId: number;
  readonly change: StructureChange;
  readonly before: Spreadsheet;
  readonly after: Spreadsheet;
}

/** Versions share what they have in common, so keeping them is cheap. */
const mostSteps = 200;

const changeTypes: Readonly<Record<'insert' | 'delete', Readonly<Record<'ROWS' | 'COLUMNS', ChangeType>>>> = {
  insert: { ROWS: 'INSERT_ROW', COLUMNS: 'INSERT_COLUMN' },
  delete: { ROWS: 'REMOVE_ROW', COLUMNS: 'REMOVE_COLUMN' },
};

const isLook = (change: StructureChange): change is LookChange => change.kind === 'hide' || change.kind === 'size' || change.kind === 'fold';

const typeOf = (change: StructureChange): ChangeType => (change.kind === 'insert' || change.kind === 'delete' ? changeTypes[change.kind][change.dimension] : 'OTHER');

/** What taking a change back does to the grid. */
function inverse(change: StructureChange): StructureChange {
  if (change.kind === 'insert') return { kind: 'delete', dimension: change.dimension, start: change.start, end: change.start + change.count };
  if (change.kind === 'delete') return { kind: 'insert', dimension: change.dimension, start: change.start, count: change.end - change.start, inheritFromBefore: change.start > 0 };
  return change;
}

/** The cells that a protection must leave free. */
function touchedBy(sheet: Sheet, change: StructureChange): Area {
  if (change.kind === 'sort') return change.area;
  return isLook(change) ? { top: 0, left: 0, bottom: 0, right: 0 } : bandOf(sheet, change);
}

export class StructureSteps {
  readonly #steps = new Map<string, Step>();
  #count = 0;

  constructor(private readonly library: SpreadsheetLibrary) {}

  forget(): void {
    this.#steps.clear();
  }

  /** @throws Refusal for a spreadsheet or sheet the person cannot see at all */
  change(id: string, sheetId: number, change: StructureChange, person: string): StructureResult {
    const before = this.library.get(id);
    const { outcome } = this.#made(id, sheetId, change, person);
    const after = this.library.get(id);
    if (!outcome.accepted) return { outcome };
    if (!before || !after) throw new Error(`Spreadsheet ${id} went away while it was changed`);
    const step = `step-${(this.#count += 1)}`;
    this.#steps.set(step, { id, person, sheetId, change, before, after });
    for (const oldest of this.#steps.keys()) if (this.#steps.size > mostSteps) this.#steps.delete(oldest);
    return { outcome: { accepted: true, step }, changeType: typeOf(change) };
  }

  #made(id: string, sheetId: number, change: StructureChange, person: string): PersonEdit {
    if (change.kind === 'sort') return sortCells(this.library, id, sheetId, change.area, [change], person);
    if (isLook(change)) return changeLook(this.library, id, sheetId, change, person);
    return changeDimension(this.library, id, sheetId, change, person);
  }

  repeat(id: string, step: string, direction: 'undo' | 'redo', person: string): StructureResult {
    const known = this.#steps.get(step);
    if (!known || known.id !== id || known.person !== person) return { outcome: { accepted: false, message: personMessages.forgottenStep } };
    const [from, to, change] = direction === 'undo' ? [known.after, known.before, inverse(known.change)] : [known.before, known.after, known.change];
    const { outcome } = this.#replayed(known, from, to, change);
    return outcome.accepted ? { outcome: { accepted: true, step }, changeType: typeOf(change) } : { outcome };
  }

  #replayed({ id, sheetId, person, change: made }: Step, from: Spreadsheet, to: Spreadsheet, change: StructureChange): PersonEdit {
    return byPerson(this.library, id, sheetId, person, (sheet) => touchedBy(sheet, change), (draft, sheet) => {
      try {
        replay(draft, from, to, made.kind === 'insert' || made.kind === 'delete' || made.kind === 'move');
      } catch (error) {
        if (error instanceof ChangedSince) throw new PersonRefusal(personMessages.changedSince);
        throw error;
      }
      return { sheetId, row: 0, column: 0, rows: sheet.size.rows, columns: sheet.size.columns };
    });
  }
}
