import { letterWords } from '../../../text/ui/letter-words';
import { pageWords } from '../../../text/ui/page-words';
import type { ApprovalPage, SentInput } from '../../protocol';
import { factList, showPage } from '../shared/chrome';
import { dueBadge, showMoment } from '../shared/due';
import { element, freshId } from '../shared/element';
import { showMessage } from '../shared/message';
import { coreServer, pageStart } from '../shared/server';
import { say, speak, type Words } from '../shared/speech';

const { token, data } = pageStart();
const server = coreServer(token);

type Decision = 'APPROVED' | 'REJECTED' | 'RETURNED';

/** What was typed and said so far; a change of language keeps it. */
let comment = '';
let outcome: Words | null = null;
let refusal = '';

const due = (page: ApprovalPage): HTMLElement | null => {
  if (page.dueAt === null || outcome !== null) return null;
  const badge = dueBadge(page.dueAt, Date.parse(page.now));
  return element('p', { class: 'badge due ' + badge.tone }, say(pageWords.due) + ' ' + showMoment(page.dueAt) + ' · ' + say(badge.words));
};

const decisionForm = (page: ApprovalPage): HTMLElement => {
  const id = freshId();
  const text = element('textarea', { attributes: { id, rows: '3', maxlength: '500', 'aria-describedby': id + '-help' }, on: { input: () => { comment = text.value; } } });
  text.value = comment;
  const message = element('p', { class: 'refusal', attributes: { role: 'alert', tabindex: '-1' } }, refusal);
  const tell = (sentence: string): void => {
    refusal = sentence;
    message.textContent = sentence;
  };
  const buttons: HTMLButtonElement[] = [];
  const decide = (decision: Decision): void => {
    if (decision !== 'APPROVED' && comment.trim() === '') {
      tell(say(letterWords.commentMissing));
      text.focus();
      return;
    }
    tell(say(pageWords.sending));
    for (const button of buttons) button.disabled = true;
    const input: SentInput = comment.trim() === '' ? { decision } : { decision, comment };
    server.act('approval.decide', page.objectId, input).then(
      (result) => {
        if (result.ok) outcome = result.message;
        refusal = result.ok ? '' : say(result.message);
        paint(page);
      },
      () => {
        refusal = say(pageWords.unreachable);
        paint(page);
      },
    );
  };
  const button = (kind: string, label: Words, decision: Decision): HTMLButtonElement => {
    const made = element('button', { class: kind, attributes: { type: 'button' }, on: { click: () => decide(decision) } }, say(label));
    buttons.push(made);
    return made;
  };
  return element('section', { class: 'card' },
    element('div', { class: 'field' }, element('label', { attributes: { for: id } }, say(letterWords.comment)), element('p', { class: 'help', attributes: { id: id + '-help' } }, say(letterWords.commentHelp)), text),
    message,
    element('div', { class: 'buttons decision' }, button('primary', letterWords.approve, 'APPROVED'), button('danger', letterWords.reject, 'REJECTED'), button('plain', letterWords.returnIt, 'RETURNED')),
    element('p', { class: 'help' }, say(letterWords.nothingChangedYet)));
};

const paint = (page: ApprovalPage): void => {
  const asked = element('section', { class: 'card' }, element('h2', {}, say(page.subject)), due(page), ...page.paragraphs.map((paragraph) => element('p', {}, say(paragraph))), factList(page.facts));
  const answer = outcome === null ? decisionForm(page) : element('section', { class: 'card message good', attributes: { role: 'status' } }, element('p', {}, say(outcome)));
  showPage(say(letterWords.approvalTitle), [asked, answer], () => paint(page));
};

if (data?.page === 'approval') {
  speak(data.language);
  outcome = data.outcome;
  paint(data);
} else if (data?.page === 'message') {
  speak(data.language);
  showMessage(data);
}
