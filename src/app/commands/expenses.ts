import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { claimOutcome } from './expenses/claim-approval';

export const expensesCommands: readonly CommandDefinition[] = [];

export const expensesOutcomes: readonly ApprovalOutcome[] = [{ docType: 'CLAIM', ...claimOutcome }];
