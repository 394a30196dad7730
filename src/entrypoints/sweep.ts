import { formKeys, type FormKey } from '../app/forms';
import { eachForItself } from '../app/each-for-itself';
import { runDueJobs } from '../app/jobs';
import { checkLedgers } from '../app/ledger-check';
import type { Ports } from '../app/ports';
import { watch } from '../app/sweep/watch';
import { takeForm, untaken } from '../app/take-form';
import { answersSince, formsInTurn, looked } from '../google/responses';
import { googlePorts } from '../google/ports';
import { isOwner, isOwnTrigger } from '../google/who';
import { epochOf, isRefusal } from '../terms';
import { putBackLeftCells, typedTables } from './left-cells';

/** Gives whether everything found was taken in. */
const takeMissed = (ports: Ports, key: FormKey): boolean =>
  !untaken(ports, answersSince(ports, key)).map((answer) => takeForm(ports, answer)).some((outcome) => isRefusal(outcome) && outcome.code === 'BUSY');

/**
 * The clock's run, every few minutes: takes in form answers whose own trigger did not come, does the night's and the month's jobs,
 * escalates what nears or passed its due time, lets notices leave. Late, doubled or missed runs change nothing but the
 * moment: every part knows what it has done.
 */
export const sweep = (event?: unknown): void => {
  if (!isOwnTrigger(event) && !isOwner()) return;
  const ports = googlePorts();
  // Says so once, not once a part, while the workbooks are older than this code.
  ports.deployment();
  const at = epochOf(ports.now());
  const takenIn: FormKey[] = [];
  eachForItself([
    ...formsInTurn(ports, formKeys).map((key) => () => {
      if (takeMissed(ports, key)) takenIn.push(key);
    }),
    () => looked(takenIn, at),
    () => checkLedgers(ports),
    () => runDueJobs(ports),
    () => watch(ports, typedTables, (opened) => putBackLeftCells(ports, opened)),
  ]);
};
