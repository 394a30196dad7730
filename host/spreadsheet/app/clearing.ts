/** Emptying cells of what they hold, look like, say beside themselves or let in: what the options of `clear` mean. */
import type { Area } from '../model/area';
import { blankCell, withContent, withNote, withStyle } from '../model/cell';
import { enteringContext } from '../model/entering';
import { filteredRows } from '../model/filtering';
import { setValidation } from '../model/validation';
import { isPlainObject } from '../schema/check';
import type { RangeSeat } from './range-place';

export interface Clearing {
  readonly content: boolean;
  readonly format: boolean;
  readonly note: boolean;
  readonly validation: boolean;
  /** Whether rows that the sheet's filter hides keep everything. */
  readonly skipsFiltered: boolean;
}

export const onlyContent: Clearing = { content: true, format: false, note: false, validation: false, skipsFiltered: false };
export const onlyFormat: Clearing = { content: false, format: true, note: false, validation: false, skipsFiltered: false };

/** Without options everything but notes and validations goes, as on the platform. */
export function clearingOf(options: unknown): Clearing {
  const chosen = isPlainObject(options) ? options : {};
  const some = ['contentsOnly', 'formatOnly', 'commentsOnly', 'validationsOnly'].some((name) => chosen[name] === true);
  const wants = (name: string, otherwise: boolean): boolean => (some ? chosen[name] === true : otherwise);
  return {
    content: wants('contentsOnly', true),
    format: wants('formatOnly', true),
    note: wants('commentsOnly', false),
    validation: wants('validationsOnly', false),
    skipsFiltered: chosen['skipFilteredRows'] === true,
  };
}

type Seat = Pick<RangeSeat, 'session' | 'id' | 'sheetId'>;

/** The rows to be left alone, as the filter hides them now, before anything is cleared. */
function skippedRows({ session, id, sheetId }: Seat, { skipsFiltered }: Clearing): ReadonlySet<number> {
  if (!skipsFiltered) return new Set();
  const spreadsheet = session.read(id, 0);
  return filteredRows(spreadsheet, session.sheet(spreadsheet, sheetId), enteringContext(spreadsheet, session.environment.now()));
}

/** Rows of an area that follow one another without a skipped one between them. */
function stretches(area: Area, skipped: ReadonlySet<number>): readonly Area[] {
  const found: Area[] = [];
  let { top } = area;
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (row < area.bottom && !skipped.has(row)) continue;
    if (row > top) found.push({ ...area, top, bottom: row });
    top = row + 1;
  }
  return found;
}

export function clearArea(seat: Seat, area: Area, what: Clearing): void {
  const skipped = skippedRows(seat, what);
  seat.session.write(seat.id, seat.sheetId, area, (_draft, sheet) => {
    for (const part of stretches(area, skipped)) {
      if (what.validation) setValidation(sheet, part, null);
      for (let row = part.top; row < part.bottom; row += 1) {
        for (const [offset, held] of sheet.cells(row).slice(part.left, part.right).entries()) {
          let cell = held ?? blankCell(0);
          if (what.content) cell = withContent(cell, { value: null });
          if (what.format) cell = withStyle(cell, 0);
          if (what.note) cell = withNote(cell, '');
          if (held) sheet.setCell(row, part.left + offset, cell);
        }
      }
    }
  });
}
