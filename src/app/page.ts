import { isRefusal, refuse, type Refusal } from '../terms';
import type { PageData } from '../ui/protocol';
import { refusalView } from '../ui/view';
import { approvalFor, deskFor } from './desk';
import { acceptancePage, ticketPage } from './desk/customer-pages';
import { quotePage } from './desk/quote-page';
import { surveyPage } from './desk/survey-page';
import { actorOfLink, readLink } from './links';
import type { LinkClaims, Ports } from './ports';

type Show = (ports: Ports, claims: LinkClaims, token: string) => PageData | Refusal;

const pages: Readonly<Record<LinkClaims['page'], Show>> = {
  desk: (ports, claims) => deskFor(ports, (draft) => actorOfLink(draft, claims)),
  approval: (ports, claims) => approvalFor(ports, claims.objectId, (draft) => actorOfLink(draft, claims)),
  acceptance: (ports, claims) => acceptancePage(ports, claims.objectId),
  ticket: (ports, claims, token) => ticketPage(ports, claims.objectId, token),
  quote: (ports, claims) => quotePage(ports, claims.objectId),
  survey: (ports, claims) => surveyPage(ports, claims.objectId),
  form: () => refuse('LINK', '请在表单中打开此链接。', 'This link belongs to a form.'),
};

/** What a link shows. Whatever is wrong with it, the answer is a page with a sentence. */
export const pageFor = (ports: Ports, token: unknown): PageData => {
  const claims = readLink(ports, token, ports.now());
  const shown = isRefusal(claims) ? claims : pages[claims.page](ports, claims, String(token));
  return isRefusal(shown) ? refusalView(shown, ports.deployment().language) : shown;
};
