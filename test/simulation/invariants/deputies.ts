import { approvalStatus, docType, role } from '../../../sheets-templates';
import type { CellRow } from '../../journeys/company';
import { momentOfSerial } from '../moments';
import { rowsOf, textOf, type Books, type Invariant } from './books';
import { WorkTime } from './work-time';

const idIn = (cell: string): string => /ST-\d+/.exec(cell)?.[0] ?? cell;
const codeOf = (choices: Readonly<Record<string, { readonly zh: string }>>, label: string): string => Object.entries(choices).find(([, { zh }]) => zh === label)?.[0] ?? label;

/** Who decides above whom. */
const ranks = ['SUP', 'TSM', 'DGM', 'EDGM', 'GM'];

/** After the row's own time limit, or a working day, the next higher role may decide as well. */
const waitedTooLong = (books: Books, row: CellRow, at: number): boolean => {
  const limits = rowsOf(books, 'slaClocks').filter((clock) => textOf(clock, 'object_id') === textOf(row, 'doc_id') && ['S-18', 'S-20'].includes(textOf(clock, 'rule_id')));
  const nextDay = WorkTime.after(books).endOfWorkingDay(momentOfSerial(row['requested_at']), 1);
  return limits.some((clock) => momentOfSerial(clock['due_at']) < at) || nextDay < at;
};

const isHigher = (books: Books, row: CellRow): boolean => {
  const person = rowsOf(books, 'staff').find((member) => textOf(member, 'staff_id') === idIn(textOf(row, 'approver')));
  const asked = ranks.indexOf(codeOf(role, textOf(row, 'role')));
  return textOf(person ?? {}, 'roles').split(/,\s*/).some((one) => ranks.indexOf(one) > asked);
};

/** Whoever decided in another's place had been named for that kind of document, and it held; or stands above him and it had waited too long (6.3). */
export const deputiesMay: Invariant = (books) => {
  const given = rowsOf(books, 'delegations').map((row) => ({
    from: idIn(textOf(row, 'from_staff')), to: idIn(textOf(row, 'to_staff')), types: textOf(row, 'doc_types').split(/,\s*/),
    startAt: momentOfSerial(row['start_at']), endAt: Math.min(momentOfSerial(row['end_at']), textOf(row, 'revoked_at') === '' ? Infinity : momentOfSerial(row['revoked_at'])),
  }));
  return rowsOf(books, 'approvals')
    .filter((row) => textOf(row, 'on_behalf_of') !== '' && [approvalStatus.APPROVED.zh, approvalStatus.REJECTED.zh].includes(textOf(row, 'status')))
    .filter((row) => {
      const at = momentOfSerial(textOf(row, 'recorded_at') === '' ? row['decided_at'] : row['recorded_at']);
      const named = given.some(({ from, to, types, startAt, endAt }) => from === idIn(textOf(row, 'on_behalf_of')) && to === idIn(textOf(row, 'approver')) && types.includes(codeOf(docType, textOf(row, 'doc_type'))) && startAt <= at && at <= endAt);
      return !named && !(isHigher(books, row) && waitedTooLong(books, row, at));
    })
    .map((row) => `${textOf(row, 'approval_id')} was decided by ${textOf(row, 'approver')} for ${textOf(row, 'on_behalf_of')}, who had not named him`);
};
