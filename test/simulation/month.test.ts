import { repeatableKinds } from './faults';
import { simulate } from './simulation';

/** The same month every time; `npm run simulate` lives through others. */
const seed = 'month';

test('a company of 15 gets through 30 days on which everything goes wrong', async () => {
  const { failure, faults, steps, tally } = await simulate({ seed, days: 30, people: 15, pace: 0.3, checkEvery: 10, faults: repeatableKinds });
  expect({ seed, failure }).toEqual({ seed, failure: null });
  expect(steps).toBeGreaterThan(500);
  // Nothing is found where nothing goes wrong: each kind of fault has struck, and people got things done.
  const wanted = ['crash', 'service', 'lostAnswer', 'slow', 'timeout', 'busy lock', 'trigger drop', 'trigger late', 'trigger twice', 'mail quota', 'request quota', 'races'];
  expect(wanted.filter((kind) => (faults.get(kind) ?? 0) === 0)).toEqual([]);
  expect([...tally.values()].reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(200);
}, 900_000);
