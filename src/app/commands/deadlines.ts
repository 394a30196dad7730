import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { loadYear, removeDay, setDay } from './deadlines/calendar-days';
import { correctionOutcome, correctTime } from './deadlines/correct';
import { deferDeadlines, pauseDeadlines, pauseOutcome, resumeDeadlines } from './deadlines/pause';
import { giveReason } from './deadlines/reason';

/** What people do with the deadlines of a ticket; `deadlineMoves` says who may. */
export const ticketDeadlineCommands: readonly CommandDefinition[] = [deferDeadlines, pauseDeadlines, resumeDeadlines, correctTime, giveReason];

export const calendarCommands: readonly CommandDefinition[] = [setDay, removeDay, loadYear];

export const deadlinesCommands: readonly CommandDefinition[] = [...ticketDeadlineCommands, ...calendarCommands];

export const deadlinesOutcomes: readonly ApprovalOutcome[] = [pauseOutcome, correctionOutcome];
