import type { PartsStatus, RepairStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/** 售后维护申请单 (regulation 3.6). */
export const partsTransitions: readonly Transition<PartsStatus>[] = [
  { id: 'PQ-1', command: 'parts.submit', label: words('申请配件', 'Request parts'), from: null, to: 'SUBMITTED', actors: ['ENG', 'SUP'] },
  { id: 'PQ-2', command: 'parts.forward', label: words('核对并送批', 'Check and send for approval'), from: ['SUBMITTED'], to: 'IN_APPROVAL', actors: ['CLK'] },
  { id: 'PQ-3', command: 'approval.decide', label: words('批准', 'Approve'), from: ['IN_APPROVAL'], to: 'APPROVED', actors: ['TSM', 'DGM', 'GM'] },
  { id: 'PQ-4', command: 'approval.decide', label: words('不批准', 'Reject'), from: ['IN_APPROVAL'], to: 'REJECTED', actors: ['TSM', 'DGM', 'GM'] },
  { id: 'PQ-5', command: 'parts.leadTime', label: words('反馈发货周期', 'Give the lead time'), from: ['APPROVED'], to: 'LEAD_TIME_GIVEN', actors: ['PRD', 'PDM'] },
  { id: 'PQ-6', command: 'parts.start', label: words('开始备货', 'Start production'), from: ['LEAD_TIME_GIVEN'], to: 'IN_PRODUCTION', actors: ['PRD', 'PDM'] },
  { id: 'PQ-7', command: 'parts.done', label: words('备货完成', 'Goods ready'), from: ['IN_PRODUCTION'], to: 'READY', actors: ['PRD', 'PDM'] },
  { id: 'PQ-8', command: 'parts.changePromise', label: words('更改承诺日期', 'Change the promised date'), from: ['LEAD_TIME_GIVEN', 'IN_PRODUCTION'], to: null, actors: ['PRD', 'PDM'] },
  { id: 'PQ-9', command: 'parts.ship', label: words('发货', 'Ship'), from: ['READY', 'PART_SHIPPED'], to: 'SHIPPED', actors: ['OPS'] },
  { id: 'PQ-9', command: 'parts.ship', label: words('部分发货', 'Ship a part'), from: ['READY', 'PART_SHIPPED'], to: 'PART_SHIPPED', actors: ['OPS'] },
  { id: 'PQ-10', command: 'parts.receive', label: words('登记到货', 'Log receipt'), from: ['SHIPPED'], to: 'RECEIVED', actors: ['OWNER', 'CLK'] },
  // A part delivery is received while the rest is still to be shipped.
  { id: 'PQ-10', command: 'parts.receive', label: words('登记部分到货', 'Log a part delivery'), from: ['PART_SHIPPED'], to: null, actors: ['OWNER', 'CLK'] },
  { id: 'R-229', command: 'parts.use', label: words('登记用量', 'Log what was used'), from: ['RECEIVED'], to: null, actors: ['OWNER'] },
  { id: 'PQ-11', command: 'parts.use', label: words('关闭申请', 'Close the request'), from: ['RECEIVED'], to: 'CLOSED', actors: ['SYS'] },
  { id: 'PQ-12', command: 'parts.cancel', label: words('取消申请', 'Cancel the request'), from: ['SUBMITTED', 'IN_APPROVAL', 'APPROVED', 'LEAD_TIME_GIVEN', 'IN_PRODUCTION', 'READY'], to: 'CANCELLED', actors: ['SUP'] },
  { id: 'AMB-41', command: 'parts.clearReturn', label: words('元器件旧件免返', 'Component need not come back'), from: ['SUBMITTED', 'IN_APPROVAL', 'APPROVED', 'LEAD_TIME_GIVEN', 'IN_PRODUCTION', 'READY', 'PART_SHIPPED', 'SHIPPED', 'RECEIVED'], to: null, actors: ['SUP'] },
];

/** 售后维修单 (regulation 3.7). Submitting is part of creating: what a used line knows is filled in. */
export const repairTransitions: readonly Transition<RepairStatus>[] = [
  { id: 'RT-1', command: 'repair.register', label: words('登记退回物品', 'Register a returned item'), from: null, to: 'EXPECTED', actors: ['ENG', 'CS', 'CLK'] },
  { id: 'RT-1', command: 'ticket.receiveUnit', label: words('接收送修设备', 'Receive a unit'), from: null, to: 'EXPECTED', actors: ['SYS'] },
  { id: 'RT-2', command: 'parts.use', label: words('应返旧件', 'Old part due back'), from: null, to: 'EXPECTED', actors: ['SYS'] },
  { id: 'RT-3', command: 'repair.sendBack', label: words('寄回', 'Send back'), from: ['EXPECTED'], to: 'IN_TRANSIT', actors: ['OWNER', 'ENG'] },
  { id: 'RT-4', command: 'repair.receive', label: words('质检接收', 'Receive for testing'), from: ['IN_TRANSIT', 'EXPECTED'], to: 'QA_RECEIVED', actors: ['QA'] },
  { id: 'RT-5', command: 'repair.test', label: words('登记检测结果', 'Record the test'), from: ['QA_RECEIVED'], to: 'TESTED', actors: ['QA'] },
  { id: 'RT-6', command: 'repair.repair', label: words('开始维修', 'Start the repair'), from: ['TESTED'], to: 'IN_REPAIR', actors: ['QA'] },
  { id: 'RT-7', command: 'repair.retest', label: words('登记复检结果', 'Record the re-test'), from: ['IN_REPAIR'], to: 'RETESTED', actors: ['QA'] },
  { id: 'A-09', command: 'repair.ask', label: words('提出处置要求', 'Ask for a disposition'), from: ['EXPECTED', 'IN_TRANSIT', 'QA_RECEIVED', 'TESTED', 'IN_REPAIR', 'RETESTED'], to: null, actors: ['SUP', 'CLK'] },
  { id: 'RT-8', command: 'repair.dispose', label: words('处置', 'Dispose'), from: ['TESTED', 'RETESTED'], to: 'DISPOSED', actors: ['QA'] },
  { id: 'RT-9', command: 'repair.file', label: words('归档', 'File'), from: ['DISPOSED'], to: 'CLOSED', actors: ['CLK'] },
  { id: 'RT-10', command: 'repair.markMissing', label: words('标记未退回', 'Mark as missing'), from: ['EXPECTED'], to: 'MISSING', actors: ['SYS'] },
  { id: 'RT-11', command: 'repair.sendBack', label: words('找到并寄回', 'Found and sent back'), from: ['MISSING'], to: 'IN_TRANSIT', actors: ['OWNER', 'ENG', 'CLK'] },
  { id: 'A-08', command: 'repair.askWaiver', label: words('申请免返', 'Ask to waive the return'), from: ['EXPECTED'], to: null, actors: ['CLK', 'ENG'] },
  { id: 'RT-12', command: 'approval.decide', label: words('免返', 'Waive the return'), from: ['EXPECTED'], to: 'CANCELLED', actors: ['SUP', 'TSM'] },
];

/** Requests that still may bring parts. */
export const runningPartsStates: readonly PartsStatus[] = ['SUBMITTED', 'IN_APPROVAL', 'APPROVED', 'LEAD_TIME_GIVEN', 'IN_PRODUCTION', 'READY', 'PART_SHIPPED', 'SHIPPED'];
