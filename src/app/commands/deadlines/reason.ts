import { breachReason, slaClocks, type SlaClock } from '../../../../sheets-templates';
import { deadlineRule } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { isRefusal, refuse, showInstant, words, type Words } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { isUnder, standstillTables } from '../../effects/standstills';
import { choiceOf } from '../tickets/chosen';
import { ticketWithDeadlines } from './moves';

/** Only two attempts in time make it so (4.4 no. 6); nobody may say it. */
const { UNREACHABLE: _bySystem, ...reasons } = breachReason;

/** Breaches of a ticket and its papers for which nobody has given a reason. */
export const unexplained = (draft: Draft, ticketId: string): readonly SlaClock[] =>
  draft.where(slaClocks, (clock) => (clock.result === 'BREACHED_DONE' || clock.result === 'BREACHED_OPEN') && clock.breachReason === null && isUnder(draft, clock, ticketId));

export const breachChoices = (draft: Draft, ticketId: string): Readonly<Record<string, Words>> =>
  Object.fromEntries(unexplained(draft, ticketId).map(({ clockId, ruleId, dueAt }) => {
    const { what } = deadlineRule(ruleId);
    return [clockId, words(`${ruleId} ${what.zh} ${showInstant(dueAt)}`, `${ruleId} ${what.en} ${showInstant(dueAt)}`)];
  }));

/** The reason of a breach, for the appraisal and the monthly summary; the breach itself stays. */
export const giveReason: CommandDefinition = command({
  name: 'deadline.reason',
  label: words('填写超时原因', 'Give the reason of a breach'),
  rules: ['4.4'],
  reads: standstillTables,
  fields: [
    { name: 'clocks', kind: 'list', label: words('超时的时限', 'Missed deadlines'), required: true },
    { name: 'reason', kind: 'choice', label: words('原因', 'Reason'), choices: reasons, required: true },
  ],
  decide: (request) => {
    const ticket = ticketWithDeadlines(request, 'deadline.reason');
    if (isRefusal(ticket)) return ticket;
    const { draft, input } = request;
    const open = unexplained(draft, ticket.ticketId).map(({ clockId }) => clockId);
    const wrong = input.list('clocks').find((clockId) => !open.includes(clockId));
    if (wrong !== undefined) return refuse('4.4', `${wrong} 没有超时，或已有原因。`, `${wrong} was not missed or has its reason already.`);
    for (const clockId of input.list('clocks')) draft.update(slaClocks, clockId, { breachReason: choiceOf(input, 'reason', reasons) });
    return { objectId: ticket.ticketId, message: words('已记录超时原因。', 'The reason is on record.') };
  },
});
