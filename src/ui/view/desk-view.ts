import { role, type Role, type StaffMember } from '../../../sheets-templates';
import type { Offer, WorkItem } from '../../app/command';
import { words, type Instant, type Language, type Words } from '../../terms';
import type { DeskData, FieldView, LinkView, OfferView, WorkItemView } from '../protocol';
import { fieldView } from './field-view';

export interface DeskInput {
  readonly person: StaffMember;
  readonly now: Instant;
  readonly items: readonly WorkItem[];
  /** Every deadline of an object, explained. */
  readonly explained: (objectId: string) => readonly Words[];
  readonly offers: readonly Offer[];
  /** The prefilled, signed address of a form for an object; null when the form is not set up. */
  readonly formLink: (form: string, objectId: string) => string | null;
  readonly links: readonly LinkView[];
}

/** Keeps each distinct set of fields once: fifty tickets with six offers each would repeat the same lists of names. */
class InputSets {
  readonly sets: (readonly FieldView[])[] = [];
  private readonly known = new Map<string, number>();

  indexOf(offer: Offer): number {
    const fields = offer.fields.map(fieldView);
    const text = JSON.stringify(fields);
    const index = this.known.get(text) ?? this.sets.push(fields) - 1;
    this.known.set(text, index);
    return index;
  }
}

const severityRank: Readonly<Record<'A' | 'B' | 'C', number>> = { A: 0, B: 1, C: 2 };

/** Running deadlines first, the nearest on top; then by class; then by number. */
export const byUrgency = (one: WorkItem, other: WorkItem): number => {
  const due = (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');
  if (due !== 0) return due;
  const rank = (item: WorkItem): number => (item.severity === null ? 1 : severityRank[item.severity]);
  return rank(one) - rank(other) || one.objectId.localeCompare(other.objectId);
};

const isRole = (code: string): code is Role => code in role;
const roleWords = (code: string): Words => (isRole(code) ? role[code] : words(code, code));

const languageOf = (person: StaffMember): Language => (person.language === 'en' ? 'en' : 'zh-CN');

export const deskView = ({ person, now, items, explained, offers, formLink, links }: DeskInput): DeskData => {
  const inputs = new InputSets();
  const offerView = (offer: Offer): OfferView => ({ command: offer.command, objectId: offer.objectId, label: offer.label, tone: offer.tone, inputs: inputs.indexOf(offer) });
  const itemView = (item: WorkItem): WorkItemView => ({
    objectId: item.objectId, kind: item.kind, title: item.title, status: item.status, severity: item.severity, dueAt: item.dueAt,
    facts: item.facts.map(({ label, value }) => ({ label, value })),
    deadlines: explained(item.objectId),
    offers: item.offers.map(offerView),
    links: item.forms.flatMap(({ form, label }) => {
      const url = formLink(form, item.objectId);
      return url === null ? [] : [{ label, url }];
    }),
  });
  return {
    page: 'desk', language: languageOf(person), now, person: { name: person.name, roles: person.roles.map(roleWords) },
    items: [...items].sort(byUrgency).map(itemView), offers: offers.map(offerView), inputs: inputs.sets, links,
  };
};
