import { correctiveActions, defects } from '../../sheets-templates';
import { refuse, words } from '../terms';
import type { Register } from './register';

/** 设计缺陷 (3.8, R-208): R&D answers and solves what tests and sites report. */
export const defectRegister: Register = {
  table: defects, docType: 'DEFECT', kind: words('设计缺陷', 'Design defect'), number: ['DF', '', 4], title: 'productId', shows: ['productId', 'causeCode', 'severity', 'description', 'ticketIds', 'rdOwner', 'planDate', 'solution', 'affectedScope'],
  owner: 'rdOwner', over: ['CLOSED', 'REJECTED'], ended: 'closedAt', rules: ['S-26a', 'S-26b'],
  approvals: { DEFECT: { matrix: () => 'A-38', binds: ['rejectReason', 'description'], approved: 'defect.rejected', rejected: 'defect.kept' } },
  steps: [
    { id: '3.8 open', command: 'defect.open', label: words('上报设计缺陷', 'Report a design defect'), from: null, to: 'OPEN', actors: ['QA', 'TSM', 'SYS'], fields: ['source!', 'productId!', 'causeCode!', 'severity!', 'description!', 'ticketIds', 'repairIds'], events: ['defectOpened'], notices: [{ code: 'N-32', roles: ['RD', 'TSM'] }] },
    { id: '3.8 accept', command: 'defect.accept', label: words('受理', 'Accept'), from: ['OPEN'], to: 'ACCEPTED', actors: ['RD'], fields: ['rdOwner!'], events: ['defectAnswered'], tone: 'primary' },
    { id: '3.8 analyse', command: 'defect.analyse', label: words('分析', 'Analyse'), from: ['ACCEPTED'], to: 'ANALYSED', actors: ['RD'], fields: ['analysis!'], tone: 'primary' },
    { id: '3.8 solve', command: 'defect.solve', label: words('提出解决方案', 'Give the design change'), from: ['ANALYSED'], to: 'SOLUTION_READY', actors: ['RD'], fields: ['solution!', 'affectedScope!', 'planDate!'], events: ['defectSolved'], notices: [{ code: 'N-32', roles: ['TSM'] }], tone: 'primary' },
    { id: '3.8 implement', command: 'defect.implement', label: words('已实施', 'Implemented'), from: ['SOLUTION_READY'], to: 'IMPLEMENTED', actors: ['RD', 'PRD'], fields: ['implementedOn!'], tone: 'primary' },
    { id: '3.8 verify', command: 'defect.verify', label: words('验证', 'Verify'), from: ['IMPLEMENTED'], to: 'VERIFIED', actors: ['QA', 'TSM'], fields: ['evidence!'], sign: ['verifiedBy'], barred: ['rdOwner'], tone: 'primary' },
    { id: '3.8 close', command: 'defect.close', label: words('关闭', 'Close'), from: ['VERIFIED'], to: 'CLOSED', actors: ['TSM'], notices: [{ code: 'N-33', roles: ['SUP', 'QA'] }], tone: 'primary' },
    { id: 'A-38', command: 'defect.askReject', label: words('申请判为非设计问题', 'Ask to reject it as no design defect'), from: ['OPEN', 'ACCEPTED'], to: null, actors: ['RD'], fields: ['rejectReason!'], asks: 'DEFECT', tone: 'danger' },
    { id: '3.8 reject', command: 'defect.rejected', label: words('判为非设计问题', 'Rejected as no design defect'), from: ['OPEN', 'ACCEPTED'], to: 'REJECTED', actors: ['SYS'], events: ['defectAnswered'], notices: [{ code: 'N-33', roles: ['SUP', 'QA', 'RD'] }] },
    { id: 'A-38', command: 'defect.kept', label: words('仍为设计问题', 'It stays a design defect'), from: ['OPEN', 'ACCEPTED'], to: null, actors: ['SYS'], notices: [{ code: 'N-15', roles: ['RD'] }] },
  ],
};

/** 整改 (3.8, R-202): its due date is the row's own; no clock of 4.3 hangs on it. */
export const capaRegister: Register = {
  table: correctiveActions, docType: 'CAPA', kind: words('整改', 'Corrective action'), number: ['ZG', '', 4], title: 'sourceId', shows: ['source', 'sourceId', 'problem', 'owner', 'dueAt', 'action', 'failures'],
  owner: 'owner', over: ['CLOSED'], ended: 'closedAt', rules: [],
  steps: [
    { id: '3.8 CAPA', command: 'capa.open', label: words('开整改单', 'Open a corrective action'), from: null, to: 'OPEN', actors: ['QM', 'TSM', 'SYS'], fields: ['source!', 'sourceId!', 'problem!', 'owner!', 'units', 'dueAt!'], set: { failures: 0 },
      works: (entry, { now }) => (String(entry['dueAt']) > now.slice(0, 10) ? {} : refuse('3.8', '整改期限须在今天之后。', 'A corrective action is due later than today.')), notices: [{ code: 'N-34', roles: ['QM'], people: ['owner'] }] },
    { id: '3.8 CAPA', command: 'capa.analyse', label: words('分析原因', 'Analyse'), from: ['OPEN'], to: 'ANALYSED', actors: ['OWNER'], fields: ['analysis!'], tone: 'primary' },
    { id: '3.8 CAPA', command: 'capa.plan', label: words('确定措施', 'Plan the action'), from: ['ANALYSED', 'INEFFECTIVE'], to: 'PLANNED', actors: ['OWNER'], fields: ['action!'], tone: 'primary' },
    { id: '3.8 CAPA', command: 'capa.done', label: words('已实施', 'Done'), from: ['PLANNED'], to: 'DONE', actors: ['OWNER'], fields: ['evidence!'], set: { doneAt: null }, stamp: ['doneAt'], notices: [{ code: 'N-34', roles: ['QM'] }], tone: 'primary' },
    { id: 'A-37', command: 'capa.verify', label: words('验证有效', 'Verify that it works'), from: ['DONE'], to: 'VERIFIED', actors: ['QM', 'TSM'], fields: ['effective!'], sign: ['verifiedBy'], barred: ['owner'],
      works: ({ effective }) => (effective === 'NO' ? refuse('A-37', '措施无效时请用“无效重开”。', 'Where it does not work, please reopen it instead.') : {}), tone: 'primary' },
    { id: '3.8 CAPA', command: 'capa.close', label: words('关闭', 'Close'), from: ['VERIFIED'], to: 'CLOSED', actors: ['QM', 'TSM'], barred: ['owner'], tone: 'primary' },
    { id: '3.8 CAPA', command: 'capa.fail', label: words('无效重开', 'Not effective: plan again'), from: ['DONE'], to: 'INEFFECTIVE', actors: ['QM', 'TSM'], fields: ['failReason!'], barred: ['owner'], works: ({ failures }) => ({ failures: Number(failures) + 1, effective: 'NO' }), notices: [{ code: 'N-34', roles: ['QM'], people: ['owner'] }] },
  ],
};
