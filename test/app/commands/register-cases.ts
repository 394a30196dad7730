import { customers, products, staff, type complaints, type correctiveActions, type defects, type Row, type StaffMember } from '../../../sheets-templates';
import type { Entry, Register } from '../../../src/registers';
import type { RawInput } from '../../../src/app/field';
import { instant, localDate } from '../../../src/terms';
import { company, makeCustomer, makeProduct, makeStaff, type Person } from '../make-rows';
import { World, type Who } from '../world';

/** People whom the registers need beside the company's others. */
export const others: Readonly<Record<string, StaffMember>> = {
  qm: makeStaff('ST-021', '质量监督', ['QM', 'DCC']), rd: makeStaff('ST-022', '研发', ['RD']), rd2: makeStaff('ST-023', '研发乙', ['RD']), hr: makeStaff('ST-024', '人事', ['HR']), cs2: makeStaff('ST-025', '客服乙', ['CS']),
};

export const makeComplaint = (overrides: Partial<Row<typeof complaints>> = {}): Row<typeof complaints> => ({
  complaintId: 'TS-20260303-01', status: 'RECEIVED', ticketId: null, customerId: 'CU-00001', channel: 'PHONE', category: 'SERVICE', level: 'NORMAL', content: '维修两次仍未修好', receivedAt: instant('2026-03-03 09:00'), owner: 'ST-004',
  againstStaff: null, ackAt: null, ackMode: null, investigation: null, proposal: null, proposalAt: null, action: null, attempts: [], customerResult: null, valid: 'PARTLY', capaId: null, exceptionReason: null, closedAt: null, ...overrides,
});

export const makeDefect = (overrides: Partial<Row<typeof defects>> = {}): Row<typeof defects> => ({
  defectId: 'DF-0001', status: 'OPEN', source: 'QA_RETURN', repairIds: [], ticketIds: [], productId: 'PR-GCS', causeCode: 'DESIGN', description: '触头温升过高', severity: 'MAJOR', rdOwner: 'ST-022', analysis: null, solution: null,
  planDate: null, affectedScope: null, implementedOn: null, evidence: null, verifiedBy: null, rejectReason: null, closedAt: null, ...overrides,
});

export const makeCapa = (overrides: Partial<Row<typeof correctiveActions>> = {}): Row<typeof correctiveActions> => ({
  capaId: 'ZG-0001', status: 'OPEN', source: 'COMPLAINT', sourceId: 'TS-20260303-01', problem: '两次未修好', analysis: null, action: null, owner: 'ST-004', units: [], dueAt: localDate('2026-04-01'), evidence: null, doneAt: null,
  verifiedBy: null, effective: null, failures: 0, failReason: null, closedAt: null, ...overrides,
});

export interface StepCase {
  readonly who: string;
  readonly input?: RawInput;
  /** What the row holds beside its state for the guards to be met. */
  readonly row?: Entry;
}

/** A row of each register, by its table's name, and how each of its steps is taken when the guards are met. */
export const samples: Readonly<Record<string, Entry>> = { Complaints: makeComplaint(), Defects: makeDefect(), CAPA: makeCapa() };

export const registerCases: Readonly<Record<string, StepCase>> = {
  'complaint.receive': { who: 'clk', input: { customerId: '昆山某厂', channel: 'PHONE', category: 'SERVICE', level: 'NORMAL', content: '维修两次仍未修好', owner: 'ST-004' } },
  'complaint.acknowledge': { who: 'clk', input: { ackMode: 'REACHED' } },
  'complaint.investigate': { who: 'sup' },
  'complaint.propose': { who: 'sup', input: { investigation: '接线未紧固', proposal: '免费重新紧固并巡检' } },
  'complaint.resolve': { who: 'sup', input: { action: '已重新紧固' } },
  'complaint.judge': { who: 'tsm', input: { valid: 'YES' } },
  'complaint.attempt': { who: 'clk' },
  'complaint.close': { who: 'clk', input: { customerResult: 'SATISFIED' } },
  'complaint.askException': { who: 'sup', input: { exceptionReason: '客户已停业' } },
  'complaint.escalate': { who: 'clk' },
  'complaint.assign': { who: 'tsm', input: { owner: '经理' } },
  'complaint.withdraw': { who: 'clk' },
  'defect.open': { who: 'qa', input: { source: 'QA_RETURN', productId: 'GCS', causeCode: 'DESIGN', severity: 'MAJOR', description: '触头温升过高' } },
  'defect.accept': { who: 'rd', input: { rdOwner: '研发' } },
  'defect.analyse': { who: 'rd', input: { analysis: '触头压力不足' } },
  'defect.solve': { who: 'rd', input: { solution: '加大弹簧', affectedScope: '2025 年批次', planDate: '2026-04-30' } },
  'defect.implement': { who: 'prd', input: { implementedOn: '2026-03-04' } },
  'defect.verify': { who: 'qa', input: { evidence: '温升试验报告 12' } },
  'defect.close': { who: 'tsm' },
  'defect.askReject': { who: 'rd', input: { rejectReason: '安装不当' } },
  'capa.open': { who: 'qm', input: { source: 'COMPLAINT', sourceId: 'TS-1', problem: '两次未修好', owner: '主管', dueAt: '2026-04-01' } },
  'capa.analyse': { who: 'sup', input: { analysis: '未按作业标准' } },
  'capa.plan': { who: 'sup', input: { action: '复训' } },
  'capa.done': { who: 'sup', input: { evidence: '签到表' } },
  'capa.verify': { who: 'qm', input: { effective: 'YES' } },
  'capa.close': { who: 'qm' },
  'capa.fail': { who: 'qm', input: { failReason: '仍有发生' } },
};

/** The system's own steps: what was asked, by whom, and who decides it how. */
export const decidedCases: Readonly<Record<string, { readonly ask: string; readonly deciders: readonly Person[]; readonly decision: 'APPROVED' | 'REJECTED' }>> = {
  'complaint.closedAsException': { ask: 'complaint.askException', deciders: ['tsm'], decision: 'APPROVED' },
  'complaint.exceptionRefused': { ask: 'complaint.askException', deciders: ['tsm'], decision: 'REJECTED' },
  'defect.rejected': { ask: 'defect.askReject', deciders: ['qa', 'tsm'], decision: 'APPROVED' },
  'defect.kept': { ask: 'defect.askReject', deciders: ['qa'], decision: 'REJECTED' },
};

export const registerWorld = (): World => new World().at('2026-03-04 10:00').add(staff, ...Object.values(others)).add(customers, makeCustomer()).add(products, makeProduct());

export const whoIs = (name: string): Who => others[name] ?? company[name as Person];

/** A row in a state, with what a command's guards want to find in it. */
export const rowIn = (register: Register, status: string, command: string): Entry => ({ ...samples[register.table.name], status, ...registerCases[command]?.row });
