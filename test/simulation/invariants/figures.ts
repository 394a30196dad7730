import { partsStatus } from '../../../sheets-templates';
import type { CellRow } from '../../journeys/company';
import { rowsOf, textOf, type Invariant } from './books';

export const amount = (row: CellRow, key: string): number => Number(row[key] ?? 0);
export const cents = (value: number): number => Math.round(value * 100);

interface ShippedLine {
  readonly lineId: string;
  readonly quantity: number;
}

const isShippedLine = (value: unknown): value is ShippedLine => typeof value === 'object' && value !== null && 'lineId' in value;

const shippedLines = (cell: unknown): readonly ShippedLine[] => {
  const list: unknown = cell === '' || cell === undefined ? [] : JSON.parse(typeof cell === 'string' ? cell : '[]');
  return Array.isArray(list) ? list.filter(isShippedLine) : [];
};

/** What was shipped is what the shipments say; nobody received more than was shipped or used more than was received. */
export const partsTieOut: Invariant = (books) => {
  const shipped = new Map<string, number>();
  for (const shipment of rowsOf(books, 'shipments')) {
    for (const line of shippedLines(shipment['lines'])) shipped.set(line.lineId, (shipped.get(line.lineId) ?? 0) + Number(Object.entries(line).find(([key]) => /qty|quantity/i.test(key))?.[1] ?? 0));
  }
  const requests = new Map(rowsOf(books, 'partsRequests').map((row) => [textOf(row, 'request_id'), textOf(row, 'status')]));
  return rowsOf(books, 'partsLines').flatMap((line) => {
    const id = textOf(line, 'line_id');
    const [qty, sent, received, used] = ['qty', 'qty_shipped', 'qty_received', 'qty_used'].map((key) => amount(line, key));
    const wrong: string[] = [];
    if ((sent ?? 0) > (qty ?? 0) || (received ?? 0) > (sent ?? 0) || (used ?? 0) > (received ?? 0)) wrong.push(`Line ${id}: asked ${qty}, shipped ${sent}, received ${received}, used ${used}`);
    if ((shipped.get(id) ?? 0) !== sent) wrong.push(`Line ${id}: ${sent} shipped, shipments say ${shipped.get(id) ?? 0}`);
    if (requests.get(textOf(line, 'request_id')) === partsStatus.SHIPPED.zh && sent !== qty) wrong.push(`Line ${id} of a request shown as shipped: ${sent} of ${qty}`);
    return wrong;
  });
};

/** A claim's totals are the sums of its lines, to the fen. */
export const moneyTiesOut: Invariant = (books) =>
  rowsOf(books, 'expenseClaims').flatMap((claim) => {
    const id = textOf(claim, 'claim_id');
    const lines = rowsOf(books, 'expenseLines').filter((line) => textOf(line, 'claim_id') === id);
    const sum = (key: string): number => lines.reduce((total, line) => total + cents(amount(line, key)), 0);
    const wrong: string[] = [];
    if (cents(amount(claim, 'total_payable')) !== sum('amount_payable')) wrong.push(`Claim ${id}: payable ${amount(claim, 'total_payable')}, lines say ${sum('amount_payable') / 100}`);
    return wrong;
  });

/** No document pays for more than it is worth: over all lines that name it, and all rows of the same document. */
export const documentsNotOverpaid: Invariant = (books) => {
  const worth = new Map<string, { readonly total: number; readonly invoices: Set<string> }>();
  for (const row of rowsOf(books, 'invoiceRegister')) {
    const fingerprint = textOf(row, 'fingerprint');
    const document = fingerprint === '' ? textOf(row, 'invoice_id') : fingerprint;
    const known = worth.get(document) ?? { total: cents(amount(row, 'total')), invoices: new Set<string>() };
    known.invoices.add(textOf(row, 'invoice_id'));
    worth.set(document, known);
  }
  return [...worth].flatMap(([document, { total, invoices }]) => {
    const paid = rowsOf(books, 'expenseLines').filter((line) => invoices.has(textOf(line, 'invoice_id'))).reduce((sum, line) => sum + cents(amount(line, 'amount_payable')), 0);
    return paid > total ? [`Document ${document}: ${paid / 100} payable of ${total / 100}`] : [];
  });
};
