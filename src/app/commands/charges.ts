import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { agreementCommands, agreementOutcomes } from './charges/agreements';
import { consentCommands } from './charges/consent';
import { liabilityCommands } from './charges/liability';
import { quoteCommands, quoteOutcome } from './charges/quotes';
import { receivableCommands, receivableOutcomes } from './charges/receivables';
import { releaseCommands, releaseOutcomes } from './charges/release';
import { settlementCommands } from './charges/service-course';

export const chargesCommands: readonly CommandDefinition[] = [
  ...liabilityCommands, ...quoteCommands, ...consentCommands, ...agreementCommands, ...releaseCommands, ...receivableCommands, ...settlementCommands,
];

export const chargesOutcomes: readonly ApprovalOutcome[] = [quoteOutcome, ...agreementOutcomes, ...releaseOutcomes, ...receivableOutcomes];
