import { outbox, type AnyTable } from '../../../sheets-templates';
import { Draft } from '../../ledger/draft';
import type { Opened } from '../../ledger/ledger';
import { isRefusal, type Instant } from '../../terms';
import { everyDecisionReads, readEnvironment } from '../decide';
import { nextDelivery, prepareDelivery, sendDrafted } from '../deliver';
import { queueNotice } from '../notices';
import type { Ports } from '../ports';
import { isQuiet, rememberQuiet } from '../quiet';
import { forgetOutcomes, hasOutcomes } from '../sent-marks';
import { escalationTables, type SweepRequest } from './escalations';
import { quietUntil } from './horizon';
import { retryTables } from './retry-reminders';
import { watchDeadlines } from './watch-deadlines';

const reads: readonly AnyTable[] = [...new Set<AnyTable>([...everyDecisionReads, ...escalationTables, ...retryTables, outbox])];

/** A working copy of what was read. */
const requestOn = (opened: Opened, now: Instant): SweepRequest => {
  const draft = new Draft(opened.snapshot);
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) throw new Error(`${environment.words.zh} ${environment.words.en}`);
  const { settings, calendar } = environment;
  return { draft, now, settings, calendar, notify: (notice) => queueNotice(draft, notice, now, settings, calendar) };
};

/** What deadlines could not do must not keep mail from leaving. */
const attempt = <Result>(work: () => Result): { readonly done: Result } | { readonly failure: unknown } => {
  try {
    return { done: work() };
  } catch (failure) {
    return { failure };
  }
};

/**
 * The sweep's one look at the ledgers (design: a sweep): enters what came of earlier mails, fires what is due, lays down
 * drafts for what may leave, all in one read and one commit, then sends. While nothing was changed since a look that found
 * nothing due for some time, it reads the workbooks' marks only. `alsoLook` takes the same reading further, such as to
 * typed cells; it says whether it has to come again soon.
 */
export const watch = (ports: Ports, alsoReads: readonly AnyTable[], alsoLook: (opened: Opened) => boolean): void => {
  ports.locked(() => {
    const now = ports.now();
    if (!hasOutcomes(ports) && isQuiet(ports, now)) return;
    const opened = ports.ledger().read([...new Set([...reads, ...alsoReads])], true);
    if (opened === null) return;
    const request = requestOn(opened, now);
    const looked = attempt(() => watchDeadlines(request));
    // A half of what deadlines meant to change must not stand.
    const delivered = 'done' in looked ? request : requestOn(opened, now);
    const leaving = prepareDelivery(ports, delivered);
    const changes = delivered.draft.changes();
    const entry = changes.length === 0 ? null : ports.ledger().commit(opened, { at: now, actor: 'SYS', command: 'sweep.escalate', objectId: '', result: 'OK', changes, reason: '' });
    if (hasOutcomes(ports)) forgetOutcomes(ports);
    sendDrafted(ports, leaving, now);
    const again = alsoLook(opened);
    if ('failure' in looked) throw looked.failure;
    rememberQuiet(ports, entry?.number ?? ports.ledger().journalNumber(opened), again ? now : quietUntil(request, nextDelivery(request.draft, leaving, now)));
  });
};
