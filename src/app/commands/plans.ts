import { approvals, installed, maintenancePlans, products, tickets, type MaintenancePlan } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import { dateOf, refuse, words, type Refusal } from '../../terms';
import { findUnit } from '../../tickets';
import { actorName, hasRole } from '../actor';
import { requestApproval, type ApprovalOutcome } from '../approvals/request-approval';
import { command, type CommandDefinition } from '../command';
import type { Message, Request } from '../request';

const reads = [maintenancePlans, installed, products, approvals] as const;

const supervisorOnly = ({ actor }: Request): Refusal | null => (hasRole(actor, 'SUP') ? null : refuse('ROLE', '维护计划由主管编制。', 'The supervisor makes maintenance plans.'));

const asked = (draft: Draft, plan: MaintenancePlan): Omit<Message, 'actions'> => {
  const unit = draft.find(installed, plan.equipId);
  const name = `${draft.find(products, unit?.productId)?.model ?? ''} ${unit?.serialNo ?? plan.equipId}`.trim();
  return {
    subject: words(`待批：维护计划 ${plan.planId} ${name}`, `To decide: maintenance plan ${plan.planId} ${name}`),
    body: [words(`每 ${plan.intervalMonths} 个月：${plan.content}`, `Every ${plan.intervalMonths} months: ${plan.content}`)],
    facts: [{ label: words('首次到期', 'First due'), value: plan.nextDue }, { label: words('结束', 'Ends'), value: plan.endDate ?? '—' }],
  };
};

const contentOf = ({ equipId, content, intervalMonths, endDate }: MaintenancePlan): unknown => [equipId, content, intervalMonths, endDate];

/** a plan runs once the manager agreed. */
const createPlan: CommandDefinition = command({
  name: 'plan.create', label: words('编制维护计划', 'Make a maintenance plan'), rules: ['R-173', 'A-40'], reads,
  fields: [
    { name: 'serialText', kind: 'text', label: words('产品编号', 'Serial number'), required: true, maximum: 100 },
    { name: 'content', kind: 'long', label: words('维护内容', 'What is done'), required: true, minimum: 4, maximum: 1000 },
    { name: 'intervalMonths', kind: 'integer', label: words('周期（月）', 'Every (months)'), required: true, minimum: 1, maximum: 120 },
    { name: 'nextDue', kind: 'date', label: words('首次到期', 'First due'), required: true },
    { name: 'endDate', kind: 'date', label: words('结束日期', 'Ends') },
  ],
  decide: (request) => {
    const { draft, input, now, actor } = request;
    const unit = findUnit(draft.all(installed), input.text('serialText'));
    const refused = supervisorOnly(request)
      ?? (unit === undefined ? refuse('R-173', '在装设备台账中没有此编号（由内勤先登记设备）。', 'No such unit among the installed equipment (the clerk enters it first).') : null)
      ?? (input.date('nextDue') < dateOf(now) ? refuse('R-173', '首次到期不能早于今天。', 'The first round cannot be due before today.') : null);
    if (refused !== null || unit === undefined) return refused ?? refuse('R-173', '无此设备。', 'No such unit.');
    const plan = draft.insert(maintenancePlans, {
      planId: draft.nextNumber('WB', '', 4), status: 'PAUSED', customerId: unit.customerId, equipId: unit.equipId, content: input.text('content'), intervalMonths: input.number('intervalMonths'), nextDue: input.date('nextDue'),
      endDate: input.optionalDate('endDate'), ticketId: null, preparedBy: actorName(actor),
    });
    return requestApproval(request, { matrix: 'A-40', docType: 'PLAN', docId: plan.planId, content: contentOf(plan), requestedBy: plan.preparedBy, beneficiaries: [], severity: undefined, noticeCode: 'N-24', message: asked(draft, plan) })
      ?? { objectId: plan.planId, message: words(`维护计划 ${plan.planId} 已送经理批准。`, `Maintenance plan ${plan.planId} went to the manager.`) };
  },
});

const endPlan: CommandDefinition = command({
  name: 'plan.end', label: words('结束维护计划', 'End a maintenance plan'), rules: ['R-173'], reads: [maintenancePlans],
  fields: [{ name: 'planId', kind: 'text', label: words('计划号', 'Plan'), required: true, maximum: 20 }],
  decide: (request) => {
    const refused = supervisorOnly(request);
    const plan = request.draft.find(maintenancePlans, request.input.text('planId').toUpperCase());
    if (refused !== null) return refused;
    if (plan === undefined) return refuse('UNKNOWN', '没有此维护计划。', 'There is no such maintenance plan.');
    request.draft.update(maintenancePlans, plan.planId, { status: 'ENDED' });
    return { objectId: plan.planId, message: words(`${plan.planId} 已结束。`, `${plan.planId} is ended.`) };
  },
});

export const planOutcome: ApprovalOutcome = {
  docType: 'PLAN', reads: [...reads, tickets],
  content: (draft, docId) => contentOf(draft.get(maintenancePlans, docId)),
  message: (draft, docId) => asked(draft, draft.get(maintenancePlans, docId)),
  approved: ({ draft }, docId) => {
    if (draft.get(maintenancePlans, docId).status !== 'ENDED') draft.update(maintenancePlans, docId, { status: 'ACTIVE' });
    return { objectId: docId, message: words('维护计划已执行。', 'The plan runs.') };
  },
  rejected: (request, docId, comment) => {
    const plan = request.draft.update(maintenancePlans, docId, { status: 'ENDED' });
    request.notify({ code: 'N-15', to: [{ staffId: plan.preparedBy }], objectId: docId, message: { subject: words(`维护计划未获同意 ${docId}`, `Maintenance plan not approved ${docId}`), body: [words(comment, comment)] } });
    return { objectId: docId, message: words('已退回。', 'Sent back.') };
  },
};

export const plansCommands: readonly CommandDefinition[] = [createPlan, endPlan];
