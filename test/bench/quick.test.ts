import { resolve } from 'node:path';
import { broken, growing, measureAt } from '../../bench/bench';
import { profileOf, published } from '../../bench/profiles';

const root = resolve(__dirname, '../..');

test('round trips, cells and minutes a day stay within their limits, and do not grow with the tickets behind them: 100 against 1,000', async () => {
  const few = await measureAt(100, { open: 60, lately: 20 }, root);
  const many = await measureAt(1000, { open: 60, lately: 120 }, root);
  expect([...broken(few), ...broken(many), ...growing(few, many)]).toEqual([]);
  // A sweep reads whole rows of open work; of each ticket that is over, only by what to tell it from the open ones.
  const { nothingDue, first } = many.sweeps;
  const ofEachOver = (nothingDue.cellsRead - few.sweeps.nothingDue.cellsRead) / 100;
  expect(ofEachOver).toBeLessThan(130);
  expect(nothingDue.cellsRead).toBeLessThan(6000 + 60 * 330 + 120 * 130);
  expect(nothingDue.cellsRead).toBeLessThan(first.cellsRead / 2);
  for (const { product, plain, query } of many.beside) expect(product.cellsRead + product.cellsWritten).toBeLessThan(Math.min(plain.cellsRead + plain.cellsWritten, query.cellsRead + query.cellsWritten));
}, 600_000);

test('a profile has every coefficient, as numbers', () => {
  const [a] = published;
  expect(profileOf(JSON.stringify({ D_measured: a?.profile }))).toEqual(a?.profile);
  expect(profileOf(JSON.stringify(a?.profile))).toEqual(a?.profile);
  expect(() => profileOf(JSON.stringify({ ...a?.profile, open: -1, apiRead0: 'fast' }))).toThrow('open, apiRead0');
});
