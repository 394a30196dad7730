/** What this place is and is not. */
import type { Application, View } from '../application';
import { element } from '../element';
import type { WordKey } from '../words';
import { resetSection } from './reset-section';

export function aboutView(application: Application): View {
  const { directory } = application.state;
  const word = (key: WordKey) => application.word(key);
  return {
    element: element(
      'div',
      { class: 'view prose' },
      element('h1', {}, word('about')),
      element('p', { class: 'lead' }, word('aboutStandIn')),
      element(
        'ul',
        {},
        element('li', {}, directory === null ? word('aboutMemory') : word('aboutData'), directory === null ? null : element('code', {}, directory)),
        element('li', {}, word('aboutMail')),
        element('li', {}, word('aboutClock')),
        element('li', {}, word('aboutPeople')),
        element('li', {}, word('aboutNetwork')),
        element('li', {}, word('aboutRest')),
        element('li', {}, word('aboutLicenses')),
      ),
      application.state.canReset ? resetSection(application) : null,
    ),
  };
}
