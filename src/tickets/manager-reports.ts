import type { ManagerReport, ManagerReportKind, Role, Severity, StaffMember } from '../../sheets-templates';

/** Whom the supervisor must report to in person, by class (R-256 for A, R-259 for B; AMB-08). */
export const reportKinds: Readonly<Record<'A' | 'B', ManagerReportKind>> = { A: 'A_IMMEDIATE', B: 'B_ONE_HOUR' };

const holders = (staff: readonly StaffMember[], role: Role): readonly StaffMember[] => staff.filter((member) => member.active && member.roles.includes(role));

export interface ReportAddressee {
  readonly member: StaffMember;
  readonly role: Role;
}

const addressees = (staff: readonly StaffMember[], roles: readonly Role[]): readonly ReportAddressee[] => {
  const found = new Map<string, ReportAddressee>();
  for (const role of roles) {
    for (const member of holders(staff, role)) if (!found.has(member.staffId)) found.set(member.staffId, { member, role });
  }
  return [...found.values()];
};

/** Class A: GM, every EDGM and every DGM. Class B: the roles of `sla.B.report_roles`, EDGM when none is filled. Class C: nobody. */
export const reportAddressees = (severity: Severity | null, staff: readonly StaffMember[], rolesForB: readonly string[]): readonly ReportAddressee[] => {
  if (severity === 'A') return addressees(staff, ['GM', 'EDGM', 'DGM']);
  if (severity !== 'B') return [];
  const wanted = (['GM', 'EDGM', 'DGM', 'TSM'] as const).filter((role) => rolesForB.includes(role));
  const asked = addressees(staff, wanted);
  return asked.length > 0 ? asked : addressees(staff, ['EDGM']);
};

/** Those of the required managers who have not been told yet. */
export const stillToReport = (required: readonly ReportAddressee[], told: readonly ManagerReport[], kind: ManagerReportKind): readonly ReportAddressee[] =>
  required.filter(({ member }) => !told.some((report) => report.kind === kind && report.toStaff === member.staffId));
