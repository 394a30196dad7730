import type { CommandDefinition } from '../command';
import { confirmReply, recordReply } from './approvals/chat-reply';
import { decide } from './approvals/decide';

export { approvalFields } from './approvals/decide';

export const approvalsCommands: readonly CommandDefinition[] = [decide, recordReply, confirmReply];
