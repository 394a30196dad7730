import { seen } from '../../../sheets-templates';
import { Draft } from '../../ledger/draft';
import type { RowChange } from '../../ledger/change';
import type { Opened } from '../../ledger/ledger';
import { isRefusal, words, type Instant } from '../../terms';
import { everyDecisionReads, readEnvironment } from '../decide';
import { isFirstTime } from '../effects/first-time';
import { queueNotice } from '../notices';
import type { Ports } from '../ports';
import type { Message } from '../request';
import { commitDecision } from '../run-command';

/** The ledgers as every step of the check opens them: finishes what an interrupted command left to apply. */
export const openLedgers = (ports: Ports): Opened => {
  const opened = ports.ledger().read([...everyDecisionReads, seen], true, true);
  if (opened === null) throw new Error('A workbook stays behind the journal');
  return opened;
};

/** Said once: a token is forgotten after a week, so that what stays wrong is said again then. */
export interface Said {
  readonly token: string;
  readonly message: Message;
}

/** Takes down changes that are there already, and tells administrators, the quality manager and the service manager (N-58, 9.5). */
export const takeDown = (ports: Ports, opened: Opened, now: Instant, changes: readonly RowChange[], edits: Message | null, said: readonly Said[]): void => {
  const draft = new Draft(opened.snapshot);
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) throw new Error(`${environment.words.zh} ${environment.words.en}`);
  const tell = (objectId: string, message: Message): void =>
    queueNotice(draft, { code: 'N-58', to: [{ role: 'ADM' }, { role: 'QM' }, { role: 'TSM' }], objectId, cycle: now, message }, now, environment.settings, environment.calendar);
  if (edits !== null) tell('LEDGER', edits);
  for (const { token, message } of said) {
    if (!isFirstTime(draft, token, now)) continue;
    tell(token, message);
  }
  const all = [...changes, ...draft.changes()];
  const reply = { objectId: '', message: words('台账已核对。', 'The ledgers were checked.') };
  if (all.length > 0) commitDecision(opened, { command: { name: 'ledger.check' }, actor: { kind: 'system' }, decided: { reply, changes: all }, receipt: undefined, refused: null }, now, ports);
};
