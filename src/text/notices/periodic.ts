import { complaintCategory, complaintStatus, itineraryStatus, periodicKind, severity, type ItineraryStatus, type PeriodicKind } from '../../../sheets-templates';
import { movements, notReturned, personMonths, projectTotals, shipmentLines, weekOf, type PeriodicRows, type ReportMail, type TableSection } from '../../reports';
import type { Message } from '../../app/request';
import { inLanguage, showInstant, showYuan, words, type Language, type LocalDate, type Words } from '../../terms';

type Cell = string | number | Words;

/** A mail waits in a cell, so lists are cut visibly. */
const mostRows = 120;

const none = words('本月无。', 'None this month.');

const table = (language: Language, heading: Words, columns: readonly Words[], right: readonly number[], rows: readonly (readonly Cell[])[], note?: Words): TableSection => {
  const shown = rows.slice(0, mostRows).map((row) => row.map((cell) => (typeof cell === 'object' ? inLanguage(cell, language) : String(cell))));
  const notes = [...(note === undefined ? [] : [note]), ...(rows.length > mostRows ? [words(`共 ${rows.length} 行，此处列前 ${mostRows} 行，其余见台账。`, `The first ${mostRows} of ${rows.length} rows; the others are in the ledgers.`)] : [])];
  return {
    kind: 'table', heading: inLanguage(heading, language), columns: columns.map((label, at) => ({ label: inLanguage(label, language), align: right.includes(at) ? 'right' : 'left' })), rows: shown, whenEmpty: inLanguage(none, language),
    ...(notes.length === 0 ? {} : { note: notes.map((one) => inLanguage(one, language)).join(' ') }),
  };
};

const onTime = (value: boolean | null): Words => (value === null ? words('未承诺', 'none promised') : value ? words('按期', 'in time') : words('逾期', 'late'));

const shipments = (rows: PeriodicRows, month: string, language: Language): readonly TableSection[] => [
  table(language, periodicKind.SHIPMENTS,
    [words('申请单', 'Request'), words('工单', 'Ticket'), words('物品及数量', 'Goods'), words('承运/单号', 'Carrier, no.'), words('承诺', 'Promised'), words('发货', 'Shipped'), words('签收', 'Received'), words('判断', 'Kept')], [],
    shipmentLines(rows, month).map(({ shipment, request, goods, onTime: kept }) => [
      shipment.requestId, request?.ticketId ?? '', goods.slice(0, 80), `${shipment.carrier} ${shipment.trackingNo}`, request?.promisedShipDate ?? '—', showInstant(shipment.shippedAt), shipment.receivedAt === null ? '—' : showInstant(shipment.receivedAt), onTime(kept),
    ])),
];

/** One letter a day; what it stands for is said below. */
const marks: Readonly<Record<ItineraryStatus, string>> = { ON_SITE: 'S', TRAVEL: 'T', OFFICE: 'O', STANDBY: 'B', LEAVE: 'L', COMP_LEAVE: 'C', TRAINING: 'N', REST: 'R' };

const itinerary = (rows: PeriodicRows, month: string, language: Language): readonly TableSection[] => {
  const people = personMonths(rows, month);
  const dates = people[0]?.days.map((_day, at) => String(at + 1)) ?? [];
  const legend = Object.entries(marks).map(([code, mark]) => ({ mark, label: Object.entries(itineraryStatus).find(([key]) => key === code)?.[1] ?? words(code, code) }));
  const stays = people.flatMap(({ member, days }) => days.flatMap((day) => (day === null || (day.status !== 'ON_SITE' && day.status !== 'TRAVEL') ? [] : [[member.name, day.date, itineraryStatus[day.status], (day.cities ?? []).join('、'), day.projectName ?? '']])));
  return [
    table(language, words('人员 × 日期', 'People and days'), [words('人员', 'Person'), ...dates.map((date) => words(date, date))], [], people.map(({ member, days }) => [member.name, ...days.map((day) => (day === null ? '-' : marks[day.status]))]),
      words(`${legend.map(({ mark, label }) => `${mark} ${label.zh}`).join('，')}；“-”无记录。`, `${legend.map(({ mark, label }) => `${mark} ${label.en}`).join(', ')}; "-" nothing on record.`)),
    table(language, words('合计（天）', 'Totals (days)'), [words('人员', 'Person'), words('外出', 'Out'), words('现场', 'On site'), words('在途', 'Travel'), words('休息', 'Rest'), words('无记录', 'Unexplained')], [1, 2, 3, 4, 5],
      people.map(({ member, out, onSite, travel, rest, unexplained }) => [member.name, out, onSite, travel, rest, unexplained])),
    table(language, words('外出明细', 'Days out'), [words('人员', 'Person'), words('日期', 'Date'), words('动态', 'Status'), words('城市', 'City'), words('项目', 'Project')], [], stays),
  ];
};

const ledger = (rows: PeriodicRows, month: string, language: Language, today: LocalDate): readonly TableSection[] => {
  const found = movements(rows, month);
  const value = (paid: boolean): string => (found.filter((one) => one.direction === 'OUT' && one.paid === paid).reduce((total, { amount }) => total + (amount ?? 0), 0) / 100).toFixed(2);
  return [
    table(language, words('收发明细', 'Movements'), [words('方向', 'Way'), words('单号', 'Document'), words('工单', 'Ticket'), words('项目', 'Project'), words('名称', 'Item'), words('规格', 'Spec'), words('数量', 'Quantity'), words('金额（元）', 'Amount (yuan)'), words('收费', 'Charge')], [6, 7],
      found.map((one) => [
        one.direction === 'OUT' ? words('发出', 'out') : words('退回', 'back'), one.documentId, one.ticketId, one.project.slice(0, 40), one.item, one.spec, one.quantity, one.amount === null ? '—' : showYuan(one.amount),
        one.direction === 'BACK' ? '—' : one.paid ? words('有偿', 'paid') : words('无偿', 'free'),
      ]), words(`发出金额：无偿 ${value(false)} 元，有偿 ${value(true)} 元（未填成本的不计）。`, `Value sent out: free ${value(false)}, paid ${value(true)} yuan (lines without a cost are left out).`)),
    table(language, words('按项目小计', 'By project'), [words('项目', 'Project'), words('发出', 'Out'), words('退回', 'Back')], [1, 2], projectTotals(found).map(({ project, out, back }) => [project, out, back])),
    table(language, words('未返旧件', 'Not returned'), [words('维修单', 'Repair order'), words('工单', 'Ticket'), words('名称', 'Item'), words('应返', 'Due back'), words('逾期（天）', 'Days late')], [4],
      notReturned(rows, today).map(({ repair, days }) => [repair.repairId, repair.ticketId, repair.itemName, repair.dueBack, days])),
  ];
};

/** R-030, R-057: what came and ended in the week, what is open and late; customer service adds surveys and complaints. */
const week = (kind: PeriodicKind, rows: PeriodicRows, monday: string, language: Language): readonly TableSection[] => {
  const { byClass, late, asked, complained } = weekOf(rows, monday);
  return [
    table(language, words('工单', 'Tickets'), [words('级别', 'Class'), words('本周接收', 'Received'), words('本周办结', 'Ended'), words('未结', 'Open')], [1, 2, 3], byClass.map(({ severity: of, received, ended, open }) => [of === null ? words('未定级', 'Not classified') : severity[of], received, ended, open])),
    table(language, words('超时未完成', 'Overdue'), [words('对象', 'Object'), words('规则', 'Rule'), words('截止', 'Due')], [], late.map(({ objectId, ruleId, dueAt }) => [objectId, ruleId, showInstant(dueAt)])),
    ...(kind === 'GROUP_WEEKLY' ? [] : [
      table(language, words('满意度', 'Surveys'), [words('答复', 'Answers'), words('平均分', 'Mean'), words('待回复', 'Waiting')], [0, 1, 2], [[asked.answered, asked.mean ?? '—', asked.waiting]]),
      table(language, words('投诉', 'Complaints'), [words('投诉号', 'No.'), words('类别', 'Category'), words('状态', 'Status'), words('接收', 'Received')], [], complained.map((row) => [row.complaintId, complaintCategory[row.category], complaintStatus[row.status], showInstant(row.receivedAt)])),
    ]),
  ];
};

/** A record in a reader's language (8.1). */
export const periodicMail = (kind: PeriodicKind, rows: PeriodicRows, month: string, today: LocalDate, language: Language): ReportMail => ({
  title: `${inLanguage(periodicKind[kind], language)} ${month}`,
  sections: kind === 'SHIPMENTS' ? shipments(rows, month, language) : kind === 'ITINERARY' ? itinerary(rows, month, language) : kind === 'PARTS_LEDGER' ? ledger(rows, month, language, today) : week(kind, rows, month, language),
});

/** N-47 */
export const periodicMessage = (kind: PeriodicKind, month: string, version: number, reason: string | null, remarks: string | null, report: (language: Language) => ReportMail): Message => ({
  subject: words(`${periodicKind[kind].zh} ${month}${version > 1 ? `（第 ${version} 版）` : ''}`, `${periodicKind[kind].en} ${month}${version > 1 ? ` (version ${version})` : ''}`),
  body: [...(reason === null ? [] : [words(`更正：${reason}`, `Corrected: ${reason}`)]), ...(remarks === null ? [] : [words(remarks, remarks)])],
  report,
});
