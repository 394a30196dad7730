import { resolve } from 'node:path';
import { broken, dayIn, sizeOf } from '../../bench/bench';
import { openCompany, tables, tabOf, values, type Cell, type Company } from '../../bench/company';
import { givePast } from '../../bench/history';
import { measureStory, type Measured } from '../../bench/measure';
import { profileOf, published } from '../../bench/profiles';
import { measureStoryAndFill, measureSweeps } from '../../bench/sweeps';
import { slaResult } from '../../sheets-templates/choices';

const dist = resolve(__dirname, '../../dist');
const tickets = 1000;

const counts = (all: readonly Measured[]) => all.map(({ command, roundTrips, cellsRead, cellsWritten }) => ({ command, roundTrips, cellsRead, cellsWritten }));

/** How many running clocks each object has. */
const runningClocks = async (company: Company): Promise<ReadonlyMap<Cell, number>> => {
  const { book, label } = tables.slaClocks;
  const spreadsheetId = company.workbook(book);
  const [header = [], ...rows] = await values(company, spreadsheetId, `'${tabOf(company, spreadsheetId, label.zh).title}'`);
  const [result, object] = [header.indexOf('result'), header.indexOf('object_id')];
  const running = new Map<Cell, number>();
  for (const row of rows) if (row[result] === slaResult.RUNNING.zh) running.set(row[object] ?? '', (running.get(row[object] ?? '') ?? 0) + 1);
  return running;
};

test('100 tickets against 1,000: commands ask no more of the platform, and beside all open work sweeps and days keep their limits', async () => {
  const few = await measureStory(100, dist);
  const company = await openCompany('2026-03-03T09:00:00+08:00', dist);
  try {
    const size = sizeOf(tickets);
    await givePast(company, tickets - size.open - size.lately);
    const commands = await measureStoryAndFill(company, size);
    expect(counts(commands)).toEqual(counts(few));
    // Open work is spread as a company's is: no report or order has the clocks of a thousand.
    const running = await runningClocks(company);
    expect(running.size).toBeGreaterThan(size.open);
    expect(Math.max(...running.values())).toBeLessThan(10);
    const sweeps = await measureSweeps(company);
    expect(sweeps.fifty.command).toBe('sweep: 50 clocks due');
    expect(broken({ tickets, size, commands, sweeps, beside: [], day: dayIn(commands, sweeps) })).toEqual([]);
  } finally {
    await company.close();
  }
}, 600_000);

test('a profile has every coefficient, as numbers', () => {
  const [a] = published;
  expect(profileOf(JSON.stringify({ D_measured: a?.profile }))).toEqual(a?.profile);
  expect(profileOf(JSON.stringify(a?.profile))).toEqual(a?.profile);
  expect(() => profileOf(JSON.stringify({ ...a?.profile, open: -1, apiRead0: 'fast' }))).toThrow('open, apiRead0');
});
