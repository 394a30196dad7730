/** What a person does in cells: typing and pasting. */
import type { EditOutcome, VirtualTime } from '../../contract';
import type { AcceptedEdit } from '../../kernel/spreadsheet-part';
import { cellName } from '../model/a1-notation';
import type { Area } from '../model/area';
import { enteringContext, firstViolation, typedCell } from '../model/entering';
import type { SpreadsheetLibrary } from '../model/library';
import { maximumCellCharacters, personMessages } from '../model/limits';
import { mayWrite } from '../model/protection';
import { Refusal } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { validationAt } from '../model/validation';
import { requireSheetFor } from './grid-view';

export type PersonEdit = { readonly outcome: EditOutcome; readonly edit?: AcceptedEdit };

const refused = (message: string): PersonEdit => ({ outcome: { accepted: false, message } });

/** Thrown inside a change so that nothing of it stays; never leaves this folder. */
export class PersonRefusal extends Error {}

/**
 * Runs a change by a person: viewers and protections stop it before it begins.
 * @throws Refusal for a spreadsheet or sheet the person cannot see at all
 */
export function byPerson(library: SpreadsheetLibrary, id: string, sheetId: number, as: string, area: (sheet: Sheet) => Area, change: (draft: Spreadsheet, sheet: Sheet) => AcceptedEdit): PersonEdit {
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

/** What an event tells of a cell: always text, a date's serial number too, `TRUE` for a ticked box; nothing of an empty cell. */
const heldValue = (sheet: Sheet, row: number, column: number): string | undefined => {
  const cell = sheet.cell(row, column);
  const held = cell?.formula ?? cell?.value ?? undefined;
  return typeof held === 'boolean' ? String(held).toUpperCase() : held?.toString();
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
