import type { CostHead } from '../../sheets-templates';
import { fen, sum, type Fen } from '../terms';

/** Half up, in whole numbers: `share` parts of `whole`. */
const portion = (amount: number, share: number, whole: number): Fen => fen(Math.floor((2 * amount * share + whole) / (2 * whole)));

/** Quantity in hundredths times unit price, rounded half up to fen (2.2 QuoteLines). */
export const lineAmount = (hundredths: number, unitPrice: Fen): Fen => portion(unitPrice, hundredths, 100);

export interface PricedLine {
  readonly head: CostHead;
  readonly amount: Fen;
}

export interface QuoteTotals {
  readonly materialFee: Fen;
  readonly labourFee: Fen;
  readonly travelFee: Fen;
  readonly otherFee: Fen;
  readonly total: Fen;
}

/** The cost heads of R-244 and their sum. Prices include tax, so the heads add up to the total to the fen. */
export const quoteTotals = (lines: readonly PricedLine[]): QuoteTotals => {
  const of = (head: CostHead): Fen => sum(lines.filter((line) => line.head === head).map((line) => line.amount));
  const heads = { materialFee: of('MATERIAL'), labourFee: of('LABOUR'), travelFee: of('TRAVEL'), otherFee: of('OTHER') };
  return { ...heads, total: sum(Object.values(heads)) };
};

/** The tax that a total contains, half up to fen. */
export const taxWithin = (total: Fen, percent: number): Fen => portion(total, Math.round(percent * 100), 10000 + Math.round(percent * 100));

/** What the customer pays of a total: all of it, or the decided share in percent (SHARED), half up to fen. */
export const customerPart = (total: Fen, sharePercent: number | null): Fen => (sharePercent === null ? total : portion(total, sharePercent, 100));

/** What a stay costs by section 5: allowance a person and day, lodging cap a person and night (7.5 no. 1). */
export const travelEstimate = (people: number, days: number, perDay: Fen, perNight: Fen): Fen => fen(people * (days * perDay + Math.max(0, days - 1) * perNight));
