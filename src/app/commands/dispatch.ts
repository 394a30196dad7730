import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { acceptOrder, declineOrder } from './dispatch/answer';
import { consentOutcome, replanOrder, submitOrder } from './dispatch/consent';
import { draftOrder, reviseOrder } from './dispatch/draft-order';
import { cancelOrder, redirectOrder } from './dispatch/end-order';
import { goAhead, ratifyOutcome } from './dispatch/go-ahead';
import { logPrevisit, prepareOrder } from './dispatch/prepare';
import { departOnOrder, leaveSite, returnHome } from './dispatch/travel';
import { arriveOnSite } from './field/arrival';

export const dispatchCommands: readonly CommandDefinition[] = [
  draftOrder, reviseOrder, submitOrder, replanOrder, goAhead, acceptOrder, declineOrder, prepareOrder, logPrevisit, departOnOrder, arriveOnSite, leaveSite, returnHome, cancelOrder, redirectOrder,
];

export const dispatchOutcomes: readonly ApprovalOutcome[] = [consentOutcome, ratifyOutcome];
