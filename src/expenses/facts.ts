import type { DispatchStatus, ExpenseKind, InvoiceKind, Role, Severity, TransportMode } from '../../sheets-templates';
import type { Fen, Instant, LocalDate } from '../terms';

/** Who claims. */
export interface Claimant {
  readonly staffId: string;
  readonly roles: readonly Role[];
  readonly baseCity: string;
}

/** A dispatch order that the claimant travelled on, as lead or in the team. */
export interface ExpenseOrder {
  readonly orderId: string;
  readonly ticketId: string | null;
  readonly severity: Severity | null;
  readonly status: DispatchStatus;
  /** Whether it was ever issued: a refund for a cancelled order needs that. */
  readonly wasIssued: boolean;
  readonly departedAt: Instant | null;
  /** `returned_at`, or the moment of leaving when the trip went on under another order. */
  readonly endedAt: Instant | null;
  /** The planned return of the pre-leave report; later days count only when the delay is explained (5.2 no. 2). */
  readonly planReturn: LocalDate | null;
  readonly delayExplained: boolean;
  /** Service places, for every date without an entry of its own. */
  readonly cities: readonly string[];
  readonly citiesOfDate?: Readonly<Record<string, readonly string[]>>;
}

/** One way of the travel sheet. */
export interface ExpenseLeg {
  readonly departAt: Instant;
  readonly arriveAt: Instant | null;
  readonly origin: string;
  readonly destination: string;
  readonly mode: TransportMode | null;
}

export interface InvoiceFacts {
  readonly kind: InvoiceKind;
  readonly code: string | null;
  /** null for tickets without a number. */
  readonly number: string | null;
  readonly total: Fen;
}

/** A line that the claimant entered; allowances are generated, never entered. */
export interface ClaimedLine {
  readonly lineId: string;
  readonly kind: ExpenseKind;
  readonly date: LocalDate;
  readonly orderId: string | null;
  readonly city: string | null;
  readonly nights: number | null;
  readonly checkin: LocalDate | null;
  readonly checkout: LocalDate | null;
  /** Other staff on the invoice. */
  readonly sharers: readonly string[];
  readonly leg: ExpenseLeg | null;
  readonly mode: TransportMode | null;
  readonly amount: Fen;
  readonly invoice: InvoiceFacts | null;
}

/** Rows of the approval matrix that an expense can need. */
export type ConsentRow = 'A-18' | 'A-19' | 'A-20' | 'A-21' | 'A-23' | 'A-24';

/** An approval for one person: of a way of travelling (mode, route, date) or of one line. */
export interface ExpenseConsent {
  readonly row: ConsentRow;
  readonly personId: string;
  readonly approverId: string;
  readonly role: Role;
  readonly decidedAt: Instant;
  /** For chat and phone: when it was given, recorded later (6.1 no. 5). */
  readonly assertedAt: Instant | null;
  readonly confirmed: boolean;
  readonly lineId: string | null;
  readonly mode: TransportMode | null;
  readonly origin: string | null;
  readonly destination: string | null;
  readonly date: LocalDate | null;
}

/** What other claims have used already, whatever their person or month; rejected and withdrawn lines are not in it. */
export interface EarlierUse {
  readonly invoices: readonly { readonly fingerprint: string; readonly total: Fen }[];
  /** Nights that someone's lodging was paid for, sharers included. */
  readonly nights: readonly { readonly personId: string; readonly date: LocalDate }[];
  /** Days that someone's allowance was paid for. */
  readonly days: readonly { readonly personId: string; readonly date: LocalDate }[];
}

export const nothingEarlier: EarlierUse = { invoices: [], nights: [], days: [] };
