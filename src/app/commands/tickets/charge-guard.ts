import { contracts, installed, products, tickets, type CauseCode, type Contract, type InstalledUnit, type Product, type ServiceMode, type ServiceType, type Ticket } from '../../../../sheets-templates';
import { chargeStatusAfter, decideCharge, refuseDeparture as refuseByCharge, warrantyEnd, warrantyResult } from '../../../charges';
import { dateOf, type Instant, type LocalDate, type Refusal } from '../../../terms';
import type { Draft } from '../../../ledger/draft';
import { workingClass } from '../../../tickets';
import type { Request } from '../../request';
import { isApproved } from '../charges/at-hand';

/** Tables behind warranty and charge. */
export const chargeTables = [contracts, installed, products, tickets] as const;

export interface ChargePapers {
  readonly unit: InstalledUnit | undefined;
  /** The unit whose place it took, the first of them where there were several (7.1 no. 5). */
  readonly original: InstalledUnit | undefined;
  readonly contract: Contract | undefined;
  readonly product: Product | undefined;
}

/** Back from a replacement to the unit that was sold; links that run in a circle end. */
const originalOf = (units: readonly InstalledUnit[], unit: InstalledUnit | undefined): InstalledUnit | undefined => {
  let original: InstalledUnit | undefined;
  for (let steps = 0, at = unit; at !== undefined && steps < 20; steps += 1) {
    const { equipId } = at;
    at = units.find((older) => older.replacedBy === equipId);
    original = at ?? original;
  }
  return original;
};

export const chargePapers = (draft: Draft, unit: InstalledUnit | undefined, contract: Contract | undefined, product: Product | undefined): ChargePapers =>
  ({ unit, contract, product, original: originalOf(draft.all(installed), unit) });

/** What is on file about a registered ticket. Reads `contracts`, `installed` and `products`. */
export const chargePapersOf = (draft: Draft, ticket: Ticket): ChargePapers => {
  const unit = draft.find(installed, ticket.equipId);
  return chargePapers(draft, unit, draft.find(contracts, ticket.contractId ?? unit?.contractId), draft.find(products, ticket.productId));
};

/** The last covered day by 7.1: the unit's own end where one was fixed, else contract, else product default from delivery. */
const endOf = ({ unit: replacement, original, contract, product }: ChargePapers, { settings, now }: Pick<Request, 'settings' | 'now'>): LocalDate | null => {
  const unit = settings.flag('war.replaced_keeps_end', now) ? original ?? replacement : replacement;
  const contractEnd = contract?.warrantyEnd ?? null;
  const fixed = replacement?.warrantyEnd ?? (contractEnd === null ? unit?.warrantyEnd : null) ?? null;
  if (fixed !== null) return fixed;
  return warrantyEnd({
    contractEnd,
    contractStart: contract?.warrantyStart ?? unit?.warrantyStart ?? null,
    contractMonths: contract?.warrantyMonths ?? null,
    basis: contract?.warrantyBasis ?? 'DELIVERY',
    productMonths: product?.defaultWarrantyMonths ?? (product?.productLine === 'PHYSIO' ? settings.count('war.physio_months', now) : null),
    deliveredDate: unit?.deliveredDate ?? null,
    commissionedDate: unit?.commissionedDate ?? null,
    invoiceDate: unit?.invoicedDate ?? null,
  }, settings.flag('war.inclusive', now)).end;
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
  const end = endOf(papers, request);
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
