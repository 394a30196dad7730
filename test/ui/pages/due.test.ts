import { dueBadge, dueGroup } from '../../../src/ui/pages/shared/due';

const at = (time: string): number => Date.parse(`2026-03-03T${time}+08:00`);

describe('The deadline badge', () => {
  it.each([
    ['2026-03-03T10:10:00+08:00', '09:40:00', 'soon', '还剩 30 分钟', '30 min left'],
    ['2026-03-03T21:10:00+08:00', '09:10:00', 'calm', '还剩 12 小时', '12 h left'],
    ['2026-03-03T13:40:00+08:00', '09:10:00', 'calm', '还剩 4 小时 30 分', '4 h 30 min left'],
    ['2026-03-07T09:10:00+08:00', '09:10:00', 'calm', '还剩 4 天', '4 d left'],
    ['2026-03-03T09:10:00+08:00', '09:10:00', 'soon', '还剩 0 分钟', '0 min left'],
    ['2026-03-03T09:10:00+08:00', '09:10:01', 'late', '超时 0 分钟', '0 min overdue'],
    ['2026-03-02T09:10:00+08:00', '09:10:00', 'late', '超时 24 小时', '24 h overdue'],
  ])('of %s at %s is %s', (due, now, tone, zh, en) => {
    expect(dueBadge(due, at(now))).toEqual({ tone, words: { zh, en } });
  });

  it.each([
    [null, '09:00:00', 'undated'], ['2026-03-03T08:00:00+08:00', '09:00:00', 'overdue'], ['2026-03-03T23:59:59+08:00', '09:00:00', 'today'], ['2026-03-04T00:00:00+08:00', '09:00:00', 'later'],
    // The company's day, wherever the reader is.
    ['2026-03-03T07:00:00+08:00', '00:30:00', 'today'],
  ] as const)('%s at %s stands under %s', (due, now, group) => {
    expect(dueGroup(due, at(now))).toBe(group);
  });
});
