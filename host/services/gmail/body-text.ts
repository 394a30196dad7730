/** What a person reads of HTML, tags left out. Goes through it once, however it is written: it comes from outside. */
export function bodyText(html: string): string {
  const lower = html.toLowerCase();
  const read: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    read.push(html.slice(at, open));
    const hidden = ['style', 'script'].find((name) => lower.startsWith(name, open + 1));
    const last = hidden === undefined ? open : lower.indexOf(`</${hidden}`, open);
    const end = last < 0 ? -1 : html.indexOf('>', last);
    // A tag or a script that never ends takes the rest with it.
    if (end < 0) return read.join(' ');
    at = end + 1;
  }
  return [...read, html.slice(at)].join(' ');
}
