import { complaints, type Role, type StaffMember } from '../../sheets-templates';
import { refuse, words, type Refusal } from '../terms';
import { listOf, textOf, type Around, type Entry, type Register, type RegisterNotice } from './register';

const handled = ['RECEIVED', 'ACKNOWLEDGED', 'INVESTIGATING', 'PROPOSED', 'RESOLVED', 'ESCALATED'];

const isUrgent = (entry: Entry): boolean => entry['level'] === 'URGENT';
const told: readonly RegisterNotice[] = [
  { code: 'N-41', roles: ['TSM'], people: ['owner'], priority: (entry) => (isUrgent(entry) ? 'P1' : undefined) },
  { code: 'N-41', roles: ['DGM'], priority: () => 'P1', when: isUrgent },
];

/** 3.14, who handles it next when the customer is not content. */
const ranks: readonly Role[] = ['SUP', 'TSM', 'DGM', 'GM'];

const holder = (role: Role | undefined, { staff }: Around, against: string): StaffMember | undefined =>
  staff.find((member) => member.active && role !== undefined && member.roles.includes(role) && member.staffId !== against);

const nextOwner = (entry: Entry, around: Around): string => {
  const present = around.staff.find(({ staffId }) => staffId === entry['owner']);
  const rank = Math.max(-1, ...ranks.map((role, at) => (present?.roles.includes(role) === true ? at : -1)));
  const [next] = ranks.slice(rank + 1).flatMap((role) => holder(role, around, textOf(entry, 'againstStaff')) ?? []);
  return next?.staffId ?? textOf(entry, 'owner');
};

/** SAFETY and PRIVACY are urgent (3.14); of leaks the manager takes care (9.4 no. 6). Without an owner it is the supervisor's. */
const received = (entry: Entry, around: Around): Entry => {
  const urgent = entry['category'] === 'SAFETY' || entry['category'] === 'PRIVACY';
  const against = textOf(entry, 'againstStaff');
  const manager = holder('TSM', around, against)?.staffId;
  const owner = entry['category'] === 'PRIVACY' ? manager : entry['owner'] ?? holder('SUP', around, against)?.staffId ?? manager;
  return { ...(urgent ? { level: 'URGENT' } : {}), owner: owner ?? holder('DGM', around, against)?.staffId ?? '' };
};

/** how it came out stands on record, and a serious one that was right leads to an action, before anybody closes it. */
const judged = (entry: Entry): Refusal | null => {
  if (entry['valid'] === null) return refuse('3.14', '尚未判定投诉是否成立：由技术支持部经理或质量监督填写。', 'Whether it is upheld is not on record: the technical support manager or quality supervision says so.');
  return entry['level'] === 'MAJOR' && entry['valid'] !== 'NO' && entry['capaId'] === null
    ? refuse('3.14', '重大投诉成立，须先开整改单：由质量监督或技术支持部经理办理。', 'An upheld major complaint needs a corrective action first: quality supervision or the technical support manager opens it.') : null;
};

const attemptsWanted = 3;

/** with the customer's word, or after three attempts on three days. */
const closes = (entry: Entry): Entry | Refusal => {
  const open = judged(entry);
  if (open !== null) return open;
  if (entry['customerResult'] === 'NOT_SATISFIED') return refuse('3.14', '客户不认可时请用“客户不认可，升级”。', 'When the customer is not satisfied, please escalate it instead.');
  const days = new Set(listOf(entry, 'attempts').map((at) => at.slice(0, 10))).size;
  return entry['customerResult'] !== 'NO_REPLY' || days >= attemptsWanted ? {}
    : refuse('3.14', `未回复结案须在 ${attemptsWanted} 个不同日期各登记一次联系，现有 ${days} 天：由责任人或客服登记。`, `Closing without a reply needs an attempt on ${attemptsWanted} different days, there are ${days}: owner or customer service records them.`);
};

/** 投诉 (3.14). */
export const complaintRegister: Register = {
  table: complaints, docType: 'COMPLAINT', kind: words('投诉', 'Complaint'), number: ['TS', 'day', 2], title: 'ticketId', shows: ['ticketId', 'category', 'level', 'content', 'owner', 'receivedAt', 'proposal', 'customerResult'],
  owner: 'owner', hiddenFrom: 'againstStaff', over: ['CLOSED', 'WITHDRAWN'], ended: 'closedAt', rules: ['S-33a', 'S-33b', 'S-33c'],
  clock: (entry) => ({ urgent: isUrgent(entry) }),
  check: (entry) => (entry['owner'] !== '' && entry['owner'] !== entry['againstStaff'] ? null : refuse('3.14', '责任人不能是被投诉人，请改派他人。', 'The owner cannot be the person complained about; name somebody else.')),
  approvals: {
    COMPLAINT: { matrix: (entry) => (entry['level'] === 'MAJOR' && entry['valid'] !== 'NO' ? 'A-36-MAJOR' : 'A-36'), binds: ['exceptionReason', 'level', 'valid'], approved: 'complaint.closedAsException', rejected: 'complaint.exceptionRefused' },
  },
  steps: [
    { id: '3.14 receive', command: 'complaint.receive', label: words('登记投诉', 'Record a complaint'), from: null, to: 'RECEIVED', actors: ['CS', 'SYS'],
      fields: ['ticketId', 'customerId', 'channel!', 'category!', 'level!', 'content!', 'owner', 'againstStaff'], stamp: ['receivedAt'], works: received, events: ['complaintReceived'], notices: told },
    { id: '3.14 acknowledge', command: 'complaint.acknowledge', label: words('首次答复客户', 'First answer given'), from: ['RECEIVED'], to: 'ACKNOWLEDGED', actors: ['OWNER', 'CS'], fields: ['ackMode!'], stamp: ['ackAt'], events: ['complaintAcknowledged'], tone: 'primary' },
    { id: '3.14 investigate', command: 'complaint.investigate', label: words('开始调查', 'Investigate'), from: ['ACKNOWLEDGED', 'ESCALATED'], to: 'INVESTIGATING', actors: ['OWNER'], tone: 'primary' },
    { id: '3.14 propose', command: 'complaint.propose', label: words('提出处理方案', 'Propose a solution'), from: ['INVESTIGATING'], to: 'PROPOSED', actors: ['OWNER'], fields: ['investigation!', 'proposal!'], stamp: ['proposalAt'], events: ['complaintProposed'], tone: 'primary' },
    { id: '3.14 resolve', command: 'complaint.resolve', label: words('方案已落实', 'Action is done'), from: ['PROPOSED'], to: 'RESOLVED', actors: ['OWNER'], fields: ['action!'], set: { attempts: [], customerResult: null }, tone: 'primary' },
    { id: '3.14', command: 'complaint.judge', label: words('判定是否成立', 'Say whether it is upheld'), from: ['INVESTIGATING', 'PROPOSED', 'RESOLVED'], to: null, actors: ['TSM', 'QM'], fields: ['valid!'], barred: ['againstStaff'] },
    { id: 'R-056', command: 'complaint.attempt', label: words('登记联系未果', 'Record an attempt without a reply'), from: ['RESOLVED'], to: null, actors: ['OWNER', 'CS'], works: (entry, { now }) => ({ attempts: [...listOf(entry, 'attempts'), now.slice(0, 16)] }) },
    { id: '3.14 close', command: 'complaint.close', label: words('办结', 'Close'), from: ['RESOLVED'], to: 'CLOSED', actors: ['CS'], fields: ['customerResult!'], barred: ['againstStaff'], works: closes, events: ['complaintClosed'], tone: 'primary' },
    { id: 'A-36', command: 'complaint.askException', label: words('申请未经客户确认结案', 'Ask to close without the customer\'s word'), from: ['RESOLVED'], to: null, actors: ['OWNER'], fields: ['exceptionReason!'], works: (entry) => judged(entry) ?? {}, asks: 'COMPLAINT' },
    { id: 'A-36', command: 'complaint.closedAsException', label: words('特批办结', 'Closed by approval'), from: ['RESOLVED'], to: 'CLOSED', actors: ['SYS'], events: ['complaintClosed'] },
    { id: 'A-36', command: 'complaint.exceptionRefused', label: words('未批准办结', 'Closing was not approved'), from: ['RESOLVED'], to: null, actors: ['SYS'], notices: [{ code: 'N-15', roles: [], people: ['owner'] }] },
    { id: '3.14 not satisfied', command: 'complaint.escalate', label: words('客户不认可，升级', 'The customer is not satisfied: escalate'), from: ['RESOLVED'], to: 'ESCALATED', actors: ['CS'], set: { customerResult: 'NOT_SATISFIED' }, works: (entry, around) => ({ owner: nextOwner(entry, around) }), notices: told },
    { id: '3.14', command: 'complaint.assign', label: words('改派责任人', 'Name another owner'), from: handled, to: null, actors: ['SUP', 'TSM'], fields: ['owner!'], barred: ['againstStaff'], notices: [{ code: 'N-41', roles: [], people: ['owner'] }] },
    { id: '3.14 withdraw', command: 'complaint.withdraw', label: words('客户撤回', 'The customer withdraws it'), from: handled, to: 'WITHDRAWN', actors: ['CUS', 'CS'], tone: 'danger' },
  ],
};
