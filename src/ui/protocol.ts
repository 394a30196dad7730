import type { FieldKind } from '../app/field';
import type { Language, Words } from '../terms';

/**
 * What travels between the server and the pages it serves. Plain data only: `google.script.run` turns an answer with a
 * Date in it into null. Texts come in both languages, so that switching language asks the server nothing.
 */

/** A text that is the same in every language, such as a number or a name, or one in both. */
export type Text = string | Words;

export interface FactView {
  readonly label: Words;
  readonly value: Text;
}

export interface ChoiceView {
  readonly code: string;
  readonly label: Words;
}

export interface FieldView {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly required: boolean;
  readonly help: Words | null;
  readonly choices: readonly ChoiceView[] | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly columns: readonly FieldView[];
  readonly initial: string | boolean | null;
  /** A text made to be pasted elsewhere. */
  readonly copy?: boolean;
}

export type Tone = 'primary' | 'plain' | 'danger';

export interface OfferView {
  readonly command: string;
  readonly objectId: string;
  readonly label: Words;
  readonly tone: Tone;
  /** Index into `DeskData.inputs`: many offers ask the same. */
  readonly inputs: number;
}

export interface LinkView {
  readonly label: Words;
  readonly url: string;
}

export interface WorkItemView {
  readonly objectId: string;
  readonly kind: Words;
  readonly title: string;
  readonly status: Words;
  readonly severity: 'A' | 'B' | 'C' | null;
  /** `2026-03-03T09:10:00+08:00` */
  readonly dueAt: string | null;
  readonly facts: readonly FactView[];
  /** What explains each deadline of the object: started, counted, paused, due, by which rule. */
  readonly deadlines: readonly Words[];
  readonly offers: readonly OfferView[];
  readonly links: readonly LinkView[];
}

export interface DeskData {
  readonly page: 'desk';
  readonly language: Language;
  /** The server's moment; the page's clock counts from it. */
  readonly now: string;
  readonly person: { readonly name: string; readonly roles: readonly Words[] };
  /** Most urgent first. */
  readonly items: readonly WorkItemView[];
  readonly inputs: readonly (readonly FieldView[])[];
  /** What this person may start without an object, such as registering a request. */
  readonly offers: readonly OfferView[];
  readonly links: readonly LinkView[];
}

export interface ApprovalPage {
  readonly page: 'approval';
  readonly language: Language;
  readonly now: string;
  readonly objectId: string;
  readonly subject: Words;
  readonly paragraphs: readonly Words[];
  readonly facts: readonly FactView[];
  readonly dueAt: string | null;
  /** Null while it waits; else what became of it. */
  readonly outcome: Words | null;
}

export interface AcceptancePage {
  readonly page: 'acceptance';
  readonly language: Language;
  readonly now: string;
  readonly objectId: string;
  readonly project: string;
  readonly model: string;
  /** Work done, parts replaced, test result, advice, charges: what the signature is for. */
  readonly facts: readonly FactView[];
  readonly inputs: readonly FieldView[];
  readonly outcome: Words | null;
  /** Where the customer is asked something else than a sign-off, such as consent to a quote. */
  readonly asks?: { readonly command: string; readonly title: Words; readonly intro: Words; readonly submit: Words };
}

export interface TicketPage {
  readonly page: 'ticket';
  readonly language: Language;
  readonly now: string;
  readonly objectId: string;
  readonly project: string;
  readonly model: string;
  /** 1 to 5; 0 when the request was withdrawn or refused. */
  readonly stage: number;
  readonly stages: readonly Words[];
  readonly status: Words;
  readonly nextStep: Words;
  readonly facts: readonly FactView[];
  readonly news: readonly { readonly at: string; readonly text: Words }[];
  readonly links: readonly LinkView[];
}

export interface MessagePage {
  readonly page: 'message';
  readonly language: Language;
  readonly tone: 'good' | 'neutral' | 'bad';
  readonly title: Words;
  readonly text: Words;
  /** Where to go on. */
  readonly link?: LinkView;
}

export type PageData = DeskData | ApprovalPage | AcceptancePage | TicketPage | MessagePage;

export interface ActionResult {
  readonly ok: boolean;
  readonly message: Words;
  /** A text to paste into a chat. */
  readonly copy?: Words;
  /** The action that comes next, with what is known filled in. */
  readonly next?: { readonly command: string; readonly objectId: string; readonly label: Words; readonly fields: readonly FieldView[] };
}

/** Values of a form as the page sends them: texts, ticks, lists of codes, lists of lines. */
export type SentValue = string | boolean | readonly string[] | readonly Readonly<Record<string, string | boolean | readonly string[]>>[];
export type SentInput = Readonly<Record<string, SentValue>>;

/** Entry functions of the core project's pages, by their personal token. */
export interface CoreCalls {
  readonly pageData: (token: string) => PageData;
  readonly pageAction: (token: string, command: string, objectId: string, input: SentInput) => ActionResult;
}

/** Entry functions of the shell project's sidebar; who asks is known from the identity token. */
export interface ShellCalls {
  readonly deskData: () => DeskData | MessagePage;
  readonly deskAction: (command: string, objectId: string, input: SentInput) => ActionResult;
}

/** What a template puts into `<script id="data">`: the first view, and the token for everything after. */
export interface PageStart {
  readonly token: string;
  /** Null when the page has to ask for it itself (the sidebar). */
  readonly data: PageData | null;
}
