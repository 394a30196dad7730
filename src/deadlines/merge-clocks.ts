import type { SlaClock } from '../../sheets-templates';
import type { Settings } from '../settings';
import type { Calendar } from './calendar';
import { isOpen, startClocks, type ClockFacts } from './clocks';
import { caughtUp, supersede, type Happened, type Standing } from './reclassify';

/** Rules that count from the receipt or from the class: what an earlier message or a higher class changes. */
const countedAnew = ['S-01', 'S-02', 'S-03', 'S-04', 'S-05', 'S-06', 'S-07', 'S-08'];

/**
 * TK-23: the clocks of a ticket that took another one in, counted from the earlier receipt and the higher class. Those
 * before are superseded, breaches stay; what has happened on either ticket stops the new ones.
 * @param clocks all clocks of the remaining ticket
 */
export const mergeClocks = (clocks: readonly SlaClock[], facts: ClockFacts, happened: Happened, calendar: Calendar, settings: Settings, standing?: Standing): readonly SlaClock[] => {
  const before = clocks.filter((clock) => countedAnew.includes(clock.ruleId) && !clock.isTargetOnly);
  const ended = before.filter((clock) => isOpen(clock) || clock.result === 'MET').map((clock) => ({ ...supersede(clock, facts.at, facts.at), stopAt: clock.stopAt ?? facts.at }));
  const fresh = countedAnew.flatMap((rule) => {
    const cycle = String(clocks.filter((clock) => clock.ruleId === rule).length + 1);
    return startClocks(rule === 'S-01' ? 'received' : 'classified', { ...facts, cycle, only: [rule] }, calendar, settings);
  });
  return [...ended, ...fresh.filter((clock) => clock.ruleId === 'S-01' || facts.severity !== null).map((clock) => caughtUp(clock, happened, standing))];
};
