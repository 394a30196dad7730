import { chargeStatus, type Acceptance, type ChargeStatus, type DispatchOrder, type LiabilityDecision, type PartsLine, type PartsRequest, type RepairOrder, type SiteReport, type Survey, type Task, type Ticket, type TripReport } from '../../sheets-templates';
import { refuseClosingForMoney, type OpenReceivable } from '../charges';
import { allRefusals, refuse, type Refusal } from '../terms';

/** Everything of a ticket that the closing guard looks at. */
export interface TicketPapers {
  readonly ticket: Ticket;
  readonly acceptances: readonly Acceptance[];
  readonly orders: readonly DispatchOrder[];
  readonly trips: readonly TripReport[];
  readonly tasks: readonly Task[];
  /** Requests for help that nobody has answered. */
  readonly helps: readonly SiteReport[];
  readonly requests: readonly PartsRequest[];
  readonly lines: readonly PartsLine[];
  readonly repairs: readonly RepairOrder[];
  /** Cases that still wait for a signature. */
  readonly liabilities: readonly LiabilityDecision[];
  readonly receivables: readonly OpenReceivable[];
  readonly surveys: readonly Survey[];
}

const code = 'G-TK-10';
const list = (ids: readonly string[]): string => ids.join('、');
const listEn = (ids: readonly string[]): string => ids.join(', ');
const missing = (ids: readonly string[], zh: (ids: string) => string, en: (ids: string) => string): Refusal | null =>
  ids.length === 0 ? null : refuse(code, zh(list(ids)), en(listEn(ids)));

const ordersEnded = ({ orders }: TicketPapers): Refusal | null =>
  missing(orders.filter(({ status }) => status !== 'CLOSED' && status !== 'CANCELLED' && status !== 'DECLINED').map(({ orderId }) => orderId),
    (ids) => `派工单 ${ids} 尚未关闭（由工程师登记返回并交出差报告、内勤接收，或由主管取消）。`,
    (ids) => `Dispatch order ${ids} is not closed (the engineer logs the return and hands in the trip report, the clerk accepts it; or the supervisor cancels it).`);

const tripsChecked = ({ trips }: TicketPapers): Refusal | null =>
  missing(trips.filter(({ status }) => status !== 'ACCEPTED' && status !== 'DISTRIBUTED' && status !== 'ARCHIVED').map(({ tripId }) => tripId),
    (ids) => `出差报告 ${ids} 尚未由内勤接收。`,
    (ids) => `Trip report ${ids} has not been accepted by the clerk.`);

const tasksDone = ({ tasks }: TicketPapers): Refusal | null =>
  missing(tasks.filter(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS').map(({ taskId }) => taskId),
    (ids) => `协办任务 ${ids} 尚未完成（由任务责任人办理）。`,
    (ids) => `Task ${ids} is still open (its owner completes it).`);

const helpsAnswered = ({ helps }: TicketPapers): Refusal | null =>
  missing(helps.map(({ reportId }) => reportId),
    (ids) => `求助 ${ids} 尚未答复（由主管、经理或研发答复）。`,
    (ids) => `Request for help ${ids} is not answered (the supervisor, the manager or R&D answers it).`);

const partsEnded = ({ requests }: TicketPapers): Refusal | null =>
  missing(requests.filter(({ status }) => status !== 'CLOSED' && status !== 'CANCELLED' && status !== 'REJECTED').map(({ requestId }) => requestId),
    (ids) => `维护申请单 ${ids} 尚未关闭（由工程师登记到货和用量，或由主管取消）。`,
    (ids) => `Parts request ${ids} is not closed (the engineer logs receipt and use, or the supervisor cancels it).`);

const onTheWay: readonly RepairOrder['status'][] = ['IN_TRANSIT', 'QA_RECEIVED', 'TESTED', 'IN_REPAIR', 'RETESTED', 'DISPOSED', 'CLOSED', 'CANCELLED'];

const oldPartsSent = ({ lines, repairs }: TicketPapers): Refusal | null => {
  const due = lines.filter((line) => line.oldPartReturn && (line.qtyUsed ?? 0) > 0 && !repairs.some((repair) => repair.requestLine === line.lineId));
  const waiting = repairs.filter(({ status }) => !onTheWay.includes(status));
  return missing([...due.map(({ itemName }) => itemName), ...waiting.map(({ repairId, itemName }) => `${itemName} ${repairId}`)],
    (ids) => `更换下的旧件尚未寄回：${ids}（由工程师登记寄回）。`,
    (ids) => `Replaced items are not on their way back yet: ${ids} (the engineer logs the shipment).`);
};

const whoSettles = (status: ChargeStatus): { readonly zh: string; readonly en: string } => {
  switch (status) {
    case 'UNDETERMINED':
    case 'DECISION_PENDING':
      return { zh: '须先判定由谁承担费用（由技术支持部经理，属除外责任的会同分管副总和总经理）', en: 'who pays must be decided first (by the technical support manager; with the deputy and general manager for exclusions)' };
    case 'QUOTING':
    case 'AGREED':
      return { zh: '须先报价、签协议并收款（由主管办理）', en: 'quote, agreement and payment come first (the supervisor handles them)' };
    default:
      return { zh: '款项未结清（由主管催收）', en: 'the payment is open (the supervisor collects it)' };
  }
};

/** nothing completed stays unpaid without anybody noticing. */
const moneySettled = ({ ticket, receivables }: TicketPapers): Refusal | null => {
  const refused = refuseClosingForMoney(ticket.chargeStatus, receivables);
  if (refused === null || receivables.length > 0) return refused;
  const who = whoSettles(ticket.chargeStatus);
  const state = chargeStatus[ticket.chargeStatus];
  return refuse(code, `收费状态为“${state.zh}”，${who.zh}。`, `The charge status is "${state.en}"： ${who.en}.`);
};

const liabilitiesDecided = ({ liabilities }: TicketPapers): Refusal | null =>
  missing(liabilities.map(({ decisionId }) => decisionId),
    (ids) => `责任判定 ${ids} 尚未作出（由技术支持部经理、分管副总、总经理签署）。`,
    (ids) => `Liability case ${ids} is not decided (the manager, the deputy and the general manager sign it).`);

const signed = ({ acceptances }: TicketPapers): Refusal | null =>
  acceptances.some((row) => row.signedAt !== null && row.result !== 'REJECTED') ? null
    : refuse(code, '没有签署的验收单（由客户、工程师或客服办理）。', 'There is no signed acceptance (the customer, the engineer or customer service provides it).');

/** The system sends it by itself at the next opening hour; tickets from before surveys were recorded have none. */
const surveySent = ({ surveys }: TicketPapers): Refusal | null =>
  missing(surveys.filter(({ status }) => status === 'PLANNED').map(({ surveyId }) => surveyId),
    (ids) => `满意度调查 ${ids} 尚未发出（系统在下一办公时间自动发出；客户不参加的由客服登记）。`,
    (ids) => `Survey ${ids} has not been sent (the system sends it at the next opening hour; customer service records it where the customer declines).`);

const notHeld = ({ ticket }: TicketPapers): Refusal | null =>
  ticket.holdStatus === 'NONE' ? null : refuse(code, '工单仍挂起（由主管解除）。', 'The ticket is still on hold (the supervisor releases it).');

/** G-TK-10: all that still keeps a ticket from being closed and who provides it, told at once; null when nothing does. */
export const closingRefusal = (papers: TicketPapers): Refusal | null =>
  allRefusals(code, [signed, ordersEnded, tripsChecked, partsEnded, oldPartsSent, tasksDone, helpsAnswered, liabilitiesDecided, surveySent, moneySettled, notHeld].map((guard) => guard(papers)));
