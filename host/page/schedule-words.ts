/** When a trigger fires, in the reader's language; the workspace tells it in English. */

const DAYS: Readonly<Record<string, string>> = { Sunday: '周日', Monday: '周一', Tuesday: '周二', Wednesday: '周三', Thursday: '周四', Friday: '周五', Saturday: '周六' };

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^once$/, '一次'],
  [/^every minute$/, '每分钟'],
  [/^every hour$/, '每小时'],
  [/^every (\d+) minutes$/, '每 $1 分钟'],
  [/^every (\d+) hours$/, '每 $1 小时'],
  [/^every day, /, '每天'],
  [/^every (\d+) days, /, '每 $1 天'],
  [/^on day (\d+) of the month, /, '每月 $1 日'],
  [/^every (\d+) weeks on (\w+), /, '每 $1 周的$2'],
  [/^every (\w+day), /, '每$1'],
  [/around (\d\d:00) (\S+)$/, ' $1 左右（$2）'],
];

export function scheduleWords(schedule: string, language: 'zh' | 'en'): string {
  if (language === 'en') return schedule;
  const told = PHRASES.reduce((text, [pattern, phrase]) => text.replace(pattern, phrase), schedule);
  return told.replace(/\w+day/, (day) => DAYS[day] ?? day);
}
