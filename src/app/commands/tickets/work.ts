import { acceptances, causeCode, dispatchOrders, partsLines, partsRequests, quotes, slaClocks, testResult, tickets, type Acceptance, type PartsLine, type Ticket } from '../../../../sheets-templates';
import { chargeAfterCauseFound } from '../../../charges';
import { pleaseAccept } from '../../../text/notices/tickets-customer';
import { yoursNow } from '../../../text/notices/tickets-staff';
import { allRefusals, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { isAdvice, isFault, repeatWithCause, workingClass } from '../../../tickets';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { openAcceptance } from './acceptance-row';
import { chosen, choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { byMail, customerRecipient, customerTables, ticketFor } from './subject';

/** Checks after the repair that nobody may leave out. */
const afterChecks = {
  POWERED: words('通电运行正常', 'Powered up and running'),
  FUNCTIONS: words('各项功能逐一测试', 'All functions tested'),
  PROTECTION: words('保护和联锁已恢复', 'Protection and interlocks restored'),
  COVERS: words('盖板、接地、接线已复原', 'Covers, earthing and wiring back in place'),
  TIDY: words('现场已清理，工具已清点', 'Site cleared, tools counted'),
};

const doneFields: readonly Field[] = [
  { name: 'resolution', kind: 'long', label: words('解决结果', 'Resolution'), required: true, minimum: 4, maximum: 2000 },
  { name: 'causeCode', kind: 'choice', label: words('原因', 'Cause'), choices: causeCode, help: words('维修、更换、退换货、质量反馈必须填写。', 'Needed for repairs, replacements, returns and quality feedback.') },
  { name: 'afterChecks', kind: 'list', label: words('修后检查', 'Checks after the repair'), choices: afterChecks, help: words('须全部完成；远程处理不适用。', 'All are needed; not for remote work.') },
  { name: 'functionTest', kind: 'choice', label: words('功能测试', 'Function test'), choices: testResult, required: true },
  { name: 'explained', kind: 'flag', label: words('已向客户解释过程和注意事项', 'Process and precautions explained to the customer'), required: true },
  { name: 'advice', kind: 'long', label: words('注意事项', 'Advice to the customer'), required: true, minimum: 2, maximum: 1000 },
];

const usedParts = (request: Request, ticket: Ticket): readonly PartsLine[] => {
  const ids = request.draft.by(partsRequests, 'ticketId', ticket.ticketId).filter((row) => row.status !== 'REJECTED' && row.status !== 'CANCELLED').map((row) => row.requestId);
  return request.draft.where(partsLines, (line) => ids.includes(line.requestId) && line.status !== 'CANCELLED');
};

const missingChecks = (request: Request, ticket: Ticket): readonly string[] =>
  ticket.status === 'REMOTE' ? [] : Object.keys(afterChecks).filter((check) => !request.input.list('afterChecks').includes(check));

/** G-TK-8, everything that is missing at once. */
const refuseDone = (request: Request, ticket: Ticket): Refusal | null => {
  const code = 'G-TK-8';
  const { input } = request;
  const missing = Object.entries(afterChecks).filter(([check]) => missingChecks(request, ticket).includes(check)).map(([, label]) => label);
  const uncounted = usedParts(request, ticket).filter((line) => line.qtyReceived > 0 && line.qtyUsed === null).map((line) => line.itemName);
  const test = chosen(input, 'functionTest', testResult);
  return allRefusals(code, [
    isFault(ticket.serviceType) && chosen(input, 'causeCode', causeCode) === null ? refuse(code, '须选择故障原因（由负责工程师判断）。', 'The cause is missing (the lead engineer finds it).') : null,
    missing.length > 0 ? refuse(code, `修后检查未完成：${missing.map(({ zh }) => zh).join('、')}。`, `Checks after the repair are missing: ${missing.map(({ en }) => en).join(', ')}.`) : null,
    test === 'PASS' || test === 'PARTIAL' ? null : refuse(code, '功能测试须合格或部分合格才能报修复。', 'The function test must have passed, at least in part.'),
    uncounted.length > 0 ? refuse(code, `配件用量未登记：${uncounted.join('、')}（由工程师登记）。`, `The quantity used is missing for: ${uncounted.join(', ')} (the engineer records it).`) : null,
    ticket.holdStatus === 'NONE' ? null : refuse(code, '工单仍挂起，须先解除（由主管办理）。', 'The ticket is on hold; the supervisor releases it first.'),
  ]);
};

/** The ticket is repaired: the customer is asked to sign (S-46). */
const repaired = (request: Request, ticket: Ticket, acceptance: Omit<Parameters<typeof openAcceptance>[2], 'partsReplaced'>): Acceptance => {
  const { draft, now } = request;
  recordMoment(request, ticketMoment(ticket, 'repaired', now));
  const customer = customerRecipient(draft, ticket);
  if (byMail(customer)) recordMoment(request, ticketMoment(ticket, 'customerUpdated', now));
  const row = openAcceptance(request, ticket, { ...acceptance, partsReplaced: usedParts(request, ticket).filter((line) => (line.qtyUsed ?? 0) > 0).map((line) => ({ name: line.itemName, spec: line.spec, quantity: line.qtyUsed })) });
  request.notify({ code: 'N-60', to: customer, objectId: ticket.ticketId, cycle: now, message: pleaseAccept(ticket, row) });
  return row;
};

const doneReads = [tickets, slaClocks, partsRequests, partsLines, acceptances, dispatchOrders, quotes, ...customerTables];

/** TK-14. WB-05: a cause that is an exclusion opens the question who pays again; the work is finished all the same. */
export const repairDone: CommandDefinition = command({
  name: 'ticket.repairDone',
  label: words('修复完成', 'Repair done'),
  rules: ['R-084', 'R-174', 'R-175', 'R-243', 'TK-14'],
  reads: doneReads,
  fields: doneFields,
  decide: (request) => {
    const found = ticketFor(request, 'ticket.repairDone');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const refused = refuseDone(request, ticket);
    if (refused !== null) return refused;
    const cause = chosen(input, 'causeCode', causeCode);
    const repeatOf = cause === null || !isFault(ticket.serviceType) ? ticket.repeatOf : repeatWithCause(draft.all(tickets), ticket, cause, request.settings.count('tk.repeat_days', now));
    const byCause = cause === null ? ticket.chargeStatus : chargeAfterCauseFound(ticket.chargeStatus, cause, ticket.status);
    // A repeat that only the cause shows is decided like any other; it is never charged by itself.
    const charge = repeatOf !== null && ticket.repeatOf === null && byCause === 'FREE' ? 'DECISION_PENDING' : byCause;
    const after = draft.update(tickets, ticket.ticketId, {
      status: 'REPAIRED', resolution: input.text('resolution'), causeCode: cause, repeatOf, resolvedAt: now, chargeStatus: charge, chargeType: charge === 'DECISION_PENDING' ? null : ticket.chargeType,
    });
    if (charge !== ticket.chargeStatus) recordMoment(request, ticketMoment(after, 'liabilityOpened', now));
    repaired(request, after, { workSummary: input.text('resolution'), functionTest: choiceOf(input, 'functionTest', testResult), explained: input.flag('explained'), advice: input.text('advice') });
    return { objectId: ticket.ticketId, message: words('已登记修复完成，并请客户验收。', 'Recorded; the customer is asked to sign.') };
  },
});

/** TK-4, R-213: what can be solved is answered at once. */
export const answerAtOnce: CommandDefinition = command({
  name: 'ticket.answer',
  label: words('当场解答', 'Answer at once'),
  rules: ['R-213', 'TK-4'],
  reads: doneReads,
  fields: [
    { name: 'solution', kind: 'long', label: words('解答内容', 'Solution'), required: true, minimum: 4, maximum: 2000 },
    { name: 'works', kind: 'flag', label: words('客户确认已能正常使用', 'The customer says it works'), required: true },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.answer');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const severity = workingClass(ticket);
    if (severity !== 'C' && !(severity === null && isAdvice(ticket.serviceType))) return refuse('TK-4', '特急、紧急和未定级的故障不能当场解答结束，须由主管定级安排。', 'Classes A and B, and faults without a class, cannot be answered at once; the supervisor classifies and arranges them.');
    const after = draft.update(tickets, ticket.ticketId, { status: 'REPAIRED', serviceMode: 'REMOTE', resolution: input.text('solution'), resolvedAt: now, severity: ticket.severity ?? 'C', severityAt: ticket.severityAt ?? now, severityEffectiveAt: ticket.severityEffectiveAt ?? ticket.receivedAt });
    // The customer was talked to, a class is settled and the work was remote: every clock that waits for these stops.
    for (const event of ['reached', 'handedToSupervisor', 'remoteStarted'] as const) recordMoment(request, ticketMoment(after, event, now, { facts: { only: [] } }));
    recordMoment(request, ticketMoment(after, 'classified', now, { facts: { only: [] } }));
    repaired(request, after, { workSummary: input.text('solution'), functionTest: 'PASS', explained: true, advice: '—' });
    return { objectId: after.ticketId, message: words('已解答，等待客户确认。', 'Answered; waiting for the customer to confirm.') };
  },
});

/** TK-15: another visit is needed; the clocks keep their results. */
export const cannotSolve: CommandDefinition = command({
  name: 'ticket.cannotSolve',
  label: words('暂不能解决', 'Cannot be solved now'),
  rules: ['TK-15'],
  reads: [tickets, slaClocks],
  fields: [{ name: 'openPoints', kind: 'long', label: words('遗留问题和所需支持', 'Open points and what is needed'), required: true, minimum: 4, maximum: 1000 }],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.cannotSolve');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const after = draft.update(tickets, found.ticket.ticketId, { status: 'TRIAGED', agreedDate: null, agreedHasTime: null, usageFacts: [found.ticket.usageFacts ?? '', input.text('openPoints')].filter((text) => text !== '').join('\n').slice(-5000) });
    request.notify({
      code: 'N-02', to: [{ role: 'SUP' }, { staffId: after.ownerStaff }], objectId: after.ticketId, cycle: now, severity: workingClass(after),
      message: yoursNow(after, words(`现场暂不能解决，须重新安排。遗留问题：${input.text('openPoints')}`, `It could not be solved and has to be arranged again. Open points: ${input.text('openPoints')}`)),
    });
    return { objectId: after.ticketId, message: words('已退回安排阶段，并告知主管。', 'Back to arrangement; the supervisor is told.') };
  },
});
