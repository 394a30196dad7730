import { approvals, tickets, type AnyTable, type DocType } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { staffNews } from '../../../text/notices/charges';
import { words } from '../../../terms';
import type { ApprovalOutcome } from '../../approvals/request-approval';
import type { Request } from '../../request';

interface Kind {
  readonly docType: DocType;
  readonly reads: readonly AnyTable[];
  readonly content: ApprovalOutcome['content'];
  readonly message: ApprovalOutcome['message'];
  readonly ticketOf: (draft: Draft, docId: string) => string;
  readonly approved: (request: Request, docId: string) => void;
}

/** What follows from a decision on a commercial document. A no changes nothing: whoever asked is told why (N-15). */
export const outcome = ({ ticketOf, approved, ...kind }: Kind): ApprovalOutcome => ({
  ...kind,
  approved: (request, docId) => {
    approved(request, docId);
    return { objectId: docId, message: words('已同意。', 'Approved.') };
  },
  rejected: (request, docId, comment) => {
    const { draft, now } = request;
    const asked = draft.by(approvals, 'docId', docId).filter((row) => row.docType === kind.docType).slice(-1)[0]?.requestedBy.split(',')[0] ?? '';
    request.notify({ code: 'N-15', to: [{ staffId: asked }], objectId: docId, cycle: now, message: staffNews(draft.get(tickets, ticketOf(draft, docId)), words(`${docId} 未获同意：${comment}`, `${docId} was not approved: ${comment}`)) });
    return { objectId: docId, message: words('已退回申请人。', 'Sent back to whoever asked.') };
  },
});
