import type { Ticket } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { instant } from '../../../src/terms';
import type { Who } from '../world';

const customer: Who = { kind: 'customer', ticketId: 'TK-20260303-001' };
const allChecks = ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'];

export interface TicketCase {
  readonly who: Who;
  readonly input?: RawInput;
  readonly ticket?: Partial<Ticket>;
}

/** For every command of the table: who fires it, with what, on a ticket whose guards hold. */
export const ticketCases: Readonly<Record<string, TicketCase>> = {
  'ticket.logContact': { who: 'sup', input: { outcome: 'NO_ANSWER', toParty: 'CUSTOMER', channel: 'PHONE' } },
  'ticket.classify': { who: 'sup', input: { severity: 'B' }, ticket: { severity: null, severityClaimed: null } },
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
  'ticket.cancel': { who: 'sup', input: { cancelReason: 'DUPLICATE' } },
  'ticket.assign': { who: 'sup', input: { ownerStaff: '经理' } },
  'ticket.reportToManagers': { who: 'sup', input: { channel: 'PHONE', summary: '已电话报告' } },
  'ticket.decideCharge': { who: 'tsm', input: { outcome: 'FREE', reason: '合同证明在保' }, ticket: { chargeStatus: 'DECISION_PENDING', warrantyResult: 'UNKNOWN' } },
  'ticket.tellProgress': { who: 'clk', input: { news: '配件已发出', channel: 'PHONE' } },
};
