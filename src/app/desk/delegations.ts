import { delegations, staff } from '../../../sheets-templates';
import { showInstant, words } from '../../terms';
import { staffIdOf } from '../actor';
import type { DeskSource } from '../command';
import { delegationsCommands } from '../commands/delegations';
import { offerOf } from './offers';

/** Decisions that a person has handed over and may take back (6.3). */
export const delegationsDesk: DeskSource = {
  reads: [delegations, staff],
  items: ({ draft, actor, now }) => draft.where(delegations, (row) => row.fromStaff === staffIdOf(actor) && row.revokedAt === null && row.endAt > now).map((row) => ({
    objectId: row.delegationId, kind: words('审批委托', 'Delegation'), title: draft.find(staff, row.toStaff)?.name ?? row.toStaff, status: row.startAt > now ? words('待生效', 'Not begun') : words('生效', 'Holds'), severity: null, dueAt: row.endAt,
    facts: [{ label: words('期间', 'Time'), value: `${showInstant(row.startAt)} – ${showInstant(row.endAt)}` }, { label: words('原因', 'Reason'), value: row.reason }],
    offers: delegationsCommands.filter(({ name }) => name === 'delegation.revoke').map((definition) => offerOf(definition, row.delegationId, { danger: [definition.name] })), forms: [],
  })),
};
