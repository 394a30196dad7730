import type { ClaimStatus, MonthlyReportStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/** 月度工作报告 (regulation 3.13). A returned report is edited and submitted again without a state between. */
export const monthlyReportTransitions: readonly Transition<MonthlyReportStatus>[] = [
  { id: 'MR-1', command: 'month.open', label: words('开立月度报告', 'Open the monthly report'), from: null, to: 'DRAFT', actors: ['SYS'] },
  { id: 'MR-2', command: 'monthly.submit', label: words('提交月度报告', 'Submit the monthly report'), from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', actors: ['OWNER'] },
  { id: 'MR-3', command: 'approval.decide', label: words('审核月度报告', 'Approve the monthly report'), from: ['SUBMITTED'], to: 'APPROVED', actors: ['SUP', 'TSM'] },
  { id: 'MR-4', command: 'approval.decide', label: words('退回月度报告', 'Return the monthly report'), from: ['SUBMITTED'], to: 'RETURNED', actors: ['SUP', 'TSM'] },
];

/** 费用报销单 (regulation 3.12). A claim that is held waits for the month's report and goes on by itself. */
export const claimTransitions: readonly Transition<ClaimStatus>[] = [
  { id: 'CL-1', command: 'expense.addLine', label: words('新建报销单', 'Start a claim'), from: null, to: 'DRAFT', actors: ['OWNER'] },
  { id: 'CL-1', command: 'expense.addLine', label: words('添加报销行', 'Add an expense'), from: ['DRAFT', 'RETURNED'], to: 'DRAFT', actors: ['OWNER'] },
  { id: 'CL-1', command: 'expense.removeLine', label: words('删除报销行', 'Remove an expense'), from: ['DRAFT', 'RETURNED'], to: 'DRAFT', actors: ['OWNER'] },
  { id: 'CL-2', command: 'expense.submit', label: words('提交报销单', 'Submit the claim'), from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', actors: ['OWNER'] },
  { id: 'CL-3', command: 'expense.submit', label: words('缺月报挂起', 'Hold for the monthly report'), from: ['SUBMITTED'], to: 'HOLD', actors: ['SYS'] },
  { id: 'CL-4', command: 'approval.decide', label: words('月报批准后放行', 'Release after the monthly report'), from: ['HOLD'], to: 'SUBMITTED', actors: ['SUP', 'TSM'] },
  { id: 'CL-5', command: 'approval.decide', label: words('内勤审核', 'Clerk checks'), from: ['SUBMITTED'], to: 'CHECKED', actors: ['CLK', 'SUP'] },
  { id: 'CL-6', command: 'approval.decide', label: words('主管审核', 'Supervisor checks'), from: ['CHECKED'], to: 'SUP_OK', actors: ['SUP', 'TSM'] },
  { id: 'CL-7', command: 'approval.decide', label: words('批准报销', 'Approve the claim'), from: ['SUP_OK'], to: 'APPROVED', actors: ['TSM', 'DGM'] },
  { id: 'CL-8', command: 'approval.decide', label: words('退回报销单', 'Return the claim'), from: ['SUBMITTED', 'CHECKED', 'SUP_OK'], to: 'RETURNED', actors: ['CLK', 'SUP', 'TSM', 'DGM'] },
  { id: 'CL-9', command: 'approval.decide', label: words('拒绝报销', 'Reject the claim'), from: ['SUBMITTED', 'CHECKED', 'SUP_OK'], to: 'REJECTED', actors: ['TSM', 'DGM'] },
  { id: 'CL-10', command: 'expense.pay', label: words('登记支付', 'Record the payment'), from: ['APPROVED'], to: 'PAID', actors: ['FIN'] },
];

/** The claim can still be changed by the claimant. */
export const editableClaimStates: readonly ClaimStatus[] = ['DRAFT', 'RETURNED'];

/** Approval matrix row of a monthly report: the supervisor's own goes to the technical support manager (3.13). */
export const reportMatrix = (roles: readonly string[]): string => (roles.includes('SUP') ? 'A-28-SUP' : 'A-28');

/** Approval matrix row of a claim: supervisors' and managers' own climb (3.12). */
export const claimMatrix = (roles: readonly string[]): string => {
  if (roles.includes('TSM')) return 'A-22-TSM';
  return roles.includes('SUP') ? 'A-22-SUP' : 'A-22';
};

/** The state a claim shows after an approval step, whoever signed it: first checked, then agreed below the last signature. */
export const stateAfterStep = (step: number): ClaimStatus => (step === 1 ? 'CHECKED' : 'SUP_OK');
