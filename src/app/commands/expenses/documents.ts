import { expenseLines, invoiceRegister, travelLegs, type ExpenseLine } from '../../../../sheets-templates';
import { invoiceFingerprint } from '../../../expenses';
import type { Draft } from '../../../ledger/draft';
import { fen, nothing } from '../../../terms';
import type { EnteredLine } from './line-input';

type Entered = NonNullable<EnteredLine['document']>;

/**
 * Enters a document into the register and gives its number. One invoice may be split over lines of one claim (5.7): they
 * share a row. The same document in another claim gets a row of its own that points to the first.
 */
export const registerDocument = (draft: Draft, claimId: string, entered: Entered, line: EnteredLine['line']): string => {
  const fingerprint = invoiceFingerprint(entered) ?? '';
  const same = fingerprint === '' ? [] : draft.where(invoiceRegister, (row) => row.fingerprint === fingerprint);
  const usedHere = new Set(draft.by(expenseLines, 'claimId', claimId).map((row) => row.invoiceId));
  const shared = same.find((row) => usedHere.has(row.invoiceId) && row.total === entered.total);
  if (shared !== undefined) {
    draft.update(invoiceRegister, shared.invoiceId, { used: fen(shared.used + line.amountClaimed) });
    return shared.invoiceId;
  }
  const row = draft.insert(invoiceRegister, {
    invoiceId: draft.nextNumber('IV', '', 5), kind: entered.kind, code: entered.code, number: entered.number, fingerprint, issueDate: line.date, seller: entered.seller,
    buyerTitle: null, total: entered.total, used: line.amountClaimed, file: '', duplicateOf: same[0]?.invoiceId ?? null, verifiedBy: null,
  });
  return row.invoiceId;
};

/** Takes back what a line used of its document; a document that no line uses any more leaves the register. */
export const releaseDocument = (draft: Draft, line: ExpenseLine): void => {
  const invoice = draft.find(invoiceRegister, line.invoiceId);
  if (invoice === undefined) return;
  const stillUsed = draft.by(expenseLines, 'invoiceId', invoice.invoiceId).some((row) => row.lineId !== line.lineId);
  if (stillUsed) draft.update(invoiceRegister, invoice.invoiceId, { used: fen(Math.max(nothing, invoice.used - line.amountClaimed)) });
  else draft.remove(invoiceRegister, invoice.invoiceId);
};

export const removeLeg = (draft: Draft, legId: string | null): void => {
  if (draft.find(travelLegs, legId) !== undefined && legId !== null) draft.remove(travelLegs, legId);
};
