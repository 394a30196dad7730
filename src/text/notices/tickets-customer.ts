import { acceptResult, cancelReason, holdStatus, type Acceptance, type Ticket } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type Words } from '../../terms';
import { customerFacts, openStatus } from './tickets-facts';

const privacy = words('您的信息仅用于本次售后服务。', 'Your data is used for this service only.');
const quote = (text: string): string => (text === '' ? '' : `：${text}`);
const quoteEn = (text: string): string => (text === '' ? '.' : `: ${text}`);

const emergency = (phone: string | null): readonly Words[] =>
  phone === null ? [] : [words(`紧急情况请拨打值班电话 ${phone}。`, `In an emergency please call ${phone}.`)];

/** N-01: receipt. Promises the first contact (S-01) and nothing more. */
export const receipt = (ticket: Ticket, contactBy: Instant, dutyPhone: string | null): Message => ({
  subject: words(`已收到您的服务请求 ${ticket.ticketId}`, `We received your request ${ticket.ticketId}`),
  body: [
    words(`您好，我们已于 ${showInstant(ticket.receivedAt)} 收到您的服务请求，工单号 ${ticket.ticketId}。`, `Your request was received at ${showInstant(ticket.receivedAt)} under number ${ticket.ticketId}.`),
    words(`我们会在 ${showInstant(contactBy)} 前与您联系，了解情况并安排服务。`, `We will contact you by ${showInstant(contactBy)} to learn the details and arrange the service.`),
    ...emergency(dutyPhone),
    privacy,
  ],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
  copyText: words(
    `【售后服务】您的服务请求已收到，工单号 ${ticket.ticketId}，接收时间 ${showInstant(ticket.receivedAt)}。我们会在 ${showInstant(contactBy)} 前与您联系。${dutyPhone === null ? '' : `紧急情况请拨打 ${dutyPhone}。`}${privacy.zh}`,
    `Your service request was received: ${ticket.ticketId}, ${showInstant(ticket.receivedAt)}. We will contact you by ${showInstant(contactBy)}.${dutyPhone === null ? '' : ` In an emergency please call ${dutyPhone}.`} ${privacy.en}`,
  ),
});

/** N-05 */
export const dateAgreed = (ticket: Ticket, when: string): Message => ({
  subject: words(`服务时间已约定：${when}（${ticket.ticketId}）`, `Service agreed for ${when} (${ticket.ticketId})`),
  body: [
    words(`服务时间约定为 ${when}。`, `The service is agreed for ${when}.`),
    words('请安排现场联系人，并准备好停电许可、工作场地等必要条件。如需改期，请尽早告知我们。', 'Please have a contact person, the power-off permit and a safe work place ready. If the time has to change, please tell us early.'),
  ],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
});

/** N-06 */
export const onHold = (ticket: Ticket, hold: Ticket['holdStatus'], reason: string): Message => ({
  subject: words(`服务暂时等待：${holdStatus[hold].zh}（${ticket.ticketId}）`, `Service waiting: ${holdStatus[hold].en} (${ticket.ticketId})`),
  body: [
    words(`本工单目前需要等待（${holdStatus[hold].zh}）${quote(reason)}`, `The work has to wait at the moment (${holdStatus[hold].en})${quoteEn(reason)}`),
    words('条件具备后我们会立即继续，并告知您。', 'We will go on as soon as possible and tell you.'),
  ],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
});

/** N-60 */
export const progress = (ticket: Ticket, news: string): Message => ({
  subject: words(`服务进展 ${ticket.ticketId}`, `Progress of ${ticket.ticketId}`),
  body: [words(news, news)],
  ...(news === '' ? {} : { news: words(news, news) }),
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
  copyText: words(`【售后服务】${ticket.ticketId} 进展：${news}`, `Progress of ${ticket.ticketId}: ${news}`),
});

/** N-60: the work is done and the customer is asked to sign (R-175). */
export const pleaseAccept = (ticket: Ticket, acceptance: Acceptance): Message => ({
  subject: words(`维修已完成，请验收 ${ticket.ticketId}`, `Repair done, please confirm ${ticket.ticketId}`),
  body: [
    words('本次服务工作已完成。请查看完成内容并确认验收；如有问题，可注明保留意见或不通过的原因。', 'The work is done. Please read what was done and confirm the acceptance; you can add points or reject it with a reason.'),
    words(`完成内容：${acceptance.workSummary}`, `Work done: ${acceptance.workSummary}`),
    words(`注意事项：${acceptance.advice}`, `Please note: ${acceptance.advice}`),
  ],
  facts: customerFacts(ticket),
  actions: [{ label: words('查看并验收', 'Review and sign'), page: 'acceptance', objectId: ticket.ticketId }],
  copyText: words(`【售后服务】${ticket.ticketId} 维修已完成，请通过邮件链接验收，或回复我们由客服协助。`, `${ticket.ticketId}: the repair is done. Please sign by the link in our mail, or reply and customer service will help.`),
});

/** N-08 */
export const thanks = (ticket: Ticket, acceptance: Acceptance): Message => ({
  subject: words(`感谢您的验收 ${ticket.ticketId}`, `Thank you for your acceptance ${ticket.ticketId}`),
  body: [words(`已记录您的验收结果：${acceptResult[acceptance.result].zh}。感谢您的配合。`, `Your acceptance is recorded: ${acceptResult[acceptance.result].en}. Thank you for your cooperation.`)],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
});

/** N-10 */
export const cancelled = (ticket: Ticket, reason: NonNullable<Ticket['cancelReason']>): Message => ({
  subject: words(`工单已取消 ${ticket.ticketId}`, `Ticket cancelled ${ticket.ticketId}`),
  body: [words(`本工单已取消，原因：${cancelReason[reason].zh}。如有疑问或仍需服务，请与我们联系。`, `This ticket was cancelled: ${cancelReason[reason].en}. Please contact us with questions, or if you still need service.`)],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
});

/** N-11: with the reason and the way to complain (TK-22). */
export const refusedService = (ticket: Ticket, reason: NonNullable<Ticket['cancelReason']>): Message => ({
  subject: words(`未能受理的服务请求 ${ticket.ticketId}`, `Request not accepted ${ticket.ticketId}`),
  body: [
    words(`很抱歉，此项服务请求未能受理，原因：${cancelReason[reason].zh}。`, `We are sorry: this request was not accepted. Reason: ${cancelReason[reason].en}.`),
    words('如不同意，请回复此邮件或拨打服务热线投诉，由技术支持部经理复核。', 'If you disagree, please reply to this mail or complain on our hotline; the technical support manager looks at it again.'),
  ],
  facts: customerFacts(ticket),
  actions: openStatus(ticket.ticketId),
});
