import { policyAcks, policyDocs } from '../../sheets-templates';
import { workingDayAfter } from '../deadlines';
import { localDate, parseDate, refuse, words, type Refusal } from '../terms';
import { textOf, type Around, type Entry, type Register } from './register';

/** A, B, C …: the version after that of the document it takes the place of. */
const drafted = (entry: Entry, { entries }: Around): Entry | Refusal => {
  if (entry['supersedes'] === null) return { version: 'A' };
  const before = entries.find(({ docId }) => docId === entry['supersedes']);
  if (before?.['status'] !== 'EFFECTIVE') return refuse('R-065', '被代替的文件须是现行有效的文件，请填写其编号。', 'What it supersedes must be in force; please give its number.');
  return { version: String.fromCharCode(textOf(before, 'version').charCodeAt(0) + 1) };
};

/** Nobody can have learnt a rule before it was approved: one that comes late is in force from the next working day. */
const approved = (entry: Entry, { now, calendar }: Around): Entry => {
  const today = localDate(now.slice(0, 10));
  return textOf(entry, 'effectiveDate') > today ? {} : { effectiveDate: workingDayAfter(calendar, today, 1) };
};

/** 制度文件 (3.15, R-064 to R-066): A-32 in order; everybody acknowledges what comes into force. */
export const policyRegister: Register = {
  table: policyDocs, docType: 'POLICY', kind: words('制度文件', 'Policy'), number: ['ZD', '', 3], title: 'title', shows: ['title', 'ownerUnit', 'version', 'effectiveDate', 'file', 'supersedes'],
  owner: 'preparedBy', over: ['SUPERSEDED', 'WITHDRAWN'], ended: 'endedAt', rules: [],
  approvals: { POLICY: { matrix: () => 'A-32', binds: ['title', 'version', 'effectiveDate', 'contentHash'], approved: 'policy.approved', rejected: 'policy.returned' } },
  steps: [
    { id: 'R-065', command: 'policy.draft', label: words('编制制度文件', 'Draft a policy'), from: null, to: 'DRAFT', actors: ['TSM', 'ADM'], fields: ['title!', 'ownerUnit!', 'file!', 'effectiveDate!', 'supersedes'], sign: ['preparedBy'], works: drafted },
    { id: 'A-32', command: 'policy.submit', label: words('送审', 'Send for review'), from: ['DRAFT'], to: 'IN_REVIEW', actors: ['OWNER'], asks: 'POLICY', tone: 'primary' },
    { id: 'A-32', command: 'policy.approved', label: words('已批准', 'Approved'), from: ['IN_REVIEW'], to: 'APPROVED', actors: ['SYS'], works: approved },
    { id: 'A-32', command: 'policy.returned', label: words('退回', 'Returned'), from: ['IN_REVIEW'], to: 'DRAFT', actors: ['SYS'], notices: [{ code: 'N-15', roles: [], people: ['preparedBy'] }] },
    { id: 'R-064', command: 'policy.effective', label: words('生效', 'In force'), from: ['APPROVED'], to: 'EFFECTIVE', actors: ['SYS'] },
    { id: '3.15 policy', command: 'policy.superseded', label: words('被代替', 'Superseded'), from: ['EFFECTIVE'], to: 'SUPERSEDED', actors: ['SYS'] },
    { id: '3.15 policy', command: 'policy.withdraw', label: words('废止', 'Withdraw'), from: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'EFFECTIVE'], to: 'WITHDRAWN', actors: ['TSM'], tone: 'danger' },
  ],
};

/** 制度学习确认: one a person, due on the day the policy comes into force. */
export const ackRegister: Register = {
  table: policyAcks, docType: 'POLICY', kind: words('制度学习确认', 'Policy to acknowledge'), number: ['ZA', '', 5], title: 'title', shows: ['docId', 'title', 'version', 'file', 'dueDate'],
  owner: 'staffId', over: ['DONE', 'CANCELLED'], ended: 'ackAt', rules: ['S-48'],
  clock: (entry) => ({ moments: { effectiveDate: parseDate(textOf(entry, 'dueDate')) } }),
  steps: [
    { id: 'S-48', command: 'policyAck.ask', label: words('请学习并确认', 'Please read and acknowledge'), from: null, to: 'OPEN', actors: ['SYS'], events: ['policyApproved'], notices: [{ code: 'N-54', roles: [], people: ['staffId'] }] },
    { id: 'S-48', command: 'policyAck.give', label: words('已学习，确认', 'Read and acknowledged'), from: ['OPEN'], to: 'DONE', actors: ['OWNER'], events: ['policyAcknowledged'], tone: 'primary' },
    { id: '3.15 policy', command: 'policyAck.cancel', label: words('文件已废止', 'The policy was withdrawn'), from: ['OPEN'], to: 'CANCELLED', actors: ['SYS'] },
  ],
};
