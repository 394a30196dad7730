import { inbox, seen, tasks, tickets } from '../../../sheets-templates';
import { dateOf, showInstant, words, type Instant, type Words } from '../../terms';
import { formTitle } from '../forms';
import type { Recipient } from '../request';
import type { SweepRequest } from './escalations';

export const lateTables = [tasks, inbox, tickets, seen] as const;

interface Late {
  readonly id: string;
  readonly what: Words;
  /** What more there is to say, below. */
  readonly why: string;
  readonly dueAt: Instant;
  readonly to: readonly Recipient[];
}

const same = (text: string): Words => words(text, text);

/** Promises that are no clocks of 4.3: tasks handed over and kept answers to be checked (10.1). */
const lateOnes = ({ draft, now }: SweepRequest): readonly Late[] => [
  ...draft.where(tasks, (task) => (task.status === 'OPEN' || task.status === 'IN_PROGRESS') && task.dueAt < now)
    .map((task) => ({ id: task.taskId, what: same(`${task.ticketId ?? ''} ${task.title}`.trim()), why: '', dueAt: task.dueAt, to: [{ staffId: task.owner }, { role: 'SUP' } as const] })),
  ...draft.where(inbox, (row) => row.handledAt === null && row.dueAt < now)
    .map((row) => ({ id: row.answerId, what: formTitle(row.form), why: row.reason, dueAt: row.dueAt, to: [{ role: 'SUP' } as const, { role: 'CS' } as const, { role: 'TSM' } as const] })),
];

/** N-44 once for each, and again after a week; returns how many were told about. */
export const tellOfLateWork = (request: SweepRequest): number => {
  const { draft, now, notify } = request;
  const untold = lateOnes(request).filter(({ id }) => draft.find(seen, `retry/${id}`) === undefined);
  for (const { id, what, why, dueAt, to } of untold) {
    draft.insert(seen, { token: `retry/${id}`, at: now, outcome: 'REMINDED' });
    notify({
      code: 'N-44', to, objectId: id, cycle: dateOf(now), priority: 'P2',
      message: {
        subject: words(`已逾期：${id} ${what.zh}`.slice(0, 120), `Overdue: ${id} ${what.en}`.slice(0, 120)),
        body: [words(`应在 ${showInstant(dueAt)} 前完成：${what.zh}`, `Due by ${showInstant(dueAt)}: ${what.en}`), ...(why === '' ? [] : [same(why)])],
        actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: id }],
      },
    });
  }
  return untold.length;
};
