import { done, type Company } from './company';
import { impact, request } from './story';
import { clocksOfTicket, withoutClock } from './without-clock';

const ticket = 'TK-20261001-001';
const order = 'PG-20261001-01';
const night = (time: string): string => (time >= '12:00' ? `2026-10-01 ${time}` : `2026-10-02 ${time}`);

describe('15.7: the whole path of class A on a holiday night, with the clock triggers switched off', () => {
  let company: Company;
  let close: () => Promise<void>;
  const email = (role: string): string => company.person(role).email;
  const sidebar = async (at: string, role: string, command: string, objectId: string, input = {}): Promise<void> => {
    await company.at(night(at));
    done(await company.inSidebar(email(role), command, objectId, input));
  };
  const desk = async (at: string, command: string, input = {}): Promise<void> => {
    await company.at(night(at));
    done(await company.onDesk(email('ENG'), command, order, input));
  };
  beforeAll(async () => {
    ({ company, close } = await withoutClock('2026-10-01T22:30:00+08:00'));
  });
  afterAll(() => close());

  test('registration alarms everybody in the same request', async () => {
    await company.at(night('22:50'));
    await company.sendForm('intake', request(impact({ wide: '是' })));
    for (const role of ['GM', 'EDGM', 'DGM', 'TSM', 'SUP', 'CLK']) expect(company.workspace.mail(email(role)).filter(({ subject }) => /特急|Class A/.test(subject))).toHaveLength(1);
  });

  test('contact, class, report to the managers', async () => {
    await sidebar('22:58', 'SUP', 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '进线柜烧毁，全厂停电' });
    await sidebar('23:00', 'SUP', 'ticket.classify', ticket, { severity: 'A', reason: '全厂停电' });
    await sidebar('23:02', 'SUP', 'ticket.reportToManagers', ticket, { toStaff: ['GM', 'EDGM', 'DGM'].map((role) => company.person(role).staffId), channel: 'PHONE', summary: '特急：苏州二期厂房全厂停电' });
    expect((await clocksOfTicket(company, ticket)).get('S-02')).toMatchObject({ result: '按时' });
  });

  test('the order, the manager\'s consent from the mail, and the engineer\'s acceptance within two hours', async () => {
    await sidebar('23:05', 'SUP', 'ticket.plan', ticket, { servicePlan: '更换进线断路器', serviceMode: 'ON_SITE' });
    await sidebar('23:08', 'SUP', 'dispatch.draft', ticket, { leadEngineer: company.person('ENG').staffId, team: [], planDepart: night('23:50'), planArrive: night('03:00'), planReturn: '2026-10-03', travelMode: 'COACH', workContent: '更换进线断路器', skillOverrideReason: '' });
    await sidebar('23:10', 'SUP', 'dispatch.submit', order);
    await company.at(night('23:20'));
    const page = await company.open(company.linkIn(company.mailTo(email('TSM'), order)));
    const approval = (await company.rows('approvals')).find((row) => row['doc_id'] === order);
    done(await page.act('approval.decide', String(approval?.['approval_id']), { decision: 'APPROVED', comment: '' }));
    await desk('23:30', 'dispatch.accept');
    expect((await clocksOfTicket(company, ticket)).get('S-03')).toMatchObject({ result: '按时' });
  });

  test('departure, arrival and the arrival report', async () => {
    await desk('23:35', 'dispatch.prepare', { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'], notNeededReason: '' });
    await desk('23:40', 'dispatch.previsit', { outcome: 'REACHED', channel: 'PHONE', content: '约 3:00 到达' });
    await desk('23:50', 'dispatch.depart');
    await company.at(night('03:10'));
    await company.sendForm('arrival', { 到达时间: night('03:00'), 现场情况: '进线柜已隔离', 住处: '苏州如家酒店', 现场联系电话: '13900001007', 已知会业务员: ['是'], 已知会业主: ['是'] }, await company.formLink(email('ENG'), order, '到达'));
    const clocks = await clocksOfTicket(company, ticket);
    expect(clocks.get('S-04')).toMatchObject({ result: '按时' });
    expect(await company.row('tickets', ticket)).toMatchObject({ status: '现场处理' });
    expect((await company.rows('slaClocks')).find((row) => row['rule_id'] === 'S-10')).toMatchObject({ result: '按时' });
    expect(company.workspace.executions(1000).filter(({ functionName }) => functionName === 'sweep')).toEqual([]);
    expect(company.failures()).toEqual([]);
  });
});
