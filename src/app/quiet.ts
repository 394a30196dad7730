import type { Instant } from '../terms';
import type { Ports } from './ports';

/** What the last sweep found out: until when nothing is due, as long as the journal stands where it stood. */
const key = 'sweep.quiet';

export const rememberQuiet = (ports: Ports, journalNumber: number, until: Instant): void => ports.remember(key, `${journalNumber} ${until}`);

/** A command changed something: the next sweep looks at everything at once, without asking the marks first. */
export const endQuiet = (ports: Ports): void => {
  if ((ports.recall(key) ?? '') !== '') ports.remember(key, '');
};

/** Nothing is due, and nothing was changed since that was found out. One small read; none where the answer is no anyway. */
export const isQuiet = (ports: Ports, now: Instant): boolean => {
  const [number = '', until = ''] = (ports.recall(key) ?? '').split(' ');
  if (until === '' || until <= now) return false;
  const opened = ports.ledger().read([], false);
  return opened !== null && String(ports.ledger().journalNumber(opened)) === number;
};
