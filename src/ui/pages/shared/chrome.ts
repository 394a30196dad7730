import { pageWords } from '../../../text/ui/page-words';
import type { FactView } from '../../protocol';
import { byId, element, type Child } from './element';
import { language, say, speak } from './speech';

/** Shows a page's content, with the product's name and the language switch above it. */
export const showPage = (title: Child, content: readonly Child[], repaint: () => void): void => {
  const toggle = element('button', {
    class: 'language', attributes: { type: 'button', 'aria-label': say(pageWords.switchLanguage) },
    on: { click: () => {
      speak(language() === 'en' ? 'zh-CN' : 'en');
      repaint();
      document.querySelector<HTMLElement>('.language')?.focus();
    } },
  }, say(pageWords.otherLanguage));
  const header = element('header', { class: 'top' }, element('span', { class: 'product' }, say(pageWords.product)), toggle);
  const heading = title === null ? null : element('h1', {}, title);
  byId('page').replaceChildren(...[header, element('main', {}, heading, ...content)]);
};

export const factList = (facts: readonly FactView[]): HTMLElement =>
  element('dl', { class: 'facts' }, ...facts.map(({ label, value }) => element('div', {}, element('dt', {}, say(label)), element('dd', {}, say(value)))));

/** Says briefly that something was done; screen readers hear it too. */
export const toast = (text: string): void => {
  const place = document.getElementById('toast') ?? element('div', { class: 'toast', attributes: { id: 'toast', role: 'status' } });
  if (!place.isConnected) document.body.append(place);
  place.textContent = text;
  place.classList.add('shown');
  window.setTimeout(() => place.classList.remove('shown'), 6000);
};
