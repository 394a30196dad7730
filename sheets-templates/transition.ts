import type { Words } from '../src/terms';
import type { Role } from './choices';

/**
 * A row of a state machine of section 3. Commands move objects only along such rows; the desk offers only such rows.
 * `from: null` creates the object.
 */
export interface Transition<Status extends string> {
  /** TK-3, DP-6 … */
  readonly id: string;
  readonly command: string;
  readonly label: Words;
  readonly from: readonly Status[] | null;
  /** null: the state stays. */
  readonly to: Status | null;
  /** Roles that may; `LEAD`: the order's lead engineer; `OWNER`: whoever the row names; `DUTY`: the duty backup where the supervisor does not act (6.3). */
  readonly actors: readonly (Role | 'LEAD' | 'OWNER' | 'DUTY')[];
}
