import { contacts, customers, quoteLines, quotes, tickets, type Quote } from '../../../sheets-templates';
import { quoteFacts } from '../../text/notices/charges';
import { dateOf, isRefusal, refuse, words, type Refusal, type Words } from '../../terms';
import { fieldView } from '../../ui/view';
import type { AcceptancePage } from '../../ui/protocol';
import { findCommand } from '../commands';
import type { Ports } from '../ports';
import { readFor } from '../run-command';

const ends: Readonly<Partial<Record<Quote['status'], Words>>> = {
  ACCEPTED: words('您已同意此报价，谢谢。', 'You agreed to this quote. Thank you.'),
  REJECTED: words('您未同意此报价。如需另行报价，请与我们联系。', 'You did not agree to this quote. Please ask us if you want another.'),
  SUPERSEDED: words('此报价已由新的版次代替，请使用最近收到的链接。', 'A newer revision replaced this quote; please use the latest link.'),
};

const over = words('此报价已过有效期，请与我们联系重新报价。', 'This quote is no longer valid; please ask us for a new one.');

/** the quote as the customer reads and answers it. Looking changes nothing; only the sent revision takes an answer. */
export const quotePage = (ports: Ports, quoteId: string): AcceptancePage | Refusal => {
  const draft = readFor(ports, [quotes, quoteLines, tickets, customers, contacts]);
  if (isRefusal(draft)) return draft;
  const quote = draft.find(quotes, quoteId);
  const ticket = draft.find(tickets, quote?.ticketId);
  if (quote === undefined || ticket === undefined) return refuse('LINK-ENDED', '此报价已不能查看。', 'This quote can no longer be looked at.');
  const open = quote.status === 'SENT' && quote.validUntil >= dateOf(ports.now());
  return {
    page: 'acceptance', language: draft.find(customers, ticket.customerId)?.language === 'en' ? 'en' : 'zh-CN', now: ports.now(), objectId: quoteId, project: ticket.projectName, model: ticket.modelText,
    facts: quoteFacts(quote, draft.by(quoteLines, 'quoteId', quoteId)),
    inputs: (findCommand('quote.answer')?.fields ?? []).map(fieldView),
    outcome: open ? null : ends[quote.status] ?? over,
    asks: {
      command: 'quote.answer', title: words('服务报价', 'Quote for the service'), submit: words('提交答复', 'Send the answer'),
      intro: words('请核对报价，然后答复是否同意。未经您同意，我们不会开始收费工作。', 'Please read the quote, then say whether you agree. No chargeable work begins without your consent.'),
    },
  };
};
