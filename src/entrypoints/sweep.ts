import { formKeys } from '../app/forms';
import { deliverDue } from '../app/deliver';
import { runJobs } from '../app/jobs';
import { takeForm } from '../app/take-form';
import { findUntaken } from '../google/responses';
import { googlePorts } from '../google/ports';
import { isOwner, isOwnTrigger } from './who';

/**
 * The clock's run, every few minutes: takes in form answers whose own trigger did not come, escalates what nears or
 * passed its due time, does the month's jobs, lets notices leave. Late, doubled or missed runs change nothing but the
 * moment: every part knows what it has done.
 */
export const sweep = (event?: unknown): void => {
  if (!isOwnTrigger(event) && !isOwner()) return;
  const ports = googlePorts();
  for (const answer of findUntaken(ports, formKeys)) takeForm(ports, answer);
  runJobs(ports);
  ports.locked(() => deliverDue(ports));
};
