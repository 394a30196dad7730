import { causeCode, chargeStatus, taskStatus, ticketStatus } from '../../sheets-templates';
import { day, hour, minute, momentOfSerial, startOfDay, written, writtenDate } from '../../test/simulation/moments';
import type { Trouble } from './cases';
import { shows, type Office, type Person } from './office';
import { bringPart, sendOldPartBack } from './parts';
import { decideCharge, signOff, type Asked, type Place, type Severity } from './reception';
import { wayTo } from './travel';
import { atWork, byDay, workDaysLater } from './work-days';

/** From the plan to the engineer's way home and his papers. */

interface Visit {
  readonly ticket: string;
  readonly order: string;
  readonly engineer: Person;
  readonly trouble: Trouble;
  readonly asked: Asked;
}

/** Engineers who are on the road, and until when. */
const away = new WeakMap<Person, number>();

const free = (office: Office, names: readonly string[]): Person => {
  const people = names.map((name) => office.company.named(name));
  return people.find((person) => (away.get(person) ?? 0) <= office.now()) ?? people.reduce((one, other) => ((away.get(one) ?? 0) <= (away.get(other) ?? 0) ? one : other));
};

/** When somebody should arrive: urgent ones as soon as the road allows, others on a day that suits. */
const arrivalOf = (office: Office, severity: Severity, roadHours: number, engineer: Person): number => {
  const soonest = Math.max(office.now(), away.get(engineer) ?? 0) + 150 * minute + roadHours * hour;
  return severity === 'C' ? workDaysLater(soonest, office.random.integer(1, 3), office.random.pick([9.5, 10, 13.5])) : soonest;
};

/** The whole visit to a customer, from the plan to the accepted trip report. */
export async function* visitCustomer(place: Place, ticket: string, trouble: Trouble, asked: Asked): AsyncGenerator<number, void, void> {
  const { office, agenda } = place;
  const { random } = office;
  const supervisor = office.who('SUP');
  const way = wayTo(asked.customer.city);
  const engineer = free(office, trouble.engineers);
  const arrive = arrivalOf(office, asked.severity, way.hours, engineer);
  const depart = arrive - way.hours * hour;
  const nights = trouble.part !== undefined ? 3 : way.hours > 6 ? 1 : 0;
  away.set(engineer, startOfDay(arrive + nights * day + way.hours * hour) + day);
  await decideCharge(office, ticket, 'FREE', '按合同约定由公司承担');
  await office.act(supervisor, 'ticket.plan', ticket, { servicePlan: trouble.remedy, serviceMode: 'ON_SITE' });
  if (asked.severity === 'C') {
    yield office.later(5, 60);
    await office.act(supervisor, 'ticket.agree', ticket, { agreedDate: written(arrive + 30 * minute), askedBy: 'CUSTOMER', reason: '' });
  }
  yield asked.severity === 'C' ? atWork(office.later(10, 90), random) : office.later(2, 6);
  await office.act(supervisor, 'dispatch.draft', ticket, {
    leadEngineer: engineer.staffId, team: [], planDepart: written(depart), planArrive: written(arrive), planReturn: writtenDate(arrive + nights * day), travelMode: way.mode,
    workContent: trouble.remedy, skillOverrideReason: '熟悉该项目，主管电话支持',
  });
  const order = await office.fresh('dispatchOrders', 'order_id', (row) => row['ticket_id'] === ticket);
  yield office.later(1, 5);
  await office.act(supervisor, 'dispatch.submit', order);
  yield asked.severity === 'C' ? atWork(random.chance(0.1) ? office.later(260, 400) : office.later(10, 180), random) : office.later(3, 18);
  await office.decide(order);
  yield asked.severity === 'C' ? atWork(office.later(5, 90), random) : office.later(3, 12);
  await office.act(engineer, 'dispatch.accept', order);
  yield Math.max(office.now() + 5 * minute, depart - random.integer(50, 80) * minute);
  await office.act(engineer, 'dispatch.prepare', order, { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'], notNeededReason: '' });
  yield office.later(3, 15);
  await office.act(engineer, 'dispatch.previsit', order, { outcome: 'REACHED', channel: 'PHONE', content: `${asked.customer.contact}：预计 ${written(arrive).slice(5)} 到达` });
  yield Math.max(office.now() + 5 * minute, depart);
  await office.act(engineer, 'dispatch.depart', order);
  const visit: Visit = { ticket, order, engineer, trouble, asked };
  yield office.now() + way.hours * hour + random.integer(-10, random.chance(0.1) ? 120 : 20) * minute;
  yield* work(place, visit);
  yield* goHome(office, visit);
  agenda.add(workDaysLater(office.now(), 1, 9 + random.next() * 2), `papers of ${order}`, papers(place, visit));
}

async function* work(place: Place, visit: Visit): AsyncGenerator<number, void, void> {
  const { office } = place;
  const { random } = office;
  const { ticket, order, engineer, trouble, asked } = visit;
  const arrived = written(office.now());
  yield office.later(10, 45);
  await office.send(engineer, 'arrival', order, '到达', { 到达时间: arrived, 现场情况: `${asked.fault}，已做好安全措施`, 住处: wayTo(asked.customer.city).lodging > 0 ? `${asked.customer.city}如家酒店` : '无', 现场联系电话: '13800001007', 已知会业务员: ['是'], 已知会业主: ['是'] });
  if (trouble.part !== undefined) {
    yield byDay(office.later(30, 90), random);
    const part = yield* bringPart(place, { ...visit, part: trouble.part, daily: (progress) => daily(office, visit, progress) });
    yield office.later(60, 150);
    await office.act(engineer, 'parts.use', part, { lines: [] });
  } else yield byDay(office.later(70, 200), random);
  await office.act(engineer, 'ticket.repairDone', ticket, {
    resolution: trouble.remedy, causeCode: trouble.cause[0], afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true,
    advice: random.pick(['建议每半年紧固一次母线连接螺栓并测温', '建议加强柜内除湿并检查密封条', '建议备一套常用脱扣器', '建议复核上下级保护配合']),
  });
  // Nobody leaves before the customer has signed; one in ten is not there to do it.
  const absent = random.chance(0.1);
  if (absent) place.agenda.add(office.later(14 * 60, 26 * 60), `acceptance of ${ticket}`, signOff(place, ticket, asked));
  else yield* signOff(place, ticket, asked);
  yield office.later(5, 20);
  await office.send(engineer, 'preLeave', order, '离场', { 工作结果: trouble.remedy, 计划返回日期: writtenDate(office.now()), 已报当地营销人员: ['是'] });
  yield office.later(20, 50);
  await office.act(engineer, 'dispatch.leave', order, { unsignedReason: absent ? '客户负责人不在现场，改为线上签署' : '' });
}

const daily = (office: Office, { order, engineer }: Visit, progress: number): Promise<void> =>
  office.send(engineer, 'daily', order, '每日', { 现场情况: '已隔离故障部位，等待备件', 进度: String(progress), 效果: '其余回路正常供电' });

async function* goHome(office: Office, { order, engineer, asked }: Visit): AsyncGenerator<number, void, void> {
  yield office.now() + wayTo(asked.customer.city).hours * hour;
  await office.act(engineer, 'dispatch.return', order);
  away.set(engineer, Math.max(office.now() + 30 * minute, away.get(engineer) ?? 0));
}

/** The trip report and what it cost; the clerk checks and, once the customer has signed, closes. */
async function* papers(place: Place, { ticket, order, engineer, trouble, asked }: Visit): AsyncGenerator<number, void, void> {
  const { office, agenda } = place;
  const { random } = office;
  const cause = causeCode[trouble.cause[0]].zh;
  await office.send(engineer, 'trip', order, '出差', {
    工作内容: trouble.remedy, 设备故障类: ['是'], '原因代码 / Cause code': cause, 原因分析: `${trouble.cause[1]}，导致${asked.fault}`, 处理结果: '已解决', 结果说明: '恢复正常运行',
    '产品型号 / Model 1': trouble.model, '产品编号 / Serial 1': trouble.serial, '原因代码 / Cause code 1': cause, '事故原因 / Cause 1': trouble.cause[1], '解决结果 / Resolution 1': trouble.remedy,
  });
  const trip = await office.newest('tripReports', (row) => row['order_id'] === order);
  yield office.later(5, 20);
  await claim(office, order, engineer, asked.customer.city);
  yield atWork(office.later(30, 240), random);
  await office.act(office.who('CLK'), 'field.acceptTrip', String(trip['trip_id']));
  if (trouble.part !== undefined) agenda.add(atWork(office.later(60, 400), random), `old part of ${ticket}`, sendOldPartBack(office, ticket, engineer));
  agenda.add(workDaysLater(office.now(), 2, 14 + random.next() * 2), `closing of ${ticket}`, closeTicket(office, ticket));
}

/** Each document by form: the rides there and back, and the nights between. */
async function claim(office: Office, orderId: string, engineer: Person, city: string): Promise<void> {
  const way = wayTo(city);
  const order = await office.company.row('dispatchOrders', orderId);
  const date = (key: string): string => writtenDate(momentOfSerial(order[key]));
  const number = (): string => `2531${office.random.integer(1_000_000, 9_999_999)}${office.random.integer(100_000, 999_999)}`;
  const base = ['珠海', '深圳'].includes(city) ? '珠海' : '上海';
  if (way.fare === 0) return;
  for (const [from, to, on] of [[base, city, 'departed_at'], [city, base, 'left_at']] as const)
    await office.send(engineer, 'expense', orderId, '费用', { 费用类别: '长途交通', 发生日期: date(on), 申报金额: `${way.fare}.00`, 起点: from, 终点: to, 交通方式: way.label, 票据类型: way.document, 发票号码: number(), 发票价税合计: `${way.fare}.00` });
  const nights = (startOfDay(momentOfSerial(order['left_at'])) - startOfDay(momentOfSerial(order['arrived_at']))) / day;
  if (nights === 0 || way.lodging === 0) return;
  const total = `${nights * way.lodging}.00`;
  await office.send(engineer, 'expense', orderId, '费用', { 费用类别: '住宿', 发生日期: date('arrived_at'), 申报金额: total, 住宿城市: city, 离店日期: date('left_at'), 票据类型: '数电票', 发票号码: number(), 发票价税合计: total, 销售方: `${city}如家酒店` });
}

const hasTask = async (office: Office, ticket: string): Promise<boolean> =>
  (await office.rows('tasks')).some((row) => row['ticket_id'] === ticket && shows(row['status'], taskStatus.OPEN, taskStatus.IN_PROGRESS));

/** The clerk closes what is complete, and looks again the next day where the customer has not signed or paid yet, or somebody has a task to do. */
export async function* closeTicket(office: Office, ticket: string): AsyncGenerator<number, void, void> {
  for (let tries = 0; tries < 25; tries += 1) {
    const { status, charge_status: charge } = await office.company.row('tickets', ticket);
    if (shows(status, ticketStatus.ACCEPTED) && !shows(charge, chargeStatus.WORK_DONE_UNPAID, chargeStatus.AGREED) && !(await hasTask(office, ticket))) return office.act(office.who('CLK'), 'ticket.close', ticket);
    yield workDaysLater(office.now(), 1, 14.5);
  }
}
