import type { ConsentChannel, Role, StaffMember } from '../../sheets-templates';

/** Who asks for a command, after the entry point has established it. */
export type Actor =
  | { readonly kind: 'staff'; readonly staff: StaffMember; readonly via: ConsentChannel }
  | { readonly kind: 'customer'; readonly ticketId: string }
  | { readonly kind: 'visitor' } // the public intake form
  | { readonly kind: 'system' };

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'staff' && actor.staff.active && roles.some((role) => actor.staff.roles.includes(role));

/** The staff id of the actor, or null for customers, visitors and the system. */
export const staffIdOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.staff.staffId : null);

/** How the journal and the ledgers name an actor: a staff id, CUS or SYS (2.4 TicketEvents). */
export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case 'staff':
      return actor.staff.staffId;
    case 'system':
      return 'SYS';
    default:
      return 'CUS';
  }
};
