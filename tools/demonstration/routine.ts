import { periodicKind, periodicStatus, slaResult, taskStatus, type PeriodicKind } from '../../sheets-templates';
import { day, hour, minute, momentOfSerial, startOfDay, writtenDate } from '../../test/simulation/moments';
import { shows, type Person } from './office';
import type { Place } from './reception';
import { isWorkDay, workDaysLater } from './work-days';

/** What comes back every day, week and month: news to customers, reports, appraisals, claims and their payment. */

/** Every two hours, at night as well, those are told whose news is due before the next round. */
export async function* tellNews({ office }: Place): AsyncGenerator<number, void, void> {
  for (;;) {
    const ahead = 2.25 * hour;
    for (const clock of (await office.rows('slaClocks')).filter((row) => row['rule_id'] === 'S-42' && shows(row['result'], slaResult.RUNNING) && momentOfSerial(row['due_at']) < office.now() + ahead && momentOfSerial(row['due_at']) > office.now()))
      await office.act(office.who('CS'), 'ticket.tellProgress', String(clock['object_id']), { news: office.random.pick(['工程师已安排，按约定时间到场', '备件已发出，到货后即行更换', '现场检查进行中，今日给您结果', '处理完成，正在整理试验记录']), channel: 'PHONE' });
    yield office.now() + 2 * hour;
  }
}

/** Each working day in the afternoon whoever has a task does it. */
export async function* doTasks({ office }: Place): AsyncGenerator<number, void, void> {
  for (;;) {
    if (isWorkDay(office.now()))
      for (const task of (await office.rows('tasks')).filter((row) => shows(row['status'], taskStatus.OPEN, taskStatus.IN_PROGRESS))) {
        const owner = office.named(String(task['owner']));
        if (owner !== undefined) await office.act(owner, 'task.done', String(task['task_id']), { result: '已电话回访客户，说明原因并补发资料，客户认可' });
      }
    yield startOfDay(office.now()) + day + 16 * hour + office.random.integer(0, 40) * minute;
  }
}

/** From April on, when the roster was made without them, engineers confirm the evening before. */
export async function* confirmDuty({ office }: Place): AsyncGenerator<number, void, void> {
  for (;;) {
    const tomorrow = startOfDay(office.now()) + day;
    const roster = await office.rows('dutyRoster');
    const planned = startOfDay(Math.max(...roster.map((row) => momentOfSerial(row['date']))));
    // What was laid down ends some day; the supervisor plans another week before it does.
    if (planned < tomorrow + 12 * day) {
      const [primary, backup] = [office.random.pick(['周启航', '何佳宁']), office.random.pick(['罗一鸣', '邓子昂'])].map((name) => office.company.named(name).staffId);
      await office.act(office.who('SUP'), 'duty.plan', '', { fromDate: writtenDate(planned + day), toDate: writtenDate(planned + 7 * day), shift: 'FULL', primary: primary ?? '', backup: backup ?? '', phone: '' });
    }
    for (const shift of roster.filter((row) => row['acknowledged_at'] === '' && momentOfSerial(row['date']) === tomorrow)) {
      const person = office.named(String(shift['primary']));
      if (person !== undefined) await office.act(person, 'duty.confirm', String(shift['duty_id']));
    }
    yield tomorrow + 16.5 * hour + office.random.integer(0, 50) * minute;
  }
}

const senders: readonly (readonly [kind: PeriodicKind, role: string])[] = [['SHIPMENTS', 'OPS'], ['ITINERARY', 'CLK'], ['PARTS_LEDGER', 'CLK'], ['GROUP_WEEKLY', 'SUP'], ['CS_WEEKLY', 'CS']];

/** Each working day who has a periodic report to send sends it. */
export async function* sendReports({ office }: Place): AsyncGenerator<number, void, void> {
  for (;;) {
    if (isWorkDay(office.now()))
      for (const report of (await office.rows('periodicReports')).filter((row) => shows(row['status'], periodicStatus.DUE))) {
        const role = senders.find(([kind]) => shows(report['kind'], periodicKind[kind]))?.[1];
        if (role !== undefined) await office.act(office.who(role), 'periodic.send', String(report['report_id']), { reason: '', remarks: '' });
      }
    yield startOfDay(office.now()) + day + 15 * hour + office.random.integer(0, 60) * minute;
  }
}

/** The month's turn: reports and appraisals first, then claims, which nobody pays without the report. */
export async function* turnOfMonth({ office }: Place, month: string): AsyncGenerator<number, void, void> {
  const supervisor = office.who('SUP');
  const of = async (table: 'monthlyReports' | 'appraisals' | 'expenseClaims', key: string): Promise<readonly (readonly [id: string, person: Person])[]> =>
    (await office.rows(table)).filter((row) => String(row['month']) === month).flatMap((row) => {
      const person = office.named(String(row['staff_id']));
      return person === undefined ? [] : [[String(row[key]), person] as const];
    });
  for (const [report, engineer] of await of('monthlyReports', 'report_id')) {
    await office.send(engineer, 'monthly', report, '月', { 工作总结: office.random.pick(['本月完成派工单规定的现场检修，客户均已验收，旧件已寄回质量部。', '本月以馈线柜和环网柜故障处理为主，没有返工，资料已交内勤归档。', '本月完成备件更换和交接试验，客户反馈良好，出差报告已按时提交。']), 下月计划: '按派工单执行，回访重点客户，整理常用备件清单。' });
    yield office.later(15, 90);
  }
  yield workDaysLater(office.now(), 1, 9.5);
  for (const [appraisal, person] of await of('appraisals', 'appraisal_id')) await office.act(person, 'appraisal.self', appraisal, { selfComment: '按时完成派工，报告及时。' });
  for (const [report] of await of('monthlyReports', 'report_id')) {
    await office.decide(report);
    yield office.later(3, 12);
  }
  for (const [claim, engineer] of await of('expenseClaims', 'claim_id')) {
    yield office.later(5, 30);
    await office.act(engineer, 'expense.submit', claim);
  }
  yield workDaysLater(office.now(), 1, 10);
  for (const [appraisal] of await of('appraisals', 'appraisal_id')) await office.act(supervisor, 'appraisal.score', appraisal, { supAdjust: office.random.pick(['0', '+1', '+2']), supReason: '现场处理规范，客户反馈好' });
  for (const [claim] of await of('expenseClaims', 'claim_id'))
    for (let step = 0; step < 3; step += 1) {
      await office.decide(claim);
      yield office.later(10, 60);
    }
  yield workDaysLater(office.now(), 1, 10);
  for (const [appraisal, person] of await of('appraisals', 'appraisal_id')) await office.act(person, 'appraisal.acknowledge', appraisal);
  for (const check of (await office.rows('spotChecks')).filter((row) => shows(row['status'], taskStatus.OPEN))) {
    const checker = office.named(String(check['checker']));
    if (checker === undefined) continue;
    await office.act(checker, 'spotCheck.begin', String(check['check_id']));
    yield office.later(20, 60);
    const good = (): string => (office.random.chance(0.85) ? 'P2' : 'P1');
    await office.act(checker, 'spotCheck.score', String(check['check_id']), {
      contacted: good(), classed: good(), planned: good(), prepared: good(), reported: good(), causeFound: good(), repairChecked: good(), signed: good(), papers: good(), opinion: good(), callbackDone: true, findings: '资料齐全，个别报告提交偏晚',
    });
  }
  yield workDaysLater(office.now(), 1, 10);
  for (const [appraisal] of await of('appraisals', 'appraisal_id')) await office.act(office.who('TSM'), 'appraisal.approve', appraisal);
  yield workDaysLater(office.now(), 2, 14);
  for (const [index, [claim]] of (await of('expenseClaims', 'claim_id')).entries()) await office.act(office.who('FIN'), 'expense.pay', claim, { payRef: `付款 ${month.replace('-', '')}-${String(index + 1).padStart(2, '0')}` });
}
