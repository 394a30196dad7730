import { role, training, trainingAssignments } from '../../sheets-templates';
import { refuse, words, type Refusal } from '../terms';
import { listOf, textOf, type Around, type Entry, type Register } from './register';

const planned = (entry: Entry, { settings, now }: Around): Entry | Refusal => {
  const strange = listOf(entry, 'audience').find((name) => !(name in role));
  if (strange !== undefined) return refuse('R-083', `没有角色“${strange}”，请填写 ENG、CS 等角色代码。`, `There is no role "${strange}"; please give codes such as ENG, CS.`);
  if (textOf(entry, 'plannedAt') < now) return refuse('R-083', '计划时间须在现在之后。', 'A training is planned for later than now.');
  return { passMark: entry['passMark'] ?? settings.count('train.pass', now) };
};

/** 培训计划 (3.15, R-083). A-39: whoever prepared it does not approve it. */
export const trainingRegister: Register = {
  table: training, docType: 'TRAINING', kind: words('培训计划', 'Training'), number: ['PX', '', 3], title: 'title', shows: ['title', 'kind', 'audience', 'trainer', 'plannedAt', 'hours', 'passMark', 'material', 'preparedBy'],
  owner: null, over: ['DONE', 'CANCELLED'], ended: 'endedAt', rules: [],
  steps: [
    { id: 'R-083', command: 'training.plan', label: words('编制培训计划', 'Plan a training'), from: null, to: 'OPEN', actors: ['TSM', 'HR'], fields: ['title!', 'kind!', 'audience!', 'trainer', 'plannedAt!', 'hours!', 'passMark', 'material'], sign: ['preparedBy'], works: planned },
    { id: 'A-39', command: 'training.approve', label: words('批准并布置', 'Approve and assign'), from: ['OPEN'], to: 'IN_PROGRESS', actors: ['TSM', 'HR'], barred: ['preparedBy'], tone: 'primary' },
    { id: '3.15 training', command: 'training.done', label: words('培训已结束', 'The training is over'), from: ['IN_PROGRESS'], to: 'DONE', actors: ['TSM', 'HR'] },
    { id: '3.15 training', command: 'training.cancel', label: words('取消培训', 'Cancel the training'), from: ['OPEN', 'IN_PROGRESS'], to: 'CANCELLED', actors: ['TSM', 'HR'], tone: 'danger' },
  ],
};

const score = (entry: Entry): number => Number(entry['score']);
const within = (entry: Entry): Refusal | null => (score(entry) <= 100 ? null : refuse('R-083', '考核分为 0–100。', 'A score lies between 0 and 100.'));

/** 培训与考核记录 (3.15, R-048): one a person, due by the last working day of the month. */
export const assignmentRegister: Register = {
  table: trainingAssignments, docType: 'TRAINING', kind: words('培训任务', 'Training task'), number: ['PR', '', 5], title: 'title', shows: ['trainingId', 'title', 'staffId', 'month', 'passMark', 'score', 'retakeOf'],
  owner: 'staffId', over: ['PASSED', 'FAILED', 'EXCUSED'], ended: 'completedAt', rules: ['S-41'],
  clock: (entry) => ({ month: textOf(entry, 'month') }),
  steps: [
    { id: 'R-048', command: 'trainingTask.assign', label: words('布置培训', 'A training for you'), from: null, to: 'ASSIGNED', actors: ['SYS'], events: ['monthStarted'], notices: [{ code: 'N-49', roles: [], people: ['staffId'] }] },
    { id: '3.15 training', command: 'trainingTask.attended', label: words('已参加', 'Attended'), from: ['ASSIGNED', 'OVERDUE'], to: 'ATTENDED', actors: ['TSM', 'HR'], barred: ['staffId'], events: ['trainingDone'], tone: 'primary' },
    { id: '3.15 training', command: 'trainingTask.pass', label: words('考核合格', 'Passed'), from: ['ATTENDED'], to: 'PASSED', actors: ['TSM', 'HR'], fields: ['score!'], barred: ['staffId'], tone: 'primary',
      works: (entry) => within(entry) ?? (score(entry) >= Number(entry['passMark']) ? {} : refuse('R-083', `低于及格分 ${String(entry['passMark'])}，请用“考核不合格”。`, `That is below the pass mark of ${String(entry['passMark'])}; please record it as failed.`)) },
    { id: '3.15 training', command: 'trainingTask.fail', label: words('考核不合格', 'Failed'), from: ['ATTENDED'], to: 'FAILED', actors: ['TSM', 'HR'], fields: ['score!'], barred: ['staffId'],
      works: (entry) => within(entry) ?? (score(entry) < Number(entry['passMark']) ? {} : refuse('R-083', '已达到及格分，请用“考核合格”。', 'That is the pass mark or more; please record it as passed.')) },
    { id: 'S-41', command: 'trainingTask.overdue', label: words('培训逾期', 'Training overdue'), from: ['ASSIGNED'], to: 'OVERDUE', actors: ['SYS'], notices: [{ code: 'N-49', roles: ['TSM'], people: ['staffId'] }] },
    { id: 'A-39', command: 'trainingTask.excuse', label: words('免训', 'Excuse'), from: ['ASSIGNED', 'OVERDUE'], to: 'EXCUSED', actors: ['TSM', 'HR', 'SYS'], fields: ['excuse!'], barred: ['staffId'], tone: 'danger' },
  ],
};
