import { request, impact } from '../journeys/story';
import { screenshot } from './launch';
import { drawnWidth } from './read-until';
import { openStoryPlace, type StoryPlace } from './story-place';
import { DESKTOP, StoryPeople } from './story-people';

/** At the month's turn a manager reads the summary in the mailbox: figures, tables and pictures. */
describe('the managers’ monthly mail', () => {
  let place: StoryPlace;
  beforeAll(async () => {
    place = await openStoryPlace({ startAt: '2026-03-31T14:00:00+08:00', language: 'zh' });
    const intake = place.workspace.forms(null).find((form) => form.title.startsWith('售后服务申请'));
    const send = async (answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> => {
      const given: Record<string, string | readonly string[]> = {};
      for (const [question, answer] of Object.entries(request(answers))) {
        const item = intake?.items.find((candidate) => candidate.title.startsWith(question));
        const pick = (text: string): string => item?.choices.find((choice) => choice.startsWith(text)) ?? text;
        if (item !== undefined) given[String(item.id)] = typeof answer === 'string' ? pick(answer) : answer.map(pick);
      }
      expect(await place.workspace.submitForm(intake?.id ?? '', given, null)).toEqual({ ok: true });
    };
    await send(impact({ wide: '是' }));
    await send({ ...impact({}), 项目名称: '三期厂房' });
    await place.workspace.advanceTo(Date.parse('2026-04-01T08:45:00+08:00'));
  }, 120_000);
  afterAll(() => place.close());

  test('shows its figures and pictures in the page’s mailbox', async () => {
    const people = await StoryPeople.arrive(place, DESKTOP, 'story/month');
    await people.actAs('方晓峰');
    await people.section('mail');
    await people.page.getByText('2026-03', { exact: false }).first().click();
    const frame = people.page.frameLocator('iframe').first();
    await frame.locator('table').first().waitFor();
    const pictures = frame.locator('img');
    expect(await drawnWidth(pictures.first())).toBeGreaterThan(100);
    await people.page.setViewportSize({ width: 1360, height: 1250 });
    await screenshot(people.page, 'story/month/monthly-mail');
    await people.leave();
  }, 120_000);
});
