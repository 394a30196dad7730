/** Comma-separated text as `Utilities.parseCsv` reads it: quoted fields may hold delimiters, quotes and line ends. */
import { GuestError } from '../kernel/host-object';

export function parseCsv(text: string, delimiter: string): string[][] {
  if (delimiter.length !== 1) throw new GuestError('Invalid argument: delimiter');
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = (): void => {
    rows.push([...row, field]);
    row = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter) {
      row.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
      endRow();
    } else field += sign;
  }
  if (quoted) throw new GuestError('Could not parse text.');
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
