import { approvals, contacts, customers, dispatchOrders, outbox, products, skills, tickets } from '../../sheets-templates';
import { everyDecisionReads, readEnvironment } from '../../src/app/decide';
import { approvalFor } from '../../src/app/desk';
import { queueNotice } from '../../src/app/notices';
import type { Message, Recipient } from '../../src/app/request';
import { isRefusal, words } from '../../src/terms';
import { company, makeContact, makeCustomer, makeOrder, makeProduct, makeSkill, makeTicket, type Person } from './make-rows';
import { actorOf, World } from './world';
import { worldPorts } from './world-ports';

const number = '13900000007';
const both = (text: string) => words(`${text}，打 ${number}`, `${text}, call ${number}`);

/** A number wherever a notice has text. */
const message: Message = {
  subject: both('主题'),
  body: [both('正文')],
  facts: [{ label: words('原因', 'Reason'), value: both('原因') }, { label: words('项目', 'Project'), value: `二期 ${number}` }],
  copyText: both('粘贴'),
  report: () => ({
    title: '月报',
    sections: [
      { kind: 'table', heading: '明细', columns: [{ label: '项目', align: 'left' }], rows: [[`三期 ${number}`]], whenEmpty: '无' },
      { kind: 'text', heading: '说明', paragraphs: [`说明 ${number}`] },
      { kind: 'chart', heading: '图', chart: { alt: '件数', categories: ['1'], meanings: ['一月'], unit: '', bars: [{ name: '件数', colour: 'blue', values: [13] }] } },
    ],
  }),
};

const told = (to: Recipient): string => {
  const world = new World();
  const draft = world.draft(outbox, ...everyDecisionReads);
  const environment = readEnvironment(draft, world.now);
  if (isRefusal(environment)) throw new Error(environment.words.en);
  queueNotice(draft, { code: 'N-12', to: [to], objectId: 'TK-20260303-001', message }, world.now, environment.settings, environment.calendar);
  const rows = draft.all(outbox);
  expect(rows).toHaveLength(1);
  return JSON.stringify(rows);
};

describe('9.4 no. 2: notices outside the need hold no number that somebody wrote', () => {
  test.each(['GM', 'EDGM', 'PRD', 'QA', 'SAL', 'FIN'] as const)('%s', (role) => {
    expect(told({ role })).not.toContain(number);
    expect(told({ role }).match(/139\*{4}0007/g)).toHaveLength(7);
  });

  test.each(['SUP', 'TSM', 'CLK', 'CS', 'OPS'] as const)('%s calls customers, and gets them as they were written', (role) => {
    expect(told({ role }).match(new RegExp(number, 'g'))).toHaveLength(7);
  });

  test('a customer finds what was written to him', () => {
    expect(told({ customerAddress: 'contact@customers.example', ticketId: 'TK-20260303-001', language: 'zh-CN' })).toContain(number);
  });
});

test('9.4 no. 2: the page of an approval masks what its mail masks', () => {
  const world = new World().add(tickets, makeTicket()).add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'))
    .add(dispatchOrders, makeOrder({ status: 'CONSENT_PENDING', workContent: `更换，先打 ${number}` }));
  const shown = (who: Person): string => {
    world.add(approvals, {
      approvalId: 'SP-900001', docType: 'DISPATCH', docId: 'PG-20260303-01', docHash: '', matrixId: 'A-01', step: 1, role: 'DGM', approver: company[who].staffId, onBehalfOf: null, requestedBy: 'ST-004',
      requestedAt: world.now, decision: 'APPROVED', decidedAt: world.now, recordedAt: null, via: 'SYSTEM', evidence: null, recordedBy: null, confirmedAt: null, comment: null, status: 'APPROVED',
    });
    const page = approvalFor(worldPorts(world), 'SP-900001', () => actorOf(who));
    if (isRefusal(page)) throw new Error(page.words.en);
    return JSON.stringify(page);
  };
  expect(shown('dgm')).toContain('139****0007');
  expect(shown('dgm')).not.toContain(number);
  expect(shown('tsm')).toContain(number);
});
