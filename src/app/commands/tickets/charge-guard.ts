import { contracts, installed, products, tickets, type CauseCode, type Contract, type InstalledUnit, type Product, type ServiceMode, type ServiceType, type Ticket } from '../../../../sheets-templates';
import { chargeStatusAfter, decideCharge, refuseDeparture as refuseByCharge, warrantyEnd, warrantyResult } from '../../../charges';
import { dateOf, type Instant, type LocalDate, type Refusal } from '../../../terms';
import { workingClass } from '../../../tickets';
import type { Request } from '../../request';
import { isApproved } from '../charges/at-hand';

/** Tables behind warranty and charge. */
export const chargeTables = [contracts, installed, products, tickets] as const;

export interface ChargePapers {
  readonly unit: InstalledUnit | undefined;
  readonly contract: Contract | undefined;
  readonly product: Product | undefined;
}

/** The last covered day by 7.1: the unit's own end where one was fixed, else contract, else product default from delivery. */
const endOf = ({ unit, contract, product }: ChargePapers, inclusive: boolean): LocalDate | null => {
  if (unit?.warrantyEnd !== undefined && unit.warrantyEnd !== null) return unit.warrantyEnd;
  const delivered = contract?.warrantyBasis === 'COMMISSIONING' ? unit?.commissionedDate ?? null : unit?.deliveredDate ?? null;
  return warrantyEnd({
    contractEnd: contract?.warrantyEnd ?? null,
    contractStart: contract?.warrantyStart ?? unit?.warrantyStart ?? null,
    contractMonths: contract?.warrantyMonths ?? null,
    productMonths: product?.defaultWarrantyMonths ?? null,
    deliveredDate: delivered,
    invoiceDate: null,
  }, inclusive).end;
};

export interface ChargeQuestion {
  readonly serviceType: ServiceType;
  readonly serviceMode: ServiceMode | null;
  readonly receivedAt: Instant;
  readonly cause: CauseCode | null;
  readonly isRepeat: boolean;
}

/** Warranty and charge of a request by sections 7.1 and 7.2, as the columns of a ticket. */
export const evaluateCharge = (request: Pick<Request, 'settings' | 'now'>, papers: ChargePapers, question: ChargeQuestion): Pick<Ticket, 'chargePolicy' | 'warrantyResult' | 'chargeStatus' | 'chargeType' | 'slaProfile'> => {
  const end = endOf(papers, request.settings.flag('war.inclusive', request.now));
  const reported = dateOf(question.receivedAt);
  const chargePolicy = papers.contract?.chargePolicy ?? papers.product?.chargePolicy ?? 'WARRANTY_BASED';
  const { outcome } = decideCharge({ chargePolicy, warrantyEnd: end, reported, serviceType: question.serviceType, serviceMode: question.serviceMode, cause: question.cause, isRepeat: question.isRepeat });
  return {
    chargePolicy,
    warrantyResult: warrantyResult(end, reported),
    chargeStatus: chargeStatusAfter(outcome),
    chargeType: outcome === 'FREE' ? 'FREE' : outcome === 'PAID' ? 'PAID' : null,
    slaProfile: outcome === 'PAID' ? 'PAID_AGREEMENT' : question.serviceMode === 'REMOTE' && (question.serviceType === 'CONSULT' || question.serviceType === 'USAGE') ? 'CONSULT' : 'STANDARD',
  };
};

/** G-TK-7: may work begin while the charge stands as it does (7.2)? Reads `approvals`, for A-16. */
export const refuseDeparture = ({ draft, settings, now }: Pick<Request, 'draft' | 'settings' | 'now'>, ticket: Ticket): Refusal | null =>
  refuseByCharge({ severity: workingClass(ticket), chargeStatus: ticket.chargeStatus, emergencyRelease: isApproved(draft, 'A-16', ticket.ticketId, 1), blocksC: settings.flag('charge.block_C', now) });
