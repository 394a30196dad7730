import { rememberSpans, recallSpans } from '../../../src/app/sweep/open-spans';
import type { Span, Spans } from '../../../src/ledger/open-rows';
import { localDate } from '../../../src/terms';

const today = localDate('2026-03-03');
const memory = () => {
  const kept = new Map<string, string>();
  return { kept, writes: 0, recall: (key: string) => kept.get(key) ?? null, remember(key: string, value: string) { this.writes += 1; kept.set(key, value); } };
};
const scattered = (count: number): readonly Span[] => Array.from({ length: count }, (_, at) => [10_000 + at * 9, 10_001 + at * 9]);

test('where open work stands is kept for the rest of the day, and written again only when it moved', () => {
  const property = memory();
  const spans: Spans = { tickets: [[3, 55], [1056, null]], tasks: [[3, null]] };
  rememberSpans(property, today, spans);
  rememberSpans(property, today, spans);
  expect(property.writes).toBe(1);
  expect(recallSpans(property, today)).toEqual(spans);
  expect(recallSpans(property, localDate('2026-03-04'))).toEqual({});
});

test('what does not fit into a property loses its most scattered tables, nothing else: those are read whole the next time', () => {
  const property = memory();
  rememberSpans(property, today, { slaClocks: scattered(700), tickets: scattered(120), surveys: scattered(20) });
  expect(Object.keys(recallSpans(property, today)).sort()).toEqual(['surveys', 'tickets']);
  expect([...property.kept.values()][0]?.length).toBeLessThanOrEqual(9 * 1024);
});
