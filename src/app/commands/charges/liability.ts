import { approvals, causeCode, chargeType, contracts, delegations, installed, liabilityDecisions, liabilityTrigger, products, slaClocks, staff, tickets, type LiabilityDecision, type Role, type Ticket } from '../../../../sheets-templates';
import { approversOf, delegatesOf } from '../../../approvals';
import { chargeStatusByOutcome, holdAfterDecision, isExclusion, lacksThird, refuseOpinion, signersOf } from '../../../charges';
import type { Draft } from '../../../ledger/draft';
import { liabilityAsked, liabilityResult, outcomeWords, staffNews } from '../../../text/notices/charges';
import { isRefusal, refuse, words, type Refusal, type Words } from '../../../terms';
import { command, type CommandDefinition, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { chargePapersOf, evaluateCharge } from '../tickets/charge-guard';
import { chosen, choiceOf } from '../tickets/chosen';
import { ticketMoment } from '../tickets/class-effects';
import { customerRecipient, customerTables, leadRecipient } from '../tickets/subject';
import { chargeAt, liabilityAt, me } from './at-hand';

const reads = [liabilityDecisions, tickets, slaClocks, ...customerTables] as const;

const signing: readonly Field[] = [
  { name: 'opinion', kind: 'choice', label: words('意见', 'Opinion'), choices: chargeType, required: true },
  { name: 'sharePercent', kind: 'integer', label: words('客户承担比例 %', 'Customer\'s share %'), minimum: 1, maximum: 99, help: words('选择“分担”时填写。', 'For a shared cost.') },
];

const ended = ['DECIDED', 'TOLD', 'CANCELLED'];

/** Cases of a ticket that still wait for a signature. */
export const openCases = (draft: Draft, ticketId: string): readonly LiabilityDecision[] =>
  draft.by(liabilityDecisions, 'ticketId', ticketId).filter((row) => !ended.includes(row.status));

/** W6: in warranty, the cause is an exclusion and it is no repeat. */
export const needsThree = (ticket: Ticket): boolean => ticket.warrantyResult === 'IN_WARRANTY' && ticket.repeatOf === null && isExclusion(ticket.causeCode);

/** The trigger that the facts speak of. */
const triggerOf = (ticket: Ticket): LiabilityDecision['trigger'] =>
  ticket.causeCode === 'MAN_MADE' ? 'MAN_MADE' : isExclusion(ticket.causeCode) ? 'EXCLUSION' : ticket.repeatOf !== null ? 'REPEAT_FAULT' : 'UNKNOWN_WARRANTY';

export const newCase = (request: Request, ticket: Ticket, more: Partial<LiabilityDecision>): LiabilityDecision =>
  request.draft.insert(liabilityDecisions, {
    decisionId: request.draft.nextNumber('ZR', '', 4), status: 'OPEN', ticketId: ticket.ticketId, trigger: triggerOf(ticket), outcome: null, facts: '', evidence: null,
    tsmOpinion: null, tsmAt: null, tsmBy: null, dgmOpinion: null, dgmAt: null, dgmBy: null, gmOpinion: null, gmAt: null, gmBy: null, thirdBy: null,
    sharePercent: null, customerToldAt: null, openedBy: me(request), ...more,
  });

const tellNext = (request: Request, role: Role, row: LiabilityDecision, ticket: Ticket): void =>
  request.notify({ code: 'N-24', to: [{ role }], objectId: row.decisionId, cycle: row.status, severity: ticket.severity, message: liabilityAsked(ticket, row) });

/** 7.3: facts, evidence, whose risk and the proposed outcome; an exclusion that shows up later opens the question again (3.2). */
const open: CommandDefinition = command({
  name: 'liability.open', label: words('提请责任判定', 'Open a liability case'), rules: ['R-243', '3.10'], reads,
  fields: [
    { name: 'trigger', kind: 'choice', label: words('触发原因', 'Trigger'), choices: liabilityTrigger, required: true },
    { name: 'causeCode', kind: 'choice', label: words('疑似原因', 'Suspected cause'), choices: causeCode },
    { name: 'facts', kind: 'long', label: words('事实、风险归属与建议', 'Facts, whose risk, proposal'), required: true, minimum: 4 },
    { name: 'evidence', kind: 'text', label: words('证据', 'Evidence'), required: true, minimum: 2, maximum: 500 },
  ],
  decide: (request) => {
    const ticket = chargeAt(request, 'liability.open');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, now } = request;
    if (openCases(draft, ticket.ticketId).length > 0) return refuse('A-11', '此工单已有待签署的判定。', 'A case of this ticket is waiting already.');
    if (ticket.chargeStatus === 'FREE' && ticket.acceptedAt !== null) return refuse('WB-05', '客户验收后，无偿服务不再改判。', 'After acceptance a free service is not opened again.');
    const after = draft.update(tickets, ticket.ticketId, { chargeStatus: 'DECISION_PENDING', chargeType: null, causeCode: chosen(input, 'causeCode', causeCode) ?? ticket.causeCode });
    const row = newCase(request, after, { trigger: choiceOf(input, 'trigger', liabilityTrigger), facts: input.text('facts'), evidence: input.text('evidence') });
    if (ticket.chargeStatus !== 'DECISION_PENDING') recordMoment(request, ticketMoment(after, 'liabilityOpened', now));
    tellNext(request, 'TSM', row, after);
    return { objectId: row.decisionId, message: words(`判定 ${row.decisionId} 已送经理。`, `${row.decisionId} was sent to the manager.`) };
  },
});

/**
 * In whose place a person may sign in a role: undefined for who may not, null for their own. Never who opened the case; without
 * another holder the next higher role signs (6.1), or who was given the decision for a time (6.3).
 */
export const signsFor = (draft: Draft, row: LiabilityDecision, role: Role, staffId: string, now: string): string | null | undefined => {
  const holders = approversOf(role, [row.openedBy], draft.all(staff)).map(({ member }) => member.staffId);
  if (holders.includes(staffId)) return null;
  return row.openedBy === staffId ? undefined : delegatesOf(draft.all(delegations), 'LIABILITY', holders, now).find(({ toStaff }) => toStaff === staffId)?.fromStaff;
};

const notYours = (role: Words): Refusal => refuse('A-11', `须由${role.zh}签署，且不能是提出人。`, `This needs ${role.en}, and not the person who opened the case.`);

const sign = (name: string, label: Words, role: Role, roleName: Words, write: (request: Request, found: { readonly row: LiabilityDecision; readonly ticket: Ticket }) => Reply | Refusal): CommandDefinition =>
  command({
    name, label, rules: ['R-243', 'A-11', '3.10'], reads: [...reads, staff], fields: signing,
    decide: (request) => {
      const found = liabilityAt(request, name);
      if (isRefusal(found)) return found;
      const { input, settings, now, draft } = request;
      const signsAs = signsFor(draft, found.row, role, me(request), now);
      if (signsAs === undefined) return notYours(roleName);
      const row = signsAs === null ? found.row : draft.update(liabilityDecisions, found.row.decisionId, { facts: `${found.row.facts}\n${me(request)} 代 ${signsAs} 签署 Signed on behalf of ${signsAs}`.slice(0, 5000) });
      return refuseOpinion(choiceOf(input, 'opinion', chargeType), input.optionalNumber('sharePercent') ?? found.row.sharePercent, found.ticket.causeCode, settings.flag('charge.refuse_allowed', now)) ?? write(request, { ...found, row });
    },
  });

const opinionOf = ({ input }: Request): NonNullable<LiabilityDecision['tsmOpinion']> => choiceOf(input, 'opinion', chargeType);
const shareOf = ({ input }: Request, row: LiabilityDecision): number | null => input.optionalNumber('sharePercent') ?? row.sharePercent;

const signed = (row: LiabilityDecision): Reply => ({ objectId: row.decisionId, message: words('已签署，已送下一步。', 'Signed; the next signature has been asked.') });

/** Three opinions are needed for exclusions and the like; unknown warranty and repeats are the manager's alone (7.4). */
export const isManagersAlone = (row: LiabilityDecision, ticket: Ticket): boolean =>
  (row.trigger === 'UNKNOWN_WARRANTY' || row.trigger === 'REPEAT_FAULT') && !needsThree(ticket);

/** Everything that follows from an outcome: charge status, hold, clock, news to colleagues and customer (3.2). */
export const concludeCase = (request: Request, row: LiabilityDecision, ticket: Ticket): Ticket => {
  const { draft, now } = request;
  const outcome = row.outcome ?? 'FREE';
  const chargeStatus = chargeStatusByOutcome(outcome);
  const paid = chargeStatus === 'QUOTING';
  const after = draft.update(tickets, ticket.ticketId, {
    chargeStatus, chargeType: outcome, slaProfile: paid ? 'PAID_AGREEMENT' : 'STANDARD',
    holdStatus: holdAfterDecision(ticket.holdStatus, chargeStatus),
  });
  recordMoment(request, ticketMoment(after, 'liabilityDecided', now));
  if (paid) recordMoment(request, ticketMoment(after, 'chargePaidKnown', now));
  const result = outcomeWords(outcome, row.sharePercent);
  request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, cycle: now, severity: ticket.severity, message: staffNews(after, words(`费用判定结果：${result.zh}。${row.facts}`, `Charge decided: ${result.en}. ${row.facts}`)) });
  request.notify({ code: 'N-60', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, cycle: now, message: liabilityResult(ticket, result) });
  return after;
};

const decided = (request: Request, ticket: Ticket, row: LiabilityDecision): Reply => {
  concludeCase(request, row, ticket);
  const result = outcomeWords(row.outcome ?? 'FREE', row.sharePercent);
  return { objectId: row.decisionId, message: words(`已判定：${result.zh}。`, `Decided: ${result.en}.`) };
};

const propose = sign('liability.propose', words('提出结论', 'Propose an outcome'), 'TSM', words('技术支持部经理', 'the technical support manager'), (request, { row, ticket }) => {
  const opinion = opinionOf(request);
  const stands = isManagersAlone(row, ticket) ? ({ status: 'DECIDED', outcome: opinion } as const) : ({ status: 'TSM_DONE' } as const);
  const after = request.draft.update(liabilityDecisions, row.decisionId, { tsmOpinion: opinion, tsmAt: request.now, tsmBy: me(request), sharePercent: shareOf(request, row), ...stands });
  if (after.status === 'DECIDED') return decided(request, ticket, after);
  tellNext(request, 'DGM', after, ticket);
  return signed(after);
});

const second = sign('liability.second', words('副总签署意见', 'Give the deputy\'s opinion'), 'DGM', words('分管副总', 'the deputy general manager'), (request, { row, ticket }) => {
  const after = request.draft.update(liabilityDecisions, row.decisionId, { dgmOpinion: opinionOf(request), dgmAt: request.now, dgmBy: me(request), status: 'DGM_DONE' });
  tellNext(request, 'GM', after, ticket);
  return signed(after);
});

/** AMB-19: where the three differ the general manager's opinion is the outcome; all of them stay on record. */
const conclude = sign('liability.decide', words('总经理裁定', 'Decide'), 'GM', words('总经理', 'the general manager'), (request, { row, ticket }) => {
  if (lacksThird(row, me(request))) return refuse('A-11', '同一人签署了两个角色，须先由另一位管理者（常务副总、副总或总经理）作为第三人签署。', 'One person signed for two roles: another manager (EDGM, DGM or GM) signs as third person first.');
  const opinion = opinionOf(request);
  const share = shareOf(request, row);
  const proposed = row.sharePercent === null || row.sharePercent === share ? '' : `\n原提议客户承担 ${row.sharePercent} % Proposed: customer pays ${row.sharePercent} %`;
  return decided(request, ticket, request.draft.update(liabilityDecisions, row.decisionId, { gmOpinion: opinion, gmAt: request.now, gmBy: me(request), outcome: opinion, sharePercent: share, facts: `${row.facts}${proposed}`.slice(0, 5000), status: 'DECIDED' }));
});

const third: CommandDefinition = command({
  name: 'liability.third', label: words('第三人签署', 'Sign as third person'), rules: ['3.10'], reads, fields: [],
  decide: (request) => {
    const found = liabilityAt(request, 'liability.third');
    if (isRefusal(found)) return found;
    const { row } = found;
    if ([row.openedBy, ...signersOf(row)].includes(me(request))) return refuse('A-11', '须由尚未签署的另一人签署。', 'Somebody who has not signed yet is needed.');
    return signed(request.draft.update(liabilityDecisions, row.decisionId, { thirdBy: me(request) }));
  },
});

const tell: CommandDefinition = command({
  name: 'liability.tell', label: words('登记已告知客户', 'Record that the customer was told'), rules: ['3.10'], reads,
  fields: [{ name: 'note', kind: 'text', label: words('告知方式与凭证', 'How, and proof'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const found = liabilityAt(request, 'liability.tell');
    if (isRefusal(found)) return found;
    const { row } = found;
    request.draft.update(liabilityDecisions, row.decisionId, { status: 'TOLD', customerToldAt: request.now, evidence: [row.evidence ?? '', request.input.text('note')].filter((text) => text !== '').join('；') });
    return { objectId: row.decisionId, message: words('已登记。', 'Recorded.') };
  },
});

/** Facts changed: who pays follows from 7.2 again, with the corrected cause. */
const cancel: CommandDefinition = command({
  name: 'liability.cancel', label: words('撤销判定', 'Cancel the case'), rules: ['3.10', '7.2'], reads: [...reads, contracts, installed, products, approvals],
  fields: [
    { name: 'causeCode', kind: 'choice', label: words('更正后的原因', 'Corrected cause'), choices: causeCode },
    { name: 'reason', kind: 'text', label: words('撤销理由', 'Reason'), required: true, minimum: 2, maximum: 300 },
  ],
  decide: (request) => {
    const found = liabilityAt(request, 'liability.cancel');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { row, ticket } = found;
    const cause = chosen(input, 'causeCode', causeCode) ?? ticket.causeCode;
    draft.update(liabilityDecisions, row.decisionId, { status: 'CANCELLED', facts: `${row.facts}\n${input.text('reason')}`.slice(0, 5000) });
    const after = draft.update(tickets, ticket.ticketId, { causeCode: cause, ...evaluateCharge(request, chargePapersOf(draft, ticket), { serviceType: ticket.serviceType, serviceMode: ticket.serviceMode, receivedAt: ticket.receivedAt, cause, isRepeat: ticket.repeatOf !== null }) });
    if (after.chargeStatus !== 'DECISION_PENDING') {
      draft.update(tickets, ticket.ticketId, { holdStatus: holdAfterDecision(after.holdStatus, after.chargeStatus) });
      recordMoment(request, ticketMoment(after, 'liabilityDecided', now));
      if (after.chargeStatus === 'QUOTING') recordMoment(request, ticketMoment(after, 'chargePaidKnown', now));
    }
    return { objectId: row.decisionId, message: words('判定已撤销，收费按更正后的事实重新认定。', 'Cancelled; who pays was found again from the corrected facts.') };
  },
});

export const liabilityCommands: readonly CommandDefinition[] = [open, propose, second, third, conclude, tell, cancel];
