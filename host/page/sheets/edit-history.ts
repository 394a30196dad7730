/**
 * A person's own edits of one tab, to take back and to do again. Taking back is an edit like any other: it asks the
 * same protections and validations, and it leaves alone what somebody else has changed since.
 */
import type { EditBlock } from './edit-blocks';

export interface DoneBlock {
  readonly row: number;
  readonly column: number;
  readonly before: readonly (readonly string[])[];
  /** What the cells held once the edit had settled; the product may have answered a typed word with another. */
  after: readonly (readonly string[])[];
}

/** Typed cells, or a change of rows and columns that the server knows under a name. */
export type Step = { readonly kind: 'cells'; readonly blocks: readonly DoneBlock[] } | { readonly kind: 'structure'; readonly name: string };

const MOST_STEPS = 100;

export class EditHistory {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  record(step: Step): void {
    this.done.push(step);
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone.length = 0;
  }

  takeUndo(): Step | undefined {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step;
  }

  takeRedo(): Step | undefined {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
  }

  /** The step last taken did not go through; it can be tried again. */
  giveBack(kind: 'undo' | 'redo'): void {
    if (kind === 'undo') this.takeRedo();
    else this.takeUndo();
  }
}

/** The cells to write for taking a step back or doing it again, and whether somebody else has changed some since. */
export function replay(step: readonly DoneBlock[], kind: 'undo' | 'redo', now: (row: number, column: number) => string): { readonly blocks: readonly EditBlock[]; readonly changedSince: boolean } {
  const blocks: EditBlock[] = [];
  let changedSince = false;
  for (const { row, column, before, after } of step) {
    const [from, to] = kind === 'undo' ? [after, before] : [before, after];
    const same = from.every((line, down) => line.every((text, across) => now(row + down, column + across) === text));
    if (same) blocks.push({ row, column, values: to.map((line) => [...line]) });
    else changedSince = true;
  }
  return { blocks, changedSince };
}
