import type { DocType } from '../../../sheets-templates';
import * as charges from '../commands/charges';
import * as deadlines from '../commands/deadlines';
import * as dispatch from '../commands/dispatch';
import * as expenses from '../commands/expenses';
import * as monthlyReports from '../commands/monthly-reports';
import * as parts from '../commands/parts';
import * as plans from '../commands/plans';
import * as settings from '../commands/settings';
import * as tickets from '../commands/tickets';
import * as travel from '../commands/travel';
import { registerOutcomes } from './register-outcomes';
import type { ApprovalOutcome } from './request-approval';

/** What each kind of document does when its approval is decided. */
export const outcomes: readonly ApprovalOutcome[] = [
  ...deadlines.deadlinesOutcomes,
  ...dispatch.dispatchOutcomes,
  ...parts.partsOutcomes,
  ...travel.travelOutcomes,
  ...expenses.expensesOutcomes,
  ...monthlyReports.monthlyReportsOutcomes,
  ...tickets.ticketsOutcomes,
  plans.planOutcome,
  settings.settingOutcome,
  ...charges.chargesOutcomes,
  ...registerOutcomes,
];

export const outcomeOf = (docType: DocType): ApprovalOutcome => {
  const found = outcomes.find((outcome) => outcome.docType === docType);
  if (found === undefined) throw new Error(`Nothing follows from an approval of ${docType}`);
  return found;
};
