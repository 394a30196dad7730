import { letterWords } from '../../../text/ui/letter-words';
import { filled } from '../../../text/ui/page-words';
import type { TicketPage } from '../../protocol';
import { factList, showPage } from '../shared/chrome';
import { linkButton } from '../shared/desk-card';
import { showMoment } from '../shared/due';
import { element, type Child } from '../shared/element';
import { showMessage } from '../shared/message';
import { pageStart } from '../shared/server';
import { say, speak } from '../shared/speech';

const { data } = pageStart();

const stageState = (index: number, stage: number): 'past' | 'now' | 'ahead' => (index < stage ? 'past' : index === stage ? 'now' : 'ahead');

const stages = (page: TicketPage): Child => {
  if (page.stage === 0) return null;
  const steps = page.stages.map((name, index) => {
    const state = stageState(index + 1, page.stage);
    return element('li', { class: state, attributes: state === 'now' ? { 'aria-current': 'step' } : {} }, element('span', { class: 'dot', attributes: { 'aria-hidden': 'true' } }, state === 'past' ? '✓' : String(index + 1)), element('span', {}, say(name)));
  });
  return element('ol', { class: 'stages', attributes: { 'aria-label': say(filled(letterWords.stageOf, { n: page.stage, m: page.stages.length })) } }, ...steps);
};

const news = (page: TicketPage): Child =>
  page.news.length === 0 ? null : element('section', { class: 'card' }, element('h2', {}, say(letterWords.news)), element('ol', { class: 'news' }, ...page.news.map(({ at, text }) => element('li', {}, element('time', { attributes: { datetime: at } }, showMoment(at)), element('span', {}, say(text))))));

const paint = (page: TicketPage): void => {
  const facts = [{ label: letterWords.project, value: page.project }, { label: letterWords.model, value: page.model }, ...page.facts];
  const links = page.links.length === 0 ? null : element('div', { class: 'buttons' }, ...page.links.map(linkButton));
  showPage(say(letterWords.progressTitle), [
    element('section', { class: 'card' },
      element('p', { class: 'status' }, page.objectId), element('h2', {}, say(page.status)), stages(page),
      element('p', { class: 'next' }, element('strong', {}, say(letterWords.nextStep) + ' '), say(page.nextStep)), links, factList(facts)),
    news(page),
  ], () => paint(page));
};

if (data?.page === 'ticket') {
  speak(data.language);
  paint(data);
} else if (data?.page === 'message') {
  speak(data.language);
  showMessage(data);
}
