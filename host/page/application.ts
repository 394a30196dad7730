/** What every part of the page shares: the server's state, the acting person, the language and the route. */
import type { ChangeEvent, ClockState, PageLink, WorkspaceState } from '../server/wire';
import { requestJson } from './requests';
import { rememberLanguage, word, type Language, type WordKey } from './words';

/** A part of the page that fills the main area while its route is open. */
export interface View {
  readonly element: HTMLElement;
  /** Something changed in the workspace. */
  refresh?(): void;
  dispose?(): void;
}

const PERSON_KEY = 'acting-person';
export const ANONYMOUS = 'anonymous';

export class Application {
  clock: ClockState;

  private constructor(
    public state: WorkspaceState,
    readonly language: Language,
    /** Address of the acting person or `anonymous`. */
    readonly person: string,
  ) {
    this.clock = state.clock;
  }

  static async load(language: Language): Promise<Application> {
    const state = await requestJson<WorkspaceState>('GET', '/api/state');
    const remembered = sessionStorage.getItem(PERSON_KEY);
    const known = remembered === ANONYMOUS || state.people.some((person) => person.email === remembered);
    const person = known && remembered !== null ? remembered : (state.firstPerson ?? ANONYMOUS);
    rememberLanguage(language);
    const application = new Application(state, language, person);
    await application.tellServer();
    return application;
  }

  word(key: WordKey): string {
    return word(key, this.language);
  }

  /** Name and title of an account, or the address alone when it is nobody's here. */
  nameOf(address: string): string {
    const person = this.state.people.find((candidate) => candidate.email === address);
    if (!person) return address === ANONYMOUS ? this.word('visitor') : address;
    const title = person.title[this.language];
    return title === '' || title === person.name ? person.name : `${person.name} · ${title}`;
  }

  /** Pages of everybody and of the acting person. */
  get links(): readonly PageLink[] {
    return this.state.links.filter((link) => link.person === null || link.person === this.person);
  }

  /** The same workspace for another person or in another language, at once. */
  change(to: { readonly person?: string; readonly language?: Language }): Application {
    const changed = new Application(this.state, to.language ?? this.language, to.person ?? this.person);
    changed.clock = this.clock;
    sessionStorage.setItem(PERSON_KEY, changed.person);
    rememberLanguage(changed.language);
    // Pages opened from here name the person themselves; the cookie is for addresses typed by hand.
    void changed.tellServer().catch(() => undefined);
    return changed;
  }

  take(change: ChangeEvent): void {
    this.clock = change.clock;
  }

  /** Path of an API call made by the acting person. */
  path(path: string, parameters: Readonly<Record<string, string | number>> = {}): string {
    const query = new URLSearchParams({ as: this.person });
    for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
    return `${path}?${query.toString()}`;
  }

  private async tellServer(): Promise<void> {
    await requestJson('POST', '/api/act-as', { person: this.person });
  }
}
