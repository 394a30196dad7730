/** One spreadsheet: its sheets, its formats and what belongs to the file as a whole. */
import type { Message } from '../schema/shapes';
import { changeRange, type DimensionChange } from './dimension-change';
import type { Sheet } from './sheet';
import type { StyleTable } from './style-table';

export type Role = 'owner' | 'editor' | 'viewer';

/** What belongs to the file and not to one sheet, as it is stored. Never changed in place. */
export interface SpreadsheetDetails {
  readonly title: string;
  /** Such as `zh_CN` or `en_US`. */
  readonly locale: string;
  /** IANA name; serial numbers of dates count in it. */
  readonly timeZone: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly trashed: boolean;
  readonly folder: string | null;
  /** Sheet ids from left to right. */
  readonly order: readonly number[];
  readonly namedRanges: readonly Message<'NamedRange'>[];
  readonly metadata: readonly Message<'DeveloperMetadata'>[];
}

/** What an account may do with a file; null for a stranger. */
export function roleIn({ owner, editors, viewers }: SpreadsheetDetails, email: string): Role | null {
  const address = email.toLowerCase();
  const isIn = (list: readonly string[]): boolean => list.some((entry) => entry.toLowerCase() === address);
  if (owner.toLowerCase() === address) return 'owner';
  if (isIn(editors)) return 'editor';
  return isIn(viewers) ? 'viewer' : null;
}

export class Spreadsheet {
  constructor(
    readonly id: string,
    public details: SpreadsheetDetails,
    public sheets: readonly Sheet[],
    readonly styles: StyleTable,
  ) {}

  fork(): Spreadsheet {
    return new Spreadsheet(this.id, this.details, this.sheets.map((sheet) => sheet.fork()), this.styles);
  }

  sheet(sheetId: number): Sheet | null {
    return this.sheets.find((sheet) => sheet.sheetId === sheetId) ?? null;
  }

  sheetByTitle(title: string): Sheet | null {
    const folded = title.toLowerCase();
    return this.sheets.find((sheet) => sheet.details.title === title) ?? this.sheets.find((sheet) => sheet.details.title.toLowerCase() === folded) ?? null;
  }

  roleOf(email: string): Role | null {
    return roleIn(this.details, email);
  }

  cellCount(): number {
    return this.sheets.reduce((sum, { size }) => sum + size.rows * size.columns, 0);
  }

  /** Changes rows or columns of a sheet; named ranges and metadata follow. */
  changeDimension(sheet: Sheet, change: DimensionChange): void {
    sheet.change(change);
    const { sheetId } = sheet;
    this.details = {
      ...this.details,
      namedRanges: this.details.namedRanges.flatMap((named) => {
        if ((named.range?.sheetId ?? 0) !== sheetId) return [named];
        const range = changeRange(named.range ?? {}, change);
        return range === null ? [] : [{ ...named, range }];
      }),
      metadata: this.details.metadata.flatMap((entry) => {
        const place = entry.location?.dimensionRange;
        if (!place || (place.sheetId ?? 0) !== sheetId || place.dimension !== change.dimension) return [entry];
        const rows = change.dimension === 'ROWS';
        const { startIndex = 0, endIndex = startIndex + 1 } = place;
        const moved = changeRange(rows ? { startRowIndex: startIndex, endRowIndex: endIndex } : { startColumnIndex: startIndex, endColumnIndex: endIndex }, change);
        if (moved === null) return [];
        const ends = rows ? { startIndex: moved.startRowIndex ?? 0, endIndex: moved.endRowIndex ?? 0 } : { startIndex: moved.startColumnIndex ?? 0, endIndex: moved.endColumnIndex ?? 0 };
        return [{ ...entry, location: { ...entry.location, dimensionRange: { ...place, ...ends } } }];
      }),
    };
  }
}
