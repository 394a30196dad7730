import { slaClocks, type SiteReport } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';

/** A daily report whose request for instructions nobody has answered. Reads `slaClocks`. */
export const waitsForHelp = (draft: Draft, report: SiteReport): boolean =>
  report.supReply === null && draft.by(slaClocks, 'objectId', report.reportId).some((clock) => clock.ruleId === 'S-12' && isOpen(clock));
