import { resolve } from 'node:path';
import { measureStory } from '../../bench/measure';
import { profileOf, published } from '../../bench/profiles';

const dist = resolve(__dirname, '../../dist');

test('what a command asks of the platform does not grow with the tickets behind it: 100 against 1,000', async () => {
  const [few, many] = [await measureStory(100, dist), await measureStory(1000, dist)];
  const counts = (measured: typeof few) => measured.map(({ command, roundTrips, cellsRead, cellsWritten }) => ({ command, roundTrips, cellsRead, cellsWritten }));
  expect(counts(many)).toEqual(counts(few));
  // Read, journal, apply: forms with urgent mail and typed cells too.
  expect(few.filter(({ roundTrips }) => roundTrips > 3)).toEqual([]);
}, 420_000);

test('a profile has every coefficient, as numbers', () => {
  const [a] = published;
  expect(profileOf(JSON.stringify({ D_measured: a?.profile }))).toEqual(a?.profile);
  expect(profileOf(JSON.stringify(a?.profile))).toEqual(a?.profile);
  expect(() => profileOf(JSON.stringify({ ...a?.profile, open: -1, apiRead0: 'fast' }))).toThrow('open, apiRead0');
});
