/**
 * Groups of rows or columns. What counts is how deep each row lies; a group is an unbroken run of rows that lie at least that deep, so groups
 * that touch become one, and one that reaches beyond another takes it in, as the platform documents it.
 */
import { changeRange, type DimensionChange } from './dimension-change';

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

export const mostDepth = 8;

export const depthAt = (groups: readonly Group[], index: number): number => Math.max(0, ...groups.filter(({ start, end }) => index >= start && index < end).map(({ depth }) => depth));

/** The groups that these depths make; one that was collapsed stays so where something of it is left. */
function groupsOf(depths: readonly number[], former: readonly Group[]): readonly Group[] {
  const groups: Group[] = [];
  for (let depth = 1; depth <= mostDepth; depth += 1) {
    let start = -1;
    for (let index = 0; index <= depths.length; index += 1) {
      const inside = (depths[index] ?? 0) >= depth;
      if (inside && start < 0) start = index;
      if (inside || start < 0) continue;
      const [from, end] = [start, index];
      groups.push({ start: from, end, depth, collapsed: former.some((group) => group.depth === depth && group.collapsed && group.start < end && group.end > from) });
      start = -1;
    }
  }
  return groups;
}

function depthsOf(groups: readonly Group[], length: number): number[] {
  const depths = Array.from({ length }, () => 0);
  for (const { start, end, depth } of groups) for (let index = start; index < end; index += 1) depths[index] = Math.max(depths[index] ?? 0, depth);
  return depths;
}

/** Moves rows one level in or out. */
export function shiftedGroups(groups: readonly Group[], start: number, end: number, by: 1 | -1): readonly Group[] {
  const depths = depthsOf(groups, Math.max(end, ...groups.map((group) => group.end)));
  for (let index = start; index < end; index += 1) depths[index] = Math.min(mostDepth, Math.max(0, (depths[index] ?? 0) + by));
  return groupsOf(depths, groups);
}

/** The groups after rows or columns came, went or moved. */
export function changedGroups(groups: readonly Group[], change: DimensionChange): readonly Group[] {
  const moved = groups.flatMap((group): readonly Group[] => {
    const range = changeRange(change.dimension === 'ROWS' ? { startRowIndex: group.start, endRowIndex: group.end } : { startColumnIndex: group.start, endColumnIndex: group.end }, change);
    if (range === null) return [];
    const [start, end] = change.dimension === 'ROWS' ? [range.startRowIndex, range.endRowIndex] : [range.startColumnIndex, range.endColumnIndex];
    return [{ ...group, start: start ?? group.start, end: end ?? group.end }];
  });
  return groupsOf(depthsOf(moved, Math.max(0, ...moved.map(({ end }) => end))), moved);
}
