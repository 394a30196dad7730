import { inbox, taskStatus, tasks, tickets, type Task, type TaskStatus } from '../../../sheets-templates';
import { sources } from '../../../src/app/desk/sources';
import { tasksDesk } from '../../../src/app/desk/tasks';
import { instant } from '../../../src/terms';
import { taskTransitions } from '../../../src/tickets';
import { journalled } from '../journalled';
import { makeTicket } from '../make-rows';
import { World } from '../world';

const task = (changes: Partial<Task> = {}): Task => ({ taskId: 'TA-0001', ticketId: 'TK-20260303-001', kind: 'CROSS_DEPT', title: '查出厂试验记录', unit: 'QA', owner: 'ST-010', dueAt: instant('2026-03-04 10:00'), doneAt: null, result: null, status: 'OPEN', ...changes });
const world = (...rows: readonly Task[]): World => new World().add(tickets, makeTicket()).add(tasks, ...rows);
const statuses = Object.keys(taskStatus) as TaskStatus[];

test('R-052, R-060: handed over, accepted, done with a result; owner and supervisor hear of it', () => {
  const at = world();
  at.run('clk', 'task.create', 'TK-20260303-001', { kind: 'CROSS_DEPT', owner: '质检', title: '查出厂试验记录', dueAt: '2026-03-04 10:00' });
  expect(at.all(tasks)[0]).toMatchObject({ owner: 'ST-010', status: 'OPEN' });
  expect(at.notices('N-02').map((notice) => notice.toStaff)).toEqual(['ST-010']);
  expect(at.desk(tasksDesk, 'qa')[0]?.offers.map(({ command }) => command)).toEqual(['task.accept', 'task.done']);
  expect(at.desk(tasksDesk, 'eng')).toEqual([]);
  at.run('qa', 'task.accept', 'TA-0001');
  expect(at.refusal('qa', 'task.done', 'TA-0001')).toBe('INPUT');
  at.run('qa', 'task.done', 'TA-0001', { result: '记录正常' });
  expect(at.get(tasks, 'TA-0001')).toMatchObject({ status: 'DONE', result: '记录正常', doneAt: at.now });
  expect(at.notices('N-02').slice(1).map((notice) => notice.toStaff).sort()).toEqual(['ST-004', 'ST-010']);
});

test('R-052: a task lies on its owner’s desk once', () => {
  expect(sources.flatMap((source) => world(task()).desk(source, 'qa')).map(({ objectId, kind }) => [objectId, kind.zh])).toEqual([['TA-0001', '协办任务']]);
});

test('a task lies in the future and has one owner', () => {
  const input = { kind: 'CROSS_DEPT', owner: '质检', title: '查出厂试验记录', dueAt: '2026-03-03 09:00' };
  expect(world().refusal('clk', 'task.create', 'TK-20260303-001', input)).toBe('R-052');
  expect(world().refusal('clk', 'task.create', 'TK-20260303-001', { ...input, owner: '某某', dueAt: '2026-03-04 09:00' })).toBe('R-052');
});

const cases = [['task.accept', 'qa'], ['task.done', 'qa'], ['task.cancel', 'sup']] as const;
const input = { result: '记录正常' };
const rowFor = (command: string, status: TaskStatus) => taskTransitions.find((row) => row.command === command && row.from?.includes(status) === true);

describe('every pair of state and command of a task', () => {
  test.each(cases.flatMap(([command, who]) => statuses.map((status) => [command, status, who] as const)))('%s in %s', (command, status, who) => {
    const row = rowFor(command, status);
    const [entry] = journalled(world(task({ status })), who, command, 'TA-0001', input);
    expect(entry).toMatchObject(row === undefined ? { result: 'DENIED', reason: 'STATE' } : { result: 'OK' });
    if (row !== undefined) expect(entry?.changes).toContainEqual(expect.objectContaining({ table: 'tasks', fields: expect.objectContaining({ status: row.to }) as unknown }));
    expect(journalled(world(task({ status })), 'fin', command, 'TA-0001', input)[0]).toMatchObject({ result: 'DENIED', reason: 'ROLE' });
  });
});

test('what is late is told once: tasks to owner and supervisor, kept answers to those who check them', () => {
  const at = world(task()).add(inbox, { answerId: 'LJ-00001', receivedAt: instant('2026-03-04 08:40'), form: 'intake', answers: {}, reason: '疑似', dueAt: instant('2026-03-04 10:40'), handledBy: null, handledAt: null, outcome: null });
  at.at('2026-03-04 10:00').run('system', 'sweep.escalate', '');
  expect(at.notices('N-44')).toEqual([]);
  for (const moment of ['2026-03-04 10:05', '2026-03-04 10:45', '2026-03-04 11:30']) at.at(moment).run('system', 'sweep.escalate', '');
  expect(at.notices('N-44').map((notice) => notice.toStaff).sort()).toEqual(['ST-003', 'ST-004', 'ST-004', 'ST-005', 'ST-010']);
  // People know forms by their titles, not by the keys they have here.
  const kept = at.notices('N-44').filter(({ subject }) => subject.includes('LJ-00001'));
  expect(kept.map(({ subject }) => subject)).toEqual(Array(3).fill('已逾期：LJ-00001 售后服务申请'));
  expect(kept.every(({ body }) => JSON.stringify(body).includes('疑似'))).toBe(true);
});

test('what is still late a week later is told of again, as a notice of its own', () => {
  const at = world(task());
  at.at('2026-03-04 10:05').run('system', 'sweep.escalate', '');
  at.at('2026-03-12 02:00').run('system', 'sweep.archive', '');
  at.at('2026-03-12 02:10').run('system', 'sweep.escalate', '');
  const keys = at.notices('N-44').filter((notice) => notice.toStaff === 'ST-010').map(({ key }) => key);
  expect(keys).toEqual(['N-44/TA-0001/2026-03-04/ST-010', 'N-44/TA-0001/2026-03-12/ST-010']);
});
