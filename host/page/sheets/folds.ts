/** Groups of rows or columns, and where their toggles stand. */
import type { GroupView } from '../../contract';

export type Dimension = 'ROWS' | 'COLUMNS';

/** Room of one level beside the row numbers. */
export const FOLD_STEP = 18;
/** The corner, for a group that begins with the first row or column. */
export const CORNER = -1;

export class Folds {
  private readonly byPosition = new Map<number, GroupView[]>();
  readonly depth: number;

  /** @param positionOf where a row or column is shown; negative where it is not */
  constructor(readonly dimension: Dimension, private readonly groups: readonly GroupView[] = [], positionOf: (place: number) => number = () => CORNER) {
    this.depth = Math.max(0, ...groups.map(({ depth }) => depth));
    for (const group of groups) {
      let { control } = group;
      // A toggle whose own row is hidden stands at the nearest one before that is not.
      while (control >= 0 && positionOf(control) < 0) control -= 1;
      const position = control < 0 ? CORNER : positionOf(control);
      this.byPosition.set(position, [...(this.byPosition.get(position) ?? []), group]);
    }
  }

  /** Groups whose toggle stands at a position. */
  at(position: number): readonly GroupView[] {
    return this.byPosition.get(position) ?? [];
  }

  /** Groups that a row or column lies in, the innermost last. */
  holding(place: number): readonly GroupView[] {
    return this.groups.filter(({ start, end }) => place >= start && place < end);
  }

  /** The group that a person at a place means: one that can be opened there, else the innermost around it. */
  meant(position: number, place: number): GroupView | undefined {
    return this.at(position).find(({ collapsed }) => collapsed) ?? this.holding(place).at(-1) ?? this.at(position).at(-1);
  }
}
