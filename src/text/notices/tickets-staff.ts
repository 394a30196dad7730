import { cancelReason, chargeStatus, holdStatus, severity, warrantyResult, type Acceptance, type Severity, type SlaClock, type Ticket } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Words } from '../../terms';
import { deadlineFacts, headline, openDesk, ticketFacts } from './tickets-facts';

const chargeFacts = (ticket: Ticket): NonNullable<Message['facts']> => [
  { label: words('质保', 'Warranty'), value: warrantyResult[ticket.warrantyResult] },
  { label: words('收费', 'Charge'), value: chargeStatus[ticket.chargeStatus] },
];

/** N-02. `remarks` are things to look at: possible duplicates, an unusual phone number … */
export const newTicket = (ticket: Ticket, clocks: readonly SlaClock[], remarks: readonly Words[], receiptText: Words | undefined): Message => ({
  subject: words(`新工单 ${headline(ticket)}`, `New ticket ${headline(ticket)}`),
  body: [words('收到新的服务请求，请在时限内联系客户并定级。', 'A new request came in. Please contact the customer in time and classify it.'), words(`故障或需求：${ticket.faultDesc}`, `Fault or need: ${ticket.faultDesc}`), ...remarks],
  facts: [...ticketFacts(ticket), ...chargeFacts(ticket), ...deadlineFacts(clocks)],
  actions: openDesk(ticket.ticketId),
  ...(receiptText === undefined ? {} : { copyText: receiptText }),
});

/** N-02: handed over by customer service (TK-5). */
export const handedOver = (ticket: Ticket, note: string): Message => ({
  subject: words(`客服移交 ${headline(ticket)}`, `Handed over ${headline(ticket)}`),
  body: [words(`客服未能当场解决，移交主管处理：${note}`, `Customer service could not solve it at once and hands it over: ${note}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-03: class A. The alarm leaves with the change itself; it does not replace the supervisor's own report (AMB-07). */
export const classA = (ticket: Ticket, clocks: readonly SlaClock[]): Message => ({
  subject: words(`【特急】${headline(ticket)}`, `[Class A] ${headline(ticket)}`),
  body: [
    ticket.severity === 'A'
      ? words('本工单定为特急。', 'This ticket is class A.')
      : words('客户的回答显示可能为特急（涉及人身或设备事故、大范围停电停产）。先按特急处理，待主管定级。', 'The customer\'s answers point to class A (danger, accident or wide outage). It is handled as class A until the supervisor decides.'),
    words(`情况：${ticket.faultDesc}`, `Situation: ${ticket.faultDesc}`),
    words('请主管立即向总经理、常务副总和各分管副总当面或电话报告，并登记上报。此邮件不能代替报告。', 'The supervisor reports to the general manager and all deputies in person or by phone at once and records it. This mail does not replace the report.'),
  ],
  facts: [...ticketFacts(ticket), ...deadlineFacts(clocks)],
  actions: openDesk(ticket.ticketId),
  copyText: words(
    `【特急】${ticket.ticketId} ${ticket.projectName} ${ticket.modelText} ${ticket.siteCity}，接收 ${showInstant(ticket.receivedAt)}。${ticket.faultDesc.slice(0, 200)}`,
    `[Class A] ${ticket.ticketId} ${ticket.projectName} ${ticket.modelText} ${ticket.siteCity}, received ${showInstant(ticket.receivedAt)}. ${ticket.faultDesc.slice(0, 200)}`,
  ),
});

/** N-04 */
export const classB = (ticket: Ticket, clocks: readonly SlaClock[]): Message => ({
  subject: words(`【紧急】${headline(ticket)}`, `[Class B] ${headline(ticket)}`),
  body: [
    words(`情况：${ticket.faultDesc}`, `Situation: ${ticket.faultDesc}`),
    words('请主管在时限内向分管副总报告，并登记上报。', 'The supervisor reports to the deputy general manager in time and records it.'),
  ],
  facts: [...ticketFacts(ticket), ...deadlineFacts(clocks)],
  actions: openDesk(ticket.ticketId),
  copyText: words(
    `【紧急】${ticket.ticketId} ${ticket.projectName} ${ticket.modelText} ${ticket.siteCity}，接收 ${showInstant(ticket.receivedAt)}。${ticket.faultDesc.slice(0, 200)}`,
    `[Class B] ${ticket.ticketId} ${ticket.projectName} ${ticket.modelText} ${ticket.siteCity}, received ${showInstant(ticket.receivedAt)}. ${ticket.faultDesc.slice(0, 200)}`,
  ),
});

const change = (from: Severity | null, to: Severity): Words =>
  from === null ? severity[to] : words(`${severity[from].zh} → ${severity[to].zh}`, `${severity[from].en} → ${severity[to].en}`);

/** To the technical support manager: class B lowered by the supervisor. */
export const loweredByOneself = (ticket: Ticket, from: Severity | null, to: Severity, reason: string): Message => ({
  subject: words(`级别下调 ${headline(ticket)}`, `Class lowered ${headline(ticket)}`),
  body: [words(`主管已下调级别（${change(from, to).zh}），理由：${reason}`, `The supervisor lowered the class (${change(from, to).en}). Reason: ${reason}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** leaving class A is asked of the technical support manager. */
export const askToLower = (ticket: Ticket, from: Severity | null, to: Severity, reason: string): Omit<Message, 'actions'> => ({
  subject: words(`请批复：特急降级 ${headline(ticket)}`, `Please decide: lower class A ${headline(ticket)}`),
  body: [
    words(`主管申请下调级别：${change(from, to).zh}。理由和依据：${reason}`, `The supervisor asks to lower the class: ${change(from, to).en}. Reason and evidence: ${reason}`),
    words('批复之前仍按原级别的时限办理。', 'Until you decide, the limits of the present class go on.'),
  ],
  facts: ticketFacts(ticket),
});

/** N-15 */
export const loweringRejected = (ticket: Ticket, comment: string): Message => ({
  subject: words(`降级未获同意 ${headline(ticket)}`, `Lower class rejected ${headline(ticket)}`),
  body: [words(`经理不同意降级，仍按特急办理。意见：${comment}`, `The manager did not agree; the ticket stays class A. Comment: ${comment}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-05 */
export const dateAgreedForStaff = (ticket: Ticket, when: string): Message => ({
  subject: words(`约定日期 ${when} ${headline(ticket)}`, `Agreed for ${when} ${headline(ticket)}`),
  body: [words(`已与客户约定 ${when}。服务方案：${ticket.servicePlan ?? ''}`, `Agreed with the customer: ${when}. Plan: ${ticket.servicePlan ?? ''}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-06, N-07 */
export const heldForStaff = (ticket: Ticket, hold: Ticket['holdStatus'], reason: string): Message => ({
  subject: words(`挂起（${holdStatus[hold].zh}）${headline(ticket)}`, `On hold (${holdStatus[hold].en}) ${headline(ticket)}`),
  body: [words(`原因：${reason}。特急、紧急的时限不因挂起暂停。`, `Reason: ${reason}. Limits of classes A and B go on while on hold.`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

export const released = (ticket: Ticket, hold: Ticket['holdStatus'], note: string): Message => ({
  subject: words(`解除挂起 ${headline(ticket)}`, `Hold released ${headline(ticket)}`),
  body: [words(`“${holdStatus[hold].zh}”已解除，请继续。${note}`, `"${holdStatus[hold].en}" is over; please go on. ${note}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-08 */
export const acceptedForStaff = (ticket: Ticket, acceptance: Acceptance): Message => ({
  subject: words(`客户已验收 ${headline(ticket)}`, `Accepted ${headline(ticket)}`),
  body: [acceptance.result === 'NO_RESPONSE'
    ? words(`客户未回复，由主管结案：${acceptance.evidence ?? ''}`, `The customer did not answer; concluded by the supervisor: ${acceptance.evidence ?? ''}`)
    : acceptance.result === 'ACCEPTED_WITH_POINTS'
      ? words(`有保留通过：${acceptance.rejectReason ?? ''}`, `Accepted with points: ${acceptance.rejectReason ?? ''}`)
      : words('客户验收通过。', 'The customer accepted the work.')],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-09 */
export const rejectedByCustomer = (ticket: Ticket, reason: string): Message => ({
  subject: words(`客户验收不通过 ${headline(ticket)}`, `Rejected by the customer ${headline(ticket)}`),
  body: [words(`原因：${reason}。工单回到安排阶段，请尽快联系客户并重新安排。`, `Reason: ${reason}. The ticket is back in arrangement; please contact the customer and plan anew.`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-10 */
export const cancelledForStaff = (ticket: Ticket, reason: NonNullable<Ticket['cancelReason']>, note: string): Message => ({
  subject: words(`工单取消 ${headline(ticket)}`, `Cancelled ${headline(ticket)}`),
  body: [words(`原因：${cancelReason[reason].zh}。${note}`, `Reason: ${cancelReason[reason].en}. ${note}`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** N-02: to the new owner of a ticket, or of one opened again (TK-20). */
export const yoursNow = (ticket: Ticket, why: Words): Message => ({
  subject: words(`工单交由您负责 ${headline(ticket)}`, `Now yours: ${headline(ticket)}`),
  body: [why],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** 6.3: the duty backup set a class in the supervisor's place. */
export const classifiedForSupervisor = (ticket: Ticket, by: string): Message => ({
  subject: words(`值班代为定级 ${headline(ticket)}`, `Classified in your place ${headline(ticket)}`),
  body: [words(`${by}（值班备岗）代主管定级。理由：${ticket.severityReason ?? '—'}。如有不同意见请改级。`, `${by}, on duty as backup, set the class in the supervisor's place. Reason: ${ticket.severityReason ?? '—'}. Please change it if you see it otherwise.`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});

/** TK-3 */
export const classProposed = (ticket: Ticket, to: Severity, reason: string): Message => ({
  subject: words(`客服建议定为“${severity[to].zh}” ${headline(ticket)}`, `Customer service proposes class ${to} ${headline(ticket)}`),
  body: [words(`依据：${reason}。请联系客户后定级。`, `Why: ${reason}. Please call the customer and decide.`)],
  facts: ticketFacts(ticket),
  actions: openDesk(ticket.ticketId),
});
