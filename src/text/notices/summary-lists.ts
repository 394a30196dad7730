import { breachReason, capaStatus, causeCode, complaintCategory, complaintLevel, complaintStatus, consentChannel, defectSeverity, defectStatus, severity, ticketStatus, type Ticket } from '../../../sheets-templates';
import { ageBand } from '../../charges';
import { deadlineRule } from '../../deadlines';
import type { ManagerSummary, ReportColumn, TableSection } from '../../reports';
import { inLanguage, minutesBetween, showInstant, showYuan, words, type Language, type Words } from '../../terms';

/** A table of a report before it is written for a language. */
interface List {
  readonly heading: Words;
  readonly columns: readonly { readonly label: Words; readonly right?: boolean }[];
  readonly rows: readonly (readonly (string | Words)[])[];
  readonly most: number;
}

const none = words('本月无。', 'None this month.');

export const columnsIn = (language: Language, columns: List['columns']): readonly ReportColumn[] =>
  columns.map(({ label, right }) => ({ label: inLanguage(label, language), align: right === true ? 'right' : 'left' }));

/** A mail waits in a cell, so lists are cut visibly. */
const write = (list: List, language: Language): TableSection => ({
  kind: 'table',
  heading: inLanguage(list.heading, language),
  columns: columnsIn(language, list.columns),
  rows: list.rows.slice(0, list.most).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : inLanguage(cell, language)))),
  whenEmpty: inLanguage(none, language),
  ...(list.rows.length > list.most ? { note: inLanguage(words(`共 ${list.rows.length} 条，此处列前 ${list.most} 条，其余见台账。`, `The first ${list.most} of ${list.rows.length}; the others are in the ledgers.`), language) } : {}),
});

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const ticketRow = (ticket: Ticket): readonly (string | Words)[] => [ticket.ticketId, short(ticket.projectName), short(ticket.modelText), showInstant(ticket.receivedAt), ticketStatus[ticket.status]];

const ticketColumns = [words('工单', 'Ticket'), words('项目', 'Project'), words('型号', 'Model'), words('接收', 'Received'), words('状态', 'Status')].map((label) => ({ label }));

const lateness = (minutes: number): Words => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), Math.floor(minutes % 60)];
  const zh = [days > 0 ? `${days} 天` : '', hours > 0 ? `${hours} 小时` : '', days === 0 && rest > 0 ? `${rest} 分` : ''].filter((part) => part !== '').join(' ');
  const en = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', days === 0 && rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
  return words(zh === '' ? '不足 1 分' : zh, en === '' ? 'under 1 min' : en);
};

const classA = ({ classA: found }: ManagerSummary): List => ({ heading: words('全部特急工单', `All ${severity.A.en} tickets`), columns: ticketColumns, rows: found.map(ticketRow), most: 20 });

const breaches = ({ breaches: found, asOf }: ManagerSummary): List => ({
  heading: words('超时事项及原因', 'Missed deadlines and their reasons'),
  columns: [words('时限', 'Deadline'), words('单号与项目', 'Number and project'), words('截止', 'Due'), words('超出', 'Late by'), words('原因', 'Reason')].map((label) => ({ label })),
  rows: found.map(({ clock, reason, projectName }) => [
    words(`${clock.ruleId} ${deadlineRule(clock.ruleId).what.zh}`, `${clock.ruleId} ${deadlineRule(clock.ruleId).what.en}`),
    `${clock.objectId} ${short(projectName ?? '')}`.trim(), showInstant(clock.dueAt),
    clock.stopAt === null ? words('未完成', 'still open') : lateness(Math.max(0, minutesBetween(clock.dueAt, clock.stopAt < asOf ? clock.stopAt : asOf))),
    reason === null ? words('未填', 'not given') : breachReason[reason],
  ]),
  most: 30,
});

const missingReturns = ({ missingReturns: found }: ManagerSummary): List => ({
  heading: words('应返未返旧件', 'Replaced items not returned'),
  columns: [words('维修单', 'Repair order'), words('工单', 'Ticket'), words('物品', 'Item'), words('应返日期', 'Due back')].map((label) => ({ label })),
  rows: found.map((repair) => [repair.repairId, repair.ticketId, short(repair.itemName), repair.dueBack]),
  most: 20,
});

const complaints = ({ complaints: found }: ManagerSummary): List => ({
  heading: words('成立的投诉', 'Complaints upheld'),
  columns: [words('投诉号', 'No.'), words('工单', 'Ticket'), words('类别', 'Category'), words('等级', 'Level'), words('接收', 'Received'), words('状态', 'Status')].map((label) => ({ label })),
  rows: found.map((row) => [row.complaintId, row.ticketId ?? '', complaintCategory[row.category], complaintLevel[row.level], showInstant(row.receivedAt), complaintStatus[row.status]]),
  most: 20,
});

const overdueWork = ({ overdueActions, overdueDefects }: ManagerSummary): List => ({
  heading: words('逾期整改和设计缺陷', 'Overdue corrective actions and design defects'),
  columns: [words('编号', 'No.'), words('内容', 'Subject'), words('期限或严重度', 'Due, or severity'), words('状态', 'Status')].map((label) => ({ label })),
  rows: [
    ...overdueActions.map((row) => [row.capaId, short(row.problem), row.dueAt, capaStatus[row.status]]),
    ...overdueDefects.map((row) => [row.defectId, short(row.description), defectSeverity[row.severity], defectStatus[row.status]]),
  ],
  most: 20,
});

const vacancies = ({ dutyVacancies }: ManagerSummary): List => ({
  heading: words('值班空缺（本周和下周）', 'Duty days without primary or backup, this week and next'),
  columns: [{ label: words('日期', 'Date') }], rows: dutyVacancies.map((date) => [date]), most: 14,
});

const undecided = ({ undecided: found }: ManagerSummary): List => ({ heading: words('未决责任与收费判定', 'Open liability decisions'), columns: ticketColumns, rows: found.map(ticketRow), most: 10 });

const unpaid = ({ unpaid: found }: ManagerSummary): List => ({
  heading: words('完工未收款', 'Completed, not paid'),
  columns: [{ label: words('应收', 'Receivable') }, { label: words('工单', 'Ticket') }, { label: words('未收（元）', 'Balance (yuan)'), right: true }, { label: words('到期日', 'Due') }, { label: words('账龄', 'Age') }],
  rows: found.map((row) => [row.arId, row.ticketId, showYuan(row.balance), row.dueDate ?? '', words(`${ageBand(row.ageDays)} 天`, `${ageBand(row.ageDays)} days`)]),
  most: 20,
});

const emergencies = ({ emergencies: found }: ManagerSummary): List => ({
  heading: words('紧急先行派出', 'Emergency go-aheads'),
  columns: [words('派工单', 'Order'), words('工单', 'Ticket'), words('项目', 'Project'), words('下达', 'Issued')].map((label) => ({ label })),
  rows: found.map((order) => [order.orderId, order.ticketId, short(order.projectName), order.issuedAt === null ? '' : showInstant(order.issuedAt)]),
  most: 10,
});

const unconfirmed = ({ unconfirmed: found }: ManagerSummary): List => ({
  heading: words('未经本人确认的聊天、电话批复', 'Decisions by chat or phone, not confirmed'),
  columns: [words('单号', 'Document'), words('批准人', 'Approver'), words('方式', 'By'), words('答复时间', 'When'), words('登记人', 'Recorded by'), words('状态', 'Status')].map((label) => ({ label })),
  rows: found.map((row) => [row.docId, row.approver, row.via === null ? '' : consentChannel[row.via], row.decidedAt === null ? '' : showInstant(row.decidedAt), row.recordedBy ?? '', row.status === 'VOID' ? words('已否认', 'denied') : words('未确认', 'unconfirmed')]),
  most: 20,
});

export const causeLabel = (cause: string): Words => Object.entries(causeCode).find(([code]) => code === cause)?.[1] ?? words('其他', 'Other');

/** Letters stand for causes in the picture. */
export const causeLetter = (index: number): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index);

const causes = ({ causes: found }: ManagerSummary): List => ({
  heading: words('原因排列（帕累托）', 'Causes (Pareto)'),
  columns: [
    { label: words('图中', 'In the chart') }, { label: words('原因', 'Cause') }, { label: words('台数', 'Units'), right: true }, { label: words('占比', 'Share'), right: true },
    { label: words('累计', 'Cumulated'), right: true }, { label: words('判断', 'Judgement') },
  ],
  rows: found.map((row, index) => [
    causeLetter(index), causeLabel(row.cause), String(row.count), `${row.share.toFixed(1)}%`, `${row.cumulated.toFixed(1)}%`,
    words([row.vital ? '关键少数' : '', row.rising ? '上升' : ''].filter((part) => part !== '').join('、'), [row.vital ? 'vital few' : '', row.rising ? 'rising' : ''].filter((part) => part !== '').join(', ')),
  ]),
  most: 19,
});

export const causeTable = (summary: ManagerSummary, language: Language): TableSection => write(causes(summary), language);

/** The lists of 8.2 below the figures. */
export const summaryLists = (summary: ManagerSummary, language: Language): readonly TableSection[] =>
  [classA, breaches, unpaid, complaints, missingReturns, overdueWork, undecided, vacancies, emergencies, unconfirmed].map((list) => write(list(summary), language));
