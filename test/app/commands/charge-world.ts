import { approvals, customers, contacts, products, receivables, serviceAgreements, tickets, type Receivable, type Ticket } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { makeContact, makeCustomer, makeProduct, makeTicket } from '../make-rows';
import { World, type Who } from '../world';

export const ticketId = 'TK-20260303-001';

export const threeHeads = [
  { head: 'MATERIAL', description: '断路器', qty: '2', unitPrice: '1000.00' },
  { head: 'LABOUR', description: '人工', qty: '5', unitPrice: '160.00' },
  { head: 'TRAVEL', description: '高铁往返', qty: '1', unitPrice: '200.00' },
];

/** A ticket about whose money a test is, in a company where everybody is there. */
export const chargeWorld = (ticket: Partial<Ticket> = {}): World =>
  new World().add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct())
    .add(tickets, makeTicket({ severity: 'C', chargeStatus: 'QUOTING', chargeType: 'PAID', warrantyResult: 'OUT_OF_WARRANTY', slaProfile: 'PAID_AGREEMENT', ...ticket }));

/** The approver of the open step of a document decides. */
export const approve = (world: World, docType: string, decision = 'APPROVED'): void => {
  const row = world.all(approvals).find((one) => one.docType === docType && one.status === 'PENDING');
  if (row === undefined) throw new Error(`Nothing of ${docType} waits`);
  const who = ({ 'ST-001': 'gm', 'ST-002': 'dgm', 'ST-003': 'tsm' } as Readonly<Record<string, Who>>)[row.approver.split(',')[0] ?? ''];
  if (who === undefined) throw new Error(`Unknown approver ${row.approver}`);
  world.run(who, 'approval.decide', row.approvalId, { decision, comment: decision === 'APPROVED' ? '' : '请更正' });
};

/** A quote that the customer agreed to. */
export const accepted = (world: World, lines: RawInput[string] = threeHeads): string => {
  const quoteId = world.run('sup', 'quote.draft', ticketId, { lines });
  approve(world, 'QUOTE');
  world.run('sup', 'quote.send', quoteId);
  world.run({ kind: 'customer', ticketId: quoteId }, 'quote.answer', quoteId, { decision: 'AGREED', person: '王先生' });
  return quoteId;
};

export const termsOf = (more: RawInput = {}): RawInput => ({ paymentTerms: 'ON_ACCEPTANCE', scope: '更换断路器', acceptanceTerms: '通电试验合格', ...more });

/** An agreement signed by both. */
export const signed = (world: World, terms: RawInput = {}, signedAt = world.now): string => {
  accepted(world);
  const agreementId = world.all(serviceAgreements).slice(-1)[0]?.agreementId ?? '';
  world.run('sup', 'agreement.submit', agreementId, termsOf(terms));
  approve(world, 'AGREEMENT');
  world.run('sup', 'agreement.send', agreementId);
  world.run('clk', 'agreement.sign', agreementId, { signer: '王总', signedAt: signedAt.slice(0, 16).replace('T', ' '), file: 'XY.pdf' });
  return agreementId;
};

let receipts = 0;

/** A receipt that finance confirmed. */
export const paid = (world: World, arId: string, amount: string): void => {
  receipts += 1;
  const paymentId = world.run('clk', 'payment.record', arId, { amount, paidAt: world.now.slice(0, 10), method: 'BANK', reference: `REF-${receipts}` });
  world.run('fin', 'payment.confirm', paymentId, { decision: 'ARRIVED' });
};

export const owedIn = (world: World): Receivable => {
  const [row] = world.all(receivables);
  if (row === undefined) throw new Error('Nothing is owed');
  return row;
};

/** The work is done and signed for. */
export const acceptWork = (world: World): void => {
  world.set(tickets, ticketId, { status: 'ON_SITE', engineerLead: 'ST-006', servicePlan: '更换断路器' });
  world.run('eng', 'ticket.repairDone', ticketId, { resolution: '更换断路器后正常', causeCode: 'COMPONENT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '定期巡检' });
  world.run({ kind: 'customer', ticketId }, 'acceptance.sign', ticketId, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
};
