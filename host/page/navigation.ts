/** The list on the left: every part of the workspace, with what the acting person finds in it. */
import type { FormView, SpreadsheetSummary } from '../contract';
import { ANONYMOUS, type Application } from './application';
import { element, fill } from './element';
import { icon, type IconName } from './icons';
import { requestJson } from './requests';
import { routeTo, type Route } from './route';
import type { WordKey } from './words';

interface Entry {
  readonly label: string;
  readonly target: string;
}

const SECTIONS: readonly { readonly section: string; readonly word: WordKey; readonly icon: IconName }[] = [
  { section: 'sheets', word: 'sheets', icon: 'sheets' },
  { section: 'forms', word: 'forms', icon: 'forms' },
  { section: 'mail', word: 'mail', icon: 'mail' },
  { section: 'pages', word: 'pages', icon: 'pages' },
  { section: 'projects', word: 'projects', icon: 'projects' },
  { section: 'triggers', word: 'triggers', icon: 'triggers' },
  { section: 'executions', word: 'executions', icon: 'executions' },
  { section: 'about', word: 'about', icon: 'about' },
];

/** Names that begin alike up to a ` · ` differ by what follows, and only that fits into a narrow list. */
function shortLabels(labels: readonly string[]): readonly string[] {
  const beginning = (label: string): string => label.slice(0, label.indexOf(' · ') + 3);
  return labels.map((label) => {
    const common = beginning(label);
    return label.includes(' · ') && labels.filter((other) => other.startsWith(common)).length > 1 ? label.slice(common.length) : label;
  });
}

export function navigation(application: Application, chosen: () => void): { readonly element: HTMLElement; refresh(): void; mark(route: Route): void } {
  const lists = new Map<string, HTMLElement>();
  const counts = new Map<string, HTMLElement>();
  let shown = '';
  const items = SECTIONS.map(({ section, word, icon: name }) => {
    const list = element('ul', { class: 'entries' });
    const count = element('span', { class: 'count' });
    lists.set(section, list);
    counts.set(section, count);
    const link = element('a', { href: routeTo(section), 'data-target': routeTo(section), class: 'section-link' }, icon(name), application.word(word), count);
    return element('li', {}, link, list);
  });
  const list = element('nav', { class: 'navigation', 'aria-label': application.word('navigation'), onclick: (event) => event.target instanceof Element && event.target.closest('a') && chosen() }, element('ul', {}, ...items));

  function show(section: string, entries: readonly Entry[]): void {
    const target = lists.get(section);
    const labels = shortLabels(entries.map(({ label }) => label));
    if (target) fill(target, ...entries.map((entry, index) => element('li', {}, element('a', { href: entry.target, 'data-target': entry.target, title: entry.label }, element('span', {}, labels[index] ?? entry.label)))));
  }

  async function read(): Promise<void> {
    const sheets = application.person === ANONYMOUS ? [] : await requestJson<readonly SpreadsheetSummary[]>('GET', application.path('/api/spreadsheets'));
    const forms = await requestJson<readonly FormView[]>('GET', application.path('/api/forms'));
    const mailboxes = await requestJson<Readonly<Record<string, number>>>('GET', '/api/mailboxes');
    const mails = application.person === ANONYMOUS ? 0 : (mailboxes[application.person.toLowerCase()] ?? 0);
    const state = JSON.stringify([sheets.map((sheet) => [sheet.id, sheet.name]), forms.map((form) => [form.id, form.title]), mails]);
    if (state === shown) return;
    shown = state;
    show('sheets', sheets.map((sheet) => ({ label: sheet.name, target: routeTo('sheets', sheet.id) })));
    show('forms', forms.map((form) => ({ label: form.title, target: routeTo('forms', form.id) })));
    show('pages', application.links.map((link, index) => ({ label: link.title[application.language], target: routeTo('pages', index) })));
    const count = counts.get('mail');
    if (count) count.textContent = mails === 0 ? '' : String(mails);
    markTargets();
  }

  function markTargets(): void {
    const here = decodeURIComponent(location.hash === '' ? '#/sheets' : location.hash);
    for (const link of list.querySelectorAll<HTMLAnchorElement>('a')) {
      const target = decodeURIComponent(link.dataset['target'] ?? '');
      const current = here === target || (!link.classList.contains('section-link') && here.startsWith(`${target}/`));
      if (current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  // The next change tries again; a sentence about the connection is shown elsewhere.
  const refresh = () => void read().catch(() => undefined);
  refresh();
  return { element: list, refresh, mark: markTargets };
}
