import { complaints, expenseClaims, expenseLines, slaClocks, spotChecks, surveys, tickets, trainingAssignments, type AnyTable, type SlaClock } from '../../../../sheets-templates';
import { closedDate } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { baseScore, shrunk, type Base } from '../../../registers';
import { monthOf } from '../../../terms';
import { subjectOf, subjectTables } from '../../sweep/subjects';

/** Ledgers behind an engineer's indicators (8.4). */
export const personTables: readonly AnyTable[] = [...subjectTables, slaClocks, complaints, expenseClaims, expenseLines, spotChecks, surveys, tickets, trainingAssignments];

/** 8.4 no. 4: what the person could do nothing about. */
const excused: readonly SlaClock['breachReason'][] = ['UNREACHABLE', 'APPROVAL', 'PARTS', 'CUSTOMER', 'SYSTEM'];
const judged: readonly SlaClock['result'][] = ['MET', 'BREACHED_OPEN', 'BREACHED_DONE'];

interface PersonClock {
  readonly clock: SlaClock;
  readonly person: string | null;
}

/** Whose every deadline was, worked out once for all people. */
const clocksWithPeople = (draft: Draft): readonly PersonClock[] =>
  draft.where(slaClocks, (clock) => judged.includes(clock.result) && !clock.isTargetOnly && (clock.result === 'MET' || !excused.includes(clock.breachReason))).map((clock) => ({ clock, person: subjectOf(draft, clock).person }));

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length);

/** A person's month in points: what has no data says nothing. Indicators belong to the month of their due moment. */
export const measurePerson = (draft: Draft, staffId: string, month: string): Base => {
  const due = (...rules: readonly string[]): readonly SlaClock[] =>
    draft.derive(clocksWithPeople).filter(({ clock, person }) => person === staffId && rules.includes(clock.ruleId) && monthOf(closedDate(clock.dueAt)) === month).map(({ clock }) => clock);
  const met = (clocks: readonly SlaClock[]): number | null => percent(clocks.filter(({ result }) => result === 'MET').length, clocks.length);
  const mine = draft.by(tickets, 'engineerLead', staffId);
  const resolved = mine.filter(({ resolvedAt }) => resolvedAt !== null && monthOf(resolvedAt) === month);
  const trips = due('S-14').filter(({ cycle }) => cycle === '1');
  const sentBack = (objectId: string): boolean => draft.by(slaClocks, 'objectId', objectId).some(({ ruleId, cycle }) => ruleId === 'S-14' && cycle !== '1');
  const ids = new Set(mine.map(({ ticketId }) => ticketId));
  const tasks = draft.by(trainingAssignments, 'staffId', staffId).filter((row) => row.month === month && row.status !== 'EXCUSED');
  const claims = new Set(draft.by(expenseClaims, 'staffId', staffId).filter((claim) => claim.month === month && claim.status !== 'DRAFT').map(({ claimId }) => claimId));
  const lines = draft.where(expenseLines, ({ claimId }) => claims.has(claimId));
  const report = due('S-30');
  return baseScore({
    'AP-1': met(due('S-04', 'S-07', 'S-09')), 'AP-2': met(due('S-19')), 'AP-3': met(due('S-10')),
    'AP-4': percent(due('S-11').filter(({ stopAt }) => stopAt !== null).length, due('S-11').length),
    'AP-5': percent(resolved.filter(({ ticketId, reopenCount }) => reopenCount === 0 && draft.by(tickets, 'repeatOf', ticketId).length === 0).length, resolved.length),
    'AP-6': mean(draft.where(spotChecks, (check) => check.month === month && check.score !== null && ids.has(check.ticketId ?? '')).flatMap(({ score }) => score ?? [])),
    'AP-7': shrunk(draft.where(surveys, ({ ticketId, answeredAt }) => ids.has(ticketId) && answeredAt !== null && monthOf(answeredAt) === month).flatMap(({ qOverall }) => qOverall ?? [])),
    'AP-8': percent(trips.filter(({ result, objectId }) => result === 'MET' && !sentBack(objectId)).length, trips.length),
    'AP-9': met(due('S-23')), 'AP-10': report.length === 0 ? null : Number(report.every(({ result }) => result === 'MET')),
    'AP-11': percent(tasks.filter(({ status }) => status === 'PASSED' || status === 'ATTENDED').length, tasks.length),
    'AP-12': percent(lines.filter(({ decision }) => !decision.startsWith('REJECT')).length, lines.length),
  }, draft.where(complaints, (row) => row.againstStaff === staffId && row.valid === 'YES' && row.status === 'CLOSED' && row.closedAt !== null && monthOf(row.closedAt) === month).length);
};
