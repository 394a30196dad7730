/** The bar on top: what this is, who acts, which language, what time it is. */
import { ANONYMOUS, type Application } from './application';
import { clockPanel } from './clock-panel';
import { element } from './element';
import { icon } from './icons';
import type { Language } from './words';

interface TopBarActions {
  readonly chooseLanguage: (language: Language) => void;
  readonly choosePerson: (person: string) => void;
  readonly toggleNavigation: () => void;
}

export function topBar(application: Application, actions: TopBarActions): { readonly element: HTMLElement; refresh(): void } {
  const clock = clockPanel(application);
  const people = element('select', { id: 'acting-person', onchange: () => actions.choosePerson(people.value) });
  for (const person of application.state.people) people.append(element('option', { value: person.email, selected: person.email === application.person }, application.nameOf(person.email)));
  people.append(element('option', { value: ANONYMOUS, selected: application.person === ANONYMOUS }, application.word('visitor')));
  const [product = '', place = ''] = application.word('productName').split(' · ');
  const bar = element(
    'header',
    { class: 'top-bar' },
    element('button', { class: 'quiet navigation-button', type: 'button', 'aria-label': application.word('openNavigation'), onclick: actions.toggleNavigation }, icon('menu')),
    element('div', { class: 'brand' }, element('strong', {}, product), element('span', { class: 'brand-place' }, place), element('span', { class: 'stand-in' }, application.word('standIn'))),
    clock.element,
    element('div', { class: 'person' }, element('label', { for: 'acting-person' }, application.word('actAs')), people),
    element(
      'button',
      { class: 'quiet language', type: 'button', 'aria-label': application.word('languageLabel'), onclick: () => actions.chooseLanguage(application.language === 'zh' ? 'en' : 'zh') },
      application.word('language'),
    ),
  );
  return { element: bar, refresh: () => clock.refresh() };
}
