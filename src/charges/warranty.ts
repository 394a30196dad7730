import { addMonths } from 'date-fns/addMonths';
import type { WarrantyResult, WarrantySource } from '../../sheets-templates';
import { plusDays, withUtc, type LocalDate } from '../terms';

/** What contract, product and delivery papers say (7.1). Months count from the basis date. */
export interface WarrantyPapers {
  readonly contractEnd: LocalDate | null;
  readonly contractStart: LocalDate | null;
  readonly contractMonths: number | null;
  /** Product default, such as 36 months for PHYSIO. */
  readonly productMonths: number | null;
  readonly deliveredDate: LocalDate | null;
  readonly invoiceDate: LocalDate | null;
}

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
  const basis = papers.deliveredDate ?? papers.invoiceDate;
  if (papers.contractMonths !== null) {
    const start = papers.contractStart ?? basis;
    if (start !== null) return { end: lastDay(start, papers.contractMonths), source: 'CONTRACT' };
  }
  if (papers.productMonths !== null) {
    const start = papers.contractStart ?? basis;
    if (start !== null) return { end: lastDay(start, papers.productMonths), source: 'PRODUCT_DEFAULT' };
  }
  return { end: null, source: 'UNKNOWN' };
};

/** The report date decides, not the visit (AMB-16). */
export const warrantyResult = (end: LocalDate | null, reported: LocalDate): WarrantyResult =>
  end === null ? 'UNKNOWN' : reported <= end ? 'IN_WARRANTY' : 'OUT_OF_WARRANTY';
