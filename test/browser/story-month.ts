/** The month's turn: managers find its figures in their mail, the engineer sends his report by form, his supervisor decides. */
import { drawnWidth } from './read-until';
import type { StoryPeople } from './story-people';
import { label, refresh } from './story-site';
import { people } from './story-texts';

export const managerReadsTheMonth = async (story: StoryPeople): Promise<void> => {
  await story.actAs(people.manager);
  const mail = await story.mail(story.email(people.manager), '2026-03');
  await mail.locator('table').first().waitFor();
  expect(await drawnWidth(mail.locator('img').first())).toBeGreaterThan(100);
  await story.look('24-monthly-mail');
};

export const engineerSendsHisMonth = async (story: StoryPeople): Promise<void> => {
  const desk = await story.desk(people.engineer);
  const monthly = await story.formFrom(desk, 'YB-202603', label(story, '月度工作报告', 'Monthly report'));
  await story.lookAtBothSizes('25-form-monthly', monthly);
  await story.send(monthly, {
    工作总结: label(story, '本月完成苏州二期厂房进线柜抢修一次，客户已验收。', 'One urgent repair in Suzhou, accepted by the customer.'),
    下月计划: label(story, '按派工单执行，回访苏州项目。', 'Orders as they come; call Suzhou to hear how it runs.'),
  }, '25-form-monthly');
  await refresh(desk);
  await desk.page.close();
  const sidebar = await story.sidebar(people.supervisor);
  const card = sidebar.frame.locator('article.card', { hasText: 'YB-202603' }).first();
  const approval = (await card.locator('[data-command="approval.decide"]').getAttribute('data-object')) ?? '';
  await story.done(sidebar, 'approval.decide', approval, { decision: 'APPROVED' }, '26-sidebar-monthly-report');
};

/** A link that was changed on the way opens a page that says so, and nothing else. */
export const brokenLink = async (story: StoryPeople): Promise<void> => {
  const link = story.place.information.links.find((candidate) => candidate.person === story.email(people.engineer));
  const page = await story.context.newPage();
  await page.goto(`${link?.url ?? ''}x`);
  const { frame } = await story.product(page, '.message');
  expect(await frame.locator('.message').innerText()).not.toBe('');
  await story.lookAtBothSizes('30-broken-link', page);
  await page.close();
};
