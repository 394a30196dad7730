import { causeCode, chargePolicy, serviceMode, serviceType } from '../../sheets-templates';
import { decideCharge, noWarrantyPapers, warrantyEnd } from '../charges';
import type { ExpenseOffice } from '../expenses';
import { atMinute } from '../terms';
import { optional, type Fields } from './fields';
import type { Outcome } from './outcome';

const noEnd = '–';
const outcomes = { FREE: true, DECIDE: true, PAID: true };

/** `warranty`: start and months or end, report date, cause → who pays and the last covered day (`–` when unknown). */
export const warrantyCase = (fields: Fields): ((office: ExpenseOffice) => Outcome) => {
  const given = fields.within('args');
  const reported = given.date('reported');
  const start = optional(given, 'start', (name) => given.date(name));
  const end = optional(given, 'end', (name) => given.date(name));
  const months = optional(given, 'months', (name) => given.count(name));
  const cause = optional(given, 'cause', (name) => given.code(name, causeCode));
  const type = given.code('stype', serviceType, 'REPAIR');
  const mode = optional(given, 'mode', (name) => given.code(name, serviceMode));
  const policy = given.code('policy', chargePolicy, 'WARRANTY_BASED');
  const isRepeat = given.flag('repeat', false);
  given.done();
  const expected = {
    ...(fields.has('outcome') ? { outcome: fields.code('outcome', outcomes) } : {}),
    ...(fields.has('warranty_end') ? { warranty_end: fields.text('warranty_end') } : {}),
  };
  if (Object.keys(expected).length === 0) fields.problems.push('outcome：没有期望值 expects nothing');
  return ({ settings }) => {
    const covered = warrantyEnd(
      { ...noWarrantyPapers, contractEnd: end, contractStart: start, contractMonths: months },
      settings.flag('war.inclusive', atMinute(reported, 0)),
    );
    const decided = decideCharge({ chargePolicy: policy, serviceType: type, serviceMode: mode, reported, warrantyEnd: covered.end, cause, isRepeat });
    return { expected, actual: { outcome: decided.outcome, warranty_end: covered.end ?? noEnd, step: decided.step, deciders: decided.deciders } };
  };
};
