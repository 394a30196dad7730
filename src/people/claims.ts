import type { ExpenseClaim } from '../../sheets-templates';
import { monthOf, nothing, type Instant } from '../terms';
import { previousMonth } from './month-prefill';
import { editableClaimStates } from './transitions';

/** One claim a person and month; what comes after it was handed in goes into a supplement `-S1`, `-S2` … (3.12). */
export const claimIdOf = (month: string, staffId: string, supplement: number): string =>
  `BX-${month.replace('-', '')}-${staffId}${supplement === 0 ? '' : `-S${supplement}`}`;

/** The claim of a month that can still be added to, or the number of the next one. */
export const claimFor = (claims: readonly ExpenseClaim[], month: string, staffId: string): ExpenseClaim | string => {
  const own = claims.filter((claim) => claim.staffId === staffId && claim.month === month);
  return own.find((claim) => editableClaimStates.includes(claim.status)) ?? claimIdOf(month, staffId, own.length);
};

export const emptyClaim = (claimId: string, staffId: string, month: string): ExpenseClaim => ({
  claimId, staffId, month, monthlyReportId: null, totalClaimed: nothing, totalAllowance: nothing, totalPayable: nothing, totalCut: nothing,
  clerkCheckedAt: null, submittedAt: null, paidAt: null, payRef: null, late: false, status: 'DRAFT',
});

/** How long papers stay at hand. Nothing older can be claimed, since nobody could tell any more what was paid for it. */
const monthsKept = 6;

export const monthsBack = (month: string, count: number): string => Array.from({ length: count }).reduce<string>((current) => previousMonth(current), month);

/** The earliest month whose papers are kept at hand; of finished ones before it only archives remain. */
export const oldestMonthAtHand = (now: Instant): string => monthsBack(monthOf(now), monthsKept);
