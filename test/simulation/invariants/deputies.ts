import { approvalStatus, docType } from '../../../sheets-templates';
import { momentOfSerial } from '../moments';
import { rowsOf, textOf, type Invariant } from './books';

const idIn = (cell: string): string => /ST-\d+/.exec(cell)?.[0] ?? cell;

/** Whoever decided in another's place had been named for that kind of document, and it held when he decided (6.3). */
export const deputiesMay: Invariant = (books) => {
  const given = rowsOf(books, 'delegations').map((row) => ({
    from: idIn(textOf(row, 'from_staff')), to: idIn(textOf(row, 'to_staff')), types: textOf(row, 'doc_types').split(/,\s*/),
    startAt: momentOfSerial(row['start_at']), endAt: Math.min(momentOfSerial(row['end_at']), textOf(row, 'revoked_at') === '' ? Infinity : momentOfSerial(row['revoked_at'])),
  }));
  const codeOf = (label: string): string => Object.entries(docType).find(([, { zh }]) => zh === label)?.[0] ?? label;
  return rowsOf(books, 'approvals')
    .filter((row) => textOf(row, 'on_behalf_of') !== '' && [approvalStatus.APPROVED.zh, approvalStatus.REJECTED.zh].includes(textOf(row, 'status')))
    .filter((row) => {
      const at = momentOfSerial(row['recorded_at'] === '' ? row['decided_at'] : row['recorded_at']);
      return !given.some(({ from, to, types, startAt, endAt }) => from === idIn(textOf(row, 'on_behalf_of')) && to === idIn(textOf(row, 'approver')) && types.includes(codeOf(textOf(row, 'doc_type'))) && startAt <= at && at <= endAt);
    })
    .map((row) => `${textOf(row, 'approval_id')} was decided by ${textOf(row, 'approver')} for ${textOf(row, 'on_behalf_of')}, who had not named him`);
};
