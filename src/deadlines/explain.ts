import { clockMode, slaResult, type SlaClock } from '../../sheets-templates';
import { eachLanguage, inLanguage, showInstant, type Language, type Words } from '../terms';
import { deadlineRule } from './rules';

const basis: Readonly<Record<SlaClock['dueBasis'], Words>> = {
  COMPUTED: { zh: '', en: '' },
  FIXED: { zh: '', en: '' },
  OVERRIDE: { zh: '，已按客户要求改期', en: ', moved at the customer\'s wish' },
  PAUSED: { zh: '，已因暂停顺延', en: ', put off by a pause' },
  AGREEMENT: { zh: '，按服务协议的目标', en: ', a target of the service agreement' },
};

/** Why a clock is due when it is: when it started, by which rule, until when, and how it ended, in one sentence. */
export const explainClock = (clock: SlaClock, language: Language): string => {
  const rule = deadlineRule(clock.ruleId);
  const text = (words: Words): string => inLanguage(words, language);
  const start = showInstant(clock.startAt);
  const due = showInstant(clock.dueAt);
  const mode = text(clockMode[clock.clockMode]);
  const end = clock.stopAt === null ? '' : showInstant(clock.stopAt);
  const result = text(slaResult[clock.result]);
  if (language === 'en') {
    const limit = clock.durationMin === null ? `at a fixed moment` : `after ${clock.durationMin} minutes of ${mode.toLowerCase()}`;
    return `${clock.ruleId} ${text(rule.what)}: started ${start}, due ${due} ${limit} (${rule.origin})${text(basis[clock.dueBasis])}. ${result}${end === '' ? '' : `, ended ${end}`}.`;
  }
  const limit = clock.durationMin === null ? '固定时点' : `${mode} ${clock.durationMin} 分钟`;
  return `${clock.ruleId} ${text(rule.what)}：自 ${start} 起，${limit}，截止 ${due}（依据 ${rule.origin}）${text(basis[clock.dueBasis])}。${result}${end === '' ? '' : `，${end} 结束`}。`;
};

export const explainClockInBoth = (clock: SlaClock): Words => eachLanguage((language) => explainClock(clock, language));
