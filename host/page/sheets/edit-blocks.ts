/** Edits of many cells, as the fewest rectangles. */
import type { DataType } from '@revolist/revogrid';

export interface ChangedRow {
  readonly row: number;
  /** New texts by column. */
  readonly changed: DataType;
}

export interface EditBlock {
  readonly row: number;
  readonly column: number;
  readonly values: string[][];
}

/** Joins changed rows that follow one another and touch the same columns. */
export function editBlocks(rows: readonly ChangedRow[]): readonly EditBlock[] {
  const blocks: EditBlock[] = [];
  for (const { row, changed } of [...rows].sort((one, other) => one.row - other.row)) {
    for (const run of columnRuns(changed)) {
      const before = blocks.find((block) => block.row + block.values.length === row && block.column === run.column && block.values[0]?.length === run.texts.length);
      if (before) before.values.push(run.texts);
      else blocks.push({ row, column: run.column, values: [run.texts] });
    }
  }
  return blocks;
}

/** Columns that stand side by side; a hidden column between two parts them. */
function columnRuns(changed: DataType): readonly { readonly column: number; readonly texts: string[] }[] {
  const runs: { column: number; texts: string[] }[] = [];
  const columns = Object.keys(changed).map(Number).filter((column) => !Number.isNaN(column)).sort((one, other) => one - other);
  for (const column of columns) {
    const text = String(changed[column] ?? '');
    const last = runs[runs.length - 1];
    if (last && last.column + last.texts.length === column) last.texts.push(text);
    else runs.push({ column, texts: [text] });
  }
  return runs;
}
