import { dispatchOrders, partsLines, partsRequests, quotes, repairOrders, siteReports, siteReportKind, slaClocks, staff, tickets, severity as severities, type CopyDocument, type DispatchOrder, type SiteReport, type Ticket } from '../../sheets-templates';
import { deadlineRule } from '../deadlines';
import type { Draft } from '../ledger/draft';
import { showInstant, showYuan, words, type Words } from '../terms';
import { workingClass } from '../tickets';
import { longestText } from './copy-tables';

type Texts = Partial<Record<CopyDocument, Words>>;

/** No names, phones or addresses of the customer's people: project, city and number are enough to know what is meant. */
const about = ({ ticketId, projectName, siteCity }: Ticket): string => `${ticketId} ${projectName} ${siteCity}`;
const grade = (ticket: Ticket): Words => {
  const severity = workingClass(ticket);
  return severity === null ? words('待定级', 'not classified') : severities[severity];
};
const short = (text: string | null | undefined, length = 150): string => (text ?? '').replace(/\s+/g, ' ').slice(0, length);

const last = <Row>(rows: readonly Row[]): Row | undefined => rows[rows.length - 1];

const ticketTexts = (draft: Draft, ticket: Ticket): Texts => {
  const severity = workingClass(ticket);
  const missed = draft.by(slaClocks, 'objectId', ticket.ticketId).filter((clock) => clock.result === 'BREACHED_OPEN').map((clock) => ({ what: deadlineRule(clock.ruleId).what, due: showInstant(clock.dueAt) }));
  const quote = last(draft.by(quotes, 'ticketId', ticket.ticketId).filter((row) => row.status === 'SENT'));
  return {
    ...(severity === 'A' || severity === 'B' ? { MANAGER_REPORT: words(
      `【${grade(ticket).zh}上报】${about(ticket)}，${showInstant(ticket.receivedAt)} 接报。${short(ticket.faultDesc)}。现正组织处理，进展随时报告。`,
      `[Report, ${grade(ticket).en}] ${about(ticket)}, received ${showInstant(ticket.receivedAt)}. ${short(ticket.faultDesc)}. Being handled; news will follow.`) } : {}),
    ...(missed.length === 0 ? {} : { DEADLINE_MISSED: words(
      `【超时】${about(ticket)}（${grade(ticket).zh}）：${missed.map(({ what, due }) => `${what.zh}（截止 ${due}）`).join('；')}。请尽快处理并回复。`,
      `[Overdue] ${about(ticket)} (${grade(ticket).en}): ${missed.map(({ what, due }) => `${what.en} (due ${due})`).join('; ')}. Please act and answer.`) }),
    ...(quote === undefined ? {} : { QUOTE: words(
      `【售后报价】${about(ticket)}：合计 ${showYuan(quote.customerPart)} 元，有效期至 ${quote.validUntil}。同意请回复“同意”，有疑问请联系我们；未经同意不开始收费工作。`,
      `[Quote] ${about(ticket)}: ${showYuan(quote.customerPart)} yuan, valid until ${quote.validUntil}. Please answer whether you agree; no chargeable work begins before.`) }),
    ...(ticket.status === 'REPAIRED' ? { ACCEPTANCE: words(
      `【售后验收】${about(ticket)} 的服务已完成：${short(ticket.resolution)}。请回复“通过”，或写明保留意见、不通过的原因。`,
      `[Acceptance] The work on ${about(ticket)} is done: ${short(ticket.resolution)}. Please answer whether you accept it, with any points or reasons.`) } : {}),
  };
};

const nameOf = (draft: Draft, staffId: string): string => draft.find(staff, staffId)?.name ?? staffId;

const orderLine = (draft: Draft, order: DispatchOrder, ticket: Ticket): Words => words(
  `${order.orderId}（${grade(ticket).zh}）${nameOf(draft, order.leadEngineer)} ${showInstant(order.planDepart)} 出发，${showInstant(order.planArrive)} 到 ${ticket.siteCity}，${short(order.workContent, 60)}`,
  `${order.orderId} (${grade(ticket).en}) ${nameOf(draft, order.leadEngineer)} leaves ${showInstant(order.planDepart)}, arrives ${showInstant(order.planArrive)} in ${ticket.siteCity}, ${short(order.workContent, 60)}`);

const reportText = (draft: Draft, order: DispatchOrder, ticket: Ticket, report: SiteReport): Words => {
  const kind = siteReportKind[report.kind];
  const said = short([report.siteStatus, report.effect, report.problems].filter((part) => part !== null && part !== '').join('；'));
  return words(
    `【${kind.zh}】${about(ticket)} ${nameOf(draft, order.leadEngineer)} ${showInstant(report.contactAt ?? report.at)}：${said}`,
    `[${kind.en}] ${about(ticket)} ${nameOf(draft, order.leadEngineer)} ${showInstant(report.contactAt ?? report.at)}: ${said}`);
};

const orderTexts = (draft: Draft, order: DispatchOrder): Texts => {
  const ticket = draft.find(tickets, order.ticketId);
  if (ticket === undefined) return {};
  const line = orderLine(draft, order, ticket);
  const latest = (kind: SiteReport['kind']): SiteReport | undefined => last(draft.by(siteReports, 'orderId', order.orderId).filter((row) => row.kind === kind));
  const [arrival, daily] = [latest('ARRIVAL'), latest('DAILY')];
  // The daily list names every order that waits for the same consent, not this one alone.
  const waiting = draft.where(dispatchOrders, (row) => row.status === 'CONSENT_PENDING').flatMap((row) => {
    const its = draft.find(tickets, row.ticketId);
    return its === undefined ? [] : [orderLine(draft, row, its)];
  });
  return {
    ...(order.status === 'CONSENT_PENDING' ? { CONSENT_LIST: words(`【派工征询】${waiting.map(({ zh }) => zh).join('；')}。请批复是否同意。`, `[Dispatch consent] ${waiting.map(({ en }) => en).join('; ')}. Do you agree?`) } : {}),
    ...(order.status === 'ISSUED' || order.status === 'ACCEPTED' ? { DISPATCH_ORDER: words(`【派工单】${line.zh}，项目：${ticket.projectName}。请尽快接收，客户联系方式见工作台。`, `[Dispatch order] ${line.en}, project ${ticket.projectName}. Please accept soon; contact data is on your desk.`) } : {}),
    ...(arrival === undefined ? {} : { ARRIVAL_REPORT: reportText(draft, order, ticket, arrival) }),
    ...(daily === undefined ? {} : { DAILY_REPORT: reportText(draft, order, ticket, daily) }),
  };
};

const partsTexts = (draft: Draft, requestId: string): Texts => {
  const request = draft.find(partsRequests, requestId);
  const ticket = draft.find(tickets, request?.ticketId);
  if (request === undefined || ticket === undefined) return {};
  const items = draft.by(partsLines, 'requestId', requestId).map(({ itemName, spec, qty, unit }) => `${itemName} ${spec} ×${qty}${unit}`).join('，');
  return { PARTS_REQUEST: words(
    `【配件申请】${requestId}，${about(ticket)}（${grade(ticket).zh}）：${items}。需要 ${showInstant(request.neededBy)} 前到，原因：${short(request.reason, 80)}。请审批、安排发货。`,
    `[Parts request] ${requestId}, ${about(ticket)} (${grade(ticket).en}): ${items}. Needed by ${showInstant(request.neededBy)}, because ${short(request.reason, 80)}. Please approve and ship.`) };
};

const returnTexts = (draft: Draft, repairId: string): Texts => {
  const repair = draft.find(repairOrders, repairId);
  if (repair === undefined) return {};
  return { RETURN_NOTE: words(
    `【旧件返回】${repairId}：${repair.itemName} ${repair.productModel} ×${repair.qty}，请于 ${repair.dueBack ?? '近日'} 前寄回质检，并注明单号。原因：${short(repair.returnReason, 80)}。`,
    `[Return note] ${repairId}: ${repair.itemName} ${repair.productModel} ×${repair.qty}, please send it back by ${repair.dueBack ?? 'soon'} with this number. Reason: ${short(repair.returnReason, 80)}.`) };
};

/** The texts that can be pasted for an object as it stands now; whatever the parts, none is longer than one message. */
export const copyTextsOf = (draft: Draft, objectId: string): Texts => {
  const ticket = draft.find(tickets, objectId);
  const order = draft.find(dispatchOrders, objectId);
  const texts = ticket !== undefined ? ticketTexts(draft, ticket) : order !== undefined ? orderTexts(draft, order) : { ...partsTexts(draft, objectId), ...returnTexts(draft, objectId) };
  return Object.fromEntries(Object.entries(texts).map(([document, { zh, en }]) => [document, { zh: zh.slice(0, longestText), en: en.slice(0, longestText) }]));
};
