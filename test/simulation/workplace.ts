import type { ActionResult, DeskData, FieldView, OfferView, PageData, SentInput, WorkItemView } from '../../src/ui/protocol';
import type { Company } from '../journeys/company';

/** What came of an attempt: done, refused with a reason, or broken off with an error on the screen. */
export type Attempt = { readonly kind: 'done' | 'refused'; readonly message: string } | { readonly kind: 'broken'; readonly message: string };

export const attempt = async (work: () => Promise<ActionResult>): Promise<Attempt> => {
  try {
    const result = await work();
    return { kind: result.ok ? 'done' : 'refused', message: result.message.zh };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
};

/** The pages that people keep open, one a link, as a browser tab does. */
export class Workplaces {
  private readonly sessions = new Map<string, string>();

  constructor(private readonly company: Company) {}

  /** What a link shows; null when it cannot be opened just now. */
  async look(url: string): Promise<PageData | null> {
    try {
      const session = this.sessions.get(url) ?? (await this.openTab(url));
      return session === null ? null : ((await this.company.workspace.callFromPage(session, 'pageData', [tokenIn(url)])) as PageData);
    } catch {
      this.sessions.delete(url);
      return null;
    }
  }

  async desk(url: string): Promise<DeskData | null> {
    const data = await this.look(url);
    return data?.page === 'desk' ? data : null;
  }

  act(url: string, command: string, objectId: string, input: SentInput): Promise<Attempt> {
    return attempt(async () => {
      const session = this.sessions.get(url) ?? (await this.openTab(url));
      if (session === null) throw new Error('The page does not open');
      return (await this.company.workspace.callFromPage(session, 'pageAction', [tokenIn(url), command, objectId, input])) as ActionResult;
    });
  }

  private async openTab(url: string): Promise<string | null> {
    const page = await this.company.workspace.get('core', Object.fromEntries(new URL(url).searchParams), null);
    if (page.clientSession !== undefined) this.sessions.set(url, page.clientSession);
    return page.clientSession ?? null;
  }
}

export const tokenIn = (url: string): string => new URL(url).searchParams.get('t') ?? '';

export const fieldsOf = (desk: DeskData, offer: OfferView): readonly FieldView[] => desk.inputs[offer.inputs] ?? [];

/** Things to do on a desk: a button with its fields, or a form behind a link. */
export type Task =
  | { readonly kind: 'offer'; readonly offer: OfferView; readonly item: WorkItemView | null }
  | { readonly kind: 'form'; readonly url: string; readonly item: WorkItemView };

export const tasksOf = (desk: DeskData): readonly Task[] => [
  ...desk.items.flatMap((item): readonly Task[] => [
    ...item.offers.map((offer): Task => ({ kind: 'offer', offer, item })),
    ...item.links.map(({ url }): Task => ({ kind: 'form', url, item })),
  ]),
  ...desk.offers.map((offer): Task => ({ kind: 'offer', offer, item: null })),
];
