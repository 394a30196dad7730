import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { cancelParts, changePromise, clearReturn, giveLeadTime, partsDone, startParts } from './parts/production';
import { receiveParts, shipParts } from './parts/shipping';
import { forwardParts, partsOutcome, submitParts } from './parts/submit';
import { useParts } from './parts/use';
import { waiverOutcome } from './repairs/returns';

export const partsCommands: readonly CommandDefinition[] = [
  submitParts, forwardParts, giveLeadTime, changePromise, startParts, partsDone, shipParts, receiveParts, useParts, cancelParts, clearReturn,
];

export const partsOutcomes: readonly ApprovalOutcome[] = [partsOutcome, waiverOutcome];
