/** What the routes share: the workspace, who lives in it, and the guest pages that are open. */
import type { Workspace } from '../contract';
import { ChangeFeed } from './changes';
import { GuestPages } from './guest-pages';
import type { PageLink, Person } from './wire';

/** What first start found out and the page shows; all of it may be empty. */
export interface SiteInformation {
  readonly people: readonly Person[];
  readonly links: readonly PageLink[];
  /** Account that answers REST calls without a bearer. */
  readonly owner: string | null;
  readonly timeZone: string;
}

export interface Site {
  readonly workspace: Workspace;
  readonly information: SiteInformation;
  readonly changes: ChangeFeed;
  readonly guestPages: GuestPages;
  /** Folder with the built page. */
  readonly pageFolder: string;
  readonly defaultLanguage: 'zh' | 'en';
}

/** Accounts that first start says nothing about appear under their names. */
export function peopleOf(site: Site): readonly Person[] {
  const known = new Map(site.information.people.map((person) => [person.email, person]));
  return site.workspace.users().map((user) => known.get(user.email) ?? { email: user.email, name: user.name, title: { zh: '', en: '' } });
}
