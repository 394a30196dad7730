import type { TicketStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/** The states in which a ticket is being worked on: a class can change, a contact can be logged, a hold be set. */
export const openStates: readonly TicketStatus[] = ['NEW', 'TRIAGED', 'SCHEDULED', 'DISPATCHED', 'ON_SITE', 'IN_SHOP', 'REMOTE', 'REPAIRED'];

const classified = openStates.filter((status) => status !== 'NEW');
const anyone = ['CS', 'CLK', 'SUP', 'TSM', 'SAL', 'ENG', 'OPS', 'OPM', 'PRD', 'PDM', 'QA', 'QM', 'RD', 'FIN', 'DGM', 'EDGM', 'GM'] as const;

/**
 * 服务工单 (regulation 3.1). Rows of other trades' commands (`dispatch.accept`, `field.arrive`) and of the customer stand
 * here too, so that the whole life of a ticket is read in one place; a desk offers what its reader may start.
 */
export const ticketTransitions: readonly Transition<TicketStatus>[] = [
  { id: 'TK-1', command: 'ticket.register', label: words('报修登记', 'Register a request'), from: null, to: 'NEW', actors: ['CUS', ...anyone] },
  { id: 'TK-1', command: 'ticket.take', label: words('登记来电来函', 'Take down a call or message'), from: null, to: 'NEW', actors: anyone },
  { id: 'TK-1', command: 'sweep.plans', label: words('计划维护到期', 'Maintenance is due'), from: null, to: 'NEW', actors: ['SYS'] },
  { id: 'TK-2', command: 'ticket.logContact', label: words('登记联系', 'Log a contact'), from: ['NEW'], to: null, actors: ['SUP', 'CS', 'ENG'] },
  // Calls go on after the class is set (TK-7, R-096); they move nothing.
  { id: 'R-096', command: 'ticket.logContact', label: words('登记联系', 'Log a contact'), from: classified, to: null, actors: ['SUP', 'CS', 'ENG'] },
  { id: 'TK-3', command: 'ticket.classify', label: words('定级', 'Classify'), from: ['NEW'], to: 'TRIAGED', actors: ['SUP', 'DUTY'] },
  { id: 'TK-3', command: 'ticket.proposeClass', label: words('建议级别', 'Propose a class'), from: ['NEW'], to: null, actors: ['CS'] },
  { id: 'TK-4', command: 'ticket.answer', label: words('当场解答', 'Answer at once'), from: ['NEW', 'TRIAGED'], to: 'REPAIRED', actors: ['CS', 'SUP', 'ENG'] },
  { id: 'TK-5', command: 'ticket.handOver', label: words('移交主管', 'Hand to the supervisor'), from: ['NEW'], to: null, actors: ['CS'] },
  { id: 'R-217', command: 'ticket.plan', label: words('制定服务方案', 'Plan the service'), from: ['TRIAGED', 'SCHEDULED'], to: null, actors: ['SUP'] },
  { id: 'TK-6', command: 'ticket.agree', label: words('约定日期', 'Agree a date'), from: ['TRIAGED'], to: 'SCHEDULED', actors: ['SUP'] },
  { id: 'TK-7', command: 'ticket.agree', label: words('改约日期', 'Agree another date'), from: ['SCHEDULED'], to: 'SCHEDULED', actors: ['SUP'] },
  { id: 'TK-8', command: 'dispatch.accept', label: words('派工接收', 'Order accepted'), from: ['TRIAGED', 'SCHEDULED'], to: 'DISPATCHED', actors: ['SYS'] },
  { id: 'TK-9', command: 'ticket.startRemote', label: words('开始远程处理', 'Start remote work'), from: ['TRIAGED', 'SCHEDULED'], to: 'REMOTE', actors: ['SUP', 'ENG'] },
  { id: 'TK-10', command: 'ticket.receiveUnit', label: words('接收送修设备', 'Receive a unit'), from: ['TRIAGED', 'SCHEDULED'], to: 'IN_SHOP', actors: ['CS', 'CLK'] },
  { id: 'TK-11', command: 'field.arrive', label: words('到达现场', 'Arrived on site'), from: ['DISPATCHED'], to: 'ON_SITE', actors: ['SYS'] },
  { id: 'TK-12', command: 'ticket.hold', label: words('挂起', 'Put on hold'), from: openStates, to: null, actors: ['SUP', 'LEAD'] },
  { id: 'TK-13', command: 'ticket.release', label: words('解除挂起', 'Release the hold'), from: openStates, to: null, actors: ['SUP'] },
  { id: 'TK-14', command: 'ticket.repairDone', label: words('修复完成', 'Repair done'), from: ['ON_SITE', 'IN_SHOP', 'REMOTE'], to: 'REPAIRED', actors: ['LEAD', 'SUP'] },
  // The source lists ON_SITE alone; remote work that fails needs the same way back to arrangement.
  { id: 'TK-15', command: 'ticket.cannotSolve', label: words('暂不能解决', 'Cannot be solved now'), from: ['ON_SITE', 'REMOTE'], to: 'TRIAGED', actors: ['LEAD', 'SUP'] },
  { id: 'TK-16', command: 'acceptance.sign', label: words('验收签署', 'Sign the acceptance'), from: ['REPAIRED'], to: 'ACCEPTED', actors: ['CUS'] },
  { id: 'TK-16', command: 'acceptance.paper', label: words('录入纸质验收', 'Record a paper sign-off'), from: ['REPAIRED'], to: 'ACCEPTED', actors: ['LEAD', 'CS', 'CLK'] },
  { id: 'TK-16', command: 'acceptance.byPhone', label: words('电话确认验收', 'Acceptance by phone'), from: ['REPAIRED'], to: 'ACCEPTED', actors: ['CS'] },
  { id: 'TK-16', command: 'acceptance.noResponse', label: words('客户未回复结案', 'No answer from the customer'), from: ['REPAIRED'], to: 'ACCEPTED', actors: ['SUP'] },
  { id: 'TK-17', command: 'acceptance.sign', label: words('验收不通过', 'Reject the work'), from: ['REPAIRED'], to: 'TRIAGED', actors: ['CUS'] },
  { id: 'TK-17', command: 'acceptance.byPhone', label: words('电话告知不通过', 'Rejected by phone'), from: ['REPAIRED'], to: 'TRIAGED', actors: ['CS'] },
  { id: 'TK-17', command: 'acceptance.paper', label: words('纸质验收不通过', 'Rejected on paper'), from: ['REPAIRED'], to: 'TRIAGED', actors: ['LEAD', 'CS', 'CLK'] },
  { id: 'TK-18', command: 'ticket.close', label: words('关闭工单', 'Close the ticket'), from: ['ACCEPTED'], to: 'CLOSED', actors: ['CLK', 'SUP'] },
  { id: 'TK-19', command: 'ticket.archive', label: words('归档', 'Archive'), from: ['CLOSED'], to: 'ARCHIVED', actors: ['CLK'] },
  { id: 'TK-20', command: 'ticket.reopen', label: words('重开工单', 'Reopen the ticket'), from: ['CLOSED'], to: 'TRIAGED', actors: ['SUP', 'CS'] },
  { id: 'TK-21', command: 'ticket.cancel', label: words('取消工单', 'Cancel the ticket'), from: ['NEW', 'TRIAGED', 'SCHEDULED'], to: 'CANCELLED', actors: ['SUP'] },
  { id: 'TK-22', command: 'ticket.refuse', label: words('申请拒绝服务', 'Ask to refuse the service'), from: ['TRIAGED'], to: 'REFUSED', actors: ['SUP'] },
  { id: 'TK-23', command: 'ticket.merge', label: words('并入另一工单', 'Merge into another ticket'), from: ['NEW', 'TRIAGED'], to: 'MERGED', actors: ['SUP', 'CLK'] },
  { id: 'TK-24', command: 'ticket.classify', label: words('改级', 'Change the class'), from: classified, to: null, actors: ['SUP', 'TSM'] },
  { id: 'TK-25', command: 'ticket.classify', label: words('降级', 'Lower the class'), from: classified, to: null, actors: ['SUP'] },
  { id: 'R-215', command: 'ticket.assign', label: words('指定责任人', 'Name the owner'), from: openStates, to: null, actors: ['SUP', 'TSM'] },
  { id: 'R-256', command: 'ticket.reportToManagers', label: words('登记上报', 'Record the report to managers'), from: openStates, to: null, actors: ['SUP', 'TSM'] },
  { id: 'R-210', command: 'ticket.identify', label: words('补全设备信息', 'Complete model and serial'), from: openStates, to: null, actors: ['CLK', 'CS', 'SUP'] },
  { id: 'R-052', command: 'task.create', label: words('转办任务', 'Hand a task over'), from: [...openStates, 'ACCEPTED'], to: null, actors: ['CS', 'SUP'] },
  { id: '10.3', command: 'ticket.text', label: words('复制给客户的文字', 'Text for the customer'), from: [...openStates, 'ACCEPTED', 'CLOSED'], to: null, actors: ['CS', 'CLK', 'SUP'] },
  { id: 'R-120', command: 'ticket.handBack', label: words('交还设备', 'Hand the unit back'), from: ['IN_SHOP', 'REPAIRED', 'ACCEPTED', 'CLOSED'], to: null, actors: ['CS', 'CLK'] },
  { id: 'R-243', command: 'ticket.decideCharge', label: words('判定收费', 'Decide who pays'), from: [...openStates, 'ACCEPTED'], to: null, actors: ['TSM'] },
  { id: 'R-096', command: 'ticket.tellProgress', label: words('告知客户进展', 'Tell the customer the progress'), from: classified, to: null, actors: ['CS', 'SUP'] },
];
