import { slaResult } from '../../../sheets-templates';
import { momentOfSerial } from '../moments';
import { amount, cents } from './figures';
import { rowsOf, textOf, type Invariant } from './books';

/** What is owed is what was asked less what came in and was confirmed by somebody else than who entered it. */
export const receivablesTieOut: Invariant = (books) => {
  const all = rowsOf(books, 'payments');
  const alone = all.filter((row) => textOf(row, 'confirmed_by') !== '' && textOf(row, 'confirmed_by') === textOf(row, 'recorded_by')).map((row) => `Payment ${textOf(row, 'payment_id')} was confirmed by who recorded it`);
  const apart = rowsOf(books, 'receivables').flatMap((row) => {
    const id = textOf(row, 'ar_id');
    const counted = all.filter((payment) => textOf(payment, 'ar_id') === id && textOf(payment, 'confirmed_by') !== '' && !['TRUE', 'true', '是', 'Yes'].includes(textOf(payment, 'voided')));
    const received = counted.reduce((sum, payment) => sum + cents(amount(payment, 'amount')), 0);
    const [asked, noted, balance, writtenOff] = ['amount', 'received', 'balance', 'write_off'].map((key) => cents(amount(row, key)));
    const wrong: string[] = [];
    if (received !== noted) wrong.push(`Receivable ${id}: ${(noted ?? 0) / 100} received, its payments say ${received / 100}`);
    if ((asked ?? 0) - received - (writtenOff ?? 0) !== balance) wrong.push(`Receivable ${id}: balance ${(balance ?? 0) / 100} of ${(asked ?? 0) / 100}, received ${received / 100}, written off ${(writtenOff ?? 0) / 100}`);
    return wrong;
  });
  return [...alone, ...apart];
};

/** A quote's total is the sum of its heads, and each line is its quantity times its price. */
export const quotesTieOut: Invariant = (books) => [
  ...rowsOf(books, 'quotes').flatMap((quote) => {
    const heads = ['material_fee', 'labour_fee', 'travel_fee', 'other_fee'].reduce((sum, key) => sum + cents(amount(quote, key)), 0);
    return heads === cents(amount(quote, 'total')) ? [] : [`Quote ${textOf(quote, 'quote_id')}: total ${amount(quote, 'total')}, its heads say ${heads / 100}`];
  }),
  ...rowsOf(books, 'quoteLines')
    .filter((line) => Math.abs(cents(amount(line, 'qty') * amount(line, 'unit_price')) - cents(amount(line, 'amount'))) > 1)
    .map((line) => `Quote line ${textOf(line, 'line_id')}: ${amount(line, 'qty')} × ${amount(line, 'unit_price')} is not ${amount(line, 'amount')}`),
];

/** What was met stopped by its due moment; what stopped later is a breach that is on record for good. */
export const breachesStay: Invariant = (books) =>
  rowsOf(books, 'slaClocks').flatMap((row) => {
    const result = textOf(row, 'result');
    const stop = textOf(row, 'stop_at');
    if (stop === '' || (result !== slaResult.MET.zh && result !== slaResult.BREACHED_DONE.zh)) return [];
    const late = momentOfSerial(row['stop_at']) > momentOfSerial(row['due_at']);
    return late === (result === slaResult.BREACHED_DONE.zh) ? [] : [`${textOf(row, 'clock_id')} is shown as ${result} and stopped ${late ? 'after' : 'before'} its due moment`];
  });
