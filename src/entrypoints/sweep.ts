import { formKeys, type FormKey } from '../app/forms';
import { eachForItself } from '../app/each-for-itself';
import { runDueJobs } from '../app/jobs';
import type { Ports } from '../app/ports';
import { watch } from '../app/sweep/watch';
import { takeForm, untaken } from '../app/take-form';
import { answersSince, formsInTurn, looked } from '../google/responses';
import { googlePorts } from '../google/ports';
import { isOwner, isOwnTrigger } from '../google/who';
import { epochOf, isRefusal } from '../terms';
import { putBackLeftCells, typedTables } from './left-cells';

const takeMissed = (ports: Ports, key: FormKey): void => {
  const at = epochOf(ports.now());
  const outcomes = untaken(ports, answersSince(ports, key)).map((answer) => takeForm(ports, answer));
  if (!outcomes.some((outcome) => isRefusal(outcome) && outcome.code === 'BUSY')) looked(ports, key, at);
};

/**
 * The clock's run, every few minutes: takes in form answers whose own trigger did not come, does the month's jobs,
 * escalates what nears or passed its due time, lets notices leave. Late, doubled or missed runs change nothing but the
 * moment: every part knows what it has done.
 */
export const sweep = (event?: unknown): void => {
  if (!isOwnTrigger(event) && !isOwner()) return;
  const ports = googlePorts();
  eachForItself([
    ...formsInTurn(ports, formKeys).map((key) => () => takeMissed(ports, key)),
    () => runDueJobs(ports),
    () => watch(ports, typedTables, (opened) => putBackLeftCells(ports, opened)),
  ]);
};
