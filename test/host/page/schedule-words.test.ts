import { describeSchedule, type ClockSchedule } from '../../../host/kernel/schedule';
import { scheduleWords } from '../../../host/page/schedule-words';

const daily = { kind: 'daily', every: 1, hour: 6, offsetSeconds: 0, weekDay: null, monthDay: null, zone: 'Asia/Shanghai' } as const;

test.each<[ClockSchedule, string]>([
  [{ kind: 'once', at: 0 }, '一次'],
  [{ kind: 'interval', minutes: 1 }, '每分钟'],
  [{ kind: 'interval', minutes: 5 }, '每 5 分钟'],
  [{ kind: 'interval', minutes: 60 }, '每小时'],
  [{ kind: 'interval', minutes: 120 }, '每 2 小时'],
  [daily, '每天 06:00 左右（Asia/Shanghai）'],
  [{ ...daily, every: 3 }, '每 3 天 06:00 左右（Asia/Shanghai）'],
  [{ ...daily, weekDay: 1 }, '每周一 06:00 左右（Asia/Shanghai）'],
  [{ ...daily, weekDay: 0, every: 2 }, '每 2 周的周日 06:00 左右（Asia/Shanghai）'],
  [{ ...daily, monthDay: 10 }, '每月 10 日 06:00 左右（Asia/Shanghai）'],
])('every schedule is told in Chinese: %j', (schedule, expected) => {
  expect(scheduleWords(describeSchedule(schedule), 'zh')).toBe(expected);
});
