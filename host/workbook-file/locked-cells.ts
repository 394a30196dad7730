/** Protected ranges as locked cells. A file does not say who may change them, so they are locked for everybody; there is no password. */
import type { WriteSheet } from 'hucre/xlsx';
import { areaOf, type Area, type GridSize } from '../spreadsheet/model/area';
import type { Message } from '../spreadsheet/schema/shapes';

export interface LockedCells {
  readonly protection: NonNullable<WriteSheet['protection']>;
  isLocked(row: number, column: number): boolean;
}

const holds = ({ top, left, bottom, right }: Area, row: number, column: number): boolean => row >= top && row < bottom && column >= left && column < right;

/** Null for a sheet without protection; warnings protect nothing. */
export function lockedCells(protections: readonly Message<'ProtectedRange'>[], size: GridSize): LockedCells | null {
  const locks = protections.filter(({ warningOnly }) => warningOnly !== true).map(({ range = {}, unprotectedRanges = [] }) => ({ area: areaOf(range, size), open: unprotectedRanges.map((hole) => areaOf(hole, size)) }));
  if (locks.length === 0) return null;
  return {
    protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true },
    isLocked: (row, column) => locks.some(({ area, open }) => holds(area, row, column) && !open.some((hole) => holds(hole, row, column))),
  };
}
