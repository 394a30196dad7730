import { acceptances, contactAttempts, customers, contacts, dutyRoster, partsRequests, slaClocks, tickets, ticketStatus, type Acceptance, type ContactAttempt, type TicketStatus } from '../../../sheets-templates';
import { ticketTransitions } from '../../../src/tickets';
import { instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makePartsRequest, makeTicket, type Person } from '../make-rows';
import { ticketClocks } from '../../deadlines/office';
import { journalled } from '../journalled';
import { World, type Who } from '../world';
import { ticketCases } from './ticket-cases';

const id = 'TK-20260303-001';

const reached: ContactAttempt = { attemptId: 'CA-900001', ticketId: id, purpose: 'FIRST', at: instant('2026-03-03 09:20'), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: null, recordedAt: instant('2026-03-03 09:20') };

const waiting: Acceptance = {
  acceptanceId: 'AC-0900', ticketId: id, orderId: null, workSummary: '更换断路器', partsReplaced: [], functionTest: 'PASS', explained: true, advice: '定期巡检', chargeSummary: null, signerName: '',
  signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
};

const signed: Acceptance = { ...waiting, acceptanceId: 'AC-0800', signedAt: instant('2026-03-05 09:00'), result: 'ACCEPTED', signerName: '王先生' };

const worldIn = (status: TicketStatus, command: string): World => {
  const attempt = (attemptId: string): ContactAttempt => ({ ...reached, attemptId, at: instant('2026-03-05 08:40'), outcome: 'NO_ANSWER' });
  const world = new World().at(command === 'acceptance.noResponse' ? '2026-03-12 18:00' : '2026-03-05 10:00').add(customers, makeCustomer()).add(contacts, makeContact())
    .add(contactAttempts, reached, attempt('CA-900002'), attempt('CA-900003'), attempt('CA-900004'))
    .add(dutyRoster, { dutyId: 'DR-1', date: localDate('2026-03-05'), shift: 'FULL', primary: 'ST-007', backup: 'ST-006', phone: '1', acknowledgedAt: null });
  if (status === 'REPAIRED') world.add(acceptances, waiting);
  if (status === 'ACCEPTED' || status === 'CLOSED') world.add(acceptances, signed);
  ticketCases[command]?.prepare?.(world);
  return world.add(tickets, makeTicket({ status, engineerLead: 'ST-006', resolvedAt: status === 'REPAIRED' ? instant('2026-03-05 08:00') : null, ...ticketCases[command]?.ticket }));
};

const ours = ticketTransitions.filter((row) => row.command in ticketCases);
const commands = Object.keys(ticketCases);
const statuses = Object.keys(ticketStatus) as TicketStatus[];
const caseOf = (command: string) => ticketCases[command] ?? { who: 'sup' as const };

test('every row of the table that people fire has a case here', () => {
  const elsewhere = ['ticket.register', 'ticket.take', 'sweep.plans', 'dispatch.accept', 'field.arrive'];
  expect(ticketTransitions.filter((row) => !(row.command in ticketCases)).map((row) => row.command).filter((command) => !elsewhere.includes(command))).toEqual([]);
});

describe('3.1 each listed row works when its guards hold', () => {
  const rows = ours.filter((row) => row.id !== 'TK-17' && row.id !== 'TK-24' && row.id !== 'TK-25').flatMap((row) => (row.from ?? []).map((from) => [row.id, row.command, from, row.to ?? from] as const));
  test.each(rows)('%s %s: %s → %s', (_row, command, from, to) => {
    const world = worldIn(from, command);
    const { who, input, finish } = caseOf(command);
    world.run(who, command, id, input);
    finish?.(world);
    expect(world.get(tickets, id).status).toBe(to);
  });
});

describe('3.1 a pair of state and command that is not listed is refused, changes nothing and is journalled as DENIED', () => {
  const listed = (command: string, status: TicketStatus): boolean => ticketTransitions.some((row) => row.command === command && row.from?.includes(status) === true);
  const pairs = commands.flatMap((command) => statuses.filter((status) => !listed(command, status)).map((status) => [command, status] as const));
  test.each(pairs)('%s in %s', (command, status) => {
    const { who, input } = caseOf(command);
    const [entry, ...more] = journalled(worldIn(status, command), who, command, id, input);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ command, objectId: id, result: 'DENIED', changes: [] });
    expect(['STATE', 'ROLE', 'TK-20']).toContain(entry?.reason);
  });
});

describe('9.2 who may not fire a command is told who may', () => {
  const people: readonly Person[] = ['gm', 'dgm', 'tsm', 'sup', 'clk', 'eng2', 'prd', 'ops', 'qa', 'sal', 'fin'];
  const roles: Readonly<Record<string, readonly string[]>> = { tsm: ['TSM'], sup: ['SUP'], clk: ['CLK', 'CS'], eng2: ['ENG'], gm: ['GM'], dgm: ['DGM', 'EDGM'], prd: ['PRD'], ops: ['OPS'], qa: ['QA'], sal: ['SAL'], fin: ['FIN'] };
  const wrong = ours.filter((row) => row.id !== 'TK-17').flatMap((row) => people.filter((person) => !ours.filter((other) => other.command === row.command).some((other) => other.actors.some((actor) => roles[person]?.includes(actor)))).map((person) => [row.command, row.from?.[0] ?? 'NEW', person] as const));
  test.each(wrong)('%s in %s by %s', (command, status, person) => {
    const decided = worldIn(status, command).refusal(person, command, id, caseOf(command).input);
    expect(decided).toBe('ROLE');
  });
  test('9.4 no. 4: a customer acts on the own ticket only; nobody acts without being somebody', () => {
    const world = worldIn('REPAIRED', 'acceptance.sign');
    expect(world.refusal({ kind: 'customer', ticketId: 'TK-20260303-999' }, 'acceptance.sign', id, caseOf('acceptance.sign').input)).toBe('ROLE');
    expect(world.refusal({ kind: 'visitor' }, 'acceptance.sign', id, caseOf('acceptance.sign').input)).toBe('ROLE');
    expect(world.refusal({ kind: 'customer', ticketId: id }, 'ticket.close', id)).toBe('ROLE');
  });
});

describe('3.1 each row works for every actor it lists', () => {
  const people: Readonly<Record<string, Who>> = { SUP: 'sup', TSM: 'tsm', CLK: 'clk', CS: 'clk', ENG: 'eng', LEAD: 'eng', DUTY: 'eng', CUS: { kind: 'customer', ticketId: id } };
  // What a role may do with other input than its colleagues: an engineer holds for parts alone.
  const elsewhere = (command: string, actor: string): boolean => command === 'ticket.hold' && actor === 'LEAD';
  const rows = ours.filter((row) => !['TK-17', 'TK-24', 'TK-25'].includes(row.id)).flatMap((row) => row.actors.filter((actor) => !elsewhere(row.command, actor)).map((actor) => [row.id, row.command, actor, row.from?.[0] ?? 'NEW', row.to] as const));
  test.each(rows)('%s %s by %s', (_row, command, actor, from, to) => {
    const world = worldIn(from, command);
    // The backup acts once the supervisor has not (6.3).
    if (actor === 'DUTY') world.add(slaClocks, ...ticketClocks(null, '2026-03-05 08:00').map((clock) => ({ ...clock, objectId: id, clockId: `${id}/${clock.ruleId}/1` })));
    world.run(people[actor] ?? 'system', command, id, caseOf(command).input);
    caseOf(command).finish?.(world);
    expect(world.get(tickets, id).status).toBe(to ?? from);
  });
  test('TK-17: whoever hears it records that the customer rejects the work', () => {
    for (const [command, who] of [['acceptance.sign', people['CUS']], ['acceptance.paper', 'eng'], ['acceptance.byPhone', 'clk']] as const) {
      const world = worldIn('REPAIRED', command);
      world.run(who ?? 'sup', command, id, { ...caseOf(command).input, result: 'REJECTED', note: '仍跳闸' });
      expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', reopenCount: 1 });
    }
  });
  test('TK-24, TK-25: up by supervisor and manager, down by the supervisor', () => {
    for (const who of ['sup', 'tsm'] as const) {
      const world = worldIn('ON_SITE', 'ticket.close');
      world.run(who, 'ticket.classify', id, { severity: 'A' });
      expect(world.get(tickets, id)).toMatchObject({ status: 'ON_SITE', severity: 'A' });
    }
    const world = worldIn('ON_SITE', 'ticket.close');
    expect(world.refusal('tsm', 'ticket.classify', id, { severity: 'C', reason: '可手动运行' })).toBe('ROLE');
    world.run('sup', 'ticket.classify', id, { severity: 'C', reason: '可手动运行' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'ON_SITE', severity: 'C' });
  });
});

test('TK-12: waiting for parts needs a parts request; an engineer holds for parts only', () => {
  const world = worldIn('ON_SITE', 'ticket.hold');
  expect(world.refusal('eng', 'ticket.hold', id, { holdStatus: 'WAIT_CUSTOMER', reason: '等待许可' })).toBe('TK-12');
  expect(world.refusal('eng', 'ticket.hold', id, { holdStatus: 'WAIT_PARTS', reason: '断路器' })).toBe('TK-12');
  world.add(partsRequests, makePartsRequest());
  expect(world.refusal('eng', 'ticket.hold', id, { holdStatus: 'WAIT_PARTS', reason: '断路器' })).toBeNull();
});
