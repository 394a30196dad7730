import { causeCode, type CauseCode } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type LocalDate } from '../../terms';
import type { OrderFacts } from './dispatch';

const short = (facts: OrderFacts): NonNullable<Message['facts']> => [
  { label: words('派工单', 'Order'), value: facts.orderId },
  { label: words('工单', 'Ticket'), value: facts.ticketId },
  { label: words('项目', 'Project'), value: facts.projectName },
  { label: words('设备', 'Equipment'), value: facts.modelSerial },
  { label: words('城市', 'City'), value: facts.siteCity },
  { label: words('人员', 'Engineer'), value: facts.lead },
];

const ticketLink: NonNullable<Message['actions']>[number]['page'] = 'ticket';

const toCustomer = (facts: OrderFacts): Pick<Message, 'actions'> => ({ actions: [{ label: words('查看服务进度', 'See the progress'), page: ticketLink, objectId: facts.ticketId }] });

/** N-60 to the customer: who comes, with the work phone (10.3). */
export const engineerNamed = (facts: OrderFacts, phone: string): Message => ({
  subject: words(`服务工单 ${facts.ticketId}：工程师已安排`, `Service ticket ${facts.ticketId}: an engineer is assigned`),
  body: [words(`${facts.lead} 将为您服务，计划 ${showInstant(facts.planArrive)} 到达。工作电话：${phone}。`, `${facts.lead} will come, planned for ${showInstant(facts.planArrive)}. Work phone: ${phone}.`)],
  ...toCustomer(facts),
});

/** N-18 to the customer. */
export const engineerArrived = (facts: OrderFacts, at: Instant): Message => ({
  subject: words(`服务工单 ${facts.ticketId}：工程师已到达`, `Service ticket ${facts.ticketId}: the engineer has arrived`),
  body: [words(`${facts.lead} 已于 ${showInstant(at)} 到达现场。`, `${facts.lead} arrived on site at ${showInstant(at)}.`)],
  ...toCustomer(facts),
});

export interface ArrivalFacts {
  readonly arrivedAt: Instant;
  readonly siteStatus: string | null;
  readonly lodging: string | null;
  readonly phone: string | null;
  readonly untold: string | null;
}

/** N-18 to the supervisor and the salesperson (R-271…273). */
export const arrivalReported = (facts: OrderFacts, arrival: ArrivalFacts): Message => ({
  subject: words(`${facts.lead} 已到达 ${facts.siteCity}：${facts.projectName}`, `${facts.lead} arrived in ${facts.siteCity}: ${facts.projectName}`),
  body: [arrival.siteStatus === null ? words('到达报告随后提交。', 'The arrival report follows.') : words(`现场情况：${arrival.siteStatus}`, `Site: ${arrival.siteStatus}`)],
  facts: [
    ...short(facts),
    { label: words('到达时间', 'Arrived'), value: showInstant(arrival.arrivedAt) },
    ...(arrival.lodging === null ? [] : [{ label: words('住处', 'Lodging'), value: arrival.lodging }]),
    ...(arrival.phone === null ? [] : [{ label: words('联系电话', 'Phone'), value: arrival.phone }]),
    ...(arrival.untold === null ? [] : [{ label: words('未知会说明', 'Not told because'), value: arrival.untold }]),
  ],
});

/** N-20. */
export const helpAsked = (facts: OrderFacts, problems: string): Message => ({
  subject: words(`${facts.lead} 求助：${facts.projectName}`, `${facts.lead} asks for help: ${facts.projectName}`),
  body: [words(`疑难问题：${problems}`, `Problem: ${problems}`), words('请尽快给出指示。', 'Please give instructions soon.')],
  facts: short(facts),
  actions: [{ label: words('答复', 'Answer'), page: 'desk', objectId: facts.orderId }],
});

/** N-21. */
export const helpAnswered = (facts: OrderFacts, answer: string): Message => ({
  subject: words(`主管指示：${facts.projectName}`, `Instruction: ${facts.projectName}`),
  body: [words(answer, answer)],
  facts: short(facts),
});

/** N-19: so that another job nearby can be given. */
export const leavingAnnounced = (facts: OrderFacts, result: string, planReturn: LocalDate): Message => ({
  subject: words(`${facts.lead} 即将离开 ${facts.siteCity}，计划 ${planReturn} 返回`, `${facts.lead} is about to leave ${facts.siteCity}, back on ${planReturn}`),
  body: [words(`现场结果：${result}`, `Result: ${result}`), words('如附近有其他任务，请主管在 60 分钟（工作时间）内转派。', 'If there is another job nearby, the supervisor has 60 minutes (business hours) to redirect.')],
  facts: short(facts),
  actions: [{ label: words('打开派工单', 'Open the order'), page: 'desk', objectId: facts.orderId }],
});

/** N-15 for a trip report (3.5). */
export const tripReturned = (facts: OrderFacts, reason: string): Message => ({
  subject: words(`出差报告被退回 ${facts.orderId}`, `Trip report returned ${facts.orderId}`),
  body: [words(`原因：${reason}`, `Reason: ${reason}`), words('请在 1 个工作日内补正后重新提交。', 'Please correct it and submit again within one working day.')],
  facts: short(facts),
  actions: [{ label: words('打开派工单', 'Open the order'), page: 'desk', objectId: facts.orderId }],
});

export interface FaultFacts {
  readonly tripId: string;
  readonly cause: CauseCode | null;
  readonly rootCause: string;
  readonly result: string;
  readonly qualityFeedback: string | null;
}

/** N-22 (R-212, AMB-46). */
export const faultDistributed = (facts: OrderFacts, fault: FaultFacts): Message => ({
  subject: words(`设备故障报告 ${fault.tripId}：${facts.modelSerial}`, `Equipment-fault report ${fault.tripId}: ${facts.modelSerial}`),
  body: [words(`原因分析：${fault.rootCause}`, `Root cause: ${fault.rootCause}`), words(`处理结果：${fault.result}`, `Result: ${fault.result}`)],
  facts: [
    ...short(facts),
    ...(fault.cause === null ? [] : [{ label: words('原因代码', 'Cause'), value: causeCode[fault.cause] }]),
    ...(fault.qualityFeedback === null ? [] : [{ label: words('质量信息反馈', 'Quality feedback'), value: fault.qualityFeedback }]),
  ],
});
