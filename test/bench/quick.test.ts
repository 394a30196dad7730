import { resolve } from 'node:path';
import { measureStory } from '../../bench/measure';

const dist = resolve(__dirname, '../../dist');

test('what a command asks of the platform does not grow with the tickets behind it: 100 against 1,000', async () => {
  const [few, many] = [await measureStory(100, dist), await measureStory(1000, dist)];
  const counts = (measured: typeof few) => measured.map(({ command, roundTrips, cellsRead, cellsWritten }) => ({ command, roundTrips, cellsRead, cellsWritten }));
  expect(counts(many)).toEqual(counts(few));
  expect(few.find(({ command }) => command.startsWith('ticket.register'))?.roundTrips).toBeLessThanOrEqual(5);
}, 180_000);
