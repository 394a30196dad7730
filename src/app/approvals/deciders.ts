import { delegations, slaClocks, type Approval, type StaffMember } from '../../../sheets-templates';
import { delegatesOf, higherThan } from '../../approvals';
import { endOfWorkingDay } from '../../deadlines';
import { dateOf } from '../../terms';
import type { Request } from '../request';

type Moment = Pick<Request, 'draft' | 'calendar'> & { readonly now: string };

const people = (list: string): readonly string[] => list.split(',').filter((id) => id !== '');

/** When an unanswered step is shown to the next higher role as well: by its own deadline (S-18, S-20), others after a working day (6.3). */
const shownHigherFrom = ({ draft, calendar }: Moment, { docId, requestedAt }: Approval): string =>
  draft.by(slaClocks, 'objectId', docId).filter((clock) => (clock.ruleId === 'S-18' || clock.ruleId === 'S-20')).slice(-1)[0]?.dueAt ?? endOfWorkingDay(calendar, dateOf(requestedAt), 1);

/**
 * In whose place somebody may decide a step: their own (null), a delegator's, or, once it has waited too long, that of who
 * was asked. Null when they may not at all. Nobody stands in for a document of their own (6.1 no. 1 and 2). Reads `slaClocks`.
 */
export const decidesFor = (moment: Moment, approval: Approval, { staffId, roles, active }: StaffMember): { readonly onBehalfOf: string | null } | null => {
  const asked = people(approval.approver);
  if (!active || people(approval.requestedBy).includes(staffId)) return null;
  // Who was asked may have lost the role since. The general manager's own requests go to EDGM and FIN alike.
  if (asked.includes(staffId) && (roles.includes(approval.role) || (approval.role === 'EDGM' && roles.includes('FIN')))) return { onBehalfOf: null };
  const [delegation] = delegatesOf(moment.draft.all(delegations), approval.docType, asked, moment.now).filter((row) => row.toStaff === staffId);
  if (delegation !== undefined) return { onBehalfOf: delegation.fromStaff };
  const [absent = null] = asked;
  return moment.now > shownHigherFrom(moment, approval) && higherThan(approval.role).some((role) => roles.includes(role)) ? { onBehalfOf: absent } : null;
};
