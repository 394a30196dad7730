/** Between what a script holds and what a cell holds. Dates cross as Dates, in the spreadsheet's time zone. */
import { notComputed, withContent, type Cell } from '../model/cell';
import { rawCell, typedCell } from '../model/entering';
import { numberFormatOf, patternOf, showsDates } from '../model/number-format';
import { instantOfSerial, serialOfInstant } from '../model/serial-date';
import type { Spreadsheet } from '../model/spreadsheet';
import type { ValidationContext } from '../model/validation';
import { freeNumber } from '../rest/requests/batch';

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** What `getValue` gives: '' for an empty cell, a Date where the cell shows one. */
export function guestValue(spreadsheet: Spreadsheet, cell: Cell | undefined): string | number | boolean | Date {
  if (!cell) return '';
  if (cell.formula !== undefined && cell.value === null) return notComputed;
  if (typeof cell.value === 'number' && showsDates(spreadsheet.styles.format(cell.style).numberFormat)) {
    return new Date(instantOfSerial(cell.value, spreadsheet.details.timeZone));
  }
  return cell.value ?? '';
}

function dateCell(spreadsheet: Spreadsheet, former: Cell | undefined, date: Date): Cell {
  const serial = serialOfInstant(date.getTime(), spreadsheet.details.timeZone);
  const style = former?.style ?? 0;
  if (spreadsheet.styles.format(style).numberFormat !== undefined) return withContent(former, { value: serial });
  const pattern = patternOf({ type: Number.isInteger(serial) ? 'DATE' : 'DATE_TIME' }, spreadsheet.details.locale);
  return withContent(former, { value: serial }, spreadsheet.styles.withNumberFormat(style, numberFormatOf(pattern)));
}

/** The cell after `setValue`: strings are parsed like typing, null and undefined empty the cell. */
export function enteredCell(spreadsheet: Spreadsheet, former: Cell | undefined, value: unknown, context: ValidationContext): Cell {
  if (value === null || value === undefined) return rawCell(former, null);
  if (typeof value === 'string') return typedCell(spreadsheet, former, value, context);
  if (typeof value === 'boolean') return rawCell(former, value);
  if (typeof value === 'number') return rawCell(former, Number.isFinite(value) ? value : '#NUM!');
  if (isDate(value)) return Number.isNaN(value.getTime()) ? rawCell(former, '#NUM!') : dateCell(spreadsheet, former, value);
  // The platform names the list and forgets what is in it.
  if (Array.isArray(value)) return rawCell(former, `[Ljava.lang.Object;@${freeNumber(new Set(), value.join()).toString(16)}`);
  return typedCell(spreadsheet, former, Object.prototype.toString.call(value), context);
}
