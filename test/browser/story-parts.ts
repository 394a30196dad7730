/** A part on its way: clerk, manager, production and operations each take their step. */
import type { StoryPeople } from './story-people';
import { onlyNumber } from './story-site';
import { people, write } from './story-texts';

export const partIsMadeAndShipped = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const request = await onlyNumber(story, 'partsRequests');
  await story.at('2026-03-30 14:10');
  const clerk = await story.sidebar(people.clerk);
  await story.look('16-sidebar-clerk');
  await story.done(clerk, 'parts.forward', request);
  await story.at('2026-03-30 14:20');
  const manager = await story.sidebar(people.manager);
  const decide = manager.frame.locator('[data-command="approval.decide"]').first();
  await decide.waitFor();
  const approval = (await decide.getAttribute('data-object')) ?? '';
  await story.look('17-sidebar-manager');
  await story.done(manager, 'approval.decide', approval, { decision: 'APPROVED' });
  await story.at('2026-03-30 14:40');
  const production = await story.desk(people.production, story.size);
  await story.done(production, 'parts.leadTime', request, { promisedShipDate: '2026-03-30' }, '18-desk-production');
  await story.done(production, 'parts.start', request);
  await story.at('2026-03-30 15:30');
  await story.done(production, 'parts.done', request, { packed: true });
  await production.page.close();
  await story.at('2026-03-30 16:00');
  const operations = await story.desk(people.operations, story.size);
  await story.done(operations, 'parts.ship', request, { carrier: text('carrier'), trackingNo: 'SF1000000001', eta: '2026-03-31' }, '18-desk-operations');
  await operations.page.close();
};

/** The old part goes back to the quality department. */
export const oldPartGoesBack = async (story: StoryPeople): Promise<void> => {
  const text = write(story.place.language);
  const repair = await onlyNumber(story, 'repairOrders');
  await story.at('2026-04-01 11:00');
  const desk = await story.desk(people.engineer);
  await story.look('27-engineer-desk-old-part', desk.page);
  await story.done(desk, 'repair.sendBack', repair, { carrier: text('carrier'), trackingNo: 'SF1000000002' });
  await desk.page.close();
};

