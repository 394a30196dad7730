import type { Role, SettingKey } from '../../sheets-templates';
import type { Words } from '../terms';
import type { ClockEvent } from './events';
import type { Limits, MomentName } from './limits';

/**
 * When a clock may stand still (4.4):
 * `never` S-01, S-02, S-05, S-10, S-11 · `emergency` the customer's own wish moves it, force majeure and a closed site
 * pause it · `ordinary` waiting for the customer and force majeure pause it · `no` nothing is said, so nothing does.
 */
export type Pausing = 'never' | 'emergency' | 'ordinary' | 'no';

/** A row of 4.3. Rules of several steps stand as rows a, b, c, as section 3 calls them. */
export interface DeadlineRule {
  readonly rule: string;
  readonly what: Words;
  readonly limits: Limits;
  /** Where the count begins, when it is not the moment of the event. */
  readonly from?: MomentName;
  readonly start: readonly ClockEvent[];
  readonly stop: readonly ClockEvent[];
  readonly who: readonly Role[];
  /** The rule of section 1 or AMB decision behind it; `ADDED` numbers are settings of that origin. */
  readonly origin: string;
  readonly pausing: Pausing;
  /** An event that starts it anew with another limit. */
  readonly again?: { readonly event: ClockEvent; readonly limits: Limits };
  /** The stopping event where a setting chooses it; without settings at hand `stop` holds. */
  readonly stopChoice?: { readonly setting: SettingKey; readonly events: Readonly<Record<string, ClockEvent>> };
  /** The customer is told its due moment, so a new calendar never makes it earlier (4.1). */
  readonly told?: true;
  /** For paid work the agreement's own target replaces the limit (4.6). */
  readonly target?: MomentName;
}
