/** From the customer's phone to the issued order. */
import { chooseInCell, readNote } from './story-cells';
import type { StoryPeople } from './story-people';
import { className, customerMail, order, people, severityColumn, tabName, ticket, write } from './story-texts';

/** The customer asks for help on a phone, gets a receipt and looks at the progress. */
export const customerAsks = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const form = await story.customerForm();
  await story.lookAtBothSizes('01-customer-form', form);
  await story.send(form, {
    客户名称: text('customer'), 联系人: text('contact'), 联系电话: '13900002001', 邮箱: customerMail, 设备所在城市: text('city'), 设备地址: text('address'),
    项目名称: text('project'), 型号规格: 'MNS-0.4', 产品编号: 'MNS25050011', 服务类型: '维修', 故障现象: text('fault'),
    是否有人受伤: '否', 是否大范围: '否', 是否局部: '是', 若局部停电停产: '是', 投运日期是否紧迫: '否', 以上信息真实: '我已阅读并同意', 已知悉并同意: '我已阅读并同意',
  }, '01-customer-form');
  await story.at('2026-03-30 09:15');
  const receipt = await story.mail(customerMail, ticket);
  await story.look('02-customer-receipt');
  const progress = await story.fromMail(receipt, '.stages');
  await story.lookAtBothSizes('02-customer-progress', progress.page);
  await progress.page.close();
};

/** The supervisor sees the row, logs the contact, and types the class: a lower one is put back, the right one counts. */
export const supervisorTakesUp = async (story: StoryPeople): Promise<void> => {
  const { place, page } = story;
  const text = write(place.language);
  const column = severityColumn(place.language);
  await story.at('2026-03-30 09:20');
  await story.sheet(people.supervisor, tabName(place.language, 'tickets'));
  await page.locator('.sheet-grid .cell', { hasText: ticket }).first().waitFor();
  await story.look('03-tickets-sheet');
  const sidebar = await story.sidebar(people.supervisor);
  await story.look('04-sidebar');
  await story.done(sidebar, 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: text('contacted') }, '04-sidebar-log-contact');
  await story.look('04-sidebar-after-contact');
  await page.locator('.side-panel header button').click();
  await chooseInCell(story, ticket, column, className(place.language, 'C'));
  const reason = place.language === 'zh' ? '须写明理由和依据' : 'needs a reason and evidence';
  expect(await readNote(story, ticket, column, reason)).toContain(reason);
  await story.look('05-class-refused');
  await chooseInCell(story, ticket, column, className(place.language, 'B'));
  await page.locator('.sheet-grid .cell .chip', { hasText: className(place.language, 'B') }).first().waitFor();
  await story.look('05-class-accepted');
};

/** Reports, plans, drafts the order and asks for approval. */
export const supervisorPlans = async (story: StoryPeople): Promise<void> => {
  const { place } = story;
  const text = write(place.language);
  const sidebar = await story.sidebar(people.supervisor);
  await story.done(sidebar, 'ticket.reportToManagers', ticket, { channel: 'PHONE', summary: text('reported') }, '06-report-to-managers');
  await story.done(sidebar, 'ticket.plan', ticket, { servicePlan: text('plan'), serviceMode: 'ON_SITE' });
  await story.done(sidebar, 'dispatch.draft', ticket, {
    leadEngineer: people.engineer, planDepart: '2026-03-30 11:00', planArrive: '2026-03-30 13:00', planReturn: '2026-04-01', travelMode: 'COACH', workContent: text('plan'),
  }, '07-draft-order');
  await story.done(sidebar, 'dispatch.submit', order);
  await story.look('08-sidebar-order-submitted');
};

/** The manager decides on the page behind the link in the mail; opening it has changed nothing. */
export const managerApproves = async (story: StoryPeople): Promise<void> => {
  await story.actAs(people.manager);
  const mail = await story.mail(story.email(people.manager), order);
  await story.look('09-approval-mail');
  const approval = await story.fromMail(mail, '.decision');
  await story.lookAtBothSizes('10-approval', approval.page);
  await approval.frame.locator('.decision button.primary').click();
  await approval.frame.locator('.message.good').waitFor();
  await story.look('10-approval-given', approval.page);
  await approval.page.close();
};
