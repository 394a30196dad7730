import { approvals, receptions, tickets, type Ticket } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { instant } from '../../../src/terms';
import { makeTicket } from '../make-rows';
import type { Who, World } from '../world';

const customer: Who = { kind: 'customer', ticketId: 'TK-20260303-001' };
const allChecks = ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'];

export interface TicketCase {
  readonly who: Who;
  readonly input?: RawInput;
  readonly ticket?: Partial<Ticket>;
  /** Rows that its guards need. */
  readonly prepare?: (world: World) => void;
  /** What somebody else must still do before the state changes: an approval. */
  readonly finish?: (world: World) => void;
}

const approve = (who: Who) => (world: World): void => {
  const [waiting] = world.all(approvals).filter((row) => row.status === 'PENDING');
  world.run(who, 'approval.decide', waiting?.approvalId ?? '', { decision: 'APPROVED' });
};

/** For every command of the table: who fires it, with what, on a ticket whose guards hold. */
export const ticketCases: Readonly<Record<string, TicketCase>> = {
  'ticket.logContact': { who: 'sup', input: { outcome: 'NO_ANSWER', toParty: 'CUSTOMER', channel: 'PHONE' } },
  'ticket.classify': { who: 'sup', input: { severity: 'B' }, ticket: { severity: null, severityClaimed: null } },
  'ticket.proposeClass': { who: 'clk', input: { severity: 'B', reason: '部分停电' }, ticket: { severity: null } },
  'ticket.answer': { who: 'clk', input: { solution: '按说明书复位', works: true }, ticket: { severity: 'C' } },
  'ticket.handOver': { who: 'clk', input: { note: '需现场检查' }, ticket: { ownerStaff: 'ST-005' } },
  'ticket.plan': { who: 'sup', input: { servicePlan: '更换断路器', serviceMode: 'ON_SITE' } },
  'ticket.agree': { who: 'sup', input: { agreedDate: '2026-03-09 10:00', reason: '客户改期' } },
  'ticket.startRemote': { who: 'eng' },
  'ticket.hold': { who: 'sup', input: { holdStatus: 'WAIT_CUSTOMER', reason: '等待停电许可' } },
  'ticket.release': { who: 'sup', ticket: { holdStatus: 'WAIT_CUSTOMER' } },
  'ticket.repairDone': { who: 'eng', input: { resolution: '更换断路器后正常', causeCode: 'COMPONENT', afterChecks: allChecks, functionTest: 'PASS', explained: true, advice: '定期巡检' } },
  'ticket.cannotSolve': { who: 'eng', input: { openPoints: '需要厂家软件' } },
  'acceptance.sign': { who: customer, input: { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' } },
  'acceptance.paper': { who: 'clk', input: { result: 'ACCEPTED', signerName: '王先生', evidence: '扫描件 2026-0305' } },
  'acceptance.byPhone': { who: 'clk', input: { result: 'ACCEPTED', signerName: '王先生', evidence: '13812345678 回答“可以”' } },
  'acceptance.noResponse': { who: 'sup', input: { reason: '五日未回复' } },
  'ticket.close': { who: 'clk' },
  'ticket.reopen': { who: 'sup', input: { reason: '故障再现' }, ticket: { closedAt: instant('2026-03-04 09:00') } },
  'ticket.archive': { who: 'clk', ticket: { closedAt: instant('2026-03-04 09:00') } },
  'ticket.refuse': { who: 'sup', input: { refuseReason: 'NOT_OUR_PRODUCT', grounds: '铭牌为他厂产品' }, finish: approve('tsm') },
  'ticket.merge': { who: 'clk', input: { target: 'TK-20260303-002' }, prepare: (world) => world.add(tickets, makeTicket({ ticketId: 'TK-20260303-002' })) },
  'ticket.receiveUnit': { who: 'clk', input: { unitKind: 'CUSTOMER_SEND_IN', conditionDesc: '外壳完好', conditionPhotos: '照片 2 张', infoGiven: '三天内告知检测结果', needConfirmed: true, customerAck: true } },
  'task.create': { who: 'clk', input: { kind: 'CROSS_DEPT', owner: '质检', title: '查出厂试验记录', dueAt: '2027-03-09 10:00' } },
  'ticket.identify': { who: 'clk', input: { serialText: 'SN3003', modelText: 'GCS' } },
  'ticket.text': { who: 'clk' },
  'ticket.handBack': { who: 'clk', prepare: (world) => world.add(receptions, { receptionId: 'RC-0900', ticketId: 'TK-20260303-001', arrivedAt: instant('2026-03-04 09:00'), receivedBy: 'ST-005', needConfirmed: true, conditionDesc: '外壳完好', conditionPhotos: '2 张', accessories: null, infoGiven: '已说明', customerAck: true, returnedAt: null }) },
  'ticket.cancel': { who: 'sup', input: { cancelReason: 'DUPLICATE' } },
  'ticket.assign': { who: 'sup', input: { ownerStaff: '经理' } },
  'ticket.reportToManagers': { who: 'sup', input: { channel: 'PHONE', summary: '已电话报告' } },
  'ticket.decideCharge': { who: 'tsm', input: { outcome: 'FREE', reason: '合同证明在保' }, ticket: { chargeStatus: 'DECISION_PENDING', warrantyResult: 'UNKNOWN' } },
  'ticket.tellProgress': { who: 'clk', input: { news: '配件已发出', channel: 'PHONE' } },
};
