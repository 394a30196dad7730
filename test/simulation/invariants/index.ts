import type { World } from '../world';
import { readBooks, type Books, type Invariant } from './books';
import { breachesStay, quotesTieOut, receivablesTieOut } from './charges';
import { clocksBeginAndEnd } from './clock-life';
import { levelsGoUp, overdueIsMarked } from './deadlines';
import { deputiesMay } from './deputies';
import { dueMomentsHold } from './due-moments';
import { documentsNotOverpaid, moneyTiesOut, partsTieOut } from './figures';
import { handEditsNamed } from './hands';
import { chainHolds, rebuilds, typedCellsSettled } from './journal';
import { levelsInTime } from './ladder';
import { mailsKeepToTheirTicket, mailsMatchNotices, noNumbersInMails, nothingStuck, noticesUnique } from './mail';
import { answersTakenOnce, oneTicketEach } from './requests';
import { statesFollowTables } from './states';

const invariants: Readonly<Record<string, Invariant>> = {
  'the journal is whole': chainHolds,
  'ledgers rebuild from the journal': rebuilds,
  'typed cells are settled': typedCellsSettled,
  'every answer is taken in once': answersTakenOnce,
  'a ticket is registered once': oneTicketEach,
  'notices are unique': noticesUnique,
  'mails are the sent notices': mailsMatchNotices,
  'no notice is stuck': nothingStuck,
  'mails keep customers’ numbers back': noNumbersInMails,
  'mails keep to their ticket': mailsKeepToTheirTicket,
  'what is overdue is marked': overdueIsMarked,
  'levels fire once': levelsGoUp,
  'levels fire in time': levelsInTime,
  'deadlines begin and end': clocksBeginAndEnd,
  'due moments hold': dueMomentsHold,
  'breaches stay on record': breachesStay,
  'parts tie out': partsTieOut,
  'money ties out': moneyTiesOut,
  'documents are not overpaid': documentsNotOverpaid,
  'receivables tie out': receivablesTieOut,
  'quotes tie out': quotesTieOut,
  'states follow the tables': statesFollowTables,
  'deputies decide while they may': deputiesMay,
  'hand edits are named': handEditsNamed,
};

export const invariantNames: readonly string[] = Object.keys(invariants);

/** Books that make no sense can trip whoever reads them; that is said beside what else does not hold. */
const asked = (holds: Invariant, books: Books, world: World): readonly string[] => {
  try {
    return holds(books, world);
  } catch (error) {
    return [`cannot be told: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** What does not hold now. Ask when sweeps have run undisturbed for more than an hour. */
export const violations = async (world: World): Promise<readonly string[]> => {
  const books = await readBooks(world);
  return Object.entries(invariants).flatMap(([name, holds]) => {
    const wrong = asked(holds, books, world);
    return wrong.slice(0, 5).map((line) => `${name}: ${line}`).concat(wrong.length > 5 ? [`${name}: and ${wrong.length - 5} more`] : []);
  });
};
