/** The engineer's days: from the accepted order to the part in his hands, each form opened from his own desk. */
import type { StoryPeople } from './story-people';
import { order, people, write } from './story-texts';
import { tables } from '../../sheets-templates';

/** The number of the only row of a table, as the supervisor would read it off the sheet. */
export const onlyNumber = async (story: StoryPeople, table: 'partsRequests' | 'repairOrders' | 'tripReports'): Promise<string> => {
  const { place } = story;
  const label = tables[table].label[place.language];
  const book = place.workspace.spreadsheets('owner@xinghe-power.example').find((file) => file.tabs.some((tab) => tab.title === label));
  const tab = book?.tabs.find((candidate) => candidate.title === label);
  if (book === undefined || tab === undefined) throw new Error(`No tab ${label}`);
  return place.workspace.grid(book.id, tab.sheetId, { row: 2, column: 0, rows: 1, columns: 1 }, 'owner@xinghe-power.example').cells[0]?.[0]?.text ?? '';
};

/** Accepts, prepares, calls ahead and leaves, all on the phone. */
export const engineerSetsOut = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  await story.at('2026-03-30 09:42');
  const desk = await story.desk(people.engineer);
  await story.lookAtBothSizes('11-engineer-desk-issued', desk.page);
  await story.done(desk, 'dispatch.accept', order);
  await story.look('11-engineer-desk-accepted', desk.page);
  await story.done(desk, 'dispatch.prepare', order, { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'] }, '12-engineer-prepares');
  await story.done(desk, 'dispatch.previsit', order, { outcome: 'REACHED', channel: 'PHONE', content: text('willArrive') });
  await story.at('2026-03-30 11:00');
  await story.done(desk, 'dispatch.depart', order);
  await desk.page.close();
};

/** Arrival, a part asked for, and the day's report. */
export const engineerReports = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const yes = '是';
  await story.at('2026-03-30 13:20');
  const desk = await story.desk(people.engineer);
  await story.look('13-engineer-desk-under-way', desk.page);
  const arrival = await story.formFrom(desk, order, label(story, '到达报告', 'Arrival report'));
  await story.lookAtBothSizes('14-form-arrival', arrival);
  await story.send(arrival, { 到达时间: '2026-03-30 13:05', 现场情况: text('isolated'), 住处: text('hotel'), 现场联系电话: '13900001007', 已知会业务员: yes, 已知会业主: yes }, '14-form-arrival');
  await refresh(desk);
  const parts = await story.formFrom(desk, order, label(story, '配件申请', 'Parts request'));
  await story.lookAtBothSizes('15-form-parts', parts);
  await story.send(parts, {
    申请原因: text('broken'), 收货地址: text('address'), 收货人: text('contact'), 收货电话: '13900002001', 需求时间: '2026-03-31 12:00',
    '物品类别 / Item kind 1': '半成品', '名称 / Name 1': text('unit'), '规格型号 / Specification 1': 'ETU-25', '数量 / Quantity 1': '1', '单位 / Unit 1': text('piece'), '更换必要性 / Why replacement 1': text('burnt'),
  }, '15-form-parts');
  await desk.page.close();
};

export const engineerReportsTheDay = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  await story.at('2026-03-30 17:40');
  const desk = await story.desk(people.engineer);
  const daily = await story.formFrom(desk, order, label(story, '每日报告', 'Daily report'));
  await story.lookAtBothSizes('19-form-daily', daily);
  await story.send(daily, { 现场情况: text('waiting'), 进度: '40', 效果: text('byHand') }, '19-form-daily');
  await desk.page.close();
};

export const label = (story: StoryPeople, zh: string, en: string): string => (story.place.language === 'zh' ? zh : en);

/** Reads the desk again by its own button. */
export const refresh = async ({ frame, page }: Awaited<ReturnType<StoryPeople['desk']>>): Promise<void> => {
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/client-call'));
  await frame.locator('.desk-head button').click();
  await answered;
};
