import type { KeyOf, TransportMode } from '../../sheets-templates';
import type { Instant } from '../terms';
import type { Settings } from '../settings';
import type { ConsentRow } from './facts';

/** How a way of travelling is treated (5.1). */
export type ModeTreatment =
  | { readonly rule: string; readonly treatment: 'allowed' }
  /** Needs the role of a setting, before travel; taxis within 1 working day after. */
  | { readonly rule: string; readonly treatment: 'approval'; readonly row: ConsentRow; readonly role: KeyOf<'role'>; readonly after: boolean }
  /** Not paid; the exception path A-20 is off by default. */
  | { readonly rule: string; readonly treatment: 'never' }
  | { readonly rule: string; readonly treatment: 'manual' };

export const transportRules: Readonly<Record<TransportMode, ModeTreatment>> = {
  TRAIN_HARD_SEAT: { rule: 'X-09', treatment: 'allowed' },
  TRAIN_HARD_SLEEPER: { rule: 'X-09', treatment: 'allowed' },
  COACH: { rule: 'X-09', treatment: 'allowed' },
  FERRY: { rule: 'X-09', treatment: 'allowed' },
  METRO_BUS: { rule: 'X-09', treatment: 'allowed' },
  HSR_2ND: { rule: 'X-10', treatment: 'approval', row: 'A-18', role: 'exp.mode.HSR_2ND', after: false },
  PLANE_ECO: { rule: 'X-11', treatment: 'approval', row: 'A-19', role: 'exp.mode.PLANE_ECO', after: false },
  TAXI: { rule: 'X-15', treatment: 'approval', row: 'A-21', role: 'exp.mode.TAXI', after: true },
  TRAIN_SOFT_SLEEPER: { rule: 'X-16', treatment: 'never' },
  HSR_1ST: { rule: 'X-16', treatment: 'never' },
  HSR_BIZ: { rule: 'X-16', treatment: 'never' },
  PLANE_BIZ: { rule: 'X-16', treatment: 'never' },
  PRIVATE_CAR: { rule: 'X-19', treatment: 'manual' },
  COMPANY_CAR: { rule: 'X-19', treatment: 'manual' },
};

/** The treatment at a moment: what `exp.mode.default` lists needs no approval; a default mode taken off the list is not paid. */
export const treatmentOf = (mode: TransportMode, settings: Settings, at: Instant): ModeTreatment => {
  const row = transportRules[mode];
  if (settings.list('exp.mode.default', at).includes(mode)) return { rule: 'X-09', treatment: 'allowed' };
  return row.treatment === 'allowed' ? { rule: 'X-09', treatment: 'never' } : row;
};
