import { words } from '../../terms';
import { command, type CommandDefinition } from '../command';
import { archiveEnded, forgetReceipts } from './archive';
import { archiveTables } from './archive-tables';
import { escalationTables } from './escalations';
import { onlySystem } from './only-system';
import { sweepPlans } from './plans';
import { sweepReceivables } from './receivables';
import { retryTables } from './retry-reminders';
import { watchDeadlines } from './watch-deadlines';

/** Every few minutes: overdue clocks, the escalation ladder, reminders to keep calling (TK-2, 4.5). */
const sweepEscalate: CommandDefinition = command({
  name: 'sweep.escalate',
  label: words('时限巡检', 'Watch the deadlines'),
  rules: ['R-163', 'R-252', '4.5'],
  reads: [...escalationTables, ...retryTables],
  fields: [],
  decide: (request) => {
    const refused = onlySystem(request);
    if (refused !== null) return refused;
    const { breached, levels, people, reminders } = watchDeadlines(request);
    return { objectId: '', message: words(`超时 ${breached} 项，升级 ${levels} 级，通知 ${people} 人，催促联系 ${reminders} 次。`, `${breached} overdue, ${levels} levels, ${people} people told, ${reminders} reminders to call.`) };
  },
});

/** Every night: what ended long ago leaves the working tables. Repeats find nothing to do. */
const sweepArchive: CommandDefinition = command({
  name: 'sweep.archive',
  label: words('归档', 'Archive'),
  rules: ['R-193', 'TK-19'],
  reads: archiveTables,
  fields: [],
  decide: (request) => {
    const refused = onlySystem(request);
    if (refused !== null) return refused;
    const { draft, now, settings } = request;
    const moved = archiveEnded(draft, now, settings);
    const forgotten = forgetReceipts(draft, now);
    return { objectId: '', message: words(`归档 ${moved} 张工单，清理 ${forgotten} 条回执。`, `${moved} tickets archived, ${forgotten} receipts forgotten.`) };
  },
});

export const sweepCommands: readonly CommandDefinition[] = [sweepEscalate, sweepArchive, sweepReceivables, sweepPlans];
