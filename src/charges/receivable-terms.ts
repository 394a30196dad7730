import type { ArStatus, Instalment, PaymentTerms, Receivable } from '../../sheets-templates';
import { daysBetween, fen, localDate, nothing, plusDays, sum, type Fen, type LocalDate } from '../terms';

export interface AgreedPayment {
  readonly amount: Fen;
  readonly terms: PaymentTerms;
  /** Days after acceptance (ON_ACCEPTANCE), setting `ar.on_acceptance_days` unless agreed otherwise. */
  readonly days: number;
  readonly plan: readonly Instalment[];
}

export interface Owed {
  readonly amount: Fen;
  readonly dueDate: LocalDate | null;
}

/** MONTHLY: the 25th of the month after. */
const monthlyDue = (date: LocalDate): LocalDate => localDate(`${plusDays(localDate(`${date.slice(0, 7)}-01`), 31).slice(0, 7)}-25`);

/** When something owed falls due by its terms; null until the work is accepted (7.5 no. 5). */
export const dueDateOf = (terms: PaymentTerms, days: number, signed: LocalDate, accepted: LocalDate | null): LocalDate | null => {
  if (terms === 'PREPAID') return signed;
  if (accepted === null) return null;
  return terms === 'MONTHLY' ? monthlyDue(accepted) : plusDays(accepted, days);
};

/** What the signature makes the customer owe: one sum, or the instalments of the plan. */
export const owedBy = (agreed: AgreedPayment, signed: LocalDate, accepted: LocalDate | null): readonly Owed[] =>
  agreed.terms === 'PARTIAL'
    ? agreed.plan.map(({ date, amount }) => ({ amount: fen(amount), dueDate: localDate(date) }))
    : [{ amount: agreed.amount, dueDate: dueDateOf(agreed.terms, agreed.days, signed, accepted) }];

/** Days after the due date, 0 while nothing is due. */
export const ageInDays = (dueDate: LocalDate | null, today: LocalDate): number =>
  dueDate === null || dueDate >= today ? 0 : daysBetween(dueDate, today);

const byDate = (dueDate: LocalDate | null, today: LocalDate): ArStatus => (dueDate === null || dueDate > today ? 'NOT_DUE' : dueDate === today ? 'DUE' : 'OVERDUE');

type Account = Pick<Receivable, 'amount' | 'writeOff' | 'dueDate' | 'status'>;

/** Columns of a receivable that follow from what was received and from the date (3.11). Disputes and write-offs stay. */
export const accountAt = (account: Account, received: Fen, today: LocalDate): Pick<Receivable, 'received' | 'balance' | 'ageDays' | 'status'> => {
  const balance = fen(account.amount - received - account.writeOff);
  const kept = account.status === 'WRITTEN_OFF' || (account.status === 'DISPUTED' && balance > 0);
  const open: ArStatus = received > 0 ? 'PARTLY_PAID' : byDate(account.dueDate, today);
  return { received, balance, ageDays: balance > 0 ? ageInDays(account.dueDate, today) : 0, status: kept ? account.status : balance <= 0 ? 'PAID' : open };
};

const ended: readonly ArStatus[] = ['PAID', 'WRITTEN_OFF'];

export const isOwed = ({ status }: Pick<Receivable, 'status'>): boolean => !ended.includes(status);

/** 7.5 no. 6: from which age a band begins; the first is what is not overdue. */
export const ageBands = [
  { name: '0', from: 0, to: 0 },
  { name: '1–30', from: 1, to: 30 },
  { name: '31–60', from: 31, to: 60 },
  { name: '61–90', from: 61, to: 90 },
  { name: '> 90', from: 91, to: Infinity },
] as const;

/** The band of an age in days, such as `31–60`. */
export const ageBand = (ageDays: number): string => ageBands.find(({ to }) => ageDays <= to)?.name ?? '0';

export interface BandTotal {
  readonly band: string;
  readonly count: number;
  readonly balance: Fen;
}

/** What is owed by age. */
export const ageing = (rows: readonly Pick<Receivable, 'status' | 'ageDays' | 'balance'>[]): readonly BandTotal[] =>
  ageBands.map(({ name, from, to }) => {
    const inBand = rows.filter((row) => isOwed(row) && row.ageDays >= from && row.ageDays <= to);
    return { band: name, count: inBand.length, balance: inBand.length === 0 ? nothing : sum(inBand.map((row) => row.balance)) };
  });

/** 7.5 no. 7: a customer with something overdue for longer than `ar.block_days` pays new work in advance. */
export const mustPrepay = (rows: readonly Receivable[], customerId: string, today: LocalDate, blockDays: number): boolean =>
  rows.some((row) => row.customerId === customerId && isOwed(row) && row.balance > 0 && ageInDays(row.dueDate, today) > blockDays);
