import type { ExpenseLine } from '../../../sheets-templates';
import { words, type Words } from '../../terms';

/** What stands between the two languages in a decision's note. */
const separator = ' / ';

/** A decision's text as the ledger keeps it: both languages in one cell. */
export const reasonNote = (reason: Words): string => `${reason.zh}${separator}${reason.en}`;

/** Why a line was decided as it was, for the claimant. */
export const reasonOf = ({ decisionNote }: Pick<ExpenseLine, 'decisionNote'>): Words => {
  if (decisionNote === null) return words('', '');
  const at = decisionNote.indexOf(separator);
  return at < 0 ? words(decisionNote, decisionNote) : words(decisionNote.slice(0, at), decisionNote.slice(at + separator.length));
};
