import { taskStatus, tasks } from '../../../../sheets-templates';
import { isRefusal, refuse, words } from '../../../terms';
import { command, type CommandDefinition, type Transition } from '../../command';
import { checkMove } from '../../moves';

type TaskStatus = keyof typeof taskStatus;

/** 协办任务: whoever it was given to completes it, or the supervisor. */
export const taskTransitions: readonly Transition<TaskStatus>[] = [
  { id: 'TA-done', command: 'task.finish', label: words('完成任务', 'Complete the task'), from: ['OPEN', 'IN_PROGRESS'], to: 'DONE', actors: ['OWNER', 'SUP'] },
];

export const finishTask: CommandDefinition = command({
  name: 'task.finish',
  label: words('完成任务', 'Complete the task'),
  rules: ['R-052', 'R-060'],
  reads: [tasks],
  fields: [{ name: 'result', kind: 'long', label: words('结果', 'Result'), required: true, minimum: 2 }],
  decide: (request) => {
    const task = request.draft.find(tasks, request.objectId);
    if (task === undefined) return refuse('UNKNOWN', `没有任务 ${request.objectId}。`, `There is no task ${request.objectId}.`);
    const move = checkMove(request.actor, taskTransitions, 'task.finish', { objectId: task.taskId, status: task.status, labels: taskStatus, owner: task.owner });
    if (isRefusal(move)) return move;
    request.draft.update(tasks, task.taskId, { status: 'DONE', doneAt: request.now, result: request.input.text('result') });
    return { objectId: task.taskId, message: words('任务已完成。', 'The task is done.') };
  },
});
