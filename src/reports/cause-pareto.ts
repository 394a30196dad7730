import type { CauseCode, RepairOrder, TripReport, TripReportUnit } from '../../sheets-templates';
import { oneDecimal } from './figure';

export interface ParetoRow {
  readonly cause: string;
  readonly count: number;
  /** Percent of all. */
  readonly share: number;
  readonly cumulated: number;
  /** 关键少数: up to and including the first cause that reaches 80 %. */
  readonly vital: boolean;
}

/** What cannot be named never enters the vital few (8.5 no. 2). */
export const otherGroup = 'OTHER';
const vitalShare = 80;

/** Counts by cause, greatest first; ties by code; `OTHER` last. */
export const pareto = (counts: ReadonlyMap<string, number>): readonly ParetoRow[] => {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([one, first], [other, second]) =>
    Number(one === otherGroup) - Number(other === otherGroup) || second - first || (one < other ? -1 : 1));
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  return sorted.map(([cause, count]) => {
    const vital = cause !== otherGroup && before * 100 < vitalShare * total;
    before += count;
    return { cause, count, share: oneDecimal((count / total) * 100), cumulated: oneDecimal((before / total) * 100), vital };
  });
};

/** The cause of each unit handled: what quality inspection found wins over what was thought on site (8.5 no. 1). */
export const causeCounts = (month: string, trips: readonly TripReport[], units: readonly TripReportUnit[], repairs: readonly RepairOrder[]): ReadonlyMap<CauseCode, number> => {
  const ofMonth = new Map(trips.filter((trip) => trip.submittedAt?.startsWith(month) === true).map((trip) => [trip.tripId, trip]));
  const counts = new Map<CauseCode, number>();
  for (const unit of units) {
    const trip = ofMonth.get(unit.tripId);
    if (trip === undefined) continue;
    const found = repairs.find((repair) => repair.ticketId === trip.ticketId && repair.serialNo === unit.serialNo && repair.qaCauseCode !== null)?.qaCauseCode ?? unit.causeCode;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
};

const flaggedFrom = 3;
const flaggedTimes = 1.5;

/** 8.5 no. 3: at least three this month and one and a half times the mean of the three months before, or of those on record. */
export const isRising = (now: number, before: readonly number[]): boolean => {
  const mean = before.reduce((sum, count) => sum + count, 0) / Math.max(1, before.length);
  return before.length > 0 && now >= flaggedFrom && now >= flaggedTimes * mean;
};
