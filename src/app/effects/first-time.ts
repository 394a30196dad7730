import { seen } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import type { Instant } from '../../terms';

/** Whether it is done for the first time: the night's jobs come again when one of them was interrupted. A command that asks reads `seen`. */
export const isFirstTime = (draft: Draft, token: string, now: Instant): boolean => {
  if (draft.find(seen, token) !== undefined) return false;
  draft.insert(seen, { token, at: now, outcome: 'TOLD' });
  return true;
};
