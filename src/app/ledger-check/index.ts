import type { Ports } from '../ports';
import { nightRound } from './night-round';

/** Once a night, the ledgers beside what the journal says they are (9.5). Costs nothing until its moment has come. */
export const checkLedgers = (ports: Ports): void => {
  const next = ports.recall('check.next');
  if (next === null || next <= ports.now()) nightRound(ports);
};
