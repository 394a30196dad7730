import { serviceType, severity, type SlaClock, type Ticket } from '../../../sheets-templates';
import { deadlineRule } from '../../deadlines';
import type { Message, NoticeAction } from '../../app/request';
import { showInstant, words, type Words } from '../../terms';

type Facts = NonNullable<Message['facts']>;

/** The class as people read it: the supervisor's, or the provisional one marked as such. */
export const classWords = (ticket: Pick<Ticket, 'severity' | 'severityClaimed'>): Words => {
  if (ticket.severity !== null) return severity[ticket.severity];
  if (ticket.severityClaimed === null) return words('未定级（按紧急联系）', 'Not classified (contacted as urgent)');
  const provisional = severity[ticket.severityClaimed];
  return words(`${provisional.zh}（初判，待主管定级）`, `${provisional.en} (provisional, the supervisor decides)`);
};

/** What every notice about a ticket carries: number, project, model, class; no name, no phone (9.4 no. 2). */
export const ticketFacts = (ticket: Ticket): Facts => [
  { label: words('工单号', 'Ticket'), value: ticket.ticketId },
  { label: words('级别', 'Class'), value: classWords(ticket) },
  { label: words('服务类型', 'Service'), value: serviceType[ticket.serviceType] },
  { label: words('项目', 'Project'), value: ticket.projectName },
  { label: words('型号', 'Model'), value: ticket.modelText },
  { label: words('城市', 'City'), value: ticket.siteCity },
  { label: words('接收时间', 'Received'), value: showInstant(ticket.receivedAt) },
];

/** For the customer: no class is promised (10.3). */
export const customerFacts = (ticket: Ticket): Facts => [
  { label: words('工单号', 'Ticket'), value: ticket.ticketId },
  { label: words('项目', 'Project'), value: ticket.projectName },
  { label: words('型号', 'Model'), value: ticket.modelText },
  { label: words('接收时间', 'Received'), value: showInstant(ticket.receivedAt) },
];

/** One line a deadline, earliest first. */
export const deadlineFacts = (clocks: readonly SlaClock[]): Facts =>
  [...clocks]
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map((clock) => ({ label: deadlineRule(clock.ruleId).what, value: words(`${showInstant(clock.dueAt)} 前`, `by ${showInstant(clock.dueAt)}`) }));

export const openDesk = (ticketId: string): readonly NoticeAction[] => [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: ticketId }];
export const openStatus = (ticketId: string): readonly NoticeAction[] => [{ label: words('查看进展', 'See the progress'), page: 'ticket', objectId: ticketId }];

export const headline = (ticket: Ticket): string => `${ticket.ticketId} ${ticket.projectName}`;
