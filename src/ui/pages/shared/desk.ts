import { pageWords } from '../../../text/ui/page-words';
import type { ActionResult, DeskData, MessagePage, OfferView, PageData, SentInput, WorkItemView } from '../../protocol';
import { showPage, toast } from './chrome';
import { deskCard, folded, linkButton, offerButton, paintDue } from './desk-card';
import { dueGroup, dueGroups } from './due';
import { element, type Child } from './element';
import { formView, type FormView } from './form-view';
import { showMessage } from './message';
import { resultCard } from './result-card';
import type { Server } from './server';
import { say, speak } from './speech';

const searchFrom = 7;
/** What can be begun without an object; the work that waits comes first. */
const mostStarts = 2;
const repaintEvery = 30_000;

const slotOf = (offer: OfferView): string => offer.command + '/' + offer.objectId;

const searchable = (item: WorkItemView): string =>
  [item.objectId, item.title, say(item.kind), say(item.status), ...item.facts.map(({ value }) => say(value))].join(' ').toLowerCase();

/** The desk of a person: work by urgency, and a form for whatever they may do with it. The same in sidebar and on the page. */
export class Desk {
  private data: DeskData | null = null;
  private loadedAt = Date.now();
  private search = '';
  /** What was just done to an object may have changed all that can be done with it; until that is known, nothing is offered. */
  private settling: string | null = null;
  private opened: { readonly offer: OfferView; readonly form: FormView } | null = null;
  /** What the last action answered, where it has to stay in sight, and the action that it leads to. */
  private result: ActionResult | null = null;
  private next: OfferView | null = null;
  /** What was typed and not sent, by action; a repaint must not lose it. */
  private readonly drafts = new Map<string, SentInput>();

  constructor(private readonly server: Server) {
    window.setInterval(() => this.paintDueBadges(), repaintEvery);
  }

  start(data: PageData | null): void {
    if (data === null) void this.refresh();
    else this.take(data);
  }

  private take(data: PageData): void {
    if (data.page === 'message') return showMessage(data);
    if (data.page !== 'desk') throw new Error('Not a desk');
    if (this.data === null) speak(data.language);
    this.data = data;
    this.settling = null;
    this.loadedAt = Date.now();
    this.keepDraft();
    this.paint();
  }

  private async refresh(): Promise<void> {
    if (this.data === null) showPage(null, [element('p', { class: 'empty', attributes: { role: 'status' } }, say(pageWords.loading))], () => undefined);
    try {
      this.take(await this.server.load());
    } catch {
      if (this.data === null) showMessage(unreachable(), () => void this.refresh());
      else {
        this.settling = null;
        this.paint();
        toast(say(pageWords.notLoaded));
      }
    }
  }

  private now(data: DeskData): number {
    return Date.parse(data.now) + Date.now() - this.loadedAt;
  }

  private keepDraft(): void {
    if (this.opened !== null) this.drafts.set(slotOf(this.opened.offer), this.opened.form.values());
  }

  private open(offer: OfferView): void {
    this.keepDraft();
    this.forget();
    this.opened = { offer, form: this.formOf(offer) };
    this.paint();
    this.opened.form.node.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  private formOf(offer: OfferView): FormView {
    return formView({
      title: offer.label, fields: (offer === this.next ? this.result?.next?.fields : this.data?.inputs[offer.inputs]) ?? [], started: this.drafts.get(slotOf(offer)) ?? {}, submit: offer.label, tone: offer.tone === 'plain' ? 'primary' : offer.tone,
      send: (input) => this.server.act(offer.command, offer.objectId, input),
      done: (result) => this.finish(offer, result),
      cancel: () => this.close(),
    });
  }

  private forget(): void {
    this.result = null;
    this.next = null;
  }

  private close(): void {
    const offer = this.opened?.offer;
    this.keepDraft();
    this.opened = null;
    this.forget();
    this.paint();
    if (offer !== undefined) document.querySelector<HTMLElement>('[data-command="' + CSS.escape(offer.command) + '"][data-object="' + CSS.escape(offer.objectId) + '"]')?.focus();
  }

  private finish(offer: OfferView, result: ActionResult): void {
    this.opened = null;
    this.settling = offer.objectId;
    this.drafts.delete(slotOf(offer));
    this.result = result.copy === undefined && result.next === undefined ? null : result;
    this.next = result.next === undefined ? null : { ...result.next, tone: 'primary', inputs: -1 };
    if (this.next !== null) {
      this.drafts.delete(slotOf(this.next));
      this.opened = { offer: this.next, form: this.formOf(this.next) };
    }
    if (this.result === null) toast(say(result.message));
    this.paint();
    if (this.result !== null) window.scrollTo(0, 0);
    void this.refresh();
  }

  /** A form that is open moves into the new painting with what was typed; if its action is gone, so is it. */
  private paint(): void {
    const data = this.data;
    if (data === null) return;
    const offers = [...data.offers, ...data.items.flatMap((item) => item.offers)];
    const current = this.opened === null ? undefined : this.opened.offer === this.next ? this.next : offers.find((offer) => this.opened !== null && slotOf(offer) === slotOf(this.opened.offer));
    if (this.opened !== null && this.opened.form.node.getAttribute('aria-busy') !== 'true') this.opened = current === undefined ? null : { offer: current, form: this.formOf(current) };
    const scrolled = window.scrollY;
    showPage(null, [this.head(data), ...this.ownOffers(data), this.searchBox(data), element('div', { class: 'groups', attributes: { id: 'groups' } }, ...this.groups(data))], () => {
      this.keepDraft();
      this.paint();
    });
    window.scrollTo(0, scrolled);
  }

  private head(data: DeskData): HTMLElement {
    const refresh: HTMLButtonElement = element('button', { class: 'quiet', attributes: { type: 'button' }, on: { click: () => {
      refresh.disabled = true;
      refresh.textContent = say(pageWords.refreshing);
      void this.refresh().then(() => { refresh.disabled = false; refresh.textContent = say(pageWords.refresh); });
    } } }, say(pageWords.refresh));
    return element('div', { class: 'desk-head' }, element('div', {}, element('h1', {}, data.person.name), element('p', { class: 'roles' }, data.person.roles.map(say).join(' · '))), refresh);
  }

  private ownOffers(data: DeskData): readonly Child[] {
    const opened = this.opened;
    if (this.result !== null) {
      return [resultCard(this.result, opened !== null && opened.offer === this.next ? opened.form.node : null, () => {
        this.forget();
        this.paint();
      })];
    }
    if (opened !== null && data.offers.includes(opened.offer)) return [element('section', { class: 'card' }, opened.form.node)];
    const all = [...data.offers.map((offer) => offerButton(offer, (chosen) => this.open(chosen))), ...data.links.map(linkButton)];
    return folded(all, mostStarts);
  }

  private searchBox(data: DeskData): Child {
    if (data.items.length < searchFrom) return null;
    const box = element('input', { class: 'search', attributes: { type: 'search', 'aria-label': say(pageWords.search), placeholder: say(pageWords.search) } });
    box.value = this.search;
    box.addEventListener('input', () => {
      this.search = box.value;
      document.getElementById('groups')?.replaceChildren(...this.groups(data));
    });
    return box;
  }

  private groups(data: DeskData): readonly HTMLElement[] {
    const now = this.now(data);
    const wanted = this.search.trim().toLowerCase();
    const found = data.items.filter((item) => wanted === '' || searchable(item).includes(wanted) || item.objectId === this.opened?.offer.objectId);
    if (found.length === 0) return [element('p', { class: 'empty' }, say(data.items.length === 0 ? pageWords.nothing : pageWords.nothingFound))];
    return dueGroups.flatMap((group) => {
      const items = found.filter((item) => dueGroup(item.dueAt, now) === group);
      if (items.length === 0) return [];
      const cards = items.map((item) => deskCard(item.objectId === this.settling ? { ...item, offers: [], links: [] } : item, now, this.opened !== null && item.offers.includes(this.opened.offer) ? this.opened.form.node : null, (offer) => this.open(offer)));
      return [element('section', { class: 'group ' + group }, element('h2', {}, say(pageWords[group]), element('span', { class: 'count' }, String(items.length))), ...cards)];
    });
  }

  private paintDueBadges(): void {
    const data = this.data;
    if (data === null) return;
    document.querySelectorAll<HTMLElement>('[data-due]').forEach((badge) => paintDue(badge, this.now(data)));
  }
}

const unreachable = (): MessagePage => ({ page: 'message', language: 'zh-CN', tone: 'bad', title: pageWords.product, text: pageWords.notLoaded });
