import { appraisals, dispatchOrders, slaClocks, spotChecks, staff, tickets, type AnyTable, type StaffMember, type Ticket } from '../../../../sheets-templates';
import { owesReport, previousMonth } from '../../../people';
import type { Draft } from '../../../ledger/draft';
import { drawSample } from '../../../registers';
import { monthOf, refuse, words, type Refusal } from '../../../terms';
import { command, type CommandDefinition, type Reply } from '../../command';
import type { Request } from '../../request';
import { bySystem } from './by-system';
import { measurePerson, personTables } from './measure-person';

/** Who had to do with a ticket: they check nothing of it. */
export const involvedIn = (draft: Draft, ticket: Ticket): readonly (string | null)[] =>
  [ticket.ownerStaff, ticket.engineerLead, ...draft.by(dispatchOrders, 'ticketId', ticket.ticketId).flatMap(({ createdBySup, leadEngineer, team }) => [createdBySup, leadEngineer, ...(team ?? [])])];

const monthMeant = ({ actor, objectId, now }: Request): string | Refusal => {
  if (actor.kind !== 'system') return refuse('ROLE', '此操作由系统自动执行。', 'The system does this by itself.');
  const month = objectId === '' ? previousMonth(monthOf(now)) : objectId;
  return /^\d{4}-\d{2}$/.test(month) && month < monthOf(now) ? month : refuse('3.13', `${month} 尚未结束。`, `${month} has not ended yet.`);
};

const job = (name: string, zh: string, en: string, rules: readonly string[], reads: readonly AnyTable[], work: (request: Request, month: string) => number): CommandDefinition =>
  command({
    name, label: words(zh, en), rules, reads, fields: [],
    decide: (request): Reply | Refusal => {
      const month = monthMeant(request);
      if (typeof month !== 'string') return month;
      const count = work(request, month);
      return { objectId: month, message: words(`${zh} ${month}：${count}。`, `${en} ${month}: ${count}.`) };
    },
  });

/** R-038, on working day 1: once a month, where somebody supervises quality. */
const draw = (request: Request, month: string): number => {
  const { draft, settings, now, digest } = request;
  const checkers = draft.where(staff, ({ active, roles }) => active && roles.includes('QM'));
  if (checkers.length === 0 || draft.by(spotChecks, 'month', month).some(({ selection }) => selection !== 'MANUAL')) return 0;
  const seed = request.randomToken().slice(0, 12);
  const sample = drawSample(draft.all(tickets), month, { percent: settings.count('spot.percent', now), least: settings.count('spot.min', now) }, (ticketId) => digest(`${seed}/${ticketId}`));
  for (const { ticket, selection } of sample) {
    const checker = checkers.find(({ staffId }) => !involvedIn(draft, ticket).includes(staffId)) ?? checkers[0];
    bySystem(request, 'spotCheck.draw', '', { kind: 'TICKET', month, ticketId: ticket.ticketId, selection, seed, checker: checker?.staffId });
  }
  return sample.length;
};

/** 3.13, on working day 2: a sheet for every engineer who owes a report of that month. */
const compute = (request: Request, month: string): number => {
  const { draft } = request;
  const idOf = ({ staffId }: StaffMember): string => `KH-${month.replace('-', '')}-${staffId}`;
  const owed = draft.where(staff, (member) => owesReport(member, month) && draft.find(appraisals, idOf(member)) === undefined);
  const measured = owed.map((member) => ({ member, ...measurePerson(draft, member.staffId, month) }));
  for (const { member, weight, base, items } of measured) bySystem(request, 'appraisal.compute', '', { appraisalId: idOf(member), staffId: member.staffId, month, items, weight, baseScore: base });
  return owed.length;
};

export const monthOfRegisters: readonly CommandDefinition[] = [
  job('month.spotChecks', '抽取抽查工单', 'Draw spot checks', ['R-038', 'S-35'], [spotChecks, tickets, dispatchOrders, slaClocks], draw),
  job('month.appraisals', '生成绩效考核', 'Compute appraisals', ['R-286', 'S-31'], [appraisals, ...personTables], compute),
];
