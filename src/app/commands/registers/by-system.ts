import { registers, type Entry } from '../../../registers';
import type { Refusal } from '../../../terms';
import type { Request } from '../../request';
import { takeStep } from './take-step';

/** A step that another trade's command or the night leads to, by the system (3.14: a survey receives a complaint). */
export const bySystem = (request: Request, name: string, objectId: string, given: Entry = {}): Entry | Refusal => {
  const register = registers.find(({ steps }) => steps.some((step) => step.command === name));
  if (register === undefined) throw new Error(`No register has ${name}`);
  return takeStep(request, register, name, objectId, given, { kind: 'system' });
};
