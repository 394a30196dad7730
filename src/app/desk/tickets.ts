import { chargeStatus, contactAttempts, contacts, customers, dutyRoster, holdStatus, managerReports, receptions, serviceType, severity, slaClocks, staff, ticketStatus, tickets, warrantyResult, type SlaClock, type Ticket, type TicketStatus } from '../../../sheets-templates';
import { deadlineRule, isOpen, provisional } from '../../deadlines';
import { dateOf, parseInstant, showInstant, words, type Words } from '../../terms';
import { historyOf, maskAddress, maskName, maskNumbers, maskPhone, onDuty, openStates, placeOf, possibleDuplicates, workingClass } from '../../tickets';
import { hasRole, staffIdOf } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { noticesOf } from '../commands/tickets/notices-of';
import { showContact } from '../commands/tickets/show-contact';
import { clocksOf } from '../effects/record-moment';
import { deadlineTables } from './deadlines';
import { offerOf } from './offers';
import { ticketOffers, type Desk, type Seen } from './ticket-offers';

type Facts = WorkItem['facts'];

const fact = (zh: string, en: string, value: Facts[number]['value'] | null | undefined): Facts => (value === null || value === undefined || value === '' ? [] : [{ label: words(zh, en), value }]);

const isOnDuty = ({ desk, now }: Seen): boolean => {
  const me = staffIdOf(desk.actor);
  const duty = onDuty(desk.draft.all(dutyRoster), now);
  return duty !== null && (duty.primary === me || duty.backup === me);
};

const isLead = ({ desk, ticket }: Seen): boolean => ticket.engineerLead !== null && ticket.engineerLead === staffIdOf(desk.actor);

const underway: readonly TicketStatus[] = ['DISPATCHED', 'ON_SITE', 'IN_SHOP', 'REMOTE', 'REPAIRED'];

/** Name and phone are for those who call, and for the engineer once he goes (9.4 no. 1). */
const seesContact = (seen: Seen): boolean =>
  hasRole(seen.desk.actor, 'SUP', 'TSM', 'CS', 'CLK') || (isLead(seen) && underway.includes(seen.ticket.status)) || (seen.ticket.status === 'NEW' && isOnDuty(seen));

/** In full for those who need it, masked for others (9.3). */
const contactFacts = (seen: Seen): Facts => {
  const full = seesContact(seen);
  const contact = seen.desk.draft.find(contacts, seen.ticket.reporterContact);
  return [
    ...(full ? fact('客户', 'Customer', seen.desk.draft.find(customers, seen.ticket.customerId)?.name) : []),
    ...(contact === undefined ? [] : fact('联系人', 'Contact', full ? `${contact.name} ${contact.phone}` : `${maskName(contact.name)} ${maskPhone(contact.phone)}`)),
  ];
};

/** More of them than a person would look through are given as a number. */
const doublesShown = 5;

/** What helps whoever takes the ticket up (R-178): is it known already, how often was this customer here. */
const newcomerFacts = ({ desk, ticket }: Seen): Facts => {
  const all = desk.draft.all(tickets);
  const doubles = possibleDuplicates(all, ticket, 7).map((other) => other.ticketId);
  const history = historyOf(all, ticket);
  const attempts = desk.draft.by(contactAttempts, 'ticketId', ticket.ticketId).length;
  return [
    ...fact('疑似重复', 'Possible duplicate', `${doubles.slice(0, doublesShown).join(', ')}${doubles.length > doublesShown ? ` … (${doubles.length})` : ''}`),
    ...fact('重复故障', 'Same fault as', ticket.repeatOf),
    ...(history.ofCustomer + history.ofUnit === 0 ? [] : fact('历史工单', 'Earlier tickets', words(`客户 ${history.ofCustomer}，本设备 ${history.ofUnit}`, `customer ${history.ofCustomer}, this unit ${history.ofUnit}`))),
    ...(attempts === 0 ? [] : fact('已尝试联系', 'Contacts logged', String(attempts))),
  ];
};

const clockState = ({ result, calendarVersion }: SlaClock, due: string): Words => {
  if (result === 'BREACHED_OPEN') return words(`已超时（${due}）`, `overdue (${due})`);
  if (result === 'PAUSED') return words('已暂停', 'paused');
  return calendarVersion === provisional ? words(`${due} 前（暂定，节假日未载入）`, `by ${due} (provisional, holidays not loaded)`) : words(`${due} 前`, `by ${due}`);
};

const clockFacts = (clocks: readonly SlaClock[]): Facts =>
  clocks.slice(0, 4).map((clock) => ({
    label: deadlineRule(clock.ruleId).what,
    value: clockState(clock, showInstant(clock.dueAt)),
  }));

const agreedText = ({ agreedDate, agreedHasTime }: Ticket): string | null => (agreedDate === null ? null : agreedHasTime === true ? showInstant(agreedDate) : dateOf(agreedDate));

const factsOf = (seen: Seen, clocks: readonly SlaClock[]): Facts => {
  const { desk, ticket } = seen;
  return [
    ...(ticket.severity === null && ticket.severityClaimed !== null ? fact('初判级别', 'Provisional class', words('待主管定级', 'the supervisor decides')) : []),
    ...(ticket.severity === null && ticket.severityProposed !== null ? fact('客服建议级别', 'Proposed by customer service', words(`${severity[ticket.severityProposed].zh}：${ticket.severityReason ?? ''}`, `${severity[ticket.severityProposed].en}: ${ticket.severityReason ?? ''}`)) : []),
    ...contactFacts(seen),
    ...fact('服务', 'Service', serviceType[ticket.serviceType]),
    ...fact('地点', 'Place', seesContact(seen) ? placeOf(ticket) : `${ticket.siteCity} ${maskAddress(ticket.siteAddress)}`.trim()),
    ...fact('故障', 'Fault', (seesContact(seen) ? ticket.faultDesc : maskNumbers(ticket.faultDesc)).slice(0, 160)),
    ...fact('质保与收费', 'Warranty and charge', words(`${warrantyResult[ticket.warrantyResult].zh}，${chargeStatus[ticket.chargeStatus].zh}`, `${warrantyResult[ticket.warrantyResult].en}, ${chargeStatus[ticket.chargeStatus].en}`)),
    ...fact('约定', 'Agreed', agreedText(ticket)),
    ...fact('责任人', 'Owner', desk.draft.find(staff, ticket.ownerStaff)?.name),
    ...fact('工程师', 'Engineer', desk.draft.find(staff, ticket.engineerLead)?.name),
    ...(ticket.holdStatus === 'NONE' ? [] : fact('挂起', 'On hold', holdStatus[ticket.holdStatus])),
    ...(openStates.slice(0, 2).includes(ticket.status) ? newcomerFacts(seen) : []),
    ...clockFacts(clocks),
  ];
};

/** Managers watch the urgent ones although there is nothing for them to press. */
const watches = ({ desk, ticket }: Seen): boolean => hasRole(desk.actor, 'GM', 'EDGM', 'DGM') && ticket.status !== 'ACCEPTED' && (workingClass(ticket) === 'A' || workingClass(ticket) === 'B');

const concerns = (seen: Seen): boolean =>
  hasRole(seen.desk.actor, 'SUP', 'TSM', 'CS', 'CLK') || isLead(seen) || seen.ticket.ownerStaff === staffIdOf(seen.desk.actor) || (seen.ticket.status === 'NEW' && isOnDuty(seen));

const itemOf = (seen: Seen): WorkItem | null => {
  const { desk, ticket } = seen;
  const own = concerns(seen) ? ticketOffers(seen) : [];
  if (own.length === 0 && !watches(seen)) return null;
  const offers = [
    ...own,
    ...(seesContact(seen) || !watches(seen) ? [] : [offerOf(showContact, ticket.ticketId)]),
    ...(hasRole(desk.actor, 'SUP', 'TSM', 'DGM', 'EDGM', 'GM') ? [offerOf(noticesOf, ticket.ticketId, { fields: { [noticesOf.name]: () => [] } })] : []),
  ];
  const clocks = clocksOf(desk.draft, ticket.ticketId).filter(isOpen).sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return {
    objectId: ticket.ticketId,
    kind: words('服务工单', 'Service ticket'),
    title: `${ticket.projectName} · ${ticket.modelText}`,
    status: ticketStatus[ticket.status],
    severity: workingClass(ticket),
    dueAt: clocks[0]?.dueAt ?? null,
    facts: factsOf(seen, clocks),
    offers,
    forms: [],
  };
};

const alive: readonly TicketStatus[] = [...openStates, 'ACCEPTED'];

const itemsFor = (desk: Desk): readonly WorkItem[] => {
  const now = parseInstant(desk.now);
  if (now === null || desk.actor.kind !== 'staff') return [];
  return desk.draft.where(tickets, (ticket) => alive.includes(ticket.status)).map((ticket) => itemOf({ desk, now, ticket })).filter((item): item is WorkItem => item !== null);
};

/** Tickets that wait for somebody, with what that person may do. */
export const ticketsDesk: DeskSource = {
  reads: [tickets, slaClocks, contacts, customers, contactAttempts, managerReports, receptions, dutyRoster, ...deadlineTables],
  items: itemsFor,
};
