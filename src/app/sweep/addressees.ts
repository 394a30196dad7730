import { dutyRoster, staff, type SlaClock, type StaffMember } from '../../../sheets-templates';
import type { LadderRecipient } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Instant } from '../../terms';
import { onDuty } from '../../tickets';
import { ownersOf, type ClockSubject } from './subjects';

const byId = (draft: Draft, staffId: string | null | undefined): readonly StaffMember[] => {
  const member = draft.find(staff, staffId);
  return member === undefined || !member.active ? [] : [member];
};

/** People behind an entry of the ladder. Customers are not staff and are told apart; nobody is delegate while none is recorded. */
export const peopleBehind = (draft: Draft, recipient: LadderRecipient, clock: SlaClock, subject: ClockSubject, now: Instant): readonly StaffMember[] => {
  switch (recipient) {
    case 'CUS':
    case 'DELEGATE':
      return [];
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
