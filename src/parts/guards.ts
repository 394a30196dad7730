import type { ChargeStatus, Disposition, ItemKind, PartsLine, RepairOrder, ReturnKind, TestResult, Ticket } from '../../sheets-templates';
import { refuse, type LocalDate, type Refusal } from '../terms';

/** R-229, AMB-41: whether the old part is due back when a new one of this kind is fitted. */
export const oldPartDueBack = (kind: ItemKind, componentDefault: boolean): boolean => {
  switch (kind) {
    case 'CONSUMABLE':
      return false;
    case 'COMPONENT':
      return componentDefault;
    default:
      return true;
  }
};

const signed: readonly ChargeStatus[] = ['AGREED', 'WORK_DONE_UNPAID', 'SETTLED'];

/** Paid work, as the ticket stands. */
export const isChargeable = (ticket: Pick<Ticket, 'chargeType' | 'chargeStatus'>): boolean =>
  ticket.chargeType === 'PAID' || ticket.chargeStatus === 'QUOTING' || signed.includes(ticket.chargeStatus);

/** G-PT-1: chargeable goods wait for the signed agreement. */
export const refuseUnsigned = (ticket: Pick<Ticket, 'chargeType' | 'chargeStatus'>): Refusal | null =>
  !isChargeable(ticket) || signed.includes(ticket.chargeStatus) ? null
    : refuse('G-PT-1', '有偿服务须先签订服务协议才能送批配件，请主管办理报价和协议。', 'Chargeable parts wait for the signed agreement; the supervisor arranges quote and agreement.');

/** PQ-5 and PQ-8: a promise is for today or later. */
export const refusePromise = (promised: LocalDate, today: LocalDate): Refusal | null =>
  promised >= today ? null : refuse('PQ-5', '承诺发货日不能早于今天。', 'The promised date cannot be before today.');

export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: number;
}

/**
 * Quantities for the lines of a request: those that were typed in, all that `open` leaves where nothing was.
 * A quantity above what is open, or for a line of another request, is refused.
 */
export const quantitiesFor = (code: string, lines: readonly PartsLine[], open: (line: PartsLine) => number, typed: readonly LineQuantity[]): readonly LineQuantity[] | Refusal => {
  if (typed.length === 0) return lines.map((line) => ({ lineId: line.lineId, quantity: open(line) })).filter(({ quantity }) => quantity > 0);
  for (const { lineId, quantity } of typed) {
    const line = lines.find((row) => row.lineId === lineId);
    if (line === undefined) return refuse(code, `申请单没有行 ${lineId}。`, `The request has no line ${lineId}.`);
    if (quantity > open(line)) return refuse(code, `${line.itemName}：最多 ${open(line)} ${line.unit}。`, `${line.itemName}: at most ${open(line)} ${line.unit}.`);
  }
  return typed;
};

/** PQ-11: every line used, returned unused or cancelled, and every due-back line has its repair order. */
export const isFinished = (lines: readonly PartsLine[], repairs: readonly RepairOrder[]): boolean =>
  lines.every((line) => ['USED', 'RETURNED_UNUSED', 'CANCELLED'].includes(line.status)) &&
  lines.every((line) => !line.oldPartReturn || (line.qtyUsed ?? 0) === 0 || repairs.some((repair) => repair.requestLine === line.lineId));

const customersOwn: readonly ReturnKind[] = ['CUSTOMER_SEND_IN'];

export interface DispositionFacts {
  readonly order: Pick<RepairOrder, 'returnKind' | 'qaResult' | 'retestResult' | 'dispositionAsked'>;
  readonly wanted: Disposition;
  readonly defectId: string | null;
  /** A-07 stands approved for this order. */
  readonly scrapApproved: boolean;
  readonly customerConsent: boolean;
}

const lastTest = (order: DispositionFacts['order']): TestResult | null => order.retestResult ?? order.qaResult;

const refuseUntested = ({ order, wanted }: DispositionFacts): Refusal | null => {
  if (wanted !== 'STOCK_IN' && wanted !== 'RETURN_CUSTOMER') return null;
  if (lastTest(order) !== 'PASS') return refuse('G-RT-1', '入库或发还客户须最近一次检测合格，请先维修并复检。', 'Stock or the customer need a passed last test; repair and re-test first.');
  return order.dispositionAsked === wanted ? null : refuse('G-RT-1', '入库或发还客户须由主管或内勤先提出相同的处置要求。', 'Stock or the customer need the same request by the supervisor or the clerk first.');
};

/** G-RT-1…3 and the rule for a customer's own unit. */
export const refuseDisposition = (facts: DispositionFacts): Refusal | null => {
  const { order, wanted, defectId, scrapApproved, customerConsent } = facts;
  if (customersOwn.includes(order.returnKind) && (wanted === 'STOCK_IN' || wanted === 'SCRAP') && !customerConsent) {
    return refuse('R-234', '客户送修的设备未经客户同意不得入库或报废。', 'A customer\'s own unit cannot be stocked or scrapped without the customer\'s consent.');
  }
  if (wanted === 'DESIGN_DEFECT' && defectId === null) return refuse('G-RT-2', '转研发须填写设计缺陷编号。', 'Handing over to R&D needs the number of the defect.');
  if (wanted === 'SCRAP' && !scrapApproved) return refuse('G-RT-3', '报废须先经主管和经理批准（A-07）。', 'Scrapping needs approval by supervisor and manager first (A-07).');
  return refuseUntested(facts);
};
