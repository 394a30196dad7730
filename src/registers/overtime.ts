import { overtime } from '../../sheets-templates';
import { dayKind, isStatutoryDay, measureTime } from '../deadlines';
import { leaveBalance } from '../people';
import { dateOf, minutesBetween, parseInstant, refuse, words, type Instant, type Refusal } from '../terms';
import { textOf, type Around, type Entry, type Register, type Step } from './register';

const instantIn = (entry: Entry, column: string): Instant | null => parseInstant(textOf(entry, column));
const tenths = (minutes: number): number => Math.round(minutes / 6) / 10;
const longestHours = 24;

/** everybody reports their own; the supervisor may plan somebody else's. */
const planned = (entry: Entry, around: Around): Entry | Refusal => {
  const [from, to] = [instantIn(entry, 'fromAt'), instantIn(entry, 'toAt')];
  const staffId = entry['staffId'] ?? around.actorId;
  const actor = around.staff.find((member) => member.staffId === around.actorId);
  if (staffId !== around.actorId && actor?.roles.includes('SUP') !== true) return refuse('R-263', '只能申报本人的加班；安排他人加班由主管办理。', 'Everybody reports their own overtime; the supervisor plans somebody else\'s.');
  if (from === null || to === null || from >= to || minutesBetween(from, to) > longestHours * 60) return refuse('R-263', `结束须晚于开始，一次不超过 ${longestHours} 小时。`, `The end comes after the start, at most ${longestHours} hours later.`);
  const date = dateOf(from);
  return { staffId, hours: tenths(minutesBetween(from, to)), dayKind: dayKind(around.calendar, date), statutory: isStatutoryDay(around.calendar, date), compStatus: 'DRAFT' };
};

const wishes = (entry: Entry, around: Around): Entry | Refusal => {
  if (entry['compStatus'] === 'PENDING' || entry['compStatus'] === 'APPROVED') return refuse('R-264', '此加班的调休已申请。', 'Leave for this overtime was asked for already.');
  const [from, to] = [instantIn(entry, 'compFrom'), instantIn(entry, 'compTo')];
  const compHours = from === null || to === null || from >= to ? 0 : tenths(measureTime(around.calendar, 'BUS', from, to));
  const balance = leaveBalance(around.entries, textOf(entry, 'staffId'));
  return compHours > 0 && compHours <= balance ? { compHours, compStatus: 'PENDING' }
    : refuse('R-264', `调休须在工作时间内，且不超过余额 ${balance.toFixed(1)} 小时（本次 ${compHours.toFixed(1)} 小时）。`, `Leave lies in office hours and within the balance of ${balance.toFixed(1)} hours (asked: ${compHours.toFixed(1)}).`);
};

const statutoryNews: Step['notices'] = [{ code: 'N-55', roles: ['HR', 'SUP'], when: ({ statutory }) => statutory === true }];
const asked = ['staffId', 'orderId', 'fromAt!', 'toAt!', 'reason!'];

/** 加班与调休 (3.15): reported before it begins, or within 12 hours for classes A and B; later ones stand as late. */
export const overtimeRegister: Register = {
  table: overtime, docType: 'OVERTIME', kind: words('加班', 'Overtime'), number: ['OT', '', 4], title: 'reason', shows: ['staffId', 'fromAt', 'toAt', 'hours', 'dayKind', 'statutory', 'orderId', 'reason', 'reportedAt', 'compFrom', 'compTo', 'compHours', 'compStatus'],
  owner: 'staffId', over: ['REJECTED'], ended: 'endedAt', rules: ['S-43a', 'S-43b'],
  clock: (entry) => ({ severity: entry['severity'] === 'A' || entry['severity'] === 'B' ? entry['severity'] : null, moments: { overtimeStart: instantIn(entry, 'fromAt') } }),
  settled: ({ compStatus }) => compStatus === 'APPROVED',
  approvals: {
    OVERTIME: { matrix: () => 'A-25', binds: ['staffId', 'orderId', 'fromAt', 'toAt'], approved: 'overtime.approved', rejected: 'overtime.rejected' },
    COMP_LEAVE: { matrix: () => 'A-26', binds: ['staffId', 'compFrom', 'compTo'], approved: 'overtime.leaveApproved', rejected: 'overtime.leaveRejected' },
  },
  steps: [
    { id: 'R-263', command: 'overtime.plan', label: words('计划加班', 'Plan overtime'), from: null, to: 'DRAFT', actors: ['ENG', 'CS', 'SUP'], fields: asked, works: planned, events: ['overtimePlanned'] },
    { id: 'R-263', command: 'overtime.declare', label: words('申报加班', 'Report overtime'), from: null, to: 'PENDING', actors: ['ENG', 'CS', 'SUP'], fields: asked.slice(1), stamp: ['reportedAt'], works: planned, events: ['overtimePlanned', 'overtimeReported'], asks: 'OVERTIME', notices: statutoryNews },
    { id: '3.15 overtime', command: 'overtime.report', label: words('申报', 'Report it'), from: ['DRAFT'], to: 'PENDING', actors: ['OWNER'], stamp: ['reportedAt'], events: ['overtimeReported'], asks: 'OVERTIME', notices: statutoryNews, tone: 'primary' },
    { id: 'A-25', command: 'overtime.approved', label: words('加班已批准', 'Overtime approved'), from: ['PENDING'], to: 'APPROVED', actors: ['SYS'], events: ['overtimeApproved'] },
    { id: 'A-25', command: 'overtime.rejected', label: words('加班未批准', 'Overtime rejected'), from: ['PENDING'], to: 'REJECTED', actors: ['SYS'], notices: [{ code: 'N-15', roles: [], people: ['staffId'] }] },
    { id: 'R-264', command: 'overtime.requestLeave', label: words('申请调休', 'Ask for compensatory leave'), from: ['APPROVED'], to: null, actors: ['OWNER'], fields: ['compFrom!', 'compTo!'], works: wishes, events: ['compLeaveRequested'], asks: 'COMP_LEAVE' },
    { id: 'A-26', command: 'overtime.leaveApproved', label: words('调休已批准', 'Leave approved'), from: ['APPROVED'], to: null, actors: ['SYS'], set: { compStatus: 'APPROVED' } },
    { id: 'A-26', command: 'overtime.leaveRejected', label: words('调休未批准', 'Leave rejected'), from: ['APPROVED'], to: null, actors: ['SYS'], set: { compStatus: 'REJECTED' }, notices: [{ code: 'N-15', roles: [], people: ['staffId'] }] },
  ],
};
