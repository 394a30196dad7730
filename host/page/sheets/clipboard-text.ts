/** Blocks of cells as other programs put them on the clipboard and take them from it. */

type Texts = readonly (readonly string[])[];

/** As spreadsheets write plain text: tabs between cells, quotes around cells with tabs, line ends or quotes. */
export function toTabText(block: Texts): string {
  const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((line) => line.map(quoted).join('\t')).join('\n');
}

/** A table for programs that read HTML. */
export function toHtml(block: Texts): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>');
  const rows = block.map((line) => `<tr>${line.map((text) => `<td style="white-space:pre">${escaped(text)}</td>`).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`;
}

/** Reads tab-separated text, where a quoted cell may hold tabs and line ends. */
export function fromTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  let place = 0;
  const content = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (place <= content.length) {
    const { cell, end } = readCell(content, place);
    rows[rows.length - 1]?.push(cell);
    if (end >= content.length) break;
    if (content[end] === '\n') rows.push([]);
    place = end + 1;
  }
  return rows;
}

function readCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  const plainEnd = () => {
    const found = /[\t\n]/.exec(text.slice(from));
    return found ? from + found.index : text.length;
  };
  if (text[from] !== '"') {
    const end = plainEnd();
    return { cell: text.slice(from, end), end };
  }
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(from));
  // A quotation mark that nothing closes belongs to the text.
  if (!quoted) {
    const end = plainEnd();
    return { cell: text.slice(from, end), end };
  }
  return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: from + quoted[0].length };
}
