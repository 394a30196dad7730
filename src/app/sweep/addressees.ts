import { delegations, dutyRoster, staff, type SlaClock, type StaffMember } from '../../../sheets-templates';
import { delegatesOf } from '../../approvals';
import type { LadderRecipient } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Instant } from '../../terms';
import { onDuty } from '../../tickets';
import { ownersOf, type ClockSubject } from './subjects';

const byId = (draft: Draft, staffId: string | null | undefined): readonly StaffMember[] => {
  const member = draft.find(staff, staffId);
  return member === undefined || !member.active ? [] : [member];
};

/** People behind an entry of the ladder. Customers are not staff and are told apart. */
export const peopleBehind = (draft: Draft, recipient: LadderRecipient, clock: SlaClock, subject: ClockSubject, now: Instant): readonly StaffMember[] => {
  switch (recipient) {
    case 'CUS':
      return [];
    case 'DELEGATE':
      return delegatesOf(draft.all(delegations), 'DISPATCH', draft.where(staff, (member) => member.active && member.roles.includes('TSM')).map(({ staffId }) => staffId), now).flatMap((row) => byId(draft, row.toStaff));
    case 'OWNER':
      return ownersOf(draft, clock, subject);
    case 'OWNER_MANAGER':
      return ownersOf(draft, clock, subject).flatMap((owner) => byId(draft, owner.managerId));
    case 'DUTY_BACKUP':
      return byId(draft, onDuty(draft.all(dutyRoster), now)?.backup);
    case 'ENG':
      return byId(draft, subject.person);
    default:
      return draft.where(staff, (member) => member.active && member.roles.includes(recipient));
  }
};
