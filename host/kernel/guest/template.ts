/** Evaluates HtmlService templates in the guest: their scriptlets see the script's globals and the template's own properties. */
export interface TemplateRunner {
  /** @param code body of a function that returns the page's text; `$$escapeHtml` and `$$plain` turn values into text */
  (code: string, template: object): string;
}

export function guestTemplates(): TemplateRunner {
  const blank = new Set<unknown>([null, undefined]);
  const plain = (value: unknown): string => (blank.has(value) ? '' : String(value));
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const escapeHtml = (value: unknown): string => plain(value).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
  return (code, template) => {
    const bare: unknown = Object.create(null);
    const scope: unknown = Object.assign(Object(bare), template);
    // A template is code of the script's own; here it becomes a function of its realm.
    const write: unknown = Reflect.construct(Function, ['$$scope', '$$escapeHtml', '$$plain', `with ($$scope) { ${code} }`]);
    return typeof write === 'function' ? String(Reflect.apply(write, undefined, [scope, escapeHtml, plain])) : '';
  };
}
