import { delegations, docType, staff, type Delegation, type DocType, type StaffMember } from '../../../sheets-templates';
import { refuseDelegation } from '../../approvals';
import { delegationNews } from '../../text/notices/delegations';
import { refuse, words, type Words } from '../../terms';
import { staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import type { Request } from '../request';

/** Documents whose decision can be handed over for a time, as a list to tick. */
const delegable: Readonly<Partial<Record<DocType, Words>>> = {
  DISPATCH: words('派工单与派工征询', 'Dispatch orders and consents'), PARTS_REQUEST: words('维护申请', 'Parts requests'), TRAVEL: words('出行方式', 'Travel modes'), CLAIM: words('报销单', 'Expense claims'),
  MONTHLY_REPORT: words('月度报告', 'Monthly reports'), DOWNGRADE: words('降级', 'Lower classes'), SLA_PAUSE: words('时限暂停', 'Pauses of deadlines'), REFUSAL: words('不予服务', 'Refusals of service'),
  LIABILITY: words('责任与收费判定', 'Liability decisions'), QUOTE: words('报价', 'Quotes'), AGREEMENT: words('服务协议', 'Service agreements'), PREPAYMENT: words('免预付', 'Prepayment waivers'),
  GOODWILL: words('酌情免收', 'Goodwill'), RELEASE: words('签约前抢修', 'Emergency releases'), WRITE_OFF: words('核销', 'Write-offs'),
};

const isDocType = (code: string): code is DocType => code in docType;

const tell = (request: Request, row: Delegation, from: StaffMember, to: StaffMember): void => {
  const manager = from.roles.includes('GM') ? ({ role: 'EDGM' } as const) : ({ staffId: from.managerId } as const);
  request.notify({ code: 'N-56', to: [{ staffId: row.fromStaff }, { staffId: row.toStaff }, manager], objectId: row.delegationId, cycle: row.revokedAt === null ? 'given' : 'revoked', message: delegationNews(row, from.name, to.name) });
};

/** A-41, valid at once; the delegator's manager is told. */
const give: CommandDefinition = command({
  name: 'delegation.give', label: words('委托审批', 'Delegate approvals'), rules: ['6.3', 'A-41', 'N-56'], reads: [],
  fields: [
    { name: 'toStaff', kind: 'text', label: words('受托人', 'To'), required: true, maximum: 60, help: words('姓名或编号。', 'Name or number.') },
    { name: 'docTypes', kind: 'list', label: words('单据类型', 'Documents'), choices: delegable, required: true },
    { name: 'startAt', kind: 'instant', label: words('开始', 'Start'), required: true },
    { name: 'endAt', kind: 'instant', label: words('结束', 'End'), required: true },
    { name: 'reason', kind: 'text', label: words('原因', 'Reason'), required: true, minimum: 2, maximum: 300 },
  ],
  decide: (request) => {
    const { draft, input, actor, now } = request;
    if (actor.kind !== 'staff') return refuse('ROLE', '只有员工可以委托审批。', 'Only staff delegate approvals.');
    const named = input.text('toStaff');
    const found = draft.where(staff, (member) => member.active && (member.staffId === named || member.name === named));
    const [to] = found.length === 1 ? found : [];
    const terms = { docTypes: input.list('docTypes').filter(isDocType).flatMap((type) => (type === 'DISPATCH' ? [type, 'CONSENT' as const] : [type])), startAt: input.instant('startAt'), endAt: input.instant('endAt') };
    const refused = refuseDelegation(actor.staff, to, terms, now);
    if (refused !== null || to === undefined) return refused ?? refuse('6.3', '没有此人。', 'Nobody of that name.');
    const row = draft.insert(delegations, { delegationId: draft.nextNumber('DG', '', 4), fromStaff: actor.staff.staffId, toStaff: to.staffId, ...terms, reason: input.text('reason'), revokedAt: null });
    tell(request, row, actor.staff, to);
    return { objectId: row.delegationId, message: words(`已委托 ${to.name}。`, `Delegated to ${to.name}.`) };
  },
});

const revoke: CommandDefinition = command({
  name: 'delegation.revoke', label: words('撤销委托', 'Revoke the delegation'), rules: ['6.3'], reads: [], fields: [],
  decide: (request) => {
    const { draft, actor, now, objectId } = request;
    const row = draft.find(delegations, objectId);
    if (row === undefined || row.revokedAt !== null || row.endAt <= now) return refuse('STATE', '此委托不存在或已结束。', 'There is no such delegation, or it has ended.');
    if (actor.kind !== 'staff' || row.fromStaff !== staffIdOf(actor)) return refuse('ROLE', '只有委托人可以撤销。', 'Only who delegated revokes it.');
    const ended = draft.update(delegations, row.delegationId, { revokedAt: now });
    const to = draft.find(staff, row.toStaff);
    if (to !== undefined) tell(request, ended, actor.staff, to);
    return { objectId, message: words('委托已撤销。', 'Revoked.') };
  },
});

export const delegationsCommands: readonly CommandDefinition[] = [give, revoke];
