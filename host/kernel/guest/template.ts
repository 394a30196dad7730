/** Evaluates HtmlService templates in the guest: their scriptlets see the script's globals and the template's own properties. */
export interface TemplateRunner {
  /** @param code body of a function that returns the page's text; `escapeHtml` and `plain` turn values into text */
  (code: string, template: object): string;
}

export function guestTemplates(): TemplateRunner {
  const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const escapeHtml = (value: unknown): string => plain(value).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
  return (code, template) => {
    const scope: object = Object.assign(Object.create(null), template);
    const page: unknown = new Function('scope', 'escapeHtml', 'plain', `with (scope) { ${code} }`)(scope, escapeHtml, plain);
    return String(page);
  };
}
