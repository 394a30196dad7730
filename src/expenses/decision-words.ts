import { role, type ExpenseDecision, type Role } from '../../sheets-templates';
import { showYuan, words, type Fen, type Words } from '../terms';

/** What a sentence to the claimant may name. */
export interface DecisionDetails {
  readonly cap?: Fen;
  readonly claimed?: Fen;
  readonly need?: Role;
}

const yuanOf = (amount: Fen | undefined): string => (amount === undefined ? '' : showYuan(amount));

/** One sentence a decision: why the line is paid as it is, and what the claimant can do (5.8). */
const sentences: Readonly<Record<ExpenseDecision, (details: DecisionDetails) => Words>> = {
  OK: () => words('全额核定。', 'Paid in full.'),
  CAPPED: ({ cap, claimed }) => words(`限额 ${yuanOf(cap)} 元，申报 ${yuanOf(claimed)} 元，超出部分自付。`, `The cap is ${yuanOf(cap)} yuan, ${yuanOf(claimed)} were claimed; the rest is your own.`),
  COVERED_BY_ALLOWANCE: () => words('不足5元的交通票已含在每日交通补助内。', 'A transport ticket below the threshold is covered by the daily allowance.'),
  REJECT_NO_INVOICE: () => words('缺少可报销的发票或票据（收据无效），补交后可重新申报。', 'A payable invoice or ticket is missing (a receipt is none); add it and claim again.'),
  REJECT_DUPLICATE: () => words('该发票已在其他报销中使用，或同一发票超出其金额。', 'This invoice was used before, or is claimed beyond its total.'),
  REJECT_NO_APPROVAL: ({ need }) => words(`缺少${need === undefined ? '' : role[need].zh}的有效批准（人员、方式、路线、日期须一致，且在时限内批准）。`, `A valid approval${need === undefined ? '' : ` by the ${role[need].en}`} is missing: for this person, mode, route and date, in time.`),
  REJECT_CLASS: () => words('该席别或舱位不予报销。', 'This class of travel is not paid.'),
  REJECT_BASE_CITY: () => words('常驻城市内不予报销住宿。', 'Lodging in the base city is not paid.'),
  REJECT_NO_DISPATCH: () => words('没有覆盖该日期的派工单；派工以外的工作不予报销。', 'No dispatch order covers this date; work outside orders is not paid.'),
  REJECT_SELF_APPROVAL: ({ need }) => words(`本人批准无效${need === undefined ? '' : `，须由${role[need].zh}批准`}。`, `Nobody approves their own request${need === undefined ? '' : `; it needs the ${role[need].en}`}.`),
  RETURN_NO_OD: () => words('请补填起点、终点和方式，补齐后可核定。', 'Add start, destination and mode; it is payable then.'),
  DUP_DAY: () => words('该日补助已计一次，不重复计。', 'The allowance of this date is counted once already.'),
  DUP_NIGHT: () => words('该晚住宿已由本人或同住人报销。', 'This night is claimed already, by you or by a sharer.'),
  HOLD_NO_MONTHLY_REPORT: () => words('当月工作报告尚未审核通过，报销暂缓支付。', 'The monthly work report is not approved yet; the claim is on hold.'),
  MANUAL: () => words('须由经理个案核定。', 'Decided by the manager case by case.'),
};

export const explainDecision = (decision: ExpenseDecision, details: DecisionDetails): Words => sentences[decision](details);
