/** Edits of many cells, as the fewest rectangles. */

export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface EditBlock {
  readonly row: number;
  readonly column: number;
  readonly values: string[][];
}

/** Joins changed cells that stand side by side, and then lines that stand below one another and are equally wide. */
export function editBlocks(cells: readonly ChangedCell[]): readonly EditBlock[] {
  const runs: EditBlock[] = [];
  for (const { row, column, text } of [...cells].sort((one, other) => one.row - other.row || one.column - other.column)) {
    const last = runs[runs.length - 1];
    const line = last?.values[0];
    if (last && line && last.row === row && last.column + line.length === column) line.push(text);
    else runs.push({ row, column, values: [[text]] });
  }
  const blocks: EditBlock[] = [];
  // Blocks that the row above belongs to, by where they begin and how wide they are.
  const open = new Map<string, EditBlock>();
  for (const run of runs) {
    const [line = []] = run.values;
    const key = `${run.column}:${line.length}`;
    const above = open.get(key);
    if (above && above.row + above.values.length === run.row) above.values.push(line);
    else {
      open.set(key, run);
      blocks.push(run);
    }
  }
  return blocks;
}
