import { acceptances, customers, tickets } from '../../../sheets-templates';
import { isRefusal, refuse, words, type Language, type Refusal, type Words } from '../../terms';
import { fieldView } from '../../ui/view';
import type { AcceptancePage, FactView, TicketPage } from '../../ui/protocol';
import { findCommand } from '../commands';
import { readLink, signLink } from '../links';
import type { Ports } from '../ports';
import { readFor } from '../run-command';
import { customerView, customerViewTables, type CustomerView, type SignOffView } from './customer-view';

/** The two pages that customers see, each for the one ticket of its link (10.3, 10.4). */

const gone = (): Refusal => refuse('LINK-ENDED', '此工单的查询已结束。如需帮助，请拨打服务热线。', 'This request can no longer be looked up. If you need help, please phone our hotline.');

interface Shown {
  readonly view: CustomerView;
  readonly language: Language;
  /** The result that stands, once signed. */
  readonly signed: Words | null;
}

const look = (ports: Ports, ticketId: string): Shown | Refusal => {
  const draft = readFor(ports, [...customerViewTables, customers]);
  if (isRefusal(draft)) return draft;
  const view = customerView(draft, ticketId, ports.now());
  if (view === null) return gone();
  const customer = draft.find(customers, draft.find(tickets, ticketId)?.customerId);
  const latest = draft.by(acceptances, 'ticketId', ticketId).find((row) => row.signedAt !== null);
  const signed = view.signOff !== null || latest === undefined ? null : words('您已签署验收结果，谢谢。', 'You have signed the result. Thank you.');
  return { view, language: customer?.language === 'en' ? 'en' : 'zh-CN', signed };
};

const signOffFacts = (signOff: SignOffView): readonly FactView[] => [
  { label: words('完成内容', 'Work done'), value: signOff.workSummary },
  { label: words('更换件', 'Parts replaced'), value: signOff.partsReplaced.length === 0 ? words('无', 'None') : signOff.partsReplaced.join('; ') },
  { label: words('功能测试', 'Function test'), value: signOff.functionTest },
  { label: words('注意事项', 'Advice'), value: signOff.advice },
  { label: words('费用', 'Charges'), value: signOff.charge },
];

export const acceptancePage = (ports: Ports, ticketId: string): AcceptancePage | Refusal => {
  const shown = look(ports, ticketId);
  if (isRefusal(shown)) return shown;
  const { view, language, signed } = shown;
  return {
    page: 'acceptance', language, now: ports.now(), objectId: ticketId, project: view.project, model: view.model,
    facts: view.signOff === null ? [] : signOffFacts(view.signOff),
    inputs: (findCommand('acceptance.sign')?.fields ?? []).map(fieldView),
    outcome: signed ?? (view.signOff === null ? words('目前没有需要签署的验收单。', 'There is nothing to sign right now.') : null),
  };
};

/** The code of the sign-off's, the quote's or the survey's own page, made only for who already holds a good link to the same ticket. */
const furtherLink = (ports: Ports, ticketId: string, token: string, page: 'acceptance' | 'quote' | 'survey', objectId: string): string => {
  const claims = readLink(ports, token, ports.now());
  if (isRefusal(claims) || claims.objectId !== ticketId) return '';
  return `${ports.webAppUrl()}?v=${page}&t=${signLink(ports, { ...claims, page, objectId })}`;
};

const ended = words('已结束', 'Ended');

/** @param token the link's own code: the sign-off page opens with the same right */
export const ticketPage = (ports: Ports, ticketId: string, token: string): TicketPage | Refusal => {
  const shown = look(ports, ticketId);
  if (isRefusal(shown)) return shown;
  const { view, language } = shown;
  const { stage } = view;
  const facts: readonly FactView[] = [
    ...(view.agreedTime === null ? [] : [{ label: words('约定时间', 'Agreed time'), value: view.agreedTime }]),
    ...(view.engineer === null ? [] : [{ label: words('工程师', 'Engineer'), value: `${view.engineer.name} ${view.engineer.phone}` }]),
  ];
  return {
    page: 'ticket', language, now: ports.now(), objectId: ticketId, project: view.project, model: view.model,
    stage: stage === null ? 0 : stage + 1, stages: view.stages, status: stage === null ? ended : (view.stages[stage] ?? ended), nextStep: view.nextStep, facts, news: view.news,
    links: [
      ...(view.quoteId === null ? [] : [{ label: words('查看并答复报价', 'Read and answer the quote'), url: furtherLink(ports, ticketId, token, 'quote', view.quoteId) }]),
      ...(view.surveyId === null ? [] : [{ label: words('评价本次服务', 'Rate the service'), url: furtherLink(ports, ticketId, token, 'survey', view.surveyId) }]),
      ...(view.signOff === null ? [] : [{ label: words('去签署验收', 'Sign the acceptance'), url: furtherLink(ports, ticketId, token, 'acceptance', ticketId) }]),
    ],
  };
};
