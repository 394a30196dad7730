import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { claimOutcome } from './expenses/claim-approval';
import { addLine, removeLine } from './expenses/edit-lines';
import { payClaim, submitClaim } from './expenses/submit-claim';

export const expensesCommands: readonly CommandDefinition[] = [addLine, removeLine, submitClaim, payClaim];

export const expensesOutcomes: readonly ApprovalOutcome[] = [{ docType: 'CLAIM', ...claimOutcome }];
