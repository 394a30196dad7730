import type { TaskStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

const open: readonly TaskStatus[] = ['OPEN', 'IN_PROGRESS'];

/** 协办任务: what other departments do for a ticket. OWNER is whom the task names. */
export const taskTransitions: readonly Transition<TaskStatus>[] = [
  { id: 'R-052', command: 'task.accept', label: words('接收任务', 'Accept the task'), from: ['OPEN'], to: 'IN_PROGRESS', actors: ['OWNER'] },
  { id: 'R-052', command: 'task.done', label: words('完成任务', 'Finish the task'), from: open, to: 'DONE', actors: ['OWNER', 'SUP'] },
  { id: 'R-060', command: 'task.cancel', label: words('取消任务', 'Cancel the task'), from: open, to: 'CANCELLED', actors: ['CS', 'SUP'] },
];
