import { letterWords } from '../../../text/ui/letter-words';
import type { AcceptancePage, SentInput } from '../../protocol';
import { factList, showPage } from '../shared/chrome';
import { element } from '../shared/element';
import { formView, type FormView } from '../shared/form-view';
import { showMessage } from '../shared/message';
import { coreServer, pageStart } from '../shared/server';
import { say, speak, type Words } from '../shared/speech';

const { token, data } = pageStart();
const server = coreServer(token);

let outcome: Words | null = null;
let started: SentInput = {};

const paint = (page: AcceptancePage): void => {
  const facts = [{ label: letterWords.project, value: page.project }, { label: letterWords.model, value: page.model }, ...page.facts];
  const form: FormView | null = outcome !== null ? null : formView({
    fields: page.inputs, started, submit: page.asks?.submit ?? letterWords.sign, tone: 'primary',
    send: (input) => server.act(page.asks?.command ?? 'acceptance.sign', page.objectId, input),
    done: (result) => {
      outcome = result.message;
      paint(page);
      window.scrollTo(0, 0);
    },
  });
  const answer = form === null
    ? element('section', { class: 'card message good', attributes: { role: 'status' } }, element('p', {}, outcome === null ? '' : say(outcome)))
    : element('section', { class: 'card' }, form.node);
  const work = element('section', { class: 'card' }, element('p', { class: 'status' }, page.objectId), form === null ? null : element('p', {}, say(page.asks?.intro ?? letterWords.acceptanceIntro)), factList(facts));
  showPage(say(page.asks?.title ?? letterWords.acceptanceTitle), form === null ? [answer, work] : [work, answer], () => {
    if (form !== null) started = form.values();
    paint(page);
  });
};

if (data?.page === 'acceptance') {
  speak(data.language);
  outcome = data.outcome;
  paint(data);
} else if (data?.page === 'message') {
  speak(data.language);
  showMessage(data);
}
