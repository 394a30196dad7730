/** Deadlines (regulation 4): the calendar, the four clocks, the rules S-01…S-49, pauses and the escalation ladder. */
export * from './calendar';
export * from './open-time';
export * from './year-list';
export * from './events';
export type { Grade, Limit, Limits, MomentName } from './limits';
export type { DeadlineRule, Pausing } from './rule';
export { deadlineRule, deadlineRules } from './rules';
export type { Moments } from './due';
export * from './clocks';
export * from './merge-clocks';
export * from './reclassify';
export * from './pauses';
export * from './recompute';
export * from './correct';
export * from './ladder';
export type { LadderRecipient } from './ladder-table';
export * from './daily-reports';
export * from './explain';
