import { appraisals } from '../../sheets-templates';
import { closeOf, endOfWorkingDay, nextMonth, workingDayOfMonth } from '../deadlines';
import { dateOf, parseInstant, refuse, words, type Instant, type Refusal } from '../terms';
import { graded } from './appraisal-score';
import { textOf, type Around, type Entry, type Register, type RegisterNotice } from './register';

const step: readonly RegisterNotice[] = [{ code: 'N-40', roles: ['SUP', 'TSM'], people: ['staffId'] }];

/** What the numbers make of it, with the supervisor's adjustment. */
export const standing = (entry: Entry, { settings, now }: Pick<Around, 'settings' | 'now'>): Entry => ({
  ...graded({ weight: Number(entry['weight']), base: Number(entry['baseScore']) }, Number(entry['supAdjust']), Number(entry['rewardPoints']), {
    leastWeight: settings.count('appraisal.min_weight', now), adjust: settings.count('appraisal.sup_range', now), rewards: settings.count('appraisal.rp_range', now),
  }),
});

const selfDue = (entry: Entry, { calendar, settings, now }: Around): Instant => closeOf(calendar, workingDayOfMonth(calendar, nextMonth(textOf(entry, 'month')), settings.count('due.appraisal_self', now)));

const scored = (entry: Entry, around: Around): Entry | Refusal => {
  if (entry['status'] === 'DRAFT' && around.now <= selfDue(entry, around)) return refuse('3.13', '自评期限未过，请等待本人自评。', 'The person’s own part is not overdue yet; please wait for it.');
  if (entry['supAdjust'] !== '0' && entry['supReason'] === null) return refuse('8.4', '调整分数须写明理由。', 'An adjustment needs its reason.');
  return standing(entry, around);
};

const answerDays = 3;
/** Three working days from the score: to appeal, or to let it stand. */
const silentUntil = (entry: Entry, { calendar, now }: Around): Instant => endOfWorkingDay(calendar, dateOf(parseInstant(textOf(entry, 'scoredAt')) ?? now), answerDays);

const approvable = (entry: Entry, around: Around): Entry | Refusal => {
  if (entry['status'] === 'APPEALED' && entry['appealAnswer'] === null) return refuse('3.13', '申诉尚未答复：由技术支持部经理先答复。', 'The appeal is not answered: the technical support manager answers it first.');
  return entry['status'] === 'SCORED' && around.now <= silentUntil(entry, around) ? refuse('3.13', `本人尚未确认；评分 ${answerDays} 个工作日后方可直接批准。`, `The person has not acknowledged it; it can be approved without that ${answerDays} working days after the score.`) : {};
};

/** 绩效考核 (3.13, R-286): computed from the ledgers, own part, supervisor, acknowledged or appealed, approved; A-29. */
export const appraisalRegister: Register = {
  table: appraisals, docType: 'APPRAISAL', kind: words('月度绩效考核', 'Monthly appraisal'), number: ['KH', 'month', 3], title: 'month', shows: ['staffId', 'month', 'items', 'weight', 'baseScore', 'selfComment', 'supAdjust', 'supReason', 'total', 'grade', 'payFactor', 'appeal', 'appealAnswer'],
  owner: 'staffId', over: ['LOCKED'], ended: 'lockedAt', rules: ['S-31a', 'S-31b', 'S-31c'], clock: (entry) => ({ month: textOf(entry, 'month') }), settled: ({ status }) => status === 'APPROVED',
  steps: [
    { id: '3.13 compute', command: 'appraisal.compute', label: words('已生成，请自评', 'Computed: your own part, please'), from: null, to: 'DRAFT', actors: ['SYS'], set: { supAdjust: '0', rewardPoints: 0 }, works: standing, events: ['monthEnded'], notices: [{ code: 'N-40', roles: [], people: ['staffId'] }] },
    { id: '3.13 self', command: 'appraisal.self', label: words('自评', 'Own part'), from: ['DRAFT'], to: 'SELF_DONE', actors: ['OWNER'], fields: ['selfComment'], events: ['appraisalSelfDone'], tone: 'primary' },
    { id: '3.13 score', command: 'appraisal.score', label: words('主管评分', 'Score'), from: ['SELF_DONE', 'DRAFT'], to: 'SCORED', actors: ['SUP'], fields: ['supAdjust!', 'supReason'], stamp: ['scoredAt'], barred: ['staffId'], works: scored, events: ['appraisalScored'], notices: step, tone: 'primary' },
    { id: '3.13 acknowledge', command: 'appraisal.acknowledge', label: words('确认', 'Acknowledge'), from: ['SCORED'], to: 'ACKNOWLEDGED', actors: ['OWNER'], stamp: ['employeeAckAt'], tone: 'primary' },
    { id: '3.13 appeal', command: 'appraisal.appeal', label: words('申诉', 'Appeal'), from: ['SCORED'], to: 'APPEALED', actors: ['OWNER'], fields: ['appeal!'], notices: step,
      works: (entry, around) => (around.now <= silentUntil(entry, around) ? {} : refuse('3.13', `申诉须在评分后 ${answerDays} 个工作日内提出。`, `An appeal is made within ${answerDays} working days of the score.`)) },
    { id: '3.13', command: 'appraisal.answer', label: words('答复申诉', 'Answer the appeal'), from: ['APPEALED'], to: null, actors: ['TSM'], fields: ['appealAnswer!'], barred: ['staffId'], notices: step, tone: 'primary' },
    { id: '3.13 approve', command: 'appraisal.approve', label: words('批准', 'Approve'), from: ['ACKNOWLEDGED', 'APPEALED', 'SCORED'], to: 'APPROVED', actors: ['TSM'], sign: ['approvedBy'], barred: ['staffId'], works: approvable, events: ['appraisalApproved'], notices: [{ code: 'N-40', roles: ['HR'], people: ['staffId'] }], tone: 'primary' },
    { id: '3.13 lock', command: 'appraisal.lock', label: words('锁定', 'Lock'), from: ['APPROVED'], to: 'LOCKED', actors: ['SYS'] },
  ],
};
