import { staff, taskKind, tasks, taskStatus, tickets, type Task } from '../../../sheets-templates';
import { staffNews } from '../../text/notices/charges';
import { isRefusal, refuse, showInstant, words, type Refusal, type Words } from '../../terms';
import { taskTransitions } from '../../tickets';
import { command, type CommandDefinition, type Reply } from '../command';
import type { Field } from '../field';
import { checkMove, type Movable } from '../moves';
import type { Recipient, Request } from '../request';
import { choiceOf } from './tickets/chosen';
import { ticketFor } from './tickets/subject';

const reads = [tasks, tickets] as const;

export const movableTask = (task: Task): Movable<Task['status']> => ({ objectId: task.taskId, status: task.status, labels: taskStatus, owner: task.owner });

/** Tells people of a task; it has no class of its own, the ticket's decides how loudly. */
const tell = (request: Request, task: Task, to: readonly Recipient[], news: Words): void => {
  const ticket = request.draft.find(tickets, task.ticketId);
  if (ticket === undefined) return;
  const message = staffNews(ticket, news, [{ label: words('事项', 'Task'), value: task.title }, { label: words('截止', 'Due'), value: showInstant(task.dueAt) }]);
  request.notify({ code: 'N-02', to, objectId: task.taskId, cycle: `${task.status}/${request.now}`, severity: ticket.severity, message: { ...message, actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: task.taskId }] } });
};

/** another department has to do something; the ticket does not close before it is done (G-TK-10). */
export const createTask: CommandDefinition = command({
  name: 'task.create', label: words('转办任务', 'Hand a task over'), rules: ['R-027', 'R-052', 'R-060'], reads,
  fields: [
    { name: 'kind', kind: 'choice', label: words('类型', 'Kind'), choices: taskKind, required: true, initial: 'CROSS_DEPT' },
    { name: 'owner', kind: 'text', label: words('责任人', 'Owner'), help: words('姓名或人员编号。', 'Name or staff number.'), required: true, maximum: 50 },
    { name: 'title', kind: 'text', label: words('事项', 'What is to be done'), required: true, minimum: 4, maximum: 300 },
    { name: 'dueAt', kind: 'instant', label: words('截止', 'Due'), required: true },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'task.create');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const named = input.text('owner');
    const [owner, ...others] = draft.where(staff, (row) => row.active && (row.staffId === named || row.name === named));
    if (owner === undefined || others.length > 0) return refuse('R-052', `没有唯一的在职人员“${named}”，请填写人员编号。`, `"${named}" is not one active person; please give the staff number.`);
    if (input.instant('dueAt') <= now) return refuse('R-052', '截止时间须在现在之后。', 'The task must be due later than now.');
    const task = draft.insert(tasks, { taskId: draft.nextNumber('TA', '', 4), ticketId: found.ticket.ticketId, kind: choiceOf(input, 'kind', taskKind), title: input.text('title'), unit: owner.orgUnit, owner: owner.staffId, dueAt: input.instant('dueAt'), doneAt: null, result: null, status: 'OPEN' });
    tell(request, task, [{ staffId: owner.staffId }], words('有任务请您办理', 'A task for you'));
    return { objectId: task.taskId, message: words(`已转${owner.name}办理（${task.taskId}）。`, `Handed to ${owner.name} (${task.taskId}).`) };
  },
});

const move = (name: string, label: Words, fields: readonly Field[], act: (request: Request, task: Task) => Reply): CommandDefinition =>
  command({
    name, label, rules: ['R-052', 'R-060'], reads, fields,
    decide: (request): Reply | Refusal => {
      const task = request.draft.find(tasks, request.objectId);
      if (task === undefined) return refuse('UNKNOWN', `没有任务 ${request.objectId}。`, `There is no task ${request.objectId}.`);
      const row = checkMove(request.actor, taskTransitions, name, movableTask(task));
      return isRefusal(row) ? row : act(request, task);
    },
  });

const ending = (status: 'DONE' | 'CANCELLED', news: Words) => (request: Request, task: Task): Reply => {
  const { draft, input, now } = request;
  const after = draft.update(tasks, task.taskId, { status, doneAt: now, result: input.text('result') });
  const ticketOwner = draft.find(tickets, task.ticketId)?.ownerStaff ?? '';
  tell(request, after, [{ role: 'SUP' }, { staffId: ticketOwner }, { staffId: task.owner }], words(`${news.zh}：${input.text('result')}`, `${news.en}: ${input.text('result')}`));
  return { objectId: task.taskId, message: words(`${news.zh}。`, `${news.en}.`) };
};

export const tasksCommands: readonly CommandDefinition[] = [
  createTask,
  move('task.accept', words('接收任务', 'Accept the task'), [], ({ draft }, task) => {
    draft.update(tasks, task.taskId, { status: 'IN_PROGRESS' });
    return { objectId: task.taskId, message: words('已接收。', 'Accepted.') };
  }),
  move('task.done', words('完成任务', 'Finish the task'), [{ name: 'result', kind: 'long', label: words('结果', 'Result'), required: true, minimum: 2, maximum: 1000 }], ending('DONE', words('任务已完成', 'The task is done'))),
  move('task.cancel', words('取消任务', 'Cancel the task'), [{ name: 'result', kind: 'text', label: words('原因', 'Reason'), required: true, minimum: 2, maximum: 300 }], ending('CANCELLED', words('任务已取消', 'The task is cancelled'))),
];
