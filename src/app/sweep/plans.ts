import { contacts, contracts, customers, dutyRoster, installed, maintenancePlans, products, slaClocks, tickets, type MaintenancePlan, type Ticket, type TicketStatus } from '../../../sheets-templates';
import { correspondingDay } from '../../charges';
import { isWorkingDay, type Calendar } from '../../deadlines';
import { newTicket } from '../../text/notices/tickets-staff';
import { dateOf, plusDays, words, type LocalDate } from '../../terms';
import { command, type CommandDefinition } from '../command';
import { chargePapers } from '../commands/tickets/charge-guard';
import { ticketMoment } from '../commands/tickets/class-effects';
import { createTicket } from '../commands/tickets/intake';
import { clocksOf, recordMoment } from '../effects/record-moment';
import { Input } from '../field';
import type { Request } from '../request';
import { onlySystem } from './only-system';

/** A round that falls on a day off is due on the working day before. */
const dueDate = (calendar: Calendar, date: LocalDate): LocalDate => {
  for (let day = date, back = 0; back < 31; day = plusDays(day, -1), back += 1) if (isWorkingDay(calendar, day)) return day;
  return date;
};

const over: readonly TicketStatus[] = ['ACCEPTED', 'CLOSED', 'ARCHIVED', 'CANCELLED', 'REFUSED', 'MERGED'];

/** The round is over: done, given up, or its ticket gone to the archive. The next one counts from the plan's own date. */
const turnOver = ({ draft }: Request, plan: MaintenancePlan): MaintenancePlan => {
  const ticket = draft.find(tickets, plan.ticketId);
  if (plan.ticketId === null || (ticket !== undefined && !over.includes(ticket.status))) return plan;
  const nextDue = correspondingDay(plan.nextDue, plan.intervalMonths);
  return draft.update(maintenancePlans, plan.planId, { nextDue, ticketId: null, status: plan.endDate !== null && nextDue > plan.endDate ? 'ENDED' : plan.status });
};

/** TK-1 by the system: what a caller would say is in the ledgers. Null where nobody at the customer is known. */
const openRound = (request: Request, plan: MaintenancePlan, due: LocalDate): Ticket | null => {
  const { draft, now } = request;
  const unit = draft.find(installed, plan.equipId);
  const customer = draft.find(customers, plan.customerId);
  const [contact] = draft.by(contacts, 'customerId', plan.customerId).filter((row) => row.active);
  if (unit === undefined || customer === undefined || contact === undefined) return null;
  const contract = draft.find(contracts, unit.contractId);
  const product = draft.find(products, unit.productId);
  const input = new Input(new Map<string, unknown>(Object.entries({
    serviceType: 'MAINTAIN', serialText: unit.serialNo, modelText: product?.model ?? '不清楚', projectName: contract?.projectName ?? '无', siteCity: unit.siteCity ?? customer.city, siteAddress: unit.siteAddress ?? customer.address,
    faultDesc: `${plan.planId} ${plan.content}`, truth: true, timeWanted: null,
  })));
  const answers = { danger: false, wideOutage: false, localOutage: 'NO', commissioning: false } as const;
  const ticket = createTicket({ ...request, input }, { channel: 'PLAN', sourceParty: 'PLAN', receivedAt: now }, { customer, contact, papers: chargePapers(draft, unit, contract, product) }, answers);
  recordMoment(request, ticketMoment(ticket, 'maintenancePlanned', now, { facts: { only: ['S-36'], moments: { dueDate: due } } }));
  request.notify({ code: 'N-02', to: [{ role: 'SUP' }, { role: 'CLK' }], objectId: ticket.ticketId, severity: 'C', message: newTicket(ticket, clocksOf(draft, ticket.ticketId), [words(`维护计划 ${plan.planId}，${due} 到期。`, `Maintenance plan ${plan.planId}, due ${due}.`)], undefined) });
  return ticket;
};

/** Every night: rounds that come near become tickets, at the first of `pm.lead_days`. Repeats find nothing to do. */
export const sweepPlans: CommandDefinition = command({
  name: 'sweep.plans', label: words('维护计划到期', 'Maintenance plans'), rules: ['R-173', 'S-36', 'TK-1'],
  reads: [maintenancePlans, tickets, slaClocks, customers, contacts, contracts, installed, products, dutyRoster], fields: [],
  decide: (request) => {
    const refused = onlySystem(request);
    if (refused !== null) return refused;
    const { draft, now, settings, calendar } = request;
    const lead = Math.max(0, ...settings.counts('pm.lead_days', now));
    let opened = 0;
    for (const row of draft.where(maintenancePlans, ({ status }) => status === 'ACTIVE')) {
      const plan = turnOver(request, row);
      const due = dueDate(calendar, plan.nextDue);
      if (plan.status !== 'ACTIVE' || plan.ticketId !== null || dateOf(now) < plusDays(due, -lead)) continue;
      const ticket = openRound(request, plan, due);
      if (ticket === null) {
        request.notify({ code: 'N-50', to: [{ role: 'SUP' }, { role: 'CLK' }], objectId: plan.planId, cycle: plan.nextDue, message: { subject: words(`维护计划 ${plan.planId} 无法开单`, `No ticket for maintenance plan ${plan.planId}`), body: [words('设备、客户或有效联系人未登记（由内勤补登）。', 'Unit, customer or an active contact is missing (the clerk enters it).')] } });
        continue;
      }
      draft.update(maintenancePlans, plan.planId, { ticketId: ticket.ticketId });
      opened += 1;
    }
    return { objectId: '', message: words(`开出维护工单 ${opened} 张。`, `${opened} maintenance tickets.`) };
  },
});
