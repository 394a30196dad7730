import type { ChargeStatus, HoldStatus, PaymentTerms, Receivable, Severity } from '../../sheets-templates';
import { refuse, showYuan, type Fen, type Refusal } from '../terms';
import { isOwed } from './receivable-terms';

/** WB-01: class C waits for the decision who pays, where `charge.block_C` says so; A and B never do (AMB-18). */
export const holdsForLiability = (severity: Severity | null, chargeStatus: ChargeStatus, blocksC: boolean): boolean => severity === 'C' && chargeStatus === 'DECISION_PENDING' && blocksC;

/** What a ticket waits for once it was decided who pays: for the signature, if that is the customer. */
export const holdAfterDecision = (hold: HoldStatus, chargeStatus: ChargeStatus): HoldStatus =>
  hold !== 'WAIT_LIABILITY' ? hold : chargeStatus === 'QUOTING' ? 'WAIT_AGREEMENT' : 'NONE';

/** 3.2 finish */
export const chargeAfterAcceptance = (status: ChargeStatus): ChargeStatus => (status === 'AGREED' ? 'WORK_DONE_UNPAID' : status);

/** 3.2 pay, write off: settled when nothing is owed any more, open again when a receipt was reversed or work was added. */
export const chargeAfterPayment = (status: ChargeStatus, isAccepted: boolean, rows: readonly Pick<Receivable, 'status'>[]): ChargeStatus => {
  const agreed = status === 'AGREED' || status === 'WORK_DONE_UNPAID';
  if (agreed && rows.length > 0 && !rows.some(isOwed)) return status === 'WORK_DONE_UNPAID' && rows.some((row) => row.status === 'WRITTEN_OFF') ? 'WRITTEN_OFF' : 'SETTLED';
  if (status === 'SETTLED' && rows.some(isOwed)) return isAccepted ? 'WORK_DONE_UNPAID' : 'AGREED';
  return status;
};

/** 3.11 serve: under PREPAID terms the money comes before the first departure or work, unless A-43 waived it. */
export const refuseUnpaidService = (terms: PaymentTerms, open: Fen, waived: boolean): Refusal | null =>
  terms !== 'PREPAID' || waived || open <= 0 ? null
    : refuse('PREPAID', `协议约定预付，尚未到账 ${showYuan(open)} 元（由财务确认；例外须 A-43 批准）。`, `The agreement is prepaid and ${showYuan(open)} yuan have not arrived (finance confirms them; A-43 makes exceptions).`);

/** S-39 runs while something dated is owed and not disputed. */
export const isReminded = (row: Pick<Receivable, 'status' | 'dueDate'>): boolean => isOwed(row) && row.status !== 'DISPUTED' && row.dueDate !== null;
