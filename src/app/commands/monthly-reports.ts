import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { openMonth } from './monthly-reports/open-month';
import { monthlyReportOutcome, submitReport } from './monthly-reports/submit-report';

export const monthlyReportsCommands: readonly CommandDefinition[] = [openMonth, submitReport];

export const monthlyReportsOutcomes: readonly ApprovalOutcome[] = [monthlyReportOutcome];
