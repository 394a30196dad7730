import { chargeStatus, surveyStatus } from '../../sheets-templates';
import { impact, request } from '../../test/journeys/story';
import { minute } from '../../test/simulation/moments';
import type { Agenda } from './agenda';
import type { Customer } from './cases';
import { shows, type Office } from './office';
import { byDay } from './work-days';

export interface Place {
  readonly office: Office;
  readonly agenda: Agenda;
}

export type Severity = 'A' | 'B' | 'C';

export interface Asked {
  readonly number: number;
  readonly customer: Customer;
  readonly model: string;
  readonly serial: string;
  readonly fault: string;
  readonly severity: Severity;
  readonly service: '维修' | '技术咨询';
}

/** What the form asks, for each class (4.2). */
const impacts = { A: impact({ wide: '是', local: '是' }), B: impact({ local: '是', otherWay: '是' }), C: impact({}) } as const;
const urgency = { A: '特急', B: '紧急', C: '一般' } as const;

export const addressOf = (number: number): string => `contact${number}@customers.example`;

/** A customer sends the form, somebody calls back, the supervisor classifies and tells the managers; gives the ticket's number at the end. */
export async function* receive({ office }: Place, asked: Asked): AsyncGenerator<number, string, void> {
  const { random } = office;
  const { customer, number, severity } = asked;
  await office.company.sendForm('intake', request({
    ...impacts[severity], 客户名称: customer.name, 联系人: customer.contact, 联系电话: `1390000${2000 + number}`, 邮箱: addressOf(number), 设备所在城市: customer.city, 设备地址: customer.address,
    项目名称: customer.project, 型号规格: asked.model, 产品编号: asked.serial, 服务类型: asked.service, 故障现象: asked.fault,
  }));
  yield office.now() + minute;
  const ticket = await office.fresh('tickets', 'ticket_id', (row) => row['fault_desc'] === asked.fault);
  // Now and then nobody looks in time: that is what the ladder is for.
  yield random.chance(0.07) ? office.later(65, 130) : office.later(5, 40);
  if (random.chance(0.12)) {
    await office.act(office.who('CS'), 'ticket.logContact', ticket, { outcome: 'NO_ANSWER', toParty: 'CUSTOMER', channel: 'PHONE', content: '占线，稍后再拨' });
    yield office.later(4, 12);
  }
  await office.act(office.who('SUP'), 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: `${customer.contact}：${asked.fault}` });
  yield office.later(2, 9);
  await office.act(office.who('SUP'), 'ticket.classify', ticket, { severity, reason: '' });
  if (severity !== 'C') {
    yield office.later(2, 8);
    await office.act(office.who('SUP'), 'ticket.reportToManagers', ticket, { toStaff: [], channel: 'PHONE', summary: `${urgency[severity]}：${customer.name}，${asked.fault}` });
  }
  return ticket;
}

/** The manager says who pays, where the contract does not say it by itself. */
export const decideCharge = async (office: Office, ticket: string, outcome: 'FREE' | 'PAID', reason: string): Promise<void> => {
  const { charge_status: charge } = await office.company.row('tickets', ticket);
  if (shows(charge, chargeStatus.UNDETERMINED, chargeStatus.DECISION_PENDING)) await office.act(office.who('TSM'), 'ticket.decideCharge', ticket, { outcome, reason });
};

/** The customer signs, most at once, some the next day; then says what the service was like, if at all. */
export async function* signOff({ office, agenda }: Place, ticket: string, { number, customer }: Asked): AsyncGenerator<number, void, void> {
  const { random } = office;
  yield byDay(office.later(8, 50), random);
  const points = random.chance(0.08);
  await office.answer(addressOf(number), /请验收|please confirm/, ticket, 'acceptance.sign', ticket, {
    result: points ? 'ACCEPTED_WITH_POINTS' : 'ACCEPTED', note: points ? '请补一份试验记录' : '', signerName: customer.contact, phoneLast4: String(2000 + number),
  });
  if (random.chance(0.7)) agenda.add(office.now(), `survey of ${ticket}`, rate(office, ticket, number));
}

async function* rate(office: Office, ticket: string, number: number): AsyncGenerator<number, void, void> {
  const { random } = office;
  yield byDay(office.later(22 * 60, 40 * 60), random);
  const survey = await office.newest('surveys', (row) => row['ticket_id'] === ticket);
  // Nobody is asked twice within a short time.
  if (!shows(survey['status'], surveyStatus.SENT, surveyStatus.REMINDED)) return;
  const mark = (): string => String(random.weighted([5, 4, 3], (one) => (one === 5 ? 12 : one === 4 ? 4 : 1)) ?? 5);
  await office.answer(addressOf(number), /请评价|How was our service/, ticket, 'survey.answer', String(survey['survey_id']), {
    qResponse: mark(), qQuality: mark(), qSkill: mark(), qAttitude: '5', qOverall: mark(), solved: 'YES', comment: random.pick(['处理及时，讲解清楚', '工程师很专业', '希望备件更快一些', '']),
  });
}
