import type { InvoiceKind } from '../../sheets-templates';
import { dateOf, type Fen } from '../terms';
import type { ClaimedLine, InvoiceFacts } from './facts';

/** Kinds under which the same document may be entered (5.7). */
const groups: Readonly<Record<InvoiceKind, string>> = {
  VAT_SPECIAL: 'VAT',
  VAT_NORMAL: 'VAT',
  DIGITAL: 'VAT',
  RAIL_E: 'RAIL',
  RAIL_PAPER: 'RAIL',
  COACH_TICKET: 'COACH',
  AIR_ITINERARY: 'AIR',
  METRO_BUS: 'METRO',
  TAXI: 'TAXI',
  RECEIPT: 'RECEIPT',
};

/** Full-width to half-width, upper case, without spaces and hyphens. */
export const normaliseNumber = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑‒–—―－_]/g, '');

/**
 * The key under which an invoice is the same anywhere: kind group, code and number. Fully digital and rail e-invoices
 * have 20 digits and no code, whatever kind they were entered as.
 */
export const invoiceFingerprint = (invoice: Pick<InvoiceFacts, 'kind' | 'code' | 'number'>): string | null => {
  const number = normaliseNumber(invoice.number ?? '');
  if (number === '') return null;
  if (/^\d{20}$/.test(number)) return `E|${number}`;
  return [groups[invoice.kind], normaliseNumber(invoice.code ?? ''), number].join('|');
};

/** A ticket without number: kind, date, origin, destination, amount and person. */
const ticketFingerprint = (line: ClaimedLine, kind: InvoiceKind, personId: string): string => {
  const date = line.leg === null ? line.date : dateOf(line.leg.departAt);
  return [groups[kind], date, line.leg?.origin ?? '', line.leg?.destination ?? '', line.amount, personId].join('|');
};

/** The fingerprint of the document behind a line; null when it has none. */
export const lineFingerprint = (line: ClaimedLine, personId: string): string | null =>
  line.invoice === null ? null : (invoiceFingerprint(line.invoice) ?? ticketFingerprint(line, line.invoice.kind, personId));

/** What of a document this claim may still pay. */
export const remainingOf = (total: Fen, used: readonly Fen[]): number => used.reduce((left, amount) => left - amount, Number(total));
