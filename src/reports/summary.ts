import type { Approval, BreachReason, Complaint, CorrectiveAction, Defect, DispatchOrder, Receivable, RepairOrder, SlaClock, SummaryFigure, Ticket } from '../../sheets-templates';
import type { Settings } from '../settings';
import { localDate, monthOf, plusDays, type Instant, type LocalDate, type Words } from '../terms';
import { causeCounts, isRising, pareto, type ParetoRow } from './cause-pareto';
import { oneDecimal } from './figure';
import { unconfirmedReplies, unpaidWork } from './metrics-money-people';
import { dutyVacancies, overdueActions, overdueDefects, upheldComplaints } from './metrics-quality';
import { managerPage, measureAll, metricOf, type MeasuredFigure, type Metric } from './metrics';
import { isBreached, viewMonth, type MonthView, type ReportRows } from './month-view';

/** 初报: on the 1st, while reports still come in. 终报: on the working day of `due.manager_summary`, then frozen. */
export type SummaryStage = 'FIRST' | 'FINAL';

/** A figure beside its target and its past; null where there is nothing to show. */
export interface ComparedFigure {
  readonly metric: string;
  readonly label: Words;
  readonly unit: Metric['unit'];
  readonly better: Metric['better'];
  readonly target: number | null;
  readonly current: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly previous: number | null;
  /** Mean of the last twelve months with a value, this one included. */
  readonly mean: number | null;
}

export interface Breach {
  readonly clock: SlaClock;
  readonly reason: BreachReason | null;
  readonly projectName: string | null;
}

export interface ManagerSummary {
  readonly month: string;
  readonly stage: SummaryStage;
  readonly asOf: Instant;
  /** Everything measured, for the ledger. */
  readonly figures: readonly MeasuredFigure[];
  /** The manager's page. */
  readonly page: readonly ComparedFigure[];
  readonly classA: readonly Ticket[];
  readonly breaches: readonly Breach[];
  readonly missingReturns: readonly RepairOrder[];
  readonly undecided: readonly Ticket[];
  /** Completed, not paid; the oldest first. */
  readonly unpaid: readonly Receivable[];
  readonly emergencies: readonly DispatchOrder[];
  /** Decided by chat or phone, not confirmed by their approver. */
  readonly unconfirmed: readonly Approval[];
  readonly complaints: readonly Complaint[];
  readonly overdueActions: readonly CorrectiveAction[];
  readonly overdueDefects: readonly Defect[];
  /** Days ahead without primary or backup. */
  readonly dutyVacancies: readonly LocalDate[];
  readonly causes: readonly (ParetoRow & { readonly rising: boolean })[];
}

/** Under this name the counts of causes are kept beside the metrics, so that trends can be told. */
export const causeMetric = '8.5';

const monthsBefore = (month: string, count: number): readonly string[] => {
  const months: string[] = [];
  for (let current = month; months.length < count; ) {
    current = monthOf(plusDays(localDate(`${current}-01`), -1));
    months.push(current);
  }
  return months;
};

const valueIn = (kept: readonly SummaryFigure[], month: string, metric: string, dimension: string | null): number | null =>
  kept.find((row) => row.month === month && row.metric === metric && row.dimension === dimension)?.value ?? null;

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : oneDecimal(known.reduce((sum, value) => sum + value, 0) / known.length);
};

const compare = (month: string, figures: readonly MeasuredFigure[], kept: readonly SummaryFigure[], settings: Settings, asOf: Instant): readonly ComparedFigure[] =>
  managerPage.map(({ metric, dimension, label }) => {
    const row = metricOf(metric);
    const now = figures.find((figure) => figure.metric === metric && figure.dimension === dimension);
    const earlier = monthsBefore(month, 11).map((before) => valueIn(kept, before, metric, dimension));
    return {
      metric, label, unit: row.unit, better: row.better,
      target: row.target === null ? null : settings.target(row.target, asOf),
      current: now?.value ?? null, numerator: now?.numerator ?? null, denominator: now?.denominator ?? null,
      previous: earlier[0] ?? null,
      mean: meanOf([now?.value ?? null, ...earlier]),
    };
  });

const breachesOf = (view: MonthView): readonly Breach[] =>
  view.rows.clocks
    .filter((clock) => !clock.isTargetOnly && clock.result !== 'SUPERSEDED' && clock.result !== 'CANCELLED' && isBreached(clock, view.asOf) && clock.dueAt < view.end && monthOf(clock.dueAt) === view.month)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map((clock) => ({ clock, reason: clock.breachReason, projectName: view.ticketOf(clock.objectId)?.projectName ?? null }));

const missingReturns = (view: MonthView): readonly RepairOrder[] =>
  view.rows.repairs.filter((repair) => repair.status === 'MISSING' || (repair.status === 'EXPECTED' && repair.sentAt === null && repair.dueBack <= view.lastDate));

const causesOf = (view: MonthView, kept: readonly SummaryFigure[]): ManagerSummary['causes'] => {
  const counts = causeCounts(view.month, view.rows.trips, view.rows.tripUnits, view.rows.repairs);
  const known = monthsBefore(view.month, 3).filter((month) => kept.some((row) => row.month === month));
  return pareto(counts).map((row) => ({ ...row, rising: isRising(row.count, known.map((month) => valueIn(kept, month, causeMetric, row.cause) ?? 0)) }));
};

/**
 * The month in figures (8.2): measured now, compared with what was kept of earlier months, with the lists that managers
 * read. The same function makes the first look and the final report.
 */
export const summarise = (rows: ReportRows, month: string, stage: SummaryStage, asOf: Instant, kept: readonly SummaryFigure[], settings: Settings): ManagerSummary => {
  const view = viewMonth(month, asOf, rows);
  const figures = measureAll(view);
  return {
    month, stage, asOf, figures,
    page: compare(month, figures, kept, settings, asOf),
    classA: rows.tickets.filter((ticket) => ticket.severity === 'A' && monthOf(ticket.receivedAt) === month),
    breaches: breachesOf(view),
    missingReturns: missingReturns(view),
    unpaid: unpaidWork(view),
    undecided: rows.tickets.filter((ticket) => ticket.chargeStatus === 'DECISION_PENDING'),
    emergencies: rows.orders.filter((order) => order.emergencyRatify && order.issuedAt?.startsWith(month) === true),
    unconfirmed: unconfirmedReplies(view),
    complaints: upheldComplaints(view),
    overdueActions: overdueActions(view),
    overdueDefects: overdueDefects(view),
    dutyVacancies: dutyVacancies(view),
    causes: causesOf(view, kept),
  };
};

/** What the ledger keeps: one row a figure, and one a cause. */
export const summaryRows = (summary: ManagerSummary, settings: Settings): readonly SummaryFigure[] => {
  const frozenAt = summary.stage === 'FINAL' ? summary.asOf : null;
  const causes: readonly MeasuredFigure[] = summary.causes.map(({ cause, count }) => ({ metric: causeMetric, dimension: cause, numerator: null, denominator: null, value: count }));
  return [...summary.figures, ...causes].map(({ metric, dimension, numerator, denominator, value }) => {
    const target = metric === causeMetric ? null : metricOf(metric).target;
    return {
      rowId: [summary.month, metric, ...(dimension === null ? [] : [dimension])].join('/'),
      month: summary.month, metric, dimension, numerator, denominator, value, target: target === null ? null : settings.target(target, summary.asOf), frozenAt,
    };
  });
};
