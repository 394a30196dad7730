import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { archivePapers } from '../month/archive-papers';
import { openMonth } from './monthly-reports/open-month';
import { sendPeriodic } from './monthly-reports/periodic';
import { sendSummary } from './monthly-reports/send-summary';
import { monthlyReportOutcome, submitReport } from './monthly-reports/submit-report';

export const monthlyReportsCommands: readonly CommandDefinition[] = [openMonth, submitReport, sendSummary, sendPeriodic, archivePapers];

export const monthlyReportsOutcomes: readonly ApprovalOutcome[] = [monthlyReportOutcome];
