import { approvals, consentChannel, staff, type Approval, type StaffMember } from '../../../../sheets-templates';
import { endOfWorkingDay } from '../../../deadlines';
import { replyDenied, replyToConfirm } from '../../../text/notices/replies';
import { dateOf, firstRefusal, isRefusal, refuse, showInstant, words, type Instant, type Refusal } from '../../../terms';
import { hasRole, staffIdOf } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { approvalFields, approvalReads, decideApproval, people } from './decide';

const { SYSTEM: _system, EMAIL_LINK: _link, ...outside } = consentChannel;

/** A decision that was given in a chat, on the phone or on paper, written down by somebody else and not confirmed here. */
export const isUnconfirmed = ({ recordedBy, confirmedAt }: Approval): boolean => recordedBy !== null && confirmedAt === null;

/** Until when it should be confirmed (6.1 no. 5). */
export const confirmUntil = ({ calendar }: Pick<Request, 'calendar'>, recordedAt: Instant): Instant => endOfWorkingDay(calendar, dateOf(recordedAt), 1);

const desk = (member: StaffMember): boolean => member.active && (member.roles.includes('SUP') || member.roles.includes('CLK'));

/** Supervisor or clerk; for whom it is of use only where nobody else of them is there. */
export const mayRecord = ({ draft, actor }: Pick<Request, 'draft' | 'actor'>, approval: Approval): Refusal | null => {
  if (!hasRole(actor, 'SUP', 'CLK')) return refuse('ROLE', '聊天或电话答复由主管或内勤登记。', 'The supervisor or the clerk records replies by chat or phone.');
  const concerned = people(approval.requestedBy);
  return !concerned.includes(staffIdOf(actor) ?? '') || !draft.where(staff, desk).some((member) => !concerned.includes(member.staffId)) ? null
    : refuse('6.1', '此单由您申请或与您有关，请由其他主管或内勤登记答复。', 'You asked for this or it concerns you: let another supervisor or clerk record the reply.');
};

const approverNamed = ({ draft, input }: Request, approval: Approval): StaffMember | undefined => {
  const asked = people(approval.approver);
  const named = input.optionalText('approver') ?? (asked.length === 1 ? asked[0] : undefined);
  return draft.where(staff, (member) => member.active && (member.staffId === named || member.name === named))[0];
};

/** R-266, AMB-37: what the approver wrote or said elsewhere counts at once; he confirms it here within a working day. */
export const recordReply: CommandDefinition = command({
  name: 'approval.recordReply', label: words('登记聊天或电话答复', 'Record a reply by chat or phone'), rules: ['R-266', '6.1', 'AMB-37'], reads: approvalReads,
  fields: [
    { name: 'approver', kind: 'text', label: words('答复人', 'Who replied'), maximum: 60, help: words('只问了一人时可留空。', 'May be left empty where one person was asked.') },
    ...approvalFields,
    { name: 'via', kind: 'choice', label: words('方式', 'By'), choices: outside, required: true },
    { name: 'at', kind: 'instant', label: words('答复时间', 'When'), required: true },
    { name: 'evidence', kind: 'text', label: words('截图或凭证', 'Screenshot or proof'), maximum: 300, help: words('截图链接或存放位置；电话写明通话人和内容。', 'Link to, or place of, the screenshot; for a call who spoke and what was said.'), required: true, minimum: 4 },
  ],
  decide: (request) => {
    const { draft, input, now, settings } = request;
    const approval = draft.find(approvals, request.objectId);
    if (approval === undefined) return refuse('A-NONE', '没有这张待批单。', 'There is no such request.');
    const member = approverNamed(request, approval);
    const at = input.instant('at');
    const refused = firstRefusal([
      settings.flag('approval.chat_ok', now) ? null : refuse('AMB-37', '本公司不认可聊天或电话答复（参数 approval.chat_ok），请批准人在系统内批复。', 'This company takes no replies by chat or phone (setting approval.chat_ok); the approver decides in the system.'),
      mayRecord(request, approval),
      at <= now && at >= approval.requestedAt ? null : refuse('6.1', '答复时间须在提交之后、现在之前。', 'The reply lies between the request and now.'),
    ]);
    if (refused !== null) return refused;
    if (member === undefined) return refuse('A-WHO', '请写明答复人（姓名或编号）。', 'Say who replied, by name or number.');
    if (member.staffId === staffIdOf(request.actor)) return refuse('A-WHO', '您自己的批复请直接办理。', 'Decide your own directly.');
    const via = choiceOf(input, 'via', consentChannel);
    const reply = decideApproval({ ...request, actor: { kind: 'staff', staff: member, via } });
    if (isRefusal(reply)) return reply;
    const row = draft.update(approvals, approval.approvalId, { decidedAt: at, evidence: input.text('evidence'), recordedBy: staffIdOf(request.actor) });
    request.notify({ code: 'N-24', to: [{ staffId: member.staffId }], objectId: approval.approvalId, cycle: 'confirm', priority: 'P2', message: replyToConfirm(row, confirmUntil(request, now)) });
    return { objectId: approval.approvalId, message: words(`已按 ${member.name} 的答复办理，请其在 ${showInstant(confirmUntil(request, now))} 前确认。${reply.message.zh}`, `Done as ${member.name} replied; to be confirmed by ${showInstant(confirmUntil(request, now))}. ${reply.message.en}`) };
  },
});

const answers = { YES: words('是我的答复', 'I said so'), NO: words('不是我的答复', 'I did not say so') };

/** What was denied is void, and everybody concerned is told at once: what followed from it is theirs to undo. */
export const confirmReply: CommandDefinition = command({
  name: 'approval.confirmReply', label: words('确认聊天或电话答复', 'Confirm a reply by chat or phone'), rules: ['6.1', 'AMB-37'], reads: [approvals],
  fields: [
    { name: 'answer', kind: 'choice', label: words('是否属实', 'Is it so'), choices: answers, required: true },
    { name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 },
  ],
  decide: (request) => {
    const { draft, input, now, actor } = request;
    const approval = draft.find(approvals, request.objectId);
    if (approval === undefined || !isUnconfirmed(approval)) return refuse('A-DONE', '没有待确认的答复。', 'There is no reply to confirm.');
    if (approval.approver !== staffIdOf(actor)) return refuse('A-WHO', '只有答复人本人可以确认。', 'Only the person who replied confirms it.');
    if (approval.status === 'VOID') return refuse('A-DONE', '此批复已作废。', 'This decision is void already.');
    if (input.text('answer') === 'YES') {
      draft.update(approvals, approval.approvalId, { confirmedAt: now });
      return { objectId: approval.approvalId, message: words('已确认。', 'Confirmed.') };
    }
    const row = draft.update(approvals, approval.approvalId, { status: 'VOID' });
    const concerned = [...people(row.requestedBy), row.recordedBy ?? ''].filter((id) => id !== '').map((staffId) => ({ staffId }));
    request.notify({ code: 'N-15', to: [...concerned, { role: 'TSM' }, { role: 'DGM' }], objectId: row.approvalId, cycle: 'denied', priority: 'P1', message: replyDenied(row, input.text('note')) });
    return { objectId: row.approvalId, message: words('此批复已作废，已通知申请人、登记人和经理。', 'The decision is void; requester, recorder and managers are told.') };
  },
});
