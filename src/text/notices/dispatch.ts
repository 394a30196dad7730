import { severity as severities, transportMode, type Severity, type TransportMode } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type LocalDate, type Words } from '../../terms';

/** What messages about an order say. Names of colleagues only; customers appear by project and city (9.4 no. 2). */
export interface OrderFacts {
  readonly orderId: string;
  readonly ticketId: string;
  readonly projectName: string;
  readonly modelSerial: string;
  readonly siteCity: string;
  readonly severity: Severity | null;
  readonly lead: string;
  readonly team: readonly string[];
  readonly planDepart: Instant;
  readonly planArrive: Instant;
  readonly planReturn: LocalDate | null;
  readonly travelMode: TransportMode;
  readonly workContent: string;
  readonly timeRequirement: string;
  /** Why the team goes although skills are missing; null when all are held. */
  readonly skillOverride: string | null;
}

const unclassified = words('未定级', 'Not classified');

const classOf = (facts: OrderFacts): Words => (facts.severity === null ? unclassified : severities[facts.severity]);

const people = (facts: OrderFacts): string => [facts.lead, ...facts.team].join('、');

const orderRows = (facts: OrderFacts): NonNullable<Message['facts']> => [
  { label: words('派工单', 'Order'), value: facts.orderId },
  { label: words('工单', 'Ticket'), value: facts.ticketId },
  { label: words('级别', 'Class'), value: classOf(facts) },
  { label: words('项目', 'Project'), value: facts.projectName },
  { label: words('设备', 'Equipment'), value: facts.modelSerial },
  { label: words('目的地', 'Destination'), value: facts.siteCity },
  { label: words('人员', 'People'), value: people(facts) },
  { label: words('计划出发', 'Planned departure'), value: showInstant(facts.planDepart) },
  { label: words('计划到达', 'Planned arrival'), value: showInstant(facts.planArrive) },
  ...(facts.planReturn === null ? [] : [{ label: words('计划返回', 'Planned return'), value: facts.planReturn }]),
  { label: words('出行方式', 'Travel mode'), value: transportMode[facts.travelMode] },
  { label: words('时限要求', 'Time limits'), value: facts.timeRequirement },
  ...(facts.skillOverride === null ? [] : [{ label: words('⚠ 技能例外理由', '⚠ Skill exception'), value: facts.skillOverride }]),
];

const deskAction = (facts: OrderFacts, label: Words): NonNullable<Message['actions']> => [{ label, page: 'desk', objectId: facts.orderId }];

const copyLimit = 160;

/** N-12, and the text to paste into WeChat, QQ or SMS (R-266, 10.5). */
export const consentAsked = (facts: OrderFacts): Omit<Message, 'actions'> => ({
  subject: words(`请批复派工 ${facts.orderId}：${facts.lead} → ${facts.siteCity}（${classOf(facts).zh}）`, `Consent wanted ${facts.orderId}: ${facts.lead} → ${facts.siteCity} (${classOf(facts).en})`),
  body: [words(`售后主管申请派出人员，请在出发前批复。工作内容：${facts.workContent}`, `The supervisor asks to send people out; please decide before departure. Work: ${facts.workContent}`)],
  facts: orderRows(facts),
  copyText: words(
    `【派工征询】${facts.orderId}（${classOf(facts).zh}）${people(facts)} ${showInstant(facts.planDepart)} 出发，${showInstant(facts.planArrive)} 到 ${facts.siteCity}，项目：${facts.projectName}，${transportMode[facts.travelMode].zh}。内容：${facts.workContent.slice(0, copyLimit)}。请批复是否同意。`,
    `[Dispatch consent] ${facts.orderId} (${classOf(facts).en}) ${people(facts)} leaves ${showInstant(facts.planDepart)}, arrives ${showInstant(facts.planArrive)} in ${facts.siteCity}, project ${facts.projectName}, ${transportMode[facts.travelMode].en}. Work: ${facts.workContent.slice(0, copyLimit)}. Do you agree?`,
  ),
});

/** 6.3: drafted by the duty backup; the manager submits it, and then another manager consents. */
export const orderToSubmit = (facts: OrderFacts): Message => ({
  subject: words(`值班代起草派工，请提交征询 ${facts.orderId}（${classOf(facts).zh}）`, `Drafted by the duty backup, please submit ${facts.orderId} (${classOf(facts).en})`),
  body: [words('主管未处理，值班备岗已起草派工单。请经理或主管提交征询；由经理提交的，请分管副总批复。', 'The supervisor did not act and the duty backup drafted this order. Please submit it, as manager or supervisor; what the manager submits the deputy general manager decides.')],
  facts: orderRows(facts),
  actions: deskAction(facts, words('打开工作台', 'Open the desk')),
});

/** N-13. The customer's contact data follows on the desk once the order is accepted (9.4 no. 1). */
export const orderIssued = (facts: OrderFacts): Message => ({
  subject: words(`派工单已下达 ${facts.orderId}：${facts.siteCity}（${classOf(facts).zh}）`, `Dispatch order ${facts.orderId}: ${facts.siteCity} (${classOf(facts).en})`),
  body: [
    words(`请尽快接收或拒接此派工单。工作内容：${facts.workContent}`, `Please accept or decline this order soon. Work: ${facts.workContent}`),
    words('接收后可看到客户联系方式，并可填写到达、每日、离场前报告和配件申请。', 'Once accepted you see the customer\'s contact data and can send arrival, daily and pre-leave reports and parts requests.'),
  ],
  facts: orderRows(facts),
  actions: deskAction(facts, words('打开派工单', 'Open the order')),
});

/** N-14: the copy that the clerk files. */
export const orderCopy = (facts: OrderFacts): Message => ({
  subject: words(`派工单副本 ${facts.orderId}：${facts.lead} → ${facts.siteCity}`, `Copy of order ${facts.orderId}: ${facts.lead} → ${facts.siteCity}`),
  body: [words(`派工单已下达。工作内容：${facts.workContent}`, `The order is issued. Work: ${facts.workContent}`)],
  facts: orderRows(facts),
});

/** N-15 after DP-4. */
export const consentRejected = (facts: OrderFacts, comment: string): Message => ({
  subject: words(`派工未获同意 ${facts.orderId}`, `No consent for ${facts.orderId}`),
  body: [words(`意见：${comment}`, `Comment: ${comment}`), words('请修改后重新提交，或取消此派工单。时限继续计算。', 'Please revise and submit again, or cancel the order. The deadlines go on.')],
  facts: orderRows(facts),
  actions: deskAction(facts, words('修改派工单', 'Revise the order')),
});

/** N-16, and what is asked of those who ratify. */
export const goAheadUsed = (facts: OrderFacts, tried: string): Omit<Message, 'actions'> => ({
  subject: words(`紧急先行，待追认 ${facts.orderId}：${facts.lead} → ${facts.siteCity}`, `Emergency go-ahead to ratify ${facts.orderId}: ${facts.lead} → ${facts.siteCity}`),
  body: [
    words('特急工单，主管已按紧急先行派出人员。请于下一工作日 12:00 前追认；不同意不撤回出差，由分管副总复核。', 'Class A: the supervisor sent people by emergency go-ahead. Please ratify by 12:00 of the next working day. A refusal does not undo the trip; the deputy GM reviews it.'),
    words(`已尝试联系：${tried}`, `Tried to reach: ${tried}`),
  ],
  facts: orderRows(facts),
});

/** N-16 to the deputy GM when the ratification was refused. */
export const goAheadRefused = (facts: OrderFacts, comment: string): Message => ({
  subject: words(`紧急先行未获追认，请复核 ${facts.orderId}`, `Emergency go-ahead not ratified, please review ${facts.orderId}`),
  body: [words(`经理意见：${comment}`, `The manager's comment: ${comment}`)],
  facts: orderRows(facts),
});

/** N-17 after DP-7. */
export const orderDeclined = (facts: OrderFacts, reason: string): Message => ({
  subject: words(`${facts.lead} 拒接派工 ${facts.orderId}，请改派`, `${facts.lead} declined ${facts.orderId}; assign somebody else`),
  body: [words(`原因：${reason}`, `Reason: ${reason}`), words('时限继续计算，请立即改派。', 'The deadlines go on; please assign somebody else at once.')],
  facts: orderRows(facts),
  actions: deskAction(facts, words('打开工作台', 'Open the desk')),
});

/** N-17 after DP-17. */
export const orderCancelled = (facts: OrderFacts, reason: string): Message => ({
  subject: words(`派工单已取消 ${facts.orderId}`, `Order ${facts.orderId} is cancelled`),
  body: [words(`原因：${reason}`, `Reason: ${reason}`), words('已发生的退票损失可按“其他支持费用”申报。', 'Refund losses may be claimed as other support cost.')],
  facts: orderRows(facts),
});
