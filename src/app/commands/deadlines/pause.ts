import { approvals, pauseKind, slaPauses, type SlaClock, type SlaPause } from '../../../../sheets-templates';
import { deadlineRule, mayPause, refusePause } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { askToPause, deferred, pauseDecided } from '../../../text/notices/standstills';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { workingClass } from '../../../tickets';
import { actorName } from '../../actor';
import { pendingApproval, requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition, type Reply } from '../../command';
import { applyStandstills, openClocksUnder, standstillTables } from '../../effects/standstills';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { leadRecipient } from '../tickets/subject';
import { ticketWithDeadlines } from './moves';

const { CUSTOMER_DEFER: _asked, ...pauses } = pauseKind;

const rulesField: Field = { name: 'rules', kind: 'list', label: words('适用时限', 'Deadlines'), help: words('如 S-04，可多选；留空为所有适用的时限，改期时为到场时限。', 'Such as S-04, several if need be; empty means all it may concern, or the arrival when the customer asks.') };
const evidenceField: Field = { name: 'evidence', kind: 'text', label: words('证据', 'Evidence'), required: true, minimum: 2, maximum: 300, help: words('客户来函、截图、公告的链接或编号。', 'A link to or number of the letter, screenshot or notice.') };

/** Open clocks of the ticket that a kind may move and that are not on record as missed. */
export const movableClocks = (draft: Draft, ticketId: string, kind: SlaPause['kind']): readonly SlaClock[] =>
  openClocksUnder(draft, ticketId).filter((clock) => clock.result !== 'BREACHED_OPEN' && mayPause(clock.ruleId, kind));

const chosenRules = ({ draft, input, objectId }: Request, kind: SlaPause['kind'], otherwise: (rule: string) => boolean): readonly string[] | Refusal => {
  const wanted = input.list('rules');
  const open = openClocksUnder(draft, objectId);
  const wrong = wanted.find((rule) => !open.some((clock) => clock.ruleId === rule));
  if (wrong !== undefined) return refuse('4.4', `本工单没有正在计时的 ${wrong}。`, `No ${wrong} is running for this ticket.`);
  const missed = wanted.find((rule) => mayPause(rule, kind) && open.some((clock) => clock.ruleId === rule && clock.result === 'BREACHED_OPEN'));
  if (missed !== undefined) return refuse('4.4', `${missed} 已超时并记录在案，不能再暂停或改期；请由主管填写超时原因。`, `${missed} is on record as missed and cannot be moved any more; the supervisor gives the reason instead.`);
  const rules = wanted.length > 0 ? wanted : [...new Set(movableClocks(draft, objectId, kind).map(({ ruleId }) => ruleId).filter(otherwise))];
  return rules.length > 0 ? rules : refuse('4.4', '没有可以因此暂停或改期的时限。', 'There is no deadline that may be moved for this reason.');
};

const insert = (request: Request, row: Omit<SlaPause, 'pauseId' | 'ticketId' | 'evidence' | 'approvalId'>): SlaPause =>
  request.draft.insert(slaPauses, { ...row, pauseId: request.draft.nextNumber('ZT', '', 5), ticketId: request.objectId, evidence: request.input.text('evidence'), approvalId: '-' });

/** force majeure, a closed site or a question to the customer; stands once the manager agrees. */
export const pauseDeadlines: CommandDefinition = command({
  name: 'deadline.pause',
  label: words('申请暂停时限', 'Ask for a pause of deadlines'),
  rules: ['4.4', 'A-05'],
  reads: [...standstillTables, approvals],
  fields: [
    { name: 'kind', kind: 'choice', label: words('原因', 'Because of'), choices: pauses, required: true },
    rulesField,
    { name: 'fromAt', kind: 'instant', label: words('开始', 'From'), help: words('留空为现在，最早 60 分钟前。', 'Empty means now; at most 60 minutes back.') },
    { name: 'toAt', kind: 'instant', label: words('结束', 'Until'), help: words('尚不知道时留空，之后用“结束暂停”。', 'Leave empty while unknown; end it later.') },
    evidenceField,
  ],
  decide: (request) => {
    const ticket = ticketWithDeadlines(request, 'deadline.pause');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, now, settings } = request;
    const kind = choiceOf(input, 'kind', pauses);
    const rules = chosenRules(request, kind, () => true);
    if (isRefusal(rules)) return rules;
    const stretch = { kind, fromAt: input.optionalInstant('fromAt') ?? now, toAt: input.optionalInstant('toAt'), newDue: null };
    const refused = rules.map((rule) => refusePause(rule, stretch, input.text('evidence'), now, settings)).find((one) => one !== null);
    if (refused !== undefined && refused !== null) return refused;
    const pause = insert(request, { ...stretch, rules, status: 'PENDING' });
    const asked = requestApproval(request, {
      matrix: 'A-05', docType: 'SLA_PAUSE', docId: pause.pauseId, content: contentOf(pause), requestedBy: actorName(request.actor), beneficiaries: [],
      severity: workingClass(ticket), noticeCode: 'N-24', message: askToPause(pause),
    });
    if (asked !== null) return asked;
    draft.update(slaPauses, pause.pauseId, { approvalId: pendingApproval(draft, 'SLA_PAUSE', pause.pauseId)?.approvalId ?? '-' });
    return { objectId: ticket.ticketId, message: words('已提请经理批准；批准之前时限照常计算。', 'The manager was asked; until then the deadlines run on.') };
  },
});

const isArrival = (rule: string): boolean => deadlineRule(rule).target === 'arriveTarget';

/** CUSTOMER_DEFER: the customer's own later time becomes the due moment; the manager is told. */
export const deferDeadlines: CommandDefinition = command({
  name: 'deadline.defer',
  label: words('客户要求改期', 'The customer asks for a later time'),
  rules: ['4.4', 'A-05'],
  reads: standstillTables,
  fields: [
    { name: 'newDue', kind: 'instant', label: words('客户要求的时间', 'The time the customer asked for'), required: true },
    rulesField,
    evidenceField,
  ],
  decide: (request) => {
    const ticket = ticketWithDeadlines(request, 'deadline.defer');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, now } = request;
    const rules = chosenRules(request, 'CUSTOMER_DEFER', isArrival);
    if (isRefusal(rules)) return rules;
    const newDue = input.instant('newDue');
    const override = { kind: 'CUSTOMER_DEFER', fromAt: now, toAt: null, newDue } as const;
    const wrong = rules.map((rule) => refusePause(rule, override, input.text('evidence'), now, request.settings)).find((one) => one !== null);
    if (wrong !== undefined && wrong !== null) return wrong;
    if (!movableClocks(draft, ticket.ticketId, 'CUSTOMER_DEFER').some((clock) => rules.includes(clock.ruleId) && newDue > clock.dueAt)) {
      return refuse('4.4', '客户要求的时间不晚于现有截止时间，无需改期。', 'The time is not later than the present due moment; there is nothing to move.');
    }
    const pause = insert(request, { ...override, rules, status: 'APPROVED' });
    applyStandstills(request, ticket.ticketId, rules);
    request.notify({ code: 'N-05', to: [{ role: 'TSM' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, cycle: pause.pauseId, message: deferred(pause) });
    return { objectId: ticket.ticketId, message: words('已按客户要求改期，经理已知会。', 'Moved at the customer\'s wish; the manager is told.') };
  },
});

/** Pauses of a ticket that have no end yet. */
export const standing = (draft: Draft, ticketId: string): readonly SlaPause[] =>
  draft.by(slaPauses, 'ticketId', ticketId).filter((row) => row.kind !== 'CUSTOMER_DEFER' && (row.status === 'APPROVED' || row.status === 'PENDING') && row.toAt === null);

/** The reason is over: what remained of each limit runs on from here. */
export const resumeDeadlines: CommandDefinition = command({
  name: 'deadline.resume',
  label: words('结束暂停', 'End a pause'),
  rules: ['4.4'],
  reads: standstillTables,
  fields: [{ name: 'at', kind: 'instant', label: words('恢复时间', 'Since'), help: words('留空为现在。', 'Empty means now.') }],
  decide: (request) => {
    const ticket = ticketWithDeadlines(request, 'deadline.resume');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, now } = request;
    const at = input.optionalInstant('at') ?? now;
    const open = standing(draft, ticket.ticketId);
    if (open.length === 0) return refuse('4.4', '没有尚未结束的暂停。', 'No pause is open.');
    if (at > now || open.some((pause) => at <= pause.fromAt)) return refuse('4.4', '恢复时间须在暂停开始之后、现在之前。', 'The end must lie after the beginning of the pause and not after now.');
    for (const pause of open) draft.update(slaPauses, pause.pauseId, { toAt: at });
    applyStandstills(request, ticket.ticketId, open.flatMap((pause) => pause.rules));
    return { objectId: ticket.ticketId, message: words('暂停已结束，时限继续计算。', 'The pause is over; the deadlines run on.') };
  },
});

/** Until when it lasts may be found out later; everything else is what the manager agreed to. */
const contentOf = ({ pauseId, ticketId, rules, kind, fromAt, evidence }: SlaPause): unknown => [pauseId, ticketId, rules, kind, fromAt, evidence];

const decided = (request: Request, pauseId: string, status: 'APPROVED' | 'REJECTED', comment: string): Reply => {
  const pause = request.draft.update(slaPauses, pauseId, { status });
  if (status === 'APPROVED') applyStandstills(request, pause.ticketId, pause.rules);
  request.notify({ code: status === 'APPROVED' ? 'N-06' : 'N-15', to: [{ role: 'SUP' }], objectId: pause.ticketId, cycle: pauseId, message: pauseDecided(pause, comment) });
  return { objectId: pause.ticketId, message: status === 'APPROVED' ? words('已同意，时限已重新计算。', 'Approved; the deadlines are counted anew.') : words('已记录：不同意暂停。', 'Recorded: no pause.') };
};

export const pauseOutcome: ApprovalOutcome = {
  docType: 'SLA_PAUSE',
  reads: standstillTables,
  content: (draft, docId) => contentOf(draft.get(slaPauses, docId)),
  approved: (request, docId) => decided(request, docId, 'APPROVED', ''),
  rejected: (request, docId, comment) => decided(request, docId, 'REJECTED', comment),
  message: (draft, docId) => askToPause(draft.get(slaPauses, docId)),
};
