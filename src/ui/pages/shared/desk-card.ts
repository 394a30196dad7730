import { pageWords } from '../../../text/ui/page-words';
import type { LinkView, OfferView, WorkItemView } from '../../protocol';
import { factList } from './chrome';
import { dueBadge, showMoment } from './due';
import { element, type Child } from './element';
import { say } from './speech';

const mostFacts = 5;
const mostButtons = 3;

const classes = { A: pageWords.classA, B: pageWords.classB, C: pageWords.classC };

/** The badge of a deadline; the desk repaints its text as time passes. */
export const paintDue = (badge: HTMLElement, now: number): void => {
  const dueAt = badge.dataset['due'] ?? '';
  const { tone, words } = dueBadge(dueAt, now);
  badge.className = 'badge due ' + tone;
  badge.textContent = say(words);
  badge.title = say(pageWords.due) + ' ' + showMoment(dueAt);
};

const badges = (item: WorkItemView, now: number): readonly Child[] => {
  const severity = item.severity === null ? null : element('span', { class: 'badge class-' + item.severity }, say(classes[item.severity]));
  if (item.dueAt === null) return [severity];
  const due = element('span', { attributes: { 'data-due': item.dueAt } });
  paintDue(due, now);
  return [severity, due];
};

const facts = (item: WorkItemView): readonly Child[] => {
  if (item.facts.length === 0) return [];
  const first = factList(item.facts.slice(0, mostFacts));
  const rest = item.facts.slice(mostFacts);
  return rest.length === 0 ? [first] : [first, element('details', {}, element('summary', {}, say(pageWords.moreFacts)), factList(rest))];
};

/** Opened, each deadline says why it is due when it is. */
const deadlines = ({ deadlines: all }: WorkItemView): readonly Child[] =>
  all.length === 0 ? [] : [element('details', { class: 'deadlines' }, element('summary', {}, say(pageWords.deadlines) + ' (' + String(all.length) + ')'), ...all.map((one) => element('p', {}, say(one))))];

export const linkButton = (link: LinkView): HTMLElement =>
  element('a', { class: 'button plain', attributes: { href: link.url, target: '_blank', rel: 'noopener', title: say(pageWords.opensNewTab) } }, say(link.label), element('span', { attributes: { 'aria-hidden': 'true' } }, ' ↗'));

export const offerButton = (offer: OfferView, open: (offer: OfferView) => void): HTMLElement =>
  element('button', { class: offer.tone, attributes: { type: 'button', 'data-command': offer.command, 'data-object': offer.objectId }, on: { click: () => open(offer) } }, say(offer.label));

/** What cannot be taken back stands last, away from a hurried thumb. */
const toneOrder = { primary: 0, plain: 1, danger: 2 };

/** Buttons, of which those past the first few stay folded. */
export const folded = (all: readonly HTMLElement[], most: number): readonly Child[] => {
  if (all.length === 0) return [];
  const first = element('div', { class: 'buttons' }, ...all.slice(0, most));
  const rest = all.slice(most);
  return rest.length === 0 ? [first] : [first, element('details', {}, element('summary', {}, say(pageWords.moreActions)), element('div', { class: 'buttons' }, ...rest))];
};

const buttons = (item: WorkItemView, open: (offer: OfferView) => void): readonly Child[] => {
  const offers = [...item.offers].sort((one, other) => toneOrder[one.tone] - toneOrder[other.tone]);
  const all = [...offers.filter(({ tone }) => tone !== 'danger').map((offer) => offerButton(offer, open)), ...item.links.map(linkButton), ...offers.filter(({ tone }) => tone === 'danger').map((offer) => offerButton(offer, open))];
  return folded(all, mostButtons);
};

/** A piece of work. When one of its actions is being filled in, the form stands in the place of the buttons. */
export const deskCard = (item: WorkItemView, now: number, form: HTMLElement | null, open: (offer: OfferView) => void): HTMLElement =>
  element('article', { class: 'card' + (item.severity === null ? '' : ' of-' + item.severity) },
    element('div', { class: 'card-head' }, element('span', { class: 'kind' }, say(item.kind)), ...badges(item, now)),
    element('h3', {}, item.title),
    element('p', { class: 'status' }, item.objectId === item.title || item.objectId === '' ? say(item.status) : item.objectId + ' · ' + say(item.status)),
    ...facts(item),
    ...deadlines(item),
    ...(form === null ? buttons(item, open) : [form]));
