/** What the routes share: the workspace, who lives in it, and the guest pages that are open. */
import type { Workspace } from '../contract';
import { type ChangeFeed } from './changes';
import { type GuestPages } from './guest-pages';
import type { Questions } from './questions';
import type { PageLink, Person } from './wire';

/** What first start found out and the page shows; all of it may be empty. */
export interface SiteInformation {
  readonly people: readonly Person[];
  readonly links: readonly PageLink[];
  /** Account that answers REST calls without a bearer. */
  readonly owner: string | null;
  readonly timeZone: string;
  /** Ids of workbooks and forms in the order in which people think of them. */
  readonly order?: readonly string[];
}

export interface Site {
  readonly workspace: Workspace;
  readonly information: SiteInformation;
  readonly changes: ChangeFeed;
  readonly guestPages: GuestPages;
  readonly questions: Questions;
  /** Folder with the built page. */
  readonly pageFolder: string;
  readonly defaultLanguage: 'zh' | 'en';
  /** Begins anew, after the answer has left; null where nobody can. */
  readonly reset: (() => void) | null;
}

/** In the order of set-up; accounts that it says nothing about follow under their names. */
export function peopleOf(site: Site): readonly Person[] {
  const accounts = new Set(site.workspace.users().map((user) => user.email));
  const known = site.information.people.filter((person) => accounts.has(person.email));
  const listed = new Set(known.map((person) => person.email));
  const others = site.workspace.users().filter((user) => !listed.has(user.email));
  return [...known, ...others.map(({ email, name }) => ({ email, name, title: { zh: '', en: '' } }))];
}

/** Puts files into the order of set-up; what it does not know follows as it came. */
export function inOrder<File extends { readonly id: string }>(site: Site, files: readonly File[]): readonly File[] {
  const places = new Map((site.information.order ?? []).map((id, index) => [id, index]));
  const place = ({ id }: File): number => places.get(id) ?? places.size;
  return [...files].sort((one, other) => place(one) - place(other));
}

/** The first one who works in a spreadsheet without owning it: whoever opens the page first should see something. */
export function firstPerson(site: Site): string | null {
  const people = peopleOf(site);
  const editor = people.find((person) => site.workspace.spreadsheets(person.email).some((spreadsheet) => spreadsheet.access === 'editor'));
  return (editor ?? people[0])?.email ?? null;
}
