import { breachReason, clockMode, slaResult, type SlaClock } from '../../sheets-templates';
import { eachLanguage, inLanguage, later, showInstant, words, type Instant, type Words } from '../terms';
import { provisional, type Calendar } from './calendar';
import { isOpen } from './clocks';
import { measureTime } from './open-time';
import { deadlineRule } from './rules';

const basis: Readonly<Partial<Record<SlaClock['dueBasis'], Words>>> = {
  OVERRIDE: words('已按客户要求改期', 'moved at the customer\'s wish'),
  PAUSED: words('已因暂停顺延', 'put off by a pause'),
  AGREEMENT: words('按服务协议的目标，单独统计', 'a target of the service agreement, reported apart'),
};

const limitOf = ({ clockMode: mode, durationMin }: SlaClock): Words => {
  const name = clockMode[mode];
  return durationMin === null ? words('固定时点', 'a fixed moment') : words(`${name.zh} ${durationMin} 分钟`, `${durationMin} minutes of ${name.en.toLowerCase()}`);
};

/** What a running clock has counted and what is left, in its own open time. */
const counted = (clock: SlaClock, calendar: Calendar, now: Instant): readonly Words[] => {
  if (!isOpen(clock) || clock.clockMode === 'FIX') return [];
  const minutes = (from: Instant, to: Instant): number => Math.round(measureTime(calendar, clock.clockMode === 'FIX' ? 'CAL' : clock.clockMode, from, to));
  const over = minutes(clock.dueAt, now);
  const ran = Math.max(0, minutes(clock.startAt, now) - clock.pausedMin);
  const left = minutes(later(now, clock.startAt), clock.dueAt);
  return [over > 0 ? words(`已计 ${ran} 分钟，超出 ${over} 分钟`, `${ran} minutes counted, ${over} over`) : words(`已计 ${ran} 分钟，剩余 ${left} 分钟`, `${ran} minutes counted, ${left} left`)];
};

const moved = ({ firstDueAt, pausedMin, dueBasis, correctedFrom, calendarVersion }: SlaClock): readonly Words[] => [
  ...(basis[dueBasis] === undefined ? [] : [basis[dueBasis]]),
  ...(pausedMin === 0 ? [] : [words(`共暂停 ${pausedMin} 分钟`, `paused for ${pausedMin} minutes`)]),
  ...(firstDueAt === null ? [] : [words(`原截止 ${showInstant(firstDueAt)}`, `first due ${showInstant(firstDueAt)}`)]),
  ...(correctedFrom === null ? [] : [words(`时间已更正（原 ${showInstant(correctedFrom)}）`, `corrected (was ${showInstant(correctedFrom)})`)]),
  ...(calendarVersion === provisional ? [words('年度节假日尚未载入，暂定', 'provisional: the year\'s holidays are not loaded')] : []),
];

const ended = ({ result, stopAt, breachReason: reason }: SlaClock): Words => {
  const name = slaResult[result];
  const at = stopAt === null ? words('', '') : words(`，${showInstant(stopAt)} 结束`, `, ended ${showInstant(stopAt)}`);
  const why = reason === null ? words('', '') : words(`，原因：${breachReason[reason].zh}`, `, reason: ${breachReason[reason].en.toLowerCase()}`);
  return words(`${name.zh}${at.zh}${why.zh}`, `${name.en}${at.en}${why.en}`);
};

/** Why a clock is due when it is: when it started, what it counted, what moved it, by which rule, and how it stands, in both languages. */
export const explainClock = (clock: SlaClock, calendar: Calendar, now: Instant): Words => {
  const rule = deadlineRule(clock.ruleId);
  const [start, due, limit, end] = [showInstant(clock.startAt), showInstant(clock.dueAt), limitOf(clock), ended(clock)];
  const more = [...counted(clock, calendar, now), ...moved(clock)];
  const told = eachLanguage((language) => more.map((one) => (language === 'en' ? ', ' : '，') + inLanguage(one, language)).join(''));
  return words(
    `${clock.ruleId} ${rule.what.zh}：自 ${start} 起，${limit.zh}，截止 ${due}${told.zh}（依据 ${rule.origin}）。${end.zh}。`,
    `${clock.ruleId} ${rule.what.en}: started ${start}, due ${due}, ${limit.en}${told.en} (${rule.origin}). ${end.en}.`,
  );
};
