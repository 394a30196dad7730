/** Rectangles of cells. All indexes are zero-based; ends are exclusive. */
import type { GridRange } from '../schema/shapes';

/** A rectangle with all four sides known. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A range of a sheet as a rectangle; missing ends reach to the edge of the grid. */
export function areaOf(range: GridRange, size: GridSize): Area {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? size.rows,
    right: range.endColumnIndex ?? size.columns,
  };
}

export function rangeOf(sheetId: number, area: Area): GridRange {
  return { sheetId, startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right };
}

export const isEmptyArea = (area: Area): boolean => area.top >= area.bottom || area.left >= area.right;

/** The cells both have in common; null when there are none. */
export function intersect(one: Area, other: Area): Area | null {
  const common = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return isEmptyArea(common) ? null : common;
}

export function contains(outer: Area, inner: Area): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
}

/** What is left of an area without a hole, as up to four rectangles. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  return [
    { ...area, bottom: common.top },
    { ...area, top: common.bottom },
    { ...area, top: common.top, bottom: common.bottom, right: common.left },
    { ...area, top: common.top, bottom: common.bottom, left: common.right },
  ].filter((part) => !isEmptyArea(part));
}

/** Whether the holes together cover the whole area. */
export function isCovered(area: Area, holes: readonly Area[]): boolean {
  let open: readonly Area[] = [area];
  for (const hole of holes) open = open.flatMap((part) => subtract(part, hole));
  return open.length === 0;
}
