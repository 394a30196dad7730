import { pageWords } from '../../../text/ui/page-words';
import type { MessagePage } from '../../protocol';
import { showPage } from './chrome';
import { linkButton } from './desk-card';
import { element } from './element';
import { say } from './speech';

/** A sentence on a page of its own. */
export const showMessage = (message: MessagePage, retry?: () => void): void => {
  const again = retry === undefined ? null : element('div', { class: 'buttons' }, element('button', { class: 'primary', attributes: { type: 'button' }, on: { click: retry } }, say(pageWords.tryAgain)));
  showPage(say(message.title), [element('section', { class: 'card message ' + message.tone, attributes: { role: message.tone === 'bad' ? 'alert' : 'status' } }, element('p', {}, say(message.text)), message.link === undefined ? null : element('div', { class: 'buttons' }, linkButton(message.link)), again)], () => showMessage(message, retry));
};
