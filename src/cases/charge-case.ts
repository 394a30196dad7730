import { arStatus, causeCode, chargeStatus, chargeType, paymentTerms, role, severity, ticketStatus, type ArStatus, type CauseCode, type ChargeStatus, type HoldStatus, type PaymentTerms, type TicketStatus } from '../../sheets-templates';
import {
  accountAt, chargeAfterAcceptance, chargeAfterCauseFound, chargeAfterPayment, chargeStatusAfter, chargeStatusByOutcome, decideCharge, dueDateOf, holdAfterDecision, holdsForLiability, isExclusion, isReminded, noWarrantyPapers, refuseClosingForMoney,
  refuseDeparture, refuseUnpaidService, warrantyEnd,
} from '../charges';
import type { ExpenseOffice } from '../expenses';
import { atMinute, fen, nothing, refuse, showYuan, sum, type Fen, type LocalDate, type Refusal } from '../terms';
import { optional, type Fields } from './fields';
import type { Outcome } from './outcome';

interface Account {
  readonly amount: Fen;
  readonly received: Fen;
  readonly writeOff: Fen;
  readonly dueDate: LocalDate | null;
  readonly status: ArStatus;
  readonly terms: PaymentTerms;
}

/** A ticket as far as its money is concerned. */
interface Money {
  readonly status: TicketStatus;
  readonly charge: ChargeStatus;
  readonly hold: HoldStatus;
  readonly cause: CauseCode | null;
  readonly released: boolean;
  readonly terms: PaymentTerms | null;
  readonly accounts: readonly Account[];
}

type Next = Money | Refusal;
interface Frame {
  readonly grade: 'A' | 'B' | 'C';
  readonly today: LocalDate;
  readonly blocksC: boolean;
  readonly days: number;
}
type Step = (money: Money, frame: Frame) => Next;

const allowed = 'allowed';
const wrongState = (money: Money): Refusal => refuse('STATE', `收费状态为${chargeStatus[money.charge].zh}`, `The charge status is ${chargeStatus[money.charge].en}`);
const balanceOf = (money: Money): Fen => sum(money.accounts.map((account) => fen(account.amount - account.received - account.writeOff)));
const aged = (account: Account, today: LocalDate): Account => ({ ...account, status: accountAt(account, account.received, today).status });
const settled = (money: Money): Money => ({ ...money, charge: chargeAfterPayment(money.charge, money.status === 'ACCEPTED', money.accounts) });
const withAccounts = (money: Money, frame: Frame, change: (account: Account) => Account): Money => settled({ ...money, accounts: money.accounts.map((account) => aged(change(account), frame.today)) });

const departs: Step = (money, { grade, blocksC }) => refuseDeparture({ severity: grade, chargeStatus: money.charge, emergencyRelease: money.released, blocksC }) ?? money;

const pay = (amount: Fen): Step => (money, frame) => {
  let left: number = amount;
  return withAccounts(money, frame, (account) => {
    const part = Math.min(left, Math.max(0, account.amount - account.received - account.writeOff));
    left -= part;
    return { ...account, received: fen(account.received + part) };
  });
};

/** What a step of a case does, by its name. Each reads its own fields. */
const steps: Readonly<Record<string, (fields: Fields) => Step>> = {
  dispatch: () => departs,
  depart: () => (money, frame) => {
    const gone = departs(money, frame);
    return 'refused' in gone || money.terms === null ? gone : refuseUnpaidService(money.terms, balanceOf(money), false) ?? money;
  },
  find_cause: (fields) => {
    const cause = fields.code('cause', causeCode);
    return (money) => ({ ...money, cause, charge: chargeAfterCauseFound(money.charge, cause, money.status) });
  },
  decide: (fields) => {
    const outcome = fields.code('outcome', chargeType);
    const by = fields.codes('by', role);
    const three = by.includes('TSM') && by.includes('DGM') && by.includes('GM');
    return (money) => {
      if (money.charge !== 'DECISION_PENDING') return wrongState(money);
      if (!by.includes('TSM') || (isExclusion(money.cause) && !three)) return refuse('A-11', '须由经理、分管副总、总经理共同判定', 'Manager, deputy and general manager decide together');
      const charge = chargeStatusByOutcome(outcome);
      return { ...money, charge, hold: holdAfterDecision(money.hold, charge) };
    };
  },
  release: (fields) => {
    const estimate = fields.money('estimate');
    const by = fields.code('by', role, 'GM');
    return (money, { grade }) => grade !== 'A' || by !== 'GM' || money.charge !== 'QUOTING' ? refuse('A-16', '仅限特急、由总经理批准', 'Class A alone, by the general manager')
      : { ...money, released: true, accounts: [...money.accounts, { amount: estimate, received: nothing, writeOff: nothing, dueDate: null, status: 'NOT_DUE', terms: 'ON_ACCEPTANCE' }] };
  },
  sign: (fields) => {
    const amount = fields.money('amount');
    const terms = fields.code('terms', paymentTerms, 'ON_ACCEPTANCE');
    return (money, { days, today }) => money.charge !== 'QUOTING' ? wrongState(money) : {
      ...money, charge: 'AGREED', terms, hold: money.hold === 'WAIT_AGREEMENT' ? 'NONE' : money.hold,
      accounts: [aged({ amount, received: nothing, writeOff: nothing, dueDate: dueDateOf(terms, days, today, null), status: 'NOT_DUE', terms }, today)],
    };
  },
  accept: () => (money, frame) => withAccounts({ ...money, status: 'ACCEPTED', charge: chargeAfterAcceptance(money.charge) }, frame, (account) => ({ ...account, dueDate: account.dueDate ?? dueDateOf(account.terms, frame.days, frame.today, frame.today) })),
  pay: (fields) => pay(fields.money('amount')),
  dispute: () => (money, frame) => withAccounts(money, frame, (account) => ({ ...account, status: 'DISPUTED' })),
  close: () => (money) => (money.status === 'ACCEPTED' ? refuseClosingForMoney(money.charge, money.accounts) ?? { ...money, status: 'CLOSED' } : refuse('STATE', '须先验收', 'Acceptance comes first')),
};

const readStep = (fields: Fields): { readonly step: Step; readonly expected: string } => {
  const name = fields.code('do', steps);
  return { step: (steps[name] ?? steps['dispatch'])?.(fields) ?? departs, expected: fields.text('expect', allowed) };
};

const readAccount = (fields: Fields): Account => ({
  amount: fields.money('amount'), received: fields.has('received') ? fields.money('received') : nothing, writeOff: nothing,
  dueDate: optional(fields, 'due', (name) => fields.date(name)), status: fields.code('status', arStatus, 'NOT_DUE'), terms: fields.code('terms', paymentTerms, 'ON_ACCEPTANCE'),
});

/** What the money of a case comes to, beside the results of its steps. */
const shown = (money: Money): Readonly<Record<string, unknown>> => ({
  charge: money.charge, hold: money.hold, status: money.status, balance: showYuan(balanceOf(money)), reminders: money.accounts.some(isReminded),
  receivables: money.accounts.map(({ amount, received, status }) => ({ amount: showYuan(amount), received: showYuan(received), status })),
});

const readExpected = (fields: Fields): Readonly<Record<string, unknown>> => {
  if (fields.isEmpty('expect')) return {};
  const wanted = fields.within('expect');
  const expected = {
    ...(wanted.has('charge') ? { charge: wanted.code('charge', chargeStatus) } : {}), ...(wanted.has('hold') ? { hold: wanted.text('hold') } : {}), ...(wanted.has('status') ? { status: wanted.code('status', ticketStatus) } : {}),
    ...(wanted.has('balance') ? { balance: showYuan(wanted.money('balance')) } : {}), ...(wanted.has('reminders') ? { reminders: wanted.flag('reminders', false) } : {}),
    ...(wanted.has('receivables') ? { receivables: wanted.each('receivables', (one) => ({
      ...(one.has('amount') ? { amount: showYuan(one.money('amount')) } : {}), ...(one.has('received') ? { received: showYuan(one.money('received')) } : {}), ...(one.has('status') ? { status: one.code('status', arStatus) } : {}) })) } : {}),
  };
  wanted.done();
  return expected;
};

/** `charges`: a ticket's class, warranty and money, then steps, each allowed or refused with a code. */
export const chargeCase = (fields: Fields): ((office: ExpenseOffice) => Outcome) => {
  const grade = fields.code('class', severity);
  const today = fields.date('as_of');
  const reported = fields.has('reported') ? fields.date('reported') : today;
  const end = optional(fields, 'warranty_end', (name) => fields.date(name));
  const cause = optional(fields, 'cause', (name) => fields.code(name, causeCode));
  const charge = optional(fields, 'charge', (name) => fields.code(name, chargeStatus));
  const status = fields.code('status', ticketStatus, 'TRIAGED');
  const terms = optional(fields, 'agreement', (name) => fields.code(name, paymentTerms));
  const accounts = fields.each('receivables', readAccount);
  const read = fields.each('steps', readStep);
  const expected = { ...(read.length > 0 ? { steps: read.map((one) => one.expected) } : {}), ...readExpected(fields) };
  if (Object.keys(expected).length === 0) fields.problems.push('steps：没有期望值 expects nothing');
  return ({ settings }) => {
    const at = atMinute(today, 0);
    const covered = warrantyEnd({ ...noWarrantyPapers, contractEnd: end }, true).end;
    const begins = charge ?? chargeStatusAfter(decideCharge({ chargePolicy: 'WARRANTY_BASED', serviceType: 'REPAIR', serviceMode: 'ON_SITE', reported, warrantyEnd: covered, cause, isRepeat: false }).outcome);
    const frame: Frame = { grade, today, blocksC: settings.flag('charge.block_C', at), days: settings.count('ar.on_acceptance_days', at) };
    let money: Money = { status, charge: begins, hold: holdsForLiability(grade, begins, frame.blocksC) ? 'WAIT_LIABILITY' : 'NONE', cause, released: false, terms, accounts: accounts.map((account) => aged(account, today)) };
    const results = read.map(({ step }) => {
      const next = step(money, frame);
      if ('refused' in next) return next.code;
      money = next;
      return allowed;
    });
    return { expected, actual: { steps: results, ...shown(money) } };
  };
};
