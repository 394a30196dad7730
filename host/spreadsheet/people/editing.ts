/** What a person does in a sheet: typing and pasting, and moving whole rows and columns. */
import type { EditOutcome, VirtualTime } from '../../contract';
import type { AcceptedEdit } from '../../kernel/spreadsheet-part';
import { cellName } from '../model/a1-notation';
import type { Area } from '../model/area';
import type { CellValue } from '../model/cell';
import type { DimensionChange } from '../model/dimension-change';
import { enteringContext, firstViolation, typedCell } from '../model/entering';
import type { SpreadsheetLibrary } from '../model/library';
import { maximumCellCharacters, personMessages } from '../model/limits';
import { sortArea, type SortOrder } from '../model/moving-cells';
import { mayWrite } from '../model/protection';
import { Refusal } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { validationAt } from '../model/validation';
import { requireSheetFor } from './grid-view';

export type PersonEdit = { readonly outcome: EditOutcome; readonly edit?: AcceptedEdit };

const refused = (message: string): PersonEdit => ({ outcome: { accepted: false, message } });

/** Thrown inside a change so that nothing of it stays; never leaves this file. */
class PersonRefusal extends Error {}

/**
 * Runs a change by a person: viewers and protections stop it before it begins.
 * @throws Refusal for a spreadsheet or sheet the person cannot see at all
 */
function byPerson(library: SpreadsheetLibrary, id: string, sheetId: number, as: string, area: (sheet: Sheet) => Area, change: (draft: Spreadsheet, sheet: Sheet) => AcceptedEdit): PersonEdit {
  const { spreadsheet, sheet } = requireSheetFor(library, id, sheetId, as);
  if (spreadsheet.roleOf(as) === 'viewer') return refused(personMessages.viewer);
  const touched = area(sheet);
  if (touched.top < 0 || touched.left < 0 || touched.bottom > sheet.size.rows || touched.right > sheet.size.columns) return refused(personMessages.outsideSheet);
  if (!mayWrite(spreadsheet, sheet, touched, as)) return refused(personMessages.protectedCell);
  try {
    const edit = library.change(id, (draft) => {
      const own = draft.sheet(sheetId);
      if (!own) throw new Error(`Sheet ${sheetId} went away while it was edited`);
      return change(draft, own);
    });
    return { outcome: { accepted: true }, edit };
  } catch (error) {
    if (error instanceof PersonRefusal || error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

const heldValue = (sheet: Sheet, row: number, column: number): CellValue | undefined => {
  const cell = sheet.cell(row, column);
  return cell?.formula ?? cell?.value ?? undefined;
};

/** Typing into one cell, or pasting a block with its top left corner there. Row and column are zero-based. */
export function editCells(library: SpreadsheetLibrary, id: string, sheetId: number, row: number, column: number, values: readonly (readonly string[])[], as: string, now: VirtualTime): PersonEdit {
  const rows = values.length;
  const columns = values.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (rows === 0 || columns === 0) return refused(personMessages.outsideSheet);
  const area: Area = { top: row, left: column, bottom: row + rows, right: column + columns };
  return byPerson(library, id, sheetId, as, () => area, (draft, sheet) => {
    const context = enteringContext(draft, now);
    const isSingle = rows === 1 && columns === 1;
    const oldValue = isSingle ? heldValue(sheet, row, column) : undefined;
    for (const [down, line] of values.entries()) {
      for (const [across, text] of line.entries()) {
        if (text.length > maximumCellCharacters) throw new PersonRefusal(personMessages.cellTooLong);
        sheet.setCell(row + down, column + across, typedCell(draft, sheet.cell(row + down, column + across), text, context));
      }
    }
    const violation = firstViolation(draft, sheet, area, context);
    if (violation) {
      const help = validationAt(sheet, violation.row, violation.column)?.inputMessage;
      throw new PersonRefusal(personMessages.validation(cellName(violation.row, violation.column), help));
    }
    const value = isSingle ? heldValue(sheet, row, column) : undefined;
    return { sheetId, row, column, rows, columns, ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) };
  });
}

const bandOf = (sheet: Sheet, change: DimensionChange): Area => {
  const { rows, columns } = sheet.size;
  const neighbour = change.kind === 'insert' ? Math.max(0, change.inheritFromBefore ? change.start - 1 : change.start) : 0;
  const start = change.kind === 'insert' ? neighbour : change.kind === 'move' ? Math.min(change.start, change.destination) : change.start;
  const end = change.kind === 'insert' ? neighbour + 1 : change.kind === 'move' ? Math.max(change.end, change.destination) : change.end;
  return change.dimension === 'ROWS' ? { top: start, bottom: end, left: 0, right: columns } : { top: 0, bottom: rows, left: start, right: end };
};

/** A person inserts, deletes or moves whole rows or columns. */
export function changeDimension(library: SpreadsheetLibrary, id: string, sheetId: number, change: DimensionChange, as: string): PersonEdit {
  return byPerson(library, id, sheetId, as, (sheet) => bandOf(sheet, change), (draft, sheet) => {
    const { rows, columns } = sheet.size;
    const count = change.dimension === 'ROWS' ? rows : columns;
    if (change.kind === 'delete' && change.end - change.start >= count) throw new PersonRefusal(personMessages.outsideSheet);
    draft.changeDimension(sheet, change);
    const band = change.dimension === 'ROWS' ? { row: change.start, column: 0, rows: 1, columns } : { row: 0, column: change.start, rows, columns: 1 };
    return { sheetId, ...band };
  });
}

/** A person sorts the rows of a rectangle. */
export function sortCells(library: SpreadsheetLibrary, id: string, sheetId: number, area: Area, orders: readonly SortOrder[], as: string): PersonEdit {
  return byPerson(library, id, sheetId, as, () => area, (draft, sheet) => {
    draft.calculate();
    sortArea(sheet, area, orders);
    return { sheetId, row: area.top, column: area.left, rows: area.bottom - area.top, columns: area.right - area.left };
  });
}
