/** Tables that other programs put on the clipboard as HTML. */

/** Reads the first table of a document, spread over the cells that it spans; null when there is none. */
export function fromHtml(html: string): string[][] | null {
  if (!/<t[dr]\b/i.test(html)) return null;
  // Nothing of a parsed document runs or loads.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows: string[][] = [];
  for (const [index, line] of [...table.rows].entries()) {
    const cells = (rows[index] ??= []);
    for (const cell of line.cells) {
      let column = 0;
      while (cells[column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(cell.rowSpan, 1000); down += 1) {
        const target = (rows[index + down] ??= []);
        for (let across = 0; across < Math.min(cell.colSpan, 1000); across += 1) target[column + across] = down === 0 && across === 0 ? textOf(cell) : '';
      }
    }
  }
  const width = Math.max(...rows.map((cells) => cells.length), 0);
  return rows.slice(0, table.rows.length).map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n');
  return (cell.textContent ?? '').replaceAll('\u00a0', ' ').replace(/[ \t]*\n[ \t]*/g, '\n').trim();
}
