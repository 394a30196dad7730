/**
 * What HtmlService does to inline scripts: `//` within a template literal is taken for a comment, and the rest of its line is gone. Observed by
 * others, not confirmed on a live account; this file is the one place that knows of it.
 */

const quotes = new Set(["'", '"']);
/** A slash after one of these begins a regular expression, not a division. */
const beforeExpression = /(?:^|[([{=,;:!&|?+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

/** Index after the string, comment or regular expression that begins at `at`; `at` itself where none does. */
function skip(code: string, at: number): number {
  const sign = code.charAt(at);
  const end = (found: number, length: number): number => (found < 0 ? code.length : found + length);
  if (quotes.has(sign)) return at + (new RegExp(`^${sign}(?:\\\\[^]|[^${sign}\\\\\\n])*${sign}?`).exec(code.slice(at))?.[0].length ?? 1);
  if (sign !== '/') return at;
  if (code.startsWith('//', at)) return end(code.indexOf('\n', at), 0);
  if (code.startsWith('/*', at)) return end(code.indexOf('*/', at + 2), 2);
  if (!beforeExpression.test(code.slice(Math.max(0, at - 20), at))) return at;
  return at + (/^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*/.exec(code.slice(at))?.[0].length ?? 0);
}

function stripped(code: string): string {
  let written = '';
  /** For each template literal we are in, how many braces are open in its current `${}`; -1 while in its text. */
  const templates: number[] = [];
  for (let at = 0; at < code.length; ) {
    const sign = code.charAt(at);
    const depth = templates.at(-1);
    if (depth === -1) {
      if (code.startsWith('//', at)) {
        const line = code.indexOf('\n', at);
        templates.pop();
        at = line < 0 ? code.length : line;
        continue;
      }
      if (sign === '`') templates.pop();
      else if (code.startsWith('${', at)) templates[templates.length - 1] = 0;
      const length = sign === '\\' || (sign === '$' && templates.at(-1) === 0) ? 2 : 1;
      written += code.slice(at, at + length);
      at += length;
      continue;
    }
    const after = skip(code, at);
    if (after > at) {
      written += code.slice(at, after);
      at = after;
      continue;
    }
    if (sign === '`') templates.push(-1);
    else if (depth !== undefined && sign === '{') templates[templates.length - 1] = depth + 1;
    else if (depth !== undefined && sign === '}') templates[templates.length - 1] = depth === 0 ? -1 : depth - 1;
    written += sign;
    at += 1;
  }
  return written;
}

/** A page as the platform hands it to the browser. */
export function asDelivered(html: string): string {
  if (!html.includes('`')) return html;
  return html.replace(/(<script(?![^>]*\ssrc\s*=)[^>]*>)([\s\S]*?)(<\/script)/gi, (_whole, open: string, code: string, close: string) => open + (code.includes('`') ? stripped(code) : code) + close);
}
