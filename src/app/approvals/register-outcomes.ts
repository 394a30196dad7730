import { complaints, defects, itinerary, overtime, policyAcks, policyDocs, slaClocks, type AnyTable, type DocType } from '../../../sheets-templates';
import { registerContent, registerDecided, registerMessage } from '../commands/registers';
import type { ApprovalOutcome } from './request-approval';

/** Approvals that registers ask for (src/registers), by document. */
const asked: readonly (readonly [DocType, ...AnyTable[]])[] = [['COMPLAINT', complaints], ['DEFECT', defects], ['OVERTIME', overtime], ['COMP_LEAVE', overtime, itinerary], ['POLICY', policyDocs, policyAcks]];

export const registerOutcomes: readonly ApprovalOutcome[] = asked.map(([docType, ...tables]) => ({
  docType, reads: [...tables, slaClocks],
  content: (draft, docId) => registerContent(draft, docType, docId),
  message: (draft, docId) => registerMessage(draft, docType, docId),
  approved: (request, docId) => registerDecided(request, docType, docId, true),
  rejected: (request, docId) => registerDecided(request, docType, docId, false),
}));
