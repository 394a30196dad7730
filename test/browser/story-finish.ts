/** From the part's arrival to the closed ticket: repair, signature, the way home, papers, money. */
import type { StoryPeople } from './story-people';
import { label, onlyNumber, refresh } from './story-site';
import { customerMail, order, people, ticket, write } from './story-texts';

export const engineerRepairs = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const request = await onlyNumber(story, 'partsRequests');
  await story.at('2026-03-31 10:00');
  const desk = await story.desk(people.engineer);
  await story.done(desk, 'parts.receive', request, { condition: 'GOOD' });
  await story.at('2026-03-31 11:00');
  await story.done(desk, 'parts.use', request);
  await story.at('2026-03-31 12:00');
  await story.done(desk, 'ticket.repairDone', ticket, {
    resolution: text('repaired'), causeCode: 'COMPONENT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: text('advice'),
  }, '20-engineer-repair-done');
  await desk.page.close();
};

/** The customer signs on the page behind the mail's link, on a phone. */
export const customerSigns = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  await story.at('2026-03-31 12:10');
  await story.actAs(null);
  const mail = await story.mail(customerMail, label(story, '验收', 'accept'));
  await story.look('21-acceptance-mail');
  const acceptance = await story.fromMail(mail, 'form.form', { width: 390, height: 844 });
  await story.lookAtBothSizes('22-acceptance', acceptance.page);
  const form = acceptance.frame.locator('form.form');
  await form.locator('button[type=submit]').click();
  await form.locator('.refusal:not(:empty)').waitFor();
  await story.look('22-acceptance-incomplete', acceptance.page);
  await story.fill(form, 'acceptance.sign', { result: 'ACCEPTED', signerName: text('signer'), phoneLast4: '2001' });
  await form.locator('button[type=submit]').click();
  await acceptance.frame.locator('.message.good').waitFor();
  await story.look('22-acceptance-signed', acceptance.page);
  await acceptance.page.close();
};

export const engineerComesHome = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  await story.at('2026-03-31 13:00');
  const desk = await story.desk(people.engineer);
  const leaving = await story.formFrom(desk, order, label(story, '离场前报告', 'Pre-leave report'));
  await story.lookAtBothSizes('23-form-pre-leave', leaving);
  await story.send(leaving, { 工作结果: text('result'), 计划返回日期: '2026-03-31', 已报当地营销人员: '是' }, '23-form-pre-leave');
  await story.at('2026-03-31 14:00');
  await refresh(desk);
  await story.done(desk, 'dispatch.leave', order);
  await story.at('2026-03-31 17:00');
  await story.done(desk, 'dispatch.return', order);
  await story.at('2026-04-01 09:00');
  const trip = await story.formFrom(desk, order, label(story, '出差工作报告', 'Trip report'));
  await story.lookAtBothSizes('24-form-trip', trip);
  await story.send(trip, {
    工作内容: text('repaired'), 设备故障类: '是', '原因代码 / Cause code': '元器件失效', 原因分析: text('root'), 处理结果: '已解决', 结果说明: text('normal'),
    '产品型号 / Model 1': 'MNS-0.4', '产品编号 / Serial 1': 'MNS25050011', '原因代码 / Cause code 1': '元器件失效', '事故原因 / Cause 1': text('burnt'), '解决结果 / Resolution 1': text('replaced'),
  }, '24-form-trip');
  await desk.page.close();
};

/** One bill by form; the desk then says what will be paid of it and why. */
export const engineerClaims = async (story: StoryPeople): Promise<void> => {
  await story.at('2026-04-01 09:20');
  const desk = await story.desk(people.engineer);
  const expense = await story.formFrom(desk, order, label(story, '填报费用', 'Enter an expense'));
  await story.lookAtBothSizes('25-form-expense', expense);
  await story.send(expense, { 费用类别: '住宿', 发生日期: '2026-03-30', 申报金额: '480.00', 住宿城市: '苏州', 离店日期: '2026-03-31', 票据类型: '增值税专票', 发票号码: '25322000000123456789', 销售方: '苏州如家酒店' }, '25-form-expense');
  await refresh(desk);
  const decided = desk.frame.locator('article.card', { hasText: 'BX-202603' }).getByText('480.00 → ');
  await decided.scrollIntoViewIfNeeded();
  expect(await decided.innerText()).toContain(label(story, '按限额', 'Cut to the cap'));
  await story.look('26-engineer-desk-claim', desk.page);
  await desk.page.close();
};

export const clerkCloses = async (story: StoryPeople): Promise<void> => {
  const trip = await onlyNumber(story, 'tripReports');
  await story.at('2026-04-01 10:00');
  const sidebar = await story.sidebar(people.clerk);
  const refused = await story.act(sidebar, 'ticket.close', ticket);
  expect(refused).toContain(trip.slice(0, 2));
  await story.look('26-closing-refused');
  await sidebar.frame.locator('form.form button.quiet').click();
  await story.done(sidebar, 'field.acceptTrip', trip);
};

export const clerkClosesAtLast = async (story: StoryPeople): Promise<void> => {
  await story.at('2026-04-01 14:00');
  const sidebar = await story.sidebar(people.clerk);
  await story.done(sidebar, 'ticket.close', ticket);
  await story.look('28-ticket-closed');
};
