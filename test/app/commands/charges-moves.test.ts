import {
  agreementStatus, arStatus, chargeStatus, liabilityDecisions, liabilityStatus, payments, quoteLines, quotes, quoteStatus, receivables, serviceAgreements, tickets,
  type AgreementStatus, type ArStatus, type ChargeStatus, type LiabilityDecision, type LiabilityStatus, type Payment, type Quote, type QuoteStatus, type Receivable, type ServiceAgreement, type Transition,
} from '../../../sheets-templates';
import { agreementTransitions, chargeTransitions, liabilityTransitions, quoteTransitions, receivableTransitions } from '../../../src/charges';
import type { RawInput } from '../../../src/app/field';
import { fen, instant, localDate } from '../../../src/terms';
import type { Person } from '../make-rows';
import type { Who, World } from '../world';
import { chargeWorld, termsOf, threeHeads, ticketId } from './charge-world';

const id = 'X-0001';
const before = instant('2026-03-02 10:00');

const liability = (status: LiabilityStatus): LiabilityDecision => {
  const signed = ['TSM_DONE', 'DGM_DONE', 'DECIDED', 'TOLD'].indexOf(status);
  return {
    decisionId: id, status, ticketId, trigger: 'EXCLUSION', outcome: signed >= 2 ? 'FREE' : null, facts: '运输受损', evidence: '照片', openedBy: 'ST-004', thirdBy: null, sharePercent: null, customerToldAt: null,
    tsmOpinion: signed >= 0 ? 'FREE' : null, tsmAt: signed >= 0 ? before : null, tsmBy: signed >= 0 ? 'ST-003' : null,
    dgmOpinion: signed >= 1 ? 'FREE' : null, dgmAt: signed >= 1 ? before : null, dgmBy: signed >= 1 ? 'ST-002' : null,
    gmOpinion: signed >= 2 ? 'FREE' : null, gmAt: signed >= 2 ? before : null, gmBy: signed >= 2 ? 'ST-001' : null,
  };
};

const quote = (status: QuoteStatus): Quote => ({
  quoteId: id, status, ticketId, revision: 1, total: fen(300000), materialFee: fen(200000), labourFee: fen(80000), travelFee: fen(20000), otherFee: fen(0), taxRate: 13, customerPart: fen(300000),
  validUntil: localDate('2026-03-18'), sentAt: before, customerDecision: null, decidedAt: null, decidedBy: null, decisionEvidence: null, preparedBy: 'ST-004',
});

const agreement = (status: AgreementStatus): ServiceAgreement => ({
  agreementId: id, status, ticketId, quoteId: 'BJ-1', partyA: 'CU-00001', amount: fen(300000), paymentTerms: 'PREPAID', dueRule: '15', plan: null, scope: '更换断路器', equipment: 'GCS', startTarget: null, arriveTarget: null,
  acceptanceTerms: '送电正常', repairWarrantyDays: 0, signedByCustomer: null, signedByCompany: 'ST-003', signedAt: null, file: null, lodgedAt: null, sentAt: before, preparedBy: 'ST-004',
});

const receivable = (status: ArStatus): Receivable => ({
  arId: id, status, ticketId, customerId: 'CU-00001', agreementId: null, changeId: null, amount: fen(300000), received: fen(status === 'PAID' ? 300000 : status === 'PARTLY_PAID' ? 100000 : 0), balance: fen(status === 'PAID' || status === 'WRITTEN_OFF' ? 0 : status === 'PARTLY_PAID' ? 200000 : 300000),
  dueDate: localDate('2026-02-01'), ageDays: 30, owner: 'ST-004', disputeId: null, invoiceNo: null, writeOff: fen(status === 'WRITTEN_OFF' ? 300000 : 0),
});
const receipt: Payment = { paymentId: 'SK-0900', arId: id, amount: fen(100000), paidAt: localDate('2026-03-01'), method: 'BANK', reference: 'R-1', recordedBy: 'ST-005', confirmedBy: 'ST-012', voided: false, reason: null };

interface Case {
  readonly who: Who;
  readonly input?: RawInput;
}

/** Who fires each command, with input that meets its guards. */
const cases: Readonly<Record<string, Case>> = {
  'liability.propose': { who: 'tsm', input: { opinion: 'PAID' } },
  'liability.second': { who: 'dgm', input: { opinion: 'PAID' } },
  'liability.third': { who: 'dgm' },
  'liability.decide': { who: 'gm', input: { opinion: 'PAID' } },
  'liability.tell': { who: 'sup', input: { note: '电话告知' } },
  'liability.cancel': { who: 'tsm', input: { reason: '事实有误' } },
  'quote.send': { who: 'sup' },
  'quote.answer': { who: { kind: 'customer', ticketId: id }, input: { decision: 'AGREED', person: '王先生' } },
  'quote.record': { who: 'sup', input: { decision: 'AGREED', person: '王先生', evidence: '微信截图' } },
  'agreement.submit': { who: 'sup', input: termsOf() },
  'agreement.send': { who: 'sup' },
  'agreement.sign': { who: 'clk', input: { signer: '王总', signedAt: '2026-03-03 09:00', file: 'XY.pdf' } },
  'agreement.waivePrepayment': { who: 'sup', input: { reason: '老客户' } },
  'agreement.cancel': { who: 'sup', input: { reason: '客户改主意' } },
  'payment.record': { who: 'clk', input: { amount: '100', paidAt: '2026-03-03', method: 'BANK', reference: 'R-2' } },
  'payment.reverse': { who: 'fin', input: { paymentId: 'SK-0900', reason: '银行退票' } },
  'receivable.dispute': { who: 'clk', input: { reason: '多收人工费' } },
  'receivable.resume': { who: 'tsm', input: { note: '客户认可' } },
  'receivable.writeOff': { who: 'sup', input: { reason: '客户破产清算' } },
  'liability.open': { who: 'sup', input: { trigger: 'EXCLUSION', facts: '运输受损，风险在承运人', evidence: '签收照片' } },
  'quote.draft': { who: 'sup', input: { lines: threeHeads } },
  'charge.goodwill': { who: 'sup', input: { reason: '十年老客户' } },
  'charge.release': { who: 'sup', input: { estimate: '5000', promise: '王总微信承诺' } },
  'charge.decline': { who: 'sup', input: { reason: '客户嫌贵' } },
};

const caseOf = (command: string): Case => cases[command] ?? { who: 'sup' };
const keys = <Key extends string>(labels: Readonly<Record<Key, unknown>>): readonly Key[] => Object.keys(labels) as Key[];

interface Kind<Status extends string> {
  readonly table: readonly Transition<Status>[];
  readonly statuses: readonly Status[];
  readonly world: (status: Status, command: string) => World;
  readonly objectId: string;
  readonly statusOf: (world: World) => Status;
}

/** The third signature is asked for where one person signed for two roles. */
const double = (status: LiabilityStatus, command: string): LiabilityDecision => (command === 'liability.third' ? { ...liability(status), dgmBy: 'ST-003' } : liability(status));

const kinds = {
  '3.10': { table: liabilityTransitions, statuses: keys(liabilityStatus), objectId: id, statusOf: (world) => world.get(liabilityDecisions, id).status, world: (status, command) => chargeWorld({ chargeStatus: 'DECISION_PENDING', causeCode: 'TRANSPORT_DAMAGE', warrantyResult: 'IN_WARRANTY' }).add(liabilityDecisions, double(status, command)) } satisfies Kind<LiabilityStatus>,
  '3.11 quote': { table: quoteTransitions, statuses: keys(quoteStatus), objectId: id, statusOf: (world) => world.get(quotes, id).status, world: (status) => chargeWorld().add(quotes, quote(status)).add(quoteLines, { lineId: `${id}/1`, quoteId: id, head: 'LABOUR', description: '人工', qty: 1, unitPrice: fen(300000), amount: fen(300000) }) } satisfies Kind<QuoteStatus>,
  '3.11 agreement': { table: agreementTransitions, statuses: keys(agreementStatus), objectId: id, statusOf: (world) => world.get(serviceAgreements, id).status, world: (status) => chargeWorld({ chargeStatus: status === 'SIGNED' ? 'AGREED' : 'QUOTING' }).add(serviceAgreements, agreement(status)) } satisfies Kind<AgreementStatus>,
  '3.11 receivable': { table: receivableTransitions, statuses: keys(arStatus), objectId: id, statusOf: (world) => world.get(receivables, id).status, world: (status, command) => { const world = chargeWorld({ chargeStatus: 'WORK_DONE_UNPAID', status: 'ACCEPTED', acceptedAt: before }).add(receivables, receivable(status)); return command === 'payment.reverse' ? world.add(payments, receipt) : world; } } satisfies Kind<ArStatus>,
  '3.2': { table: chargeTransitions, statuses: keys(chargeStatus), objectId: ticketId, statusOf: (world) => world.get(tickets, ticketId).chargeStatus, world: (status) => chargeWorld({ severity: 'A', chargeStatus: status }).add(quotes, quote('REJECTED')) } satisfies Kind<ChargeStatus>,
};

/** Where a command only asks or records, and what it asked for moves the state later. */
const movesLater = ['payment.record', 'receivable.resume', 'receivable.writeOff'];

/** 3.2 as the regulation lists it, with 3.11 cancel, which takes an agreement back. */
const chargeMoves: readonly (readonly [ChargeStatus, ChargeStatus])[] = [
  ['UNDETERMINED', 'FREE'], ['UNDETERMINED', 'DECISION_PENDING'], ['UNDETERMINED', 'QUOTING'], ['DECISION_PENDING', 'FREE'], ['DECISION_PENDING', 'WAIVED'], ['DECISION_PENDING', 'QUOTING'], ['DECISION_PENDING', 'REFUSED'],
  ['QUOTING', 'AGREED'], ['QUOTING', 'REFUSED'], ['AGREED', 'WORK_DONE_UNPAID'], ['WORK_DONE_UNPAID', 'SETTLED'], ['AGREED', 'SETTLED'], ['WORK_DONE_UNPAID', 'WRITTEN_OFF'], ['FREE', 'DECISION_PENDING'], ['AGREED', 'QUOTING'],
];

const asTold = <Status extends string>(name: string, { table, statuses, world, objectId, statusOf }: Kind<Status>): void => {
  const commands = [...new Set(table.map((row) => row.command))];
  const listed = (command: string, status: Status): Transition<Status> | undefined => table.find((row) => row.command === command && row.from?.includes(status) === true);
  const pairs = commands.flatMap((command) => statuses.map((status) => [command, status] as const));

  describe(name, () => {
    test.each(pairs.filter(([command, status]) => listed(command, status) !== undefined))('%s works from %s with its guards met', (command, status) => {
      const { who, input } = caseOf(command);
      const at = world(status, command);
      const charge = at.get(tickets, ticketId).chargeStatus;
      at.run(who, command, objectId, input);
      const to = listed(command, status)?.to ?? null;
      if (to !== null && !movesLater.includes(command)) expect(statusOf(at)).toBe(to);
      const after = at.get(tickets, ticketId).chargeStatus;
      if (after !== charge) expect(chargeMoves).toContainEqual([charge, after]);
    });

    test.each(pairs.filter(([command, status]) => listed(command, status) === undefined))('%s is refused from %s and says so', (command, status) => {
      const { who, input } = caseOf(command);
      const refused = world(status, command).ask(who, command, objectId, input);
      expect(refused).toMatchObject({ refused: true, code: 'STATE' });
    });

    const people: readonly Person[] = ['gm', 'dgm', 'tsm', 'sup', 'clk', 'eng', 'prd', 'ops', 'qa', 'sal', 'fin'];
    const roles: Readonly<Record<string, readonly string[]>> = { gm: ['GM'], dgm: ['DGM', 'EDGM'], tsm: ['TSM'], sup: ['SUP'], clk: ['CLK', 'CS'], eng: ['ENG'], prd: ['PRD', 'PDM'], ops: ['OPS', 'OPM'], qa: ['QA'], sal: ['SAL'], fin: ['FIN'] };
    test.each(commands)('9.2 %s is nobody else’s', (command) => {
      const row = table.find((one) => one.command === command);
      const from = row?.from?.[0];
      if (row === undefined || from === undefined) throw new Error(`${command} starts nowhere`);
      const others = people.filter((person) => !row.actors.some((actor) => roles[person]?.includes(actor)));
      for (const person of others) expect([person, world(from, command).refusal(person, command, objectId, caseOf(command).input)]).toEqual([person, 'ROLE']);
      expect(others.length).toBeGreaterThan(5);
    });
  });
};

describe('3.2, 3.10, 3.11 and 15.3: each listed transition works, each other pair of command and state is refused', () => {
  test('every command of the tables has a case here', () => {
    const all = Object.values(kinds).flatMap(({ table }) => table.map((row) => row.command));
    expect([...new Set(all)].sort()).toEqual(Object.keys(cases).sort());
  });
  asTold('3.10 liability decision', kinds['3.10']);
  asTold('3.11 quote', kinds['3.11 quote']);
  asTold('3.11 agreement', kinds['3.11 agreement']);
  asTold('3.11 receivable', kinds['3.11 receivable']);
  asTold('3.2 charge status', kinds['3.2']);
});
