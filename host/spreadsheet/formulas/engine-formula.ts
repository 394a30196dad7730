/** Values and formulas of a spreadsheet as the engine is given them. */
import { areaOf } from '../model/area';
import type { CellValue } from '../model/cell';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { engineText, type Computable } from './computable';
import { sheetName } from './engine';

/** Today and now, as formulas. */
export interface Moment {
  readonly today: string;
  readonly moment: string;
}

export function inputOf(value: CellValue): string {
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'number' ? String(value) : value ? 'TRUE' : 'FALSE';
}

const errors = new Set<CellValue>(['#DIV/0!', '#N/A', '#VALUE!', '#REF!', '#NUM!']);

/** The result of a formula as an input: an error stays one. */
export const resultInput = (value: CellValue): string => (errors.has(value) ? `=${String(value)}` : inputOf(value));

/** Today and now as the engine gets them, for the time zone of the spreadsheet. */
export function momentTexts(serial: number): Moment {
  const day = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const seconds = Math.floor((serial - Math.floor(serial)) * 86_400 + 1e-6);
  const today = `DATE(${day.getUTCFullYear()},${day.getUTCMonth() + 1},${day.getUTCDate()})`;
  return { today, moment: `(${today}+TIME(${Math.floor(seconds / 3600)},${Math.floor(seconds / 60) % 60},${seconds % 60}))` };
}

/** @param elsewhere whether the engine gets the formula on another sheet than its own, so that its own has to be named */
export function engineFormula(spreadsheet: Spreadsheet, home: Sheet, known: Computable, moment: Moment, indexOf: (sheet: Sheet) => number, elsewhere: boolean = false): string {
  const sheetOf = (title: string | null): Sheet | null => (title === null ? home : spreadsheet.sheetByTitle(title));
  return engineText(known, {
    prefix: (title) => {
      const sheet = title === null && !elsewhere ? null : sheetOf(title);
      return sheet === null ? '' : `${sheetName(indexOf(sheet))}!`;
    },
    rowCount: (title) => sheetOf(title)?.size.rows ?? 1,
    name: (name) => {
      const range = spreadsheet.namedRange(name)?.range;
      const sheet = range && spreadsheet.sheet(range.sheetId ?? 0);
      if (!sheet) return '#REF!';
      const { top, left, bottom, right } = areaOf(range, sheet.size);
      return { prefix: `${sheetName(indexOf(sheet))}!`, top, left, bottom, right };
    },
    ...moment,
  });
}
