import { staff, taskKind, tasks, taskStatus, tickets } from '../../../sheets-templates';
import { words } from '../../terms';
import { taskTransitions } from '../../tickets';
import { hasRole, staffIdOf } from '../actor';
import type { DeskSource } from '../command';
import { movableTask, tasksCommands } from '../commands/tasks';
import { offersFrom } from './offers';

/** Tasks of their owner; the supervisor and customer service see all that are open (R-052: track the result). */
export const tasksDesk: DeskSource = {
  reads: [tasks, tickets, staff],
  items: ({ draft, actor }) =>
    draft.where(tasks, (task) => (task.status === 'OPEN' || task.status === 'IN_PROGRESS') && (task.owner === staffIdOf(actor) || hasRole(actor, 'SUP', 'CS'))).map((task) => ({
      objectId: task.taskId, kind: words('协办任务', 'Task'), title: task.title, status: taskStatus[task.status], severity: null, dueAt: task.dueAt,
      facts: [
        { label: words('类型', 'Kind'), value: taskKind[task.kind] }, { label: words('责任人', 'Owner'), value: draft.find(staff, task.owner)?.name ?? task.owner },
        { label: words('工单', 'Ticket'), value: `${task.ticketId ?? ''} ${draft.find(tickets, task.ticketId)?.projectName ?? ''}`.trim() },
      ],
      offers: offersFrom(actor, taskTransitions, movableTask(task), tasksCommands, { primary: ['task.accept', 'task.done'], danger: ['task.cancel'] }), forms: [],
    })),
};
