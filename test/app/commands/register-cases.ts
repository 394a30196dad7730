import { approvals, customers, policyDocs, products, staff, slaClocks, tickets, training, type appraisals, type complaints, type correctiveActions, type defects, type overtime, type policyAcks, type Row, type spotChecks, type StaffMember, type tools, type trainingAssignments, type wasteRecords } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { instant, localDate } from '../../../src/terms';
import { company, makeCustomer, makeProduct, makeStaff, makeTicket, type Person } from '../make-rows';
import { checkItems, type Entry, type Register } from '../../../src/registers';
import { start } from '../../deadlines/office';
import { World, type Who } from '../world';

/** People whom the registers need beside the company's others. */
export const others: Readonly<Record<string, StaffMember>> = {
  dcc: makeStaff('ST-026', '文控', ['DCC']), qm: makeStaff('ST-021', '质量监督', ['QM']), rd: makeStaff('ST-022', '研发', ['RD']), rd2: makeStaff('ST-023', '研发乙', ['RD']), hr: makeStaff('ST-024', '人事', ['HR']), cs2: makeStaff('ST-025', '客服乙', ['CS']),
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

export const makeOvertime = (overrides: Partial<Row<typeof overtime>> = {}): Row<typeof overtime> => ({
  otId: 'OT-0001', status: 'DRAFT', staffId: 'ST-006', orderId: null, severity: null, fromAt: instant('2026-03-07 09:00'), toAt: instant('2026-03-07 17:00'), reason: '客户停产检修', dayKind: 'WEEKEND', statutory: false, reportedAt: null, hours: 8,
  compFrom: null, compTo: null, compHours: null, compStatus: 'DRAFT', endedAt: null, ...overrides,
});

export const makeTool = (overrides: Partial<Row<typeof tools>> = {}): Row<typeof tools> => ({
  toolId: 'TL-001', status: 'AVAILABLE', name: '绝缘电阻表', model: null, serialNo: null, checkKind: 'CALIBRATION', intervalMonths: 12, lastCheck: localDate('2025-06-01'), nextCheck: localDate('2026-06-01'), certificate: null, holder: 'ST-006', retiredAt: null, ...overrides,
});

export const makeWaste = (overrides: Partial<Row<typeof wasteRecords>> = {}): Row<typeof wasteRecords> => ({
  wasteId: 'WS-0001', status: 'STORED', ticketId: null, category: 'METAL', description: '旧母排', qty: 3, unit: '千克', generatedAt: localDate('2026-03-02'), storagePlace: '一号库', storeUntil: null, receiver: null, licenceNo: null, transferDoc: null, disposedAt: null, endedAt: null, ...overrides,
});

export const makePolicy = (overrides: Partial<Row<typeof policyDocs>> = {}): Row<typeof policyDocs> => ({
  docId: 'ZD-001', status: 'DRAFT', title: '售后服务管理规定', ownerUnit: '技术支持部', version: 'A', effectiveDate: localDate('2026-03-12'), file: 'https://drive.example/1', contentHash: 'x', supersedes: null, preparedBy: 'ST-003', endedAt: null, ...overrides,
});

export const makeAck = (overrides: Partial<Row<typeof policyAcks>> = {}): Row<typeof policyAcks> => ({
  ackId: 'ZD-001/A/ST-006', status: 'OPEN', docId: 'ZD-001', title: '售后服务管理规定', version: 'A', file: 'https://drive.example/1', staffId: 'ST-006', dueDate: localDate('2026-03-12'), ackAt: null, ...overrides,
});

export const makeTraining = (overrides: Partial<Row<typeof training>> = {}): Row<typeof training> => ({
  trainingId: 'PX-001', status: 'OPEN', title: '断路器检修', kind: 'SKILL', audience: ['ENG'], trainer: null, plannedAt: instant('2026-03-20 14:00'), hours: 2, passMark: 80, material: null, preparedBy: 'ST-003', endedAt: null, ...overrides,
});

export const makeAssignment = (overrides: Partial<Row<typeof trainingAssignments>> = {}): Row<typeof trainingAssignments> => ({
  assignId: 'PX-001/ST-006', status: 'ASSIGNED', trainingId: 'PX-001', title: '断路器检修', staffId: 'ST-006', month: '2026-03', passMark: 80, score: null, retakeOf: null, excuse: null, completedAt: null, ...overrides,
});

export const makeSpotCheck = (overrides: Partial<Row<typeof spotChecks>> = {}): Row<typeof spotChecks> => ({
  checkId: 'CC-202603-01', status: 'OPEN', kind: 'TICKET', month: '2026-02', ticketId: null, selection: 'RANDOM', seed: 'a', checker: 'ST-021', contacted: null, classed: null, planned: null, prepared: null, reported: null, causeFound: null,
  repairChecked: null, signed: null, papers: null, opinion: null, score: null, callbackDone: false, findings: null, result: null, capaId: null, doneAt: null, ...overrides,
});

export const makeAppraisal = (overrides: Partial<Row<typeof appraisals>> = {}): Row<typeof appraisals> => ({
  appraisalId: 'KH-202602-ST-006', status: 'DRAFT', staffId: 'ST-006', month: '2026-02', items: [], weight: 100, baseScore: 90, selfComment: null, supAdjust: '0', supReason: null, rewardPoints: 0, total: 90, grade: 'A', payFactor: 5,
  scoredAt: instant('2026-02-20 10:00'), employeeAckAt: null, appeal: null, appealAnswer: '维持', approvedBy: null, lockedAt: null, ...overrides,
});

export const marks = (code: string) => Object.fromEntries(checkItems.map((name) => [name, code]));

export interface StepCase {
  readonly who: string;
  readonly input?: RawInput;
  /** What the row holds beside its state for the guards to be met. */
  readonly row?: Entry;
}

/** A row of each register, by its table's name, and how each of its steps is taken when the guards are met. */
export const samples: Readonly<Record<string, Entry>> = {
  Complaints: makeComplaint(), Defects: makeDefect(), CAPA: makeCapa(), Overtime: makeOvertime(), Tools: makeTool(), WasteRecords: makeWaste(), PolicyDocs: makePolicy(), PolicyAcks: makeAck(), Training: makeTraining(), TrainingAssignments: makeAssignment(), SpotChecks: makeSpotCheck(),
  Appraisals: makeAppraisal(),
};

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
  'overtime.plan': { who: 'eng', input: { fromAt: '2026-03-07 09:00', toAt: '2026-03-07 17:00', reason: '客户停产检修' } },
  'overtime.declare': { who: 'eng', input: { fromAt: '2026-03-07 09:00', toAt: '2026-03-07 17:00', reason: '客户停产检修' } },
  'overtime.report': { who: 'eng' },
  'overtime.requestLeave': { who: 'eng', input: { compFrom: '2026-03-10 08:30', compTo: '2026-03-10 12:00' } },
  'tool.register': { who: 'clk', input: { name: '绝缘电阻表', checkKind: 'CALIBRATION', intervalMonths: '12', lastCheck: '2025-06-01' } },
  'tool.issue': { who: 'clk', input: { holder: '工程师甲' } },
  'tool.return': { who: 'clk' },
  'tool.sendToCheck': { who: 'clk' },
  'tool.checked': { who: 'clk', input: { lastCheck: '2026-03-04', certificate: 'JZ-12' } },
  'tool.fault': { who: 'eng' },
  'tool.repaired': { who: 'clk' },
  'tool.retire': { who: 'clk' },
  'waste.store': { who: 'eng', input: { category: 'METAL', description: '旧母排', qty: '3.5', unit: '千克', generatedAt: '2026-03-02', storagePlace: '一号库' } },
  'waste.handOver': { who: 'clk', input: { receiver: '某回收公司' } },
  'waste.dispose': { who: 'clk', input: { disposedAt: '2026-03-04' } },
  'waste.return': { who: 'clk', row: { category: 'COMPANY_PART' } },
  'policy.draft': { who: 'tsm', input: { title: '售后服务管理规定', ownerUnit: '技术支持部', file: 'https://drive.example/1', effectiveDate: '2026-03-12' } },
  'policy.submit': { who: 'tsm' },
  'policy.withdraw': { who: 'tsm' },
  'policyAck.give': { who: 'eng' },
  'training.plan': { who: 'tsm', input: { title: '断路器检修', kind: 'SKILL', audience: 'ENG', plannedAt: '2026-03-20 14:00', hours: '2' } },
  'training.approve': { who: 'hr' },
  'training.done': { who: 'hr' },
  'training.cancel': { who: 'hr' },
  'trainingTask.attended': { who: 'hr' },
  'trainingTask.pass': { who: 'hr', input: { score: '80' } },
  'trainingTask.fail': { who: 'hr', input: { score: '79' } },
  'trainingTask.excuse': { who: 'tsm', input: { excuse: '产假' } },
  'spotCheck.add': { who: 'qm', input: { kind: 'TICKET' } },
  'spotCheck.begin': { who: 'qm' },
  'spotCheck.score': { who: 'qm', input: { ...marks('P2'), callbackDone: true } },
  'spotCheck.assign': { who: 'tsm', input: { checker: '经理' } },
  'spotCheck.cancel': { who: 'qm', input: { findings: '重复抽取' } },
  'appraisal.self': { who: 'eng', input: { selfComment: '完成较好' } },
  'appraisal.score': { who: 'sup', input: { supAdjust: '0' }, row: { month: '2026-01' } },
  'appraisal.acknowledge': { who: 'eng' },
  'appraisal.appeal': { who: 'eng', input: { appeal: '到场超时因道路封闭' }, row: { scoredAt: instant('2026-03-03 10:00') } },
  'appraisal.answer': { who: 'tsm', input: { appealAnswer: '已核实，维持' } },
  'appraisal.approve': { who: 'tsm' },
};

/** The system's own steps: what was asked, by whom, and who decides it how. */
export const decidedCases: Readonly<Record<string, { readonly ask: string; readonly deciders: readonly string[]; readonly decision: 'APPROVED' | 'REJECTED' }>> = {
  'complaint.closedAsException': { ask: 'complaint.askException', deciders: ['tsm'], decision: 'APPROVED' },
  'complaint.exceptionRefused': { ask: 'complaint.askException', deciders: ['tsm'], decision: 'REJECTED' },
  'defect.rejected': { ask: 'defect.askReject', deciders: ['qa', 'tsm'], decision: 'APPROVED' },
  'defect.kept': { ask: 'defect.askReject', deciders: ['qa'], decision: 'REJECTED' },
  'overtime.approved': { ask: 'overtime.report', deciders: ['sup'], decision: 'APPROVED' },
  'overtime.rejected': { ask: 'overtime.report', deciders: ['sup'], decision: 'REJECTED' },
  'overtime.leaveApproved': { ask: 'overtime.requestLeave', deciders: ['sup'], decision: 'APPROVED' },
  'overtime.leaveRejected': { ask: 'overtime.requestLeave', deciders: ['sup'], decision: 'REJECTED' },
  'policy.approved': { ask: 'policy.submit', deciders: ['sup', 'dcc', 'ops', 'prd', 'qm', 'dgm', 'gm'], decision: 'APPROVED' },
  'policy.returned': { ask: 'policy.submit', deciders: ['sup'], decision: 'REJECTED' },
};

export const registerWorld = (): World => new World().at('2026-03-04 10:00').add(staff, ...Object.values(others)).add(customers, makeCustomer()).add(products, makeProduct());

export const whoIs = (name: string): Who => others[name] ?? company[name as Person];

const night = (world: World): unknown => world.at('2026-04-02 00:18').run('system', 'sweep.registers', '2026-04-02');

/** Steps that dates and other rows' steps bring about. */
export const systemCases: Readonly<Record<string, { readonly row?: Entry; readonly run: (world: World) => unknown }>> = {
  'tool.overdue': { row: { nextCheck: localDate('2026-04-01') }, run: night },
  'policy.effective': { run: night },
  'policy.superseded': { run: (world) => night(world.add(policyDocs, makePolicy({ docId: 'ZD-002', status: 'APPROVED', supersedes: 'ZD-001', version: 'B' }))) },
  'policyAck.ask': { run: (world) => { world.add(policyDocs, makePolicy({ status: 'DRAFT' })); world.run('tsm', 'policy.submit', 'ZD-001'); decideAll(world, decidedCases['policy.approved']?.deciders ?? [], 'APPROVED'); } },
  'policyAck.cancel': { run: (world) => world.add(policyDocs, makePolicy({ status: 'APPROVED' })).run('tsm', 'policy.withdraw', 'ZD-001') },
  'trainingTask.assign': { run: (world) => world.add(training, makeTraining()).run(whoIs('hr'), 'training.approve', 'PX-001') },
  'trainingTask.overdue': { run: (world) => { const [clock] = startTrainingClock(); if (clock !== undefined) world.add(slaClocks, clock); night(world); } },
  'spotCheck.draw': { run: (world) => world.add(tickets, makeTicket({ severity: 'A', receivedAt: instant('2026-02-10 09:00') })).run('system', 'month.spotChecks', '2026-02') },
  'appraisal.compute': { run: (world) => world.run('system', 'month.appraisals', '2026-02') },
  'appraisal.lock': { run: night },
  'trainingTask.excuse': { run: (world) => world.add(training, makeTraining()).run(whoIs('hr'), 'training.cancel', 'PX-001') },
};

const startTrainingClock = () => start('monthStarted', { objectType: 'TRAINING', objectId: 'PX-001/ST-006', month: '2026-03', at: instant('2026-03-04 10:00'), only: ['S-41'] });

/** Everybody asked decides in turn. */
export const decideAll = (world: World, deciders: readonly string[], decision: string): void => {
  for (const decider of deciders) {
    const waiting = world.all(approvals).find(({ status }) => status === 'PENDING');
    world.run(whoIs(decider), 'approval.decide', waiting?.approvalId ?? '', { decision, comment: '已核' });
  }
};

/** A row in a state, with what a command's guards want to find in it. */
export const rowIn = (register: Register, status: string, command: string): Entry => ({ ...samples[register.table.name], status, ...registerCases[command]?.row });
