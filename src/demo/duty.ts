import type { DutyShiftRow, StaffMember } from '../../sheets-templates';
import { instant, localDate, plusDays } from '../terms';

const firstDay = localDate('2026-03-01');
const days = 92;
/** Until then everybody on duty has said so. */
const confirmedBefore = localDate('2026-04-01');
const confirmedAt = instant('2026-02-27 17:00');

/** Who answers the duty phone: engineers take whole days in turn, the next one in the row is backup. */
export const demoDuty = (staff: readonly StaffMember[]): readonly DutyShiftRow[] => {
  const turn = staff.filter((member) => member.roles.includes('ENG'));
  return Array.from({ length: turn.length === 0 ? 0 : days }, (_unused, index): DutyShiftRow => {
    const date = plusDays(firstDay, index);
    const primary = turn[index % turn.length];
    const backup = turn[(index + 1) % turn.length];
    return { dutyId: `DR-${date.replace(/-/g, '')}-FULL`, date, shift: 'FULL', primary: primary?.staffId ?? '', backup: backup?.staffId ?? '', phone: primary?.phone ?? '', acknowledgedAt: date < confirmedBefore ? confirmedAt : null };
  });
};
