import type { Role, StaffMember } from '../../sheets-templates';

/** Who is asked when the required approver is the requester: the next higher role; the GM's own go to EDGM and FIN (6.1 no. 3). */
const higher: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  CLK: ['SUP'],
  SUP: ['TSM'],
  TSM: ['DGM'],
  DGM: ['GM'],
  EDGM: ['GM'],
  GM: ['EDGM', 'FIN'],
};

/** To whom a step is shown as well while its approver does not answer (6.3). Nobody stands above the general manager. */
export const higherThan = (role: Role): readonly Role[] => (role === 'GM' ? [] : higher[role] ?? []);

export interface Approver {
  readonly member: StaffMember;
  /** The role in which they decide. */
  readonly role: Role;
}

const holders = (role: Role, barred: readonly string[], staff: readonly StaffMember[]): readonly Approver[] =>
  staff.filter((member) => member.active && member.roles.includes(role) && !barred.includes(member.staffId)).map((member) => ({ member, role }));

/** Those who may decide a step, never one of `barred`; climbs to the next higher role while nobody is left. */
export const approversOf = (role: Role, barred: readonly string[], staff: readonly StaffMember[]): readonly Approver[] => {
  const asked = new Set<Role>();
  let roles: readonly Role[] = [role];
  while (roles.length > 0) {
    const found = roles.flatMap((candidate) => holders(candidate, barred, staff));
    if (found.length > 0) return found;
    for (const candidate of roles) asked.add(candidate);
    roles = roles.flatMap((candidate) => higher[candidate] ?? []).filter((candidate) => !asked.has(candidate));
  }
  return [];
};
