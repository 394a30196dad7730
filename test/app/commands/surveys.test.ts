import { acceptances, complaints, contacts, customers, dispatchOrders, slaClocks, surveys, surveyStatus, tasks, tickets, type Acceptance, type Customer, type Survey, type SurveyStatus } from '../../../sheets-templates';
import { customerView, customerViewTables } from '../../../src/app/desk/customer-view';
import { surveysDesk } from '../../../src/app/desk/surveys';
import { instant } from '../../../src/terms';
import { afterAnswer, surveyTransitions } from '../../../src/tickets';
import { makeContact, makeCustomer, makeOrder, makeStaff, makeTicket } from '../make-rows';
import { World, type Who } from '../world';

const id = 'TK-20260303-001';
const sheet: Acceptance = {
  acceptanceId: 'AC-0900', ticketId: id, orderId: null, workSummary: '更换断路器', partsReplaced: null, functionTest: 'PASS', explained: true, advice: '定期巡检', chargeSummary: '无偿',
  signerName: '', signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
};
const my = 'MY-0001';
const customer: Who = { kind: 'customer', ticketId: my };
const cs = makeStaff('ST-020', '客服', ['CS']);
const csPerson: Who = cs;
const good = { qResponse: '5', qQuality: '4', qSkill: '5', qAttitude: '5', qOverall: '5', solved: 'YES' };

const repaired = (who: Partial<Customer> = {}): World =>
  new World().add(customers, makeCustomer(who)).add(contacts, makeContact()).add(acceptances, sheet).add(tickets, makeTicket({ status: 'REPAIRED', engineerLead: 'ST-006', resolvedAt: instant('2026-03-05 09:00') }));

/** Accepted at a moment; by default a Thursday morning. */
const accepted = (at = '2026-03-05 10:00', who: Partial<Customer> = {}): World => {
  const world = repaired(who).at(at);
  world.run({ kind: 'customer', ticketId: id }, 'acceptance.sign', id, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
  return world;
};
const sweep = (world: World, at: string): SurveyStatus => {
  world.at(at).run('system', 'sweep.escalate', '');
  return world.get(surveys, my).status;
};
const clocks = (world: World): readonly string[] => world.all(slaClocks).filter(({ objectId }) => objectId === my).map(({ ruleId, result }) => `${ruleId} ${result}`);
const news = (world: World): readonly string[] => world.notices('N-42').map((notice) => notice.toStaff ?? 'customer');

describe('S-34, R-176: every customer is asked after the acceptance', () => {
  test('in opening hours at once, by a mail that does not wait for a digest and opens the survey’s own page', () => {
    const world = accepted();
    expect(world.get(surveys, my)).toMatchObject({ status: 'SENT', ticketId: id, customerId: 'CU-00001', sentAt: world.now, mode: 'LINK' });
    expect(world.notices('N-42')).toMatchObject([{ toAddress: 'customer@example.org', notBefore: null, body: { actions: [{ page: 'survey', objectId: my }] } }]);
    expect(clocks(world)).toEqual(['S-34a MET', 'S-34b RUNNING', 'S-34c RUNNING', 'S-34d RUNNING']);
    expect(customerView(world.draft(...customerViewTables), id, world.now)?.surveyId).toBe(my);
  });

  test('S-34a: outside them at the next 08:30; until then the ticket stays open and says why (G-TK-10, TK-18)', () => {
    const world = accepted('2026-03-06 19:00');
    expect(world.get(surveys, my)).toMatchObject({ status: 'PLANNED', sentAt: null });
    expect(JSON.stringify(world.ask('clk', 'ticket.close', id))).toMatch(/MY-0001 尚未发出.*MY-0001 has not been sent/);
    expect(sweep(world, '2026-03-09 08:29')).toBe('PLANNED');
    expect(sweep(world, '2026-03-09 08:32')).toBe('SENT');
    expect(clocks(world)[0]).toBe('S-34a MET');
    expect(world.refusal('clk', 'ticket.close', id)).toBeNull();
  });

  test('reminder after 3 working days, call after 5, end after 14 days; closing the ticket ends none of it', () => {
    const world = accepted();
    world.run('clk', 'ticket.close', id);
    expect(sweep(world, '2026-03-10 17:29')).toBe('SENT');
    expect(sweep(world, '2026-03-10 17:31')).toBe('REMINDED');
    expect(sweep(world, '2026-03-12 17:35')).toBe('CALL_DUE');
    expect(sweep(world, '2026-03-19 23:55')).toBe('CALL_DUE');
    expect(sweep(world, '2026-03-20 00:05')).toBe('NO_RESPONSE');
    expect(clocks(world)).toEqual(['S-34a MET', 'S-34b MET', 'S-34c MET', 'S-34d MET']);
    expect(news(world)).toEqual(['customer', 'customer', 'ST-005']);
    expect(world.refusal(customer, 'survey.answer', my, good)).toBe('STATE');
  });

  test('a sweep that comes days late makes one step a look, and the clock says that it was late', () => {
    const world = accepted('2026-03-06 19:00');
    expect(sweep(world, '2026-03-12 10:00')).toBe('SENT');
    expect(clocks(world)[0]).toBe('S-34a BREACHED_DONE');
  });

  test('without a mail address the call is due at once; who wants no surveys is not asked, and both tickets close', () => {
    const without = accepted('2026-03-05 10:00', { email: null });
    expect(without.get(surveys, my).status).toBe('CALL_DUE');
    expect(news(without)).toEqual(['ST-005']);
    expect(without.refusal('clk', 'ticket.close', id)).toBeNull();
    const declined = accepted('2026-03-05 10:00', { surveyOptOut: true });
    expect(declined.get(surveys, my).status).toBe('OPTED_OUT');
    expect([clocks(declined), news(declined), declined.refusal('clk', 'ticket.close', id)]).toEqual([[], [], null]);
  });

  test('TK-20: accepted again after a reopening, one that still waits is enough; one that was answered is not', () => {
    const world = accepted();
    const again = (acceptanceId: string): void => {
      world.set(tickets, id, { status: 'REPAIRED' });
      world.add(acceptances, { ...world.get(acceptances, 'AC-0900'), acceptanceId, signedAt: null });
      world.run({ kind: 'customer', ticketId: id }, 'acceptance.sign', id, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
    };
    again('AC-0901');
    expect(world.all(surveys)).toHaveLength(1);
    world.run(customer, 'survey.answer', my, good);
    again('AC-0902');
    expect(world.all(surveys)).toHaveLength(2);
  });
});

describe('3.15 the answer', () => {
  test('10.4 on the page: once, complete, for its own survey; what was written stays as it was written', () => {
    const world = accepted();
    expect(world.refusal(customer, 'survey.answer', my, { ...good, qSkill: '' })).toBe('R-176');
    expect(world.refusal(customer, 'survey.answer', my, { ...good, qSkill: '6' })).toBe('INPUT');
    expect(world.refusal(customer, 'survey.answer', my, { ...good, comment: '好'.repeat(1001) })).toBe('INPUT');
    expect(world.refusal({ kind: 'customer', ticketId: 'MY-0002' }, 'survey.answer', my, good)).toBe('ROLE');
    expect(world.refusal({ kind: 'visitor' }, 'survey.answer', my, good)).toBe('ROLE');
    world.run(customer, 'survey.answer', my, { ...good, comment: '=1+1 <b>好</b>' });
    expect(world.get(surveys, my)).toMatchObject({ status: 'ANSWERED', mode: 'LINK', qResponse: 5, qQuality: 4, qOverall: 5, solved: 'YES', comment: '=1+1 <b>好</b>', answeredAt: world.now, caller: null, followupTask: null });
    expect(clocks(world)).toEqual(['S-34a MET', 'S-34b MET', 'S-34c MET', 'S-34d MET']);
    expect(world.all(tasks)).toEqual([]);
    expect(world.refusal(customer, 'survey.answer', my, good)).toBe('STATE');
  });

  test('R-036 by phone: customer service records it, never an engineer of the ticket; a paper sheet has no caller', () => {
    const world = accepted();
    expect(world.refusal('sup', 'survey.record', my, { ...good, mode: 'CALL' })).toBe('ROLE');
    world.add(dispatchOrders, makeOrder({ leadEngineer: 'ST-006', team: ['ST-020'], status: 'CLOSED' }));
    expect(world.refusal(csPerson, 'survey.record', my, { ...good, mode: 'CALL' })).toBe('R-036');
    expect(world.refusal(csPerson, 'survey.record', my, { ...good, mode: 'PAPER' })).toBeNull();
    world.run('clk', 'survey.record', my, { ...good, mode: 'CALL' });
    expect(world.get(surveys, my)).toMatchObject({ status: 'ANSWERED', mode: 'CALL', caller: 'ST-005' });
  });

  test.each<[number, Survey['solved'], boolean, boolean]>([[4, 'YES', false, false], [3, 'YES', true, false], [5, 'PARTLY', true, false], [2, 'YES', true, true], [5, 'NO', true, true]])('R-037: overall %i, solved %s: follow-up %s, complaint proposed %s', (overall, solved, followUp, complaint) => {
    expect(afterAnswer(overall, solved, { low: 3, complaint: 2 })).toEqual({ followUp, complaint });
  });

  test('R-101, R-037, 3.14: a low score is a task by the end of the next working day, which keeps the ticket open; a very low one is a complaint, of which owner and manager hear', () => {
    const world = accepted();
    world.run(customer, 'survey.answer', my, { ...good, qOverall: '2', comment: '等了很久' });
    const [task] = world.all(tasks);
    expect(task).toMatchObject({ kind: 'FOLLOWUP', ticketId: id, owner: 'ST-004', dueAt: instant('2026-03-06 17:30'), status: 'OPEN' });
    expect(world.get(surveys, my).followupTask).toBe(task?.taskId);
    expect(world.all(complaints)).toMatchObject([{ status: 'RECEIVED', ticketId: id, customerId: 'CU-00001', level: 'NORMAL', owner: 'ST-004', channel: 'WEB' }]);
    expect(world.all(slaClocks).filter(({ objectType }) => objectType === 'COMPLAINT').map(({ ruleId }) => ruleId)).toEqual(['S-33a', 'S-33b', 'S-33c']);
    expect(news(world).slice(1).sort()).toEqual(['ST-003', 'ST-004', 'ST-005']);
    expect(JSON.stringify(world.notices('N-42')[1]?.body)).toContain('等了很久');
    expect(JSON.stringify(world.ask('clk', 'ticket.close', id))).toContain(task?.taskId);
  });

  test('OPTED_OUT at any time: ticked on the page without marks, or told to customer service, for later services too', () => {
    const onPage = accepted();
    onPage.run(customer, 'survey.answer', my, { decline: true });
    expect([onPage.get(surveys, my).status, onPage.get(customers, 'CU-00001').surveyOptOut]).toEqual(['OPTED_OUT', false]);
    const told = accepted('2026-03-06 19:00');
    told.run('clk', 'survey.optOut', my, { always: true });
    expect([told.get(surveys, my).status, told.get(customers, 'CU-00001').surveyOptOut, told.refusal('clk', 'ticket.close', id)]).toEqual(['OPTED_OUT', true, null]);
    expect(sweep(told, '2026-03-09 08:32')).toBe('OPTED_OUT');
  });

  test('the states of 3.15: each command moves a survey exactly where the table says', () => {
    for (const status of Object.keys(surveyStatus) as SurveyStatus[]) {
      for (const [command, who, input] of [['survey.answer', customer, good], ['survey.record', 'clk', { ...good, mode: 'CALL' }], ['survey.optOut', 'clk', {}]] as const) {
        const world = accepted();
        world.set(surveys, my, { status });
        const listed = surveyTransitions.some((row) => row.command === command && row.from?.includes(status) === true);
        expect(`${command} ${status} ${world.refusal(who, command, my, input) ?? 'OK'}`).toBe(`${command} ${status} ${listed ? 'OK' : 'STATE'}`);
      }
    }
  });

  test('the desk of customer service shows running surveys, the call first to press; nobody else’s does', () => {
    const world = accepted('2026-03-05 10:00', { email: null });
    expect(world.desk(surveysDesk, 'clk').flatMap(({ offers }) => offers.map(({ command, tone }) => `${command} ${tone}`))).toEqual(['survey.record primary', 'survey.optOut danger']);
    expect(world.desk(surveysDesk, 'eng')).toEqual([]);
    world.run('clk', 'survey.record', my, { ...good, mode: 'CALL' });
    expect(world.desk(surveysDesk, 'clk')).toEqual([]);
  });
});
