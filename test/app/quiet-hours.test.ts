import { notBefore } from '../../src/app/notices';
import { readSettings } from '../../src/settings';
import { instant, showInstant } from '../../src/terms';
import { calendar, setting, settings } from '../deadlines/office';

const leaves = (priority: 'P1' | 'P2' | 'P3', at: string, by = settings): string => {
  const moment = notBefore(priority, instant(at), by, calendar);
  return moment === null ? 'at once' : showInstant(moment);
};

describe('13: when a notice may leave', () => {
  test.each([
    ['P1', '2026-03-03 23:00', 'at once'],
    ['P1', '2026-10-01 03:00', 'at once'],
    ['P2', '2026-03-03 20:59', 'at once'],
    ['P2', '2026-03-03 21:00', '2026-03-04 08:00'],
    ['P2', '2026-03-04 07:59', '2026-03-04 08:00'],
    ['P2', '2026-03-04 08:00', 'at once'],
    ['P2', '2026-10-01 12:00', 'at once'],
    ['P3', '2026-03-03 08:30', '2026-03-03 08:30'],
    ['P3', '2026-03-03 08:31', '2026-03-03 16:30'],
    ['P3', '2026-03-03 16:31', '2026-03-04 08:30'],
    ['P3', '2026-03-06 17:00', '2026-03-09 08:30'],
    ['P3', '2026-02-14 16:31', '2026-02-24 08:30'],
    ['P3', '2026-02-13 16:31', '2026-02-14 08:30'],
  ] as const)('%s of %s leaves %s', (priority, at, expected) => {
    expect(leaves(priority, at)).toBe(expected);
  });

  test('notify.quiet_from and notify.quiet_to: a company with other nights', () => {
    const early = readSettings([setting('notify.quiet_from', '19:00'), setting('notify.quiet_to', '07:00')]);
    expect([leaves('P2', '2026-03-03 19:00', early), leaves('P2', '2026-03-03 18:59', early), leaves('P2', '2026-03-04 06:30', early), leaves('P2', '2026-03-04 07:00', early)])
      .toEqual(['2026-03-04 07:00', 'at once', '2026-03-04 07:00', 'at once']);
  });
});
