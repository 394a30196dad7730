import { hazardousWaste, tools, wasteRecords } from '../../sheets-templates';
import { correspondingDay } from '../charges';
import { localDate, parseDate, plusDays, refuse, words, type LocalDate, type Refusal } from '../terms';
import { textOf, type Around, type Entry, type Register } from './register';

const dateIn = (entry: Entry, column: string): LocalDate | null => parseDate(textOf(entry, column));
const today = ({ now }: Around): LocalDate => localDate(now.slice(0, 10));

/** the day until which a checked tool may be used; a tool that needs no check has none. */
const checked = (entry: Entry, around: Around): Entry | Refusal => {
  if (entry['checkKind'] === 'NONE') return { nextCheck: null };
  const last = dateIn(entry, 'lastCheck');
  const months = Number(entry['intervalMonths']);
  if (last === null || months < 1) return refuse('R-082', '须填写上次检测日期和检测周期（月），免检的除外：由内勤填写。', 'The date of the last check and the interval in months are needed unless no check is: the clerk gives them.');
  if (last > today(around)) return refuse('R-082', '检测日期不能晚于今天。', 'A check cannot lie in the future.');
  const nextCheck = correspondingDay(last, months);
  return nextCheck >= today(around) ? { nextCheck } : refuse('R-082', `按此检测日期和周期，${nextCheck} 已到期，须先送检。`, `By this date and interval the check was due on ${nextCheck}; have it checked first.`);
};

const inTime = (entry: Entry, around: Around): Entry | Refusal => {
  const next = dateIn(entry, 'nextCheck');
  return next === null || next >= today(around) ? {} : refuse('R-082', `检测已于 ${next} 到期，送检合格后方可领用：由内勤送检。`, `Its check was due on ${next}; it cannot be issued before the clerk has had it checked.`);
};

const inUse = ['AVAILABLE', 'ISSUED'];

/** 工具 (3.15, R-082). */
export const toolRegister: Register = {
  table: tools, docType: 'TOOL', kind: words('工具', 'Tool'), number: ['TL', '', 3], title: 'name', shows: ['name', 'model', 'serialNo', 'checkKind', 'lastCheck', 'nextCheck', 'certificate', 'holder'],
  owner: 'holder', over: ['RETIRED'], ended: 'retiredAt', rules: ['S-44'],
  clock: (entry) => (entry['nextCheck'] === null ? null : { moments: { nextCheckDate: dateIn(entry, 'nextCheck') } }),
  steps: [
    { id: '3.15 tool', command: 'tool.register', label: words('登记工具', 'Register a tool'), from: null, to: 'AVAILABLE', actors: ['CLK'], fields: ['name!', 'model', 'serialNo', 'checkKind!', 'intervalMonths', 'lastCheck', 'certificate'], works: checked, events: ['toolChecked'] },
    { id: '3.15 tool', command: 'tool.issue', label: words('领用', 'Issue'), from: ['AVAILABLE'], to: 'ISSUED', actors: ['CLK'], fields: ['holder!'], works: inTime },
    { id: '3.15 tool', command: 'tool.return', label: words('归还', 'Return'), from: ['ISSUED'], to: 'AVAILABLE', actors: ['CLK'], set: { holder: null } },
    { id: '3.15 tool', command: 'tool.overdue', label: words('超检停用', 'Check overdue'), from: inUse, to: 'OVERDUE', actors: ['SYS'] },
    { id: '3.15 tool', command: 'tool.sendToCheck', label: words('送检', 'Send to be checked'), from: [...inUse, 'OVERDUE'], to: 'IN_CHECK', actors: ['CLK'] },
    { id: '3.15 tool', command: 'tool.checked', label: words('检测合格', 'Checked'), from: ['IN_CHECK'], to: 'AVAILABLE', actors: ['CLK'], fields: ['lastCheck!', 'certificate!'], set: { holder: null }, works: checked, events: ['toolChecked'], tone: 'primary' },
    { id: '3.15 tool', command: 'tool.fault', label: words('报故障', 'Report a fault'), from: [...inUse, 'OVERDUE', 'IN_CHECK'], to: 'FAULTY', actors: ['CLK', 'OWNER'] },
    { id: '3.15 tool', command: 'tool.repaired', label: words('修好送检', 'Repaired, to be checked'), from: ['FAULTY'], to: 'IN_CHECK', actors: ['CLK'] },
    { id: '3.15 tool', command: 'tool.retire', label: words('报废', 'Retire'), from: ['AVAILABLE', 'OVERDUE', 'IN_CHECK', 'FAULTY'], to: 'RETIRED', actors: ['CLK'], set: { holder: null }, tone: 'danger' },
  ],
};

const isHazardous = (entry: Entry): boolean => hazardousWaste.some((one) => one === entry['category']);

const stored = (entry: Entry, around: Around): Entry | Refusal => {
  const made = dateIn(entry, 'generatedAt');
  if (made === null || made > today(around)) return refuse('R-087', '产生日期不能晚于今天。', 'It cannot come into being later than today.');
  return { storeUntil: isHazardous(entry) ? plusDays(made, around.settings.count('waste.store_days', around.now)) : null };
};

/** hazardous waste goes to a licensed receiver, with its transfer document; a company's own part goes back. */
const mayLeave = (entry: Entry): Entry | Refusal => {
  if (entry['category'] === 'COMPANY_PART') return refuse('R-088', '公司旧件须退回公司；报废由质检处置。', 'A company part goes back to the company; quality decides what is scrapped.');
  return isHazardous(entry) && (entry['licenceNo'] === null || entry['transferDoc'] === null)
    ? refuse('R-088', '危险废弃物须填写接收单位的许可证号和转移联单号：由内勤向接收单位取得。', 'Hazardous waste needs the receiver\'s licence and the transfer document: the clerk gets both from the receiver.') : {};
};

const disposed = (entry: Entry, around: Around): Entry | Refusal => {
  const at = dateIn(entry, 'disposedAt');
  return at !== null && at <= today(around) && at >= (dateIn(entry, 'generatedAt') ?? at) ? mayLeave(entry) : refuse('R-088', '处置日期须在产生日期之后、今天之前或当天。', 'It is disposed of between the day it came into being and today.');
};

/** 废旧物品 (3.15, R-087, R-088). */
export const wasteRegister: Register = {
  table: wasteRecords, docType: 'WASTE', kind: words('废旧物品', 'Waste'), number: ['WS', '', 4], title: 'description', shows: ['category', 'description', 'qty', 'unit', 'generatedAt', 'storagePlace', 'storeUntil', 'receiver', 'licenceNo', 'transferDoc', 'ticketId'],
  owner: null, over: ['DISPOSED', 'RETURNED'], ended: 'endedAt', rules: ['S-45'],
  clock: (entry) => (isHazardous(entry) ? {} : null),
  steps: [
    { id: '3.15 waste', command: 'waste.store', label: words('登记废旧物品', 'Record waste'), from: null, to: 'STORED', actors: ['ENG', 'CLK'], fields: ['ticketId', 'category!', 'description!', 'qty!', 'unit!', 'generatedAt!', 'storagePlace!'], works: stored, events: ['wasteStored'], at: 'generatedAt' },
    { id: '3.15 waste', command: 'waste.handOver', label: words('交接', 'Hand over'), from: ['STORED'], to: 'HANDED_OVER', actors: ['CLK'], fields: ['receiver!', 'licenceNo', 'transferDoc'], works: mayLeave, tone: 'primary' },
    { id: '3.15 waste', command: 'waste.dispose', label: words('已处置', 'Disposed'), from: ['HANDED_OVER'], to: 'DISPOSED', actors: ['CLK'], fields: ['disposedAt!'], works: disposed, events: ['wasteDisposed'], at: 'disposedAt', tone: 'primary' },
    { id: '3.15 waste', command: 'waste.return', label: words('退回公司', 'Return to the company'), from: ['STORED'], to: 'RETURNED', actors: ['CLK'],
      works: ({ category }) => (category === 'COMPANY_PART' ? {} : refuse('R-088', '只有公司旧件退回公司，其他废旧物品请交接处置。', 'Only a company part goes back; other waste is handed over.')) },
  ],
};
