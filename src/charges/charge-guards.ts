import type { CauseCode, ChargeStatus, Severity, TicketStatus } from '../../sheets-templates';
import { fen, nothing, refuse, showYuan, sum, type Fen, type Refusal } from '../terms';
import { isExclusion } from './decide-charge';

export interface DepartureCharge {
  readonly severity: Severity | null;
  readonly chargeStatus: ChargeStatus;
  /** chargeable emergency work before signature, approved by the GM, class A only. */
  readonly emergencyRelease: boolean;
  /** Setting `charge.block_C` (AMB-18). */
  readonly blocksC: boolean;
}

const cleared: readonly ChargeStatus[] = ['FREE', 'AGREED', 'WAIVED', 'SETTLED'];
const undecided: readonly ChargeStatus[] = ['UNDETERMINED', 'DECISION_PENDING'];

/**
 * G-TK-7: may people leave or work begin while the charge stands like this? Classes A and B never wait for the question
 * who pays (AMB-18); out of warranty all wait for the signature, except A-16.
 */
export const refuseDeparture = ({ severity, chargeStatus, emergencyRelease, blocksC }: DepartureCharge): Refusal | null => {
  if (cleared.includes(chargeStatus)) return null;
  if (emergencyRelease && severity === 'A') return null;
  if (undecided.includes(chargeStatus)) {
    if (severity === 'A' || severity === 'B' || !blocksC) return null;
    return refuse('G-TK-7', '收费责任尚未判定，一般级工单须等判定后才能派工（待责任判定）：由主管提请判定，技术支持部经理判定；除外情形须经理、分管副总、总经理三人。', 'Who pays is not decided yet; class C waits for it (hold WAIT_LIABILITY). The supervisor opens the case; the technical support manager decides, for an exclusion with the deputy and the general manager.');
  }
  return refuse('G-TK-7', '有偿服务须先签订服务协议：主管报价、客户同意、双方签署后由内勤登记；特急可由总经理批准先行（A-16）。', 'Paid service needs the signed agreement first: the supervisor quotes, the customer agrees, the clerk records both signatures; for class A the general manager may release it (A-16).');
};

const beforeAcceptance: readonly TicketStatus[] = ['NEW', 'TRIAGED', 'SCHEDULED', 'DISPATCHED', 'ON_SITE', 'IN_SHOP', 'REMOTE', 'REPAIRED'];

/** WB-05: a cause found on site that is an exclusion opens the question again, until acceptance; never paid without a decision (3.2). */
export const chargeAfterCauseFound = (chargeStatus: ChargeStatus, cause: CauseCode, ticketStatus: TicketStatus): ChargeStatus =>
  chargeStatus === 'FREE' && isExclusion(cause) && beforeAcceptance.includes(ticketStatus) ? 'DECISION_PENDING' : chargeStatus;

export interface OpenReceivable {
  readonly amount: Fen;
  readonly received: Fen;
  readonly status: 'NOT_DUE' | 'DUE' | 'OVERDUE' | 'PARTLY_PAID' | 'PAID' | 'DISPUTED' | 'WRITTEN_OFF';
  readonly terms: 'PREPAID' | 'ON_ACCEPTANCE' | 'PARTIAL' | 'MONTHLY';
}

const balanceOf = ({ amount, received }: OpenReceivable): Fen => (amount > received ? fen(amount - received) : nothing);

const settledStatuses: readonly ChargeStatus[] = ['FREE', 'WAIVED'];

const blocksClosing = (receivable: OpenReceivable): boolean => {
  if (receivable.status === 'WRITTEN_OFF') return false;
  if (receivable.status === 'NOT_DUE' && receivable.terms === 'MONTHLY') return false;
  return receivable.status === 'DISPUTED' || receivable.received < receivable.amount;
};

/** The money part of G-TK-10: a ticket closes when it is free, or every receivable is paid, written off, or not yet due under monthly terms. */
export const refuseClosingForMoney = (chargeStatus: ChargeStatus, receivables: readonly OpenReceivable[]): Refusal | null => {
  if (settledStatuses.includes(chargeStatus)) return null;
  if (undecided.includes(chargeStatus)) return refuse('G-TK-10', '收费责任尚未判定，工单不能关闭：请主管提请判定。', 'Who pays is not decided yet; the ticket cannot close. The supervisor opens the case.');
  if (receivables.length === 0 && chargeStatus !== 'SETTLED' && chargeStatus !== 'WRITTEN_OFF') {
    return refuse('G-TK-10', '有偿工单尚无应收款记录，不能关闭：须先由内勤登记双方签署的协议。', 'A paid ticket without a receivable cannot close; the clerk records the signed agreement first.');
  }
  const open = receivables.filter(blocksClosing);
  if (open.length === 0) return null;
  const balance = sum(open.map(balanceOf));
  return refuse('G-TK-10', `尚有应收款 ${showYuan(balance)} 元未结清或有争议，工单不能关闭：由主管催收、财务确认收款；争议由技术支持部经理了结；无法收回的按 A-17 核销。`, `${showYuan(balance)} yuan are still open or disputed; the ticket cannot close. The supervisor collects and finance confirms; the technical support manager settles a dispute; what is lost is written off by A-17.`);
};
