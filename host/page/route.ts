/** Where the page is, kept in the address's fragment so that the browser's own back button works. */

export interface Route {
  readonly section: string;
  readonly parts: readonly string[];
}

export function currentRoute(): Route {
  const [section = '', ...parts] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { section: section === '' ? 'sheets' : section, parts };
}

export function routeTo(section: string, ...parts: readonly (string | number)[]): string {
  return `#/${[section, ...parts].map((part) => encodeURIComponent(String(part))).join('/')}`;
}

/** Opens an address of the workspace, such as a form or a page of a web app, as that person. */
export function previewRoute(url: string, person: string): string {
  return routeTo('preview', url, person);
}
