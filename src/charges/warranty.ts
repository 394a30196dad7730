import { addMonths } from 'date-fns/addMonths';
import type { WarrantyBasis, WarrantyResult, WarrantySource } from '../../sheets-templates';
import { plusDays, withUtc, type LocalDate } from '../terms';

/** What contract, product and delivery papers say (7.1). Months count from the basis date. */
export interface WarrantyPapers {
  readonly contractEnd: LocalDate | null;
  readonly contractStart: LocalDate | null;
  readonly contractMonths: number | null;
  /** From which event the contract lets months count; DELIVERY without a contract. */
  readonly basis: WarrantyBasis;
  /** Product default, such as 36 months for PHYSIO. */
  readonly productMonths: number | null;
  readonly deliveredDate: LocalDate | null;
  readonly commissionedDate: LocalDate | null;
  readonly invoiceDate: LocalDate | null;
}

export const noWarrantyPapers: WarrantyPapers = { contractEnd: null, contractStart: null, contractMonths: null, basis: 'DELIVERY', productMonths: null, deliveredDate: null, commissionedDate: null, invoiceDate: null };

/** 7.1 no. 2: as the contract says; else delivery, or the invoice where delivery is not on file. Other dates stand in the contract itself. */
const basisDate = ({ basis, deliveredDate, commissionedDate, invoiceDate }: WarrantyPapers): LocalDate | null => {
  switch (basis) {
    case 'DELIVERY': return deliveredDate ?? invoiceDate;
    case 'INVOICE': return invoiceDate;
    case 'COMMISSIONING': return commissionedDate;
    case 'ACCEPTANCE':
    case 'CONTRACT_DATES': return null;
  }
};

export interface WarrantyEnd {
  /** The last covered day, until its 24:00; null when unknown. */
  readonly end: LocalDate | null;
  readonly source: WarrantySource;
}

/** The corresponding day n months later, or the month's last where it has none; still covered (AMB-15). */
export const correspondingDay = (start: LocalDate, months: number): LocalDate => withUtc(start, (utc) => addMonths(utc, months));

/**
 * The warranty end in the source order of 7.1: explicit end, contract start and months, product default from delivery
 * or invoice, else unknown.
 * @param inclusive setting `war.inclusive`; with N the day before the corresponding day is the last
 */
export const warrantyEnd = (papers: WarrantyPapers, inclusive: boolean): WarrantyEnd => {
  if (papers.contractEnd !== null) return { end: papers.contractEnd, source: 'CONTRACT' };
  const lastDay = (start: LocalDate, months: number): LocalDate => {
    const day = correspondingDay(start, months);
    return inclusive ? day : plusDays(day, -1);
  };
  const start = papers.contractStart ?? basisDate(papers);
  const months = papers.contractMonths ?? papers.productMonths;
  if (start === null || months === null) return { end: null, source: 'UNKNOWN' };
  return { end: lastDay(start, months), source: papers.contractMonths === null ? 'PRODUCT_DEFAULT' : 'CONTRACT' };
};

/** The report date decides, not the visit (AMB-16). */
export const warrantyResult = (end: LocalDate | null, reported: LocalDate): WarrantyResult =>
  end === null ? 'UNKNOWN' : reported <= end ? 'IN_WARRANTY' : 'OUT_OF_WARRANTY';
