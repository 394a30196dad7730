/** Time passes by the clock's buttons: what nobody took up is told to those above, once. */
import { label } from './story-site';
import type { StoryPeople } from './story-people';
import { people, write } from './story-texts';

/** Nobody calls the next customer back. */
export const nobodyAnswers = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const form = await story.customerForm();
  await story.send(form, {
    客户名称: text('customer'), 联系人: text('contact'), 联系电话: '13900002001', 设备所在城市: text('city'), 设备地址: text('address'), 项目名称: text('project'), 型号规格: 'MNS-0.4', 产品编号: 'MNS25050012',
    服务类型: '维修', 故障现象: text('fault'), 是否有人受伤: '否', 是否大范围: '否', 是否局部: '是', 若局部停电停产: '是', 投运日期是否紧迫: '否', 以上信息真实: '我已阅读并同意', 已知悉并同意: '我已阅读并同意',
  });
  const sentAt = story.place.workspace.now();
  const missed = label(story, '已超时', 'missed');
  await story.actAs(people.manager);
  const escalations = (): readonly string[] =>
    story.place.workspace.mail(story.email(people.manager)).filter((mail) => mail.sentAt > sentAt && mail.subject.includes(missed)).map((mail) => mail.subject);
  expect(escalations()).toEqual([]);
  await story.press('+1 h', 2);
  expect(escalations()).toHaveLength(1);
  await story.mail(story.email(people.manager), missed);
  await story.look('29-escalation-mail');
  await story.press('+15 min', 1);
  expect(escalations()).toHaveLength(1);
};
