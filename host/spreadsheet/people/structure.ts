/** What a person does to whole rows and columns: inserting, deleting, moving and sorting them. */
import type { LookChange } from '../../contract';
import type { Area } from '../model/area';
import type { DimensionChange } from '../model/dimension-change';
import type { SpreadsheetLibrary } from '../model/library';
import { maximumCells, personMessages } from '../model/limits';
import { sortArea, type SortOrder } from '../model/moving-cells';
import type { Sheet } from '../model/sheet';
import type { DimensionTable } from '../model/sheet-details';
import type { Spreadsheet } from '../model/spreadsheet';
import { withDimensionProperties } from '../rest/requests/dimensions';
import { fold, groupsIn } from '../rest/requests/groups';
import { byPerson, PersonRefusal, type PersonEdit } from './editing';

const leastPixels = 2;
const mostPixels = 2000;

/** The cells that a protection must leave free for a change of rows or columns. */
export function bandOf(sheet: Sheet, change: DimensionChange): Area {
  const { rows, columns } = sheet.size;
  const neighbour = change.kind === 'insert' ? Math.max(0, change.inheritFromBefore ? change.start - 1 : change.start) : 0;
  const start = change.kind === 'insert' ? neighbour : change.kind === 'move' ? Math.min(change.start, change.destination) : change.start;
  const end = change.kind === 'insert' ? neighbour + 1 : change.kind === 'move' ? Math.max(change.end, change.destination) : change.end;
  return change.dimension === 'ROWS' ? { top: start, bottom: end, left: 0, right: columns } : { top: 0, bottom: rows, left: start, right: end };
}

/** @throws PersonRefusal when too much would come or nothing but frozen rows or columns would be left */
function requirePossible(draft: Spreadsheet, { size: { rows, columns }, details }: Sheet, change: DimensionChange): void {
  const isRows = change.dimension === 'ROWS';
  const frozen = isRows ? details.frozenRowCount : details.frozenColumnCount;
  const all = isRows ? rows : columns;
  if (change.kind === 'insert' && draft.cellCount() + change.count * (isRows ? columns : rows) > maximumCells) throw new PersonRefusal(personMessages.tooManyCells);
  if (change.kind === 'delete' && (change.end - change.start >= all || (change.start <= frozen && change.end === all))) throw new PersonRefusal(personMessages.allRows);
  if (change.kind === 'move' && (change.destination < 0 || change.destination > all)) throw new PersonRefusal(personMessages.outsideSheet);
}

/** A person inserts, deletes or moves whole rows or columns. */
export function changeDimension(library: SpreadsheetLibrary, id: string, sheetId: number, change: DimensionChange, as: string): PersonEdit {
  return byPerson(library, id, sheetId, as, (sheet) => bandOf(sheet, change), (draft, sheet) => {
    const { rows, columns } = sheet.size;
    requirePossible(draft, sheet, change);
    draft.changeDimension(sheet, change);
    const band = change.dimension === 'ROWS' ? { row: change.start, column: 0, rows: 1, columns } : { row: 0, column: change.start, rows, columns: 1 };
    return { sheetId, ...band };
  });
}

/** @throws PersonRefusal where nothing would be left to see */
function requireSomeSeen(table: DimensionTable, count: number): void {
  if (Array.from({ length: count }, (_, index) => table[index]?.hiddenByUser === true).every((hidden) => hidden)) throw new PersonRefusal(personMessages.allHidden);
}

/** A person hides, shows, folds or sizes rows or columns, which no protection of cells keeps anybody from. */
export function changeLook(library: SpreadsheetLibrary, id: string, sheetId: number, change: LookChange, as: string): PersonEdit {
  return byPerson(library, id, sheetId, as, () => ({ top: 0, left: 0, bottom: 0, right: 0 }), (_draft, sheet) => {
    const { details, size } = sheet;
    const rows = change.dimension === 'ROWS';
    const count = rows ? size.rows : size.columns;
    if (change.end > count) throw new PersonRefusal(personMessages.outsideSheet);
    if (change.kind === 'fold') {
      const group = groupsIn(sheet, change.dimension).find(({ start, end, depth }) => start === change.start && end === change.end && depth === change.depth);
      if (!group) throw new PersonRefusal(personMessages.changedSince);
      fold(sheet, change.dimension, group, change.collapsed);
      requireSomeSeen(rows ? sheet.details.rows : sheet.details.columns, count);
      return { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
    }
    const properties = change.kind === 'hide' ? { hiddenByUser: change.hidden } : { pixelSize: Math.min(mostPixels, Math.max(leastPixels, change.pixels)) };
    const table = withDimensionProperties(rows ? details.rows : details.columns, change.start, change.end, properties);
    requireSomeSeen(table, count);
    sheet.details = rows ? { ...details, rows: table } : { ...details, columns: table };
    return { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
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
