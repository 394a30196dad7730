import { day, hour, minute, startOfDay, written, writtenDate } from '../../test/simulation/moments';
import type { Office, Person } from './office';
import type { Asked, Place } from './reception';
import { atWork, workDaysLater } from './work-days';

/** The way of a part from the engineer's request into his hands, and of the old one back to the bench. */

interface Wanted {
  readonly ticket: string;
  readonly order: string;
  readonly engineer: Person;
  readonly asked: Asked;
  readonly part: readonly [name: string, specification: string];
  /** The day's report, while he waits. */
  readonly daily: (progress: number) => Promise<void>;
}

/** Gives the request's number once the part is there. */
export async function* bringPart({ office }: Place, { order, engineer, asked, part: [name, specification], daily }: Wanted): AsyncGenerator<number, string, void> {
  const { random } = office;
  await office.send(engineer, 'parts', order, '配件', {
    申请原因: `${name}损坏，须更换`, 收货地址: `${asked.customer.city}${asked.customer.address}`, 收货人: asked.customer.contact, 收货电话: `1390000${2000 + asked.number}`, 需求时间: written(startOfDay(office.now()) + day + 12 * hour),
    '物品类别 / Item kind 1': '半成品', '名称 / Name 1': name, '规格型号 / Specification 1': specification, '数量 / Quantity 1': '1', '单位 / Unit 1': '只', '更换必要性 / Why replacement 1': '现场检测确认损坏，无法修复',
  });
  const part = await office.fresh('partsRequests', 'request_id', (row) => row['order_id'] === order);
  const production = office.who('PRD');
  const steps: readonly (readonly [from: number, to: number, act: () => Promise<unknown>])[] = [
    [10, 40, () => office.act(office.who('CLK'), 'parts.forward', part)],
    [5, 50, () => office.decide(part)],
    [10, 80, () => office.act(production, 'parts.leadTime', part, { promisedShipDate: writtenDate(workDaysLater(office.now(), 1, 9)) })],
    [10, 40, () => office.act(production, 'parts.start', part)],
    [60, 200, () => office.act(production, 'parts.done', part, { packed: true })],
    [20, 90, () => office.act(office.who('OPS'), 'parts.ship', part, { carrier: '顺丰', trackingNo: `SF${random.integer(1_000_000_000, 1_999_999_999)}`, eta: writtenDate(office.now() + day), lines: [] })],
  ];
  let reported = '';
  let progress = 30;
  const evening = (): number => startOfDay(office.now()) + 18 * hour;
  const until = async function* (moment: number): AsyncGenerator<number, void, void> {
    // Whoever stays reports every day, whatever it brings.
    while (moment > evening() && reported !== writtenDate(office.now())) {
      yield Math.max(office.now() + minute, evening());
      await daily(progress);
      reported = writtenDate(office.now());
      progress = Math.min(80, progress + 15);
      if (moment > evening() + 6 * hour) yield startOfDay(office.now()) + day + 8 * hour;
    }
    yield moment;
  };
  for (const [from, to, act] of steps) {
    yield* until(atWork(office.later(from, to), random));
    await act();
  }
  yield* until(startOfDay(office.now()) + day + (9.5 + random.next()) * hour);
  await office.act(engineer, 'parts.receive', part, { condition: 'GOOD', lines: [] });
  return part;
}

/** The replaced part goes to the quality department, which tests, disposes and hands the papers to the clerk. */
export async function* sendOldPartBack(office: Office, ticket: string, engineer: Person): AsyncGenerator<number, void, void> {
  const { random } = office;
  const quality = office.who('QA');
  const repair = String((await office.newest('repairOrders', (row) => row['ticket_id'] === ticket))['repair_id']);
  await office.act(engineer, 'repair.sendBack', repair, { carrier: '顺丰', trackingNo: `SF${random.integer(2_000_000_000, 2_999_999_999)}` });
  yield workDaysLater(office.now(), random.integer(2, 3), 10 + random.next() * 3);
  await office.act(quality, 'repair.receive', repair, { qty: '1' });
  yield workDaysLater(office.now(), random.integer(1, 4), 9 + random.next() * 6);
  await office.act(quality, 'repair.test', repair, { result: 'FAIL', findings: '线圈电阻异常，与现场判断一致', cause: 'COMPONENT' });
  yield atWork(office.later(20, 200), random);
  await office.act(quality, 'repair.dispose', repair, { disposition: 'TO_SUPPLIER', defectId: '', customerConsent: '' });
  yield atWork(office.later(60, 300), random);
  await office.act(office.who('CLK'), 'repair.file', repair);
}
