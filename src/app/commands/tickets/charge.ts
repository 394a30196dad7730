import { liabilityDecisions, slaClocks, tickets, type LiabilityDecision, type Ticket } from '../../../../sheets-templates';
import { chargeStatusAfter, holdAfterDecision } from '../../../charges';
import { progress } from '../../../text/notices/tickets-customer';
import { released } from '../../../text/notices/tickets-staff';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { me } from '../charges/at-hand';
import { isManagersAlone, needsThree, newCase, openCases } from '../charges/liability';
import { chosen } from './chosen';
import { ticketMoment } from './class-effects';
import { customerRecipient, customerTables, leadRecipient, ticketFor } from './subject';

const outcomes = { FREE: words('无偿', 'Free'), PAID: words('有偿（须报价签协议）', 'Paid (quote and agreement follow)') };

/** 7.4: unknown warranty and repeated faults are the manager's alone; exclusions need three people. */
const decidedByThree = (ticket: Ticket, waiting: LiabilityDecision | undefined): Refusal | null =>
  needsThree(ticket) || (waiting !== undefined && !isManagersAlone(waiting, ticket))
    ? refuse('A-11', '原因属于质保除外情形，须由经理、分管副总、总经理共同判定（A-11）：请主管先提请责任判定。', 'The cause is an exclusion: the manager, the deputy and the general manager decide together (A-11); the supervisor opens a liability case first.')
    : null;

/** W3, W4: the technical support manager decides after asking for proof. */
export const decideChargeOfTicket: CommandDefinition = command({
  name: 'ticket.decideCharge',
  label: words('判定收费', 'Decide who pays'),
  rules: ['R-242', 'R-243', '7.4'],
  reads: [tickets, slaClocks, liabilityDecisions, ...customerTables],
  fields: [
    { name: 'outcome', kind: 'choice', label: words('结论', 'Outcome'), choices: outcomes, required: true },
    { name: 'reason', kind: 'long', label: words('依据', 'Grounds'), required: true, minimum: 4, maximum: 500, help: words('如合同、发票、交付单等凭证。', 'Contract, invoice, delivery note or the like.') },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.decideCharge');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    if (ticket.chargeStatus !== 'DECISION_PENDING' && ticket.chargeStatus !== 'UNDETERMINED') return refuse('7.4', '此工单没有待判定的收费问题。', 'Nothing about the charge of this ticket is waiting for a decision.');
    const [waitingCase] = openCases(draft, ticket.ticketId);
    const refused = decidedByThree(ticket, waitingCase);
    if (refused !== null) return refused;
    const paid = chosen(input, 'outcome', outcomes) === 'PAID';
    const opinion = paid ? 'PAID' : 'FREE';
    const mine = { status: 'DECIDED', outcome: opinion, tsmOpinion: opinion, tsmAt: now, tsmBy: me(request) } as const;
    if (waitingCase === undefined) newCase(request, ticket, { ...mine, facts: input.text('reason') });
    else draft.update(liabilityDecisions, waitingCase.decisionId, mine);
    const after = draft.update(tickets, ticket.ticketId, {
      chargeStatus: chargeStatusAfter(opinion), chargeType: opinion, slaProfile: paid ? 'PAID_AGREEMENT' : 'STANDARD',
      holdStatus: holdAfterDecision(ticket.holdStatus, chargeStatusAfter(opinion)),
    });
    recordMoment(request, ticketMoment(after, 'liabilityDecided', now));
    if (paid) recordMoment(request, ticketMoment(after, 'chargePaidKnown', now));
    const outcome = outcomes[paid ? 'PAID' : 'FREE'];
    const news = words(`费用判定结果：${outcome.zh}。依据：${input.text('reason')}`, `Charge decided: ${outcome.en}. Grounds: ${input.text('reason')}`);
    request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, cycle: now, severity: ticket.severity, message: { ...released(after, 'WAIT_LIABILITY', ''), body: [news] } });
    const aboutCharge = words(`关于费用：${outcome.zh}。`, `About the charge: ${outcome.en}.`);
    // 3.2: the customer is told within a working day; the mail does it at once.
    request.notify({ code: 'N-60', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, cycle: `charge/${now}`, message: { ...progress(ticket, ''), body: [aboutCharge], news: aboutCharge } });
    return { objectId: ticket.ticketId, message: words(`收费判定：${outcome.zh}。`, `Decided: ${outcome.en}.`) };
  },
});
