/** The main job as people live it: every click in a real browser, on the real server, with the built product behind it. */
import { failedRuns, openStoryPlace, type StoryLanguage, type StoryPlace } from './story-place';
import { DESKTOP, PHONE, StoryPeople } from './story-people';
import { nobodyAnswers } from './story-clock';
import { customerAsks, managerApproves, supervisorPlans, supervisorTakesUp } from './story-request';
import { engineerReports, engineerReportsTheDay, engineerSetsOut } from './story-site';
import { brokenLink, engineerSendsHisMonth, managerReadsTheMonth } from './story-month';
import { oldPartGoesBack, partIsMadeAndShipped } from './story-parts';
import { clerkCloses, clerkClosesAtLast, customerSigns, engineerClaims, engineerComesHome, engineerRepairs } from './story-finish';

describe.each([
  ['at a desk, in Chinese', 'zh', DESKTOP, 'story/desktop-zh'],
  ['on a phone, in English', 'en', PHONE, 'story/phone-en'],
] as const)('a ticket from the customer’s phone to its closing, %s', (_title, language: StoryLanguage, size, prefix) => {
  let place: StoryPlace;
  let story: StoryPeople;

  beforeAll(async () => {
    place = await openStoryPlace({ startAt: '2026-03-30T09:10:00+08:00', language });
    story = await StoryPeople.arrive(place, size, prefix);
  });
  afterAll(async () => {
    await story.leave();
    await place.close();
  });

  /** Keeps a picture of what stood on screen when a chapter broke off. */
  const live = async (...chapters: readonly ((story: StoryPeople) => Promise<void>)[]): Promise<void> => {
    for (const chapter of chapters) {
      try {
        await chapter(story);
      } catch (failure) {
        await story.keepPicture(`broken-off-${chapter.name}`);
        throw failure;
      }
    }
    expect(failedRuns(place.workspace)).toEqual([]);
  };

  test('every page, form, sheet and mail on the way does what it says', async () => {
    await live(customerAsks, supervisorTakesUp, supervisorPlans, managerApproves);
    await live(engineerSetsOut, engineerReports, partIsMadeAndShipped, engineerReportsTheDay);
    await live(engineerRepairs, customerSigns, engineerComesHome, managerReadsTheMonth, engineerClaims, engineerSendsHisMonth, clerkCloses, oldPartGoesBack, clerkClosesAtLast, nobodyAnswers, brokenLink);
  }, 420_000);
});
