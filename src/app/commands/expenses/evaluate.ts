import { expenseClaims, expenseLines, invoiceRegister, monthlyReports, tickets, dispatchOrders, type ExpenseClaim, type ExpenseLine } from '../../../../sheets-templates';
import { evaluateClaim, type AllowanceLine, type ClaimVerdict, type LineFlag, type LineVerdict } from '../../../expenses';
import type { Draft } from '../../../ledger/draft';
import { reportIdOf } from '../../../people';
import { dateOf, nothing, words, type Words } from '../../../terms';
import { reasonNote } from '../../../text/notices/line-reason';
import type { Request } from '../../request';
import { claimFactsFor, isAllowance, linesOf, officeOf } from './claim-facts';

const flagWords: Readonly<Record<LineFlag, Words>> = {
  POST_HOC: words('事后补批', 'approved afterwards'),
  UNCONFIRMED: words('聊天同意尚未由批准人确认', 'chat consent not confirmed yet'),
  UNKNOWN_CITY: words('城市未在分级表中，按其他城市', 'city not in the list, taken as "other"'),
  AMOUNT_MISMATCH: words('同号发票金额不一致，已提请财务核查', 'same invoice number with another amount; finance was told'),
  OTHER_MONTH: words('不属于本月', 'belongs to another month'),
};

const noteOf = ({ note, flags }: Pick<LineVerdict, 'note' | 'flags'>): string =>
  reasonNote(words([note.zh, ...flags.map((flag) => flagWords[flag].zh)].join(' '), [note.en, ...flags.map((flag) => flagWords[flag].en)].join(' ')));

const allowanceId = (claimId: string, { kind, date, orderId }: AllowanceLine, duplicate: boolean): string =>
  [claimId, kind.replace('ALLOW_', ''), date.replace(/-/g, ''), ...(duplicate ? [orderId] : [])].join('-');

const asRow = (draft: Draft, claimId: string, line: AllowanceLine): ExpenseLine => ({
  lineId: allowanceId(claimId, line, line.decision === 'DUP_DAY'), claimId, kind: line.kind, date: line.date, orderId: line.orderId, city: line.cities.join('、'), nights: null,
  checkin: null, checkout: null, sharers: null, legId: null, mode: null,
  // Allowances are generated, not claimed (5.8): nothing is cut from them.
  amountClaimed: nothing, cap: null, amountPayable: line.payable, decision: line.decision, decisionNote: reasonNote(line.note),
  invoiceId: null, approvalRef: null, chargeableTo: draft.find(tickets, draft.find(dispatchOrders, line.orderId)?.ticketId)?.ticketId ?? null, purpose: null,
});

/** Allowance rows as they should stand now; those of days that an earlier claim counted are left out. */
const writeAllowances = (draft: Draft, claim: ExpenseClaim, verdict: ClaimVerdict): void => {
  const payableDays = new Set(verdict.allowances.filter((line) => line.decision !== 'DUP_DAY').map((line) => line.date));
  const wanted = new Map(verdict.allowances.filter((line) => payableDays.has(line.date)).map((line) => asRow(draft, claim.claimId, line)).map((row) => [row.lineId, row]));
  for (const old of linesOf(draft, claim.claimId).filter(isAllowance)) if (!wanted.has(old.lineId)) draft.remove(expenseLines, old.lineId);
  for (const [lineId, { lineId: _key, ...fields }] of wanted) {
    if (draft.find(expenseLines, lineId) === undefined) draft.insert(expenseLines, { lineId, ...fields });
    else draft.update(expenseLines, lineId, fields);
  }
};

const tellMismatches = (request: Request, claim: ExpenseClaim, verdict: ClaimVerdict): void => {
  for (const line of verdict.lines.filter(({ flags }) => flags.includes('AMOUNT_MISMATCH'))) {
    const row = request.draft.get(expenseLines, line.lineId);
    if (row.decisionNote?.includes(flagWords.AMOUNT_MISMATCH.zh) === true) continue;
    const invoice = request.draft.find(invoiceRegister, row.invoiceId);
    request.notify({
      code: 'N-39', to: [{ role: 'FIN' }], objectId: line.lineId, cycle: 'mismatch',
      message: {
        subject: words(`发票金额不一致：${invoice?.number ?? line.lineId}`, `Invoice amounts differ: ${invoice?.number ?? line.lineId}`),
        body: [words(`报销单 ${claim.claimId} 的行 ${line.lineId} 所用发票号已登记过不同金额，该行不予付款，请核查。`, `Line ${line.lineId} of claim ${claim.claimId} uses an invoice number that is registered with another amount. The line is not paid; please look into it.`)],
      },
    });
  }
};

/**
 * Decides the claim anew and writes the results: allowance rows, the verdict of every line with its reason, totals.
 * Σ payable of the lines is the claim's total, always.
 */
export const evaluateAndWrite = (request: Request, claimId: string): ClaimVerdict => {
  const { draft, now } = request;
  const claim = draft.get(expenseClaims, claimId);
  const verdict = evaluateClaim(claimFactsFor(request, claim, dateOf(now)), officeOf(request));
  writeAllowances(draft, claim, verdict);
  tellMismatches(request, claim, verdict);
  for (const line of verdict.lines) {
    draft.update(expenseLines, line.lineId, { decision: line.decision, cap: line.cap, amountPayable: line.payable, decisionNote: noteOf(line) });
    const { invoiceId } = draft.get(expenseLines, line.lineId);
    if (invoiceId !== null && line.fingerprint !== null) draft.update(invoiceRegister, invoiceId, { fingerprint: line.fingerprint });
  }
  const reportId = reportIdOf(claim.month, claim.staffId);
  draft.update(expenseClaims, claimId, {
    totalClaimed: verdict.totalClaimed, totalAllowance: verdict.totalAllowance, totalPayable: verdict.totalPayable, totalCut: verdict.totalCut,
    monthlyReportId: draft.find(monthlyReports, reportId) === undefined ? null : reportId,
  });
  return verdict;
};
