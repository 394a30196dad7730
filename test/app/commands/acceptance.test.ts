import { createHash } from 'node:crypto';
import { acceptances, contacts, contactAttempts, customers, tickets, type Acceptance, type Ticket } from '../../../sheets-templates';
import { acceptanceText } from '../../../src/app/commands/acceptance/conclude';
import { customerView, customerViewTables } from '../../../src/app/desk/customer-view';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { instant } from '../../../src/terms';
import { makeContact, makeCustomer, makeTicket, type Person } from '../make-rows';
import { World, type Who } from '../world';
import { ticketCases } from './ticket-cases';

const id = 'TK-20260303-001';
const customer: Who = { kind: 'customer', ticketId: id };
const sheet: Acceptance = {
  acceptanceId: 'AC-0900', ticketId: id, orderId: null, workSummary: '更换断路器', partsReplaced: [{ name: '断路器', spec: 'NSX100', quantity: 1 }], functionTest: 'PASS', explained: true, advice: '定期巡检',
  chargeSummary: '无偿', signerName: '', signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
};
const repaired = (changes: Partial<Acceptance> = {}): World =>
  new World().at('2026-03-05 10:00').add(customers, makeCustomer()).add(contacts, makeContact()).add(acceptances, { ...sheet, ...changes })
    .add(tickets, makeTicket({ status: 'REPAIRED', engineerLead: 'ST-006', resolvedAt: instant('2026-03-05 09:00') }));
const sign = { result: '通过', signerName: '王先生', phoneLast4: '5678' };

describe('TK-16, TK-17 by the customer', () => {
  test('accepting stores name, digits, moment and the hash of what was shown', () => {
    const world = repaired();
    world.run(customer, 'acceptance.sign', id, sign);
    expect(world.get(acceptances, 'AC-0900')).toMatchObject({ result: 'ACCEPTED', signerName: '王先生', signerPhoneLast4: '5678', method: 'TOKEN_PAGE', signedAt: world.now, evidence: createHash('sha256').update(acceptanceText(sheet)).digest('hex') });
    expect(world.get(tickets, id)).toMatchObject({ status: 'ACCEPTED', acceptedAt: world.now });
    expect(world.notices('N-08').map((notice) => notice.toStaff ?? 'customer')).toEqual(['ST-004', 'ST-005', 'customer']);
    expect(world.refusal(customer, 'acceptance.sign', id, sign)).toBe('STATE');
  });

  test('TK-17: a rejection needs its reason and leads back to arrangement', () => {
    const world = repaired();
    expect(world.refusal(customer, 'acceptance.sign', id, { ...sign, result: 'REJECTED' })).toBe('G-TK-9');
    world.run(customer, 'acceptance.sign', id, { ...sign, result: 'REJECTED', note: '仍然跳闸' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', reopenCount: 1 });
    expect(world.notices('N-09').map((notice) => [notice.toStaff, notice.priority])).toEqual([['ST-004', 'P1'], ['ST-003', 'P1'], ['ST-006', 'P1']]);
  });

  test('G-TK-9: a test passed in part is accepted with points named, never plainly', () => {
    const world = repaired({ functionTest: 'PARTIAL' });
    expect(world.refusal(customer, 'acceptance.sign', id, sign)).toBe('G-TK-9');
    expect(world.refusal(customer, 'acceptance.sign', id, { ...sign, result: 'ACCEPTED_WITH_POINTS' })).toBe('G-TK-9');
    expect(world.refusal(customer, 'acceptance.sign', id, { ...sign, result: 'ACCEPTED_WITH_POINTS', note: '面板划痕' })).toBeNull();
    expect(repaired({ explained: false }).refusal(customer, 'acceptance.sign', id, sign)).toBe('G-TK-9');
  });

  test('the last four digits are digits', () => { expect(repaired().refusal(customer, 'acceptance.sign', id, { ...sign, phoneLast4: '56a8' })).toBe('G-TK-9'); });
  test('paid work that is accepted is to be paid', () => {
    const world = repaired();
    world.set(tickets, id, { chargeStatus: 'AGREED', chargeType: 'PAID' });
    world.run(customer, 'acceptance.sign', id, sign);
    expect(world.get(tickets, id).chargeStatus).toBe('WORK_DONE_UNPAID');
  });
});

describe('the other ways to sign', () => {
  const paper = { result: 'ACCEPTED', signerName: '王先生', evidence: '扫描件 0305' };
  test('paper: by the lead engineer or the clerk, with proof, not before the repair', () => {
    expect(repaired().refusal('eng', 'acceptance.paper', id, paper)).toBeNull();
    expect(repaired().refusal('eng2', 'acceptance.paper', id, paper)).toBe('ROLE');
    expect(repaired().refusal('clk', 'acceptance.paper', id, { ...paper, evidence: '' })).toBe('INPUT');
    expect(repaired().refusal('clk', 'acceptance.paper', id, { ...paper, signedAt: '2026-03-04 18:00' })).toBe('G-TK-9');
  });
  test('by phone: never by the engineer of the ticket', () => {
    const world = repaired();
    world.set(tickets, id, { engineerLead: 'ST-005' });
    expect(world.refusal('clk', 'acceptance.byPhone', id, paper)).toBe('G-TK-9');
    expect(repaired().refusal('clk', 'acceptance.byPhone', id, paper)).toBeNull();
  });
  test('no answer: after five working days and three attempts', () => {
    const world = repaired();
    const attempt = (attemptId: string) => ({ attemptId, ticketId: id, purpose: 'FOLLOWUP' as const, at: instant('2026-03-09 10:00'), byStaff: 'ST-005', toParty: 'CUSTOMER' as const, channel: 'PHONE' as const, outcome: 'NO_ANSWER' as const, content: null, recordedAt: instant('2026-03-09 10:00') });
    world.add(contactAttempts, attempt('CA-1'), attempt('CA-2'));
    expect(world.at('2026-03-12 17:30').refusal('sup', 'acceptance.noResponse', id, { reason: '多次联系无人接听' })).toBe('G-TK-9');
    world.add(contactAttempts, attempt('CA-3'));
    expect(world.at('2026-03-12 17:29').refusal('sup', 'acceptance.noResponse', id, { reason: '多次联系无人接听' })).toBe('G-TK-9');
    world.at('2026-03-12 17:30').run('sup', 'acceptance.noResponse', id, { reason: '多次联系无人接听' });
    expect(world.get(tickets, id).status).toBe('ACCEPTED');
  });
});

describe('10.3 what the customer sees', () => {
  const view = (world: World) => customerView(world.draft(...customerViewTables), id, world.now);

  test('number, project, model, stage, next step and the sheet to sign; nothing else', () => {
    const shown = view(repaired());
    expect(shown).toMatchObject({ ticketId: id, project: '某厂配电', model: 'GCS', stage: 3, engineer: null, signOff: { acceptanceId: 'AC-0900', partsReplaced: ['断路器 NSX100 × 1'], needsPoints: false } });
    expect(JSON.stringify(shown)).not.toMatch(/断路器跳闸|ST-0|13812345678|status-token/);
  });
  test('the engineer once on the way; the agreed time', () => {
    const world = repaired();
    world.set(tickets, id, { status: 'DISPATCHED', agreedDate: instant('2026-03-06 00:00'), agreedHasTime: false });
    expect(view(world)).toMatchObject({ stage: 1, agreedTime: '2026-03-06', engineer: { name: '工程师甲' }, signOff: null });
  });
  test('the link ends 90 days after closing', () => {
    const world = repaired();
    world.set(tickets, id, { status: 'CLOSED', closedAt: instant('2026-03-06 09:00') });
    expect(view(world.at('2026-06-04 23:00'))).not.toBeNull();
    expect(view(world.at('2026-06-05 00:00'))).toBeNull();
  });
});

describe('the desk', () => {
  const commands = (world: World, who: Person): readonly string[] => world.desk(ticketsDesk, who).flatMap((item) => item.offers.map((offer) => offer.command));
  const inState = (changes: Partial<Ticket>): World => {
    const world = repaired();
    world.set(tickets, id, changes);
    return world;
  };

  test('everybody is offered what the table lets them do, and nobody more', () => {
    const world = inState({ status: 'ON_SITE' });
    expect(commands(world, 'eng')).toEqual(['ticket.logContact', 'ticket.hold', 'ticket.repairDone', 'ticket.cannotSolve']);
    expect(commands(world, 'eng2')).toEqual([]);
    expect(commands(world, 'fin')).toEqual([]);
    expect(commands(world, 'tsm')).toEqual(['ticket.classify', 'ticket.assign', 'ticket.reportToManagers', 'ticket.notices']);
  });

  test('offers are accepted by the command behind them as to state and person', () => {
    for (const status of ['NEW', 'TRIAGED', 'SCHEDULED', 'DISPATCHED', 'ON_SITE', 'REMOTE', 'REPAIRED', 'ACCEPTED'] as const) {
      for (const who of ['sup', 'tsm', 'clk', 'eng', 'eng2', 'gm'] as const) {
        const offered = commands(inState({ status, severity: status === 'NEW' ? null : 'B' }), who);
        const outcome = (command: string): string | null => {
          const world = inState({ status, severity: status === 'NEW' ? null : 'B' });
          ticketCases[command]?.prepare?.(world);
          return world.refusal(who, command, id, ticketCases[command]?.input);
        };
        expect(offered.filter((command) => ['STATE', 'ROLE'].includes(outcome(command) ?? '')).map((command) => `${who} ${command} in ${status}`)).toEqual([]);
      }
    }
  });

  test('managers watch class A and B with nothing to do; names and phones are for those who call', () => {
    const world = inState({ status: 'TRIAGED', severity: 'A' });
    expect(world.desk(ticketsDesk, 'gm')).toMatchObject([{ severity: 'A', offers: [{ command: 'ticket.showContact' }, { command: 'ticket.notices' }] }]);
    expect(JSON.stringify(world.desk(ticketsDesk, 'gm'))).not.toContain('13812345678');
    expect(JSON.stringify(world.desk(ticketsDesk, 'sup'))).toContain('13812345678');
    expect(inState({ status: 'TRIAGED', severity: 'C' }).desk(ticketsDesk, 'gm')).toEqual([]);
  });

  test('lists are filled: owners by name, managers still to be told', () => {
    const offers = inState({ status: 'TRIAGED', severity: 'A' }).desk(ticketsDesk, 'sup')[0]?.offers ?? [];
    const choices = (command: string, field: string) => Object.values(offers.find((offer) => offer.command === command)?.fields.find((one) => one.name === field)?.choices ?? {}).map((label) => label.zh);
    expect(choices('ticket.assign', 'ownerStaff')).toContain('工程师甲');
    expect(choices('ticket.reportToManagers', 'toStaff')).toEqual(['总经理', '分管副总']);
  });
});
