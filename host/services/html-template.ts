/** Templates of HtmlService, and the code that is made of them. */
import { HostObject } from '../kernel/host-object';
import { HtmlOutput } from './html-output';

/**
 * The body of a function that writes the template's page; `$$plain` and `$$escapeHtml` turn values into text. Its own names begin with `$$`, so
 * that they hide nothing of the script's. A printing scriptlet may end in a semicolon or a comment, as everybody writes `<?!= include('x'); ?>`.
 * @param commented whether the template's own lines stand above what was made of them
 */
export function compileTemplate(template: string, commented = false): string {
  const lines = ['const $$page = []; let $$value;'];
  const comment = (source: string): void => {
    if (commented && source !== '') lines.push(...source.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => `// ${line}`));
  };
  let at = 0;
  for (const match of template.matchAll(/<\?(!?=)?([\s\S]*?)\?>/g)) {
    const [whole, sign, code = ''] = match;
    if (match.index > at) {
      comment(template.slice(at, match.index));
      lines.push(`$$page.push(${JSON.stringify(template.slice(at, match.index))});`);
    }
    comment(whole);
    if (sign) lines.push(`$$value = ${code}\n;$$page.push(${sign === '=' ? '$$escapeHtml' : '$$plain'}($$value));`);
    else lines.push(`${code}\n`);
    at = match.index + whole.length;
  }
  comment(template.slice(at));
  lines.push(`$$page.push(${JSON.stringify(template.slice(at))});`, "return $$page.join('');");
  return lines.join('\n');
}

/** A template. Its properties live in the guest, so it is evaluated there and the page comes back. */
export class HtmlTemplate extends HostObject {
  static override readonly guestName = 'HtmlTemplate';
  readonly #source: string;
  constructor(source: string) {
    super();
    this.#source = source;
  }
  getCode(): string {
    return compileTemplate(this.#source);
  }
  getCodeWithComments(): string {
    return compileTemplate(this.#source, true);
  }
  getRawContent(): string {
    return this.#source;
  }
  evaluate(page: unknown): HtmlOutput {
    return new HtmlOutput(String(page));
  }
}
