import { repeatableKinds } from './faults';
import { simulate } from './simulation';

/** A month of a company of fifteen with everything going wrong; longer lives have a command of their own (docs/reliability.md). */
test('thirty days of fifteen people under every kind of fault: everything holds', async () => {
  const { failure, faults, tally, steps, executions } = await simulate({ seed: '50.4', startAt: '2026-04-20 00:00', days: 30, people: 15, pace: 0.06, clockRuns: 0.12, faults: repeatableKinds });
  expect(failure).toBeNull();
  // A month in which nothing happened, or nothing went wrong, would prove nothing.
  expect(steps).toBeGreaterThan(200);
  expect(executions).toBeGreaterThan(800);
  expect([...faults.keys()]).toEqual(expect.arrayContaining(['crash', 'service', 'lostAnswer', 'slow', 'timeout', 'busy lock', 'trigger drop', 'trigger twice', 'trigger late', 'mail quota', 'request quota', 'races']));
  expect([...tally.values()].reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(100);
  // Many kinds of work, and one job from the order to the report of the trip.
  expect([...tally.values()].filter(({ done }) => done > 0).length).toBeGreaterThan(70);
  const travelled = ['dispatch.accept', 'dispatch.depart', 'field.arrive', 'parts.submit', 'dispatch.return', 'field.tripReport', 'field.acceptTrip'];
  expect(travelled.filter((command) => (tally.get(command)?.done ?? 0) === 0)).toEqual([]);
}, 1_200_000);
