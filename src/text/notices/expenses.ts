import { showYuan, words, type Fen, type Words } from '../../terms';
import type { Message } from '../../app/request';
import { yuanWords } from './charges';

export interface ClaimFacts {
  readonly claimId: string;
  readonly month: string;
  readonly person: string;
  readonly totalClaimed: Fen;
  readonly totalAllowance: Fen;
  readonly totalPayable: Fen;
  readonly totalCut: Fen;
}

/** A line of a claim as people read it. */
export interface LineFacts {
  readonly date: string;
  readonly kind: Words;
  readonly claimed: Fen;
  readonly payable: Fen;
  readonly decision: Words;
  readonly reason: Words;
}

export const claimant = (facts: ClaimFacts): NonNullable<Message['facts']>[number] => ({ label: words('报销人', 'Claimant'), value: facts.person });

/** What was asked for and cut; what will be paid comes last. */
export const claimTotals = (facts: ClaimFacts): NonNullable<Message['facts']> => [
  { label: words('申报合计', 'Claimed'), value: yuanWords(facts.totalClaimed) },
  { label: words('补助合计', 'Allowances'), value: yuanWords(facts.totalAllowance) },
  { label: words('核减合计', 'Cut'), value: yuanWords(facts.totalCut) },
  { label: words('核定合计', 'Payable'), value: yuanWords(facts.totalPayable) },
];

export const claimFacts = (facts: ClaimFacts): NonNullable<Message['facts']> => [{ label: words('报销单', 'Claim'), value: facts.claimId }, claimant(facts), ...claimTotals(facts)];

/** As many lines as a message can show; the desk has them all. */
const mostLines = 25;

export const lineFact = (line: LineFacts): NonNullable<Message['facts']>[number] => ({
  label: words(`${line.date} ${line.kind.zh}`, `${line.date} ${line.kind.en}`),
  value: words(
    `${showYuan(line.claimed)} → ${showYuan(line.payable)} 元，${line.decision.zh}${line.reason.zh === '' ? '' : `：${line.reason.zh}`}`,
    `${showYuan(line.claimed)} → ${showYuan(line.payable)} yuan. ${line.decision.en}${line.reason.en === '' ? '' : `: ${line.reason.en}`}`,
  ),
});

const lineFacts = (lines: readonly LineFacts[]): NonNullable<Message['facts']> => [
  ...lines.slice(0, mostLines).map(lineFact),
  ...(lines.length > mostLines ? [{ label: words('其余', 'Others'), value: words(`还有 ${lines.length - mostLines} 行，见工作台`, `${lines.length - mostLines} more lines on the desk`) }] : []),
];

const toDesk = (objectId: string): NonNullable<Message['actions']> => [{ label: words('打开我的工作台', 'Open my desk'), page: 'desk', objectId }];

/** N-24 to who checks, agrees or approves. */
export const claimToDecide = (facts: ClaimFacts, lines: readonly LineFacts[]): Omit<Message, 'actions'> => ({
  subject: words(`待审：${facts.person} ${facts.month} 费用报销 ${showYuan(facts.totalPayable)} 元`, `To decide: ${facts.person}, expenses of ${facts.month}, ${showYuan(facts.totalPayable)} yuan`),
  body: [words('请核对原始票据与下列核定结果；退回或拒绝须写明原因。', 'Please compare the originals with the results below; a return or rejection needs a reason.')],
  facts: [...claimFacts(facts), ...lineFacts(lines)],
});

/** N-39, G-EXP-1. */
export const claimHeld = (facts: ClaimFacts): Message => ({
  subject: words(`${facts.month} 报销单已挂起：缺月度工作报告`, `Claim for ${facts.month} is held: the monthly report is missing`),
  body: [
    words(
      `${facts.month} 的月度工作报告尚未批准，报销单 ${facts.claimId} 暂不付款（现付 0.00 元）。月报批准后报销单自动送审，无需再提交。`,
      `Your report for ${facts.month} is not approved yet, so claim ${facts.claimId} pays nothing now (0.00). It goes on by itself once the report is approved.`,
    ),
  ],
  facts: claimFacts(facts),
  actions: toDesk(facts.claimId),
});

/** N-39 after the last approval: what is paid, and every cut with its reason. */
export const claimApproved = (facts: ClaimFacts, cuts: readonly LineFacts[]): Message => ({
  subject: words(`${facts.month} 报销单已批准：${showYuan(facts.totalPayable)} 元`, `Claim for ${facts.month} approved: ${showYuan(facts.totalPayable)} yuan`),
  body: [
    cuts.length === 0
      ? words('全部按申报核定，财务将安排付款。', 'Everything was approved as claimed; finance will pay it.')
      : words(`共核减 ${showYuan(facts.totalCut)} 元，各行原因如下。财务将按核定金额付款。`, `${showYuan(facts.totalCut)} yuan were cut for the reasons below. Finance will pay the approved amount.`),
  ],
  facts: [...claimFacts(facts), ...lineFacts(cuts)],
  actions: toDesk(facts.claimId),
});

/** N-39 when a checker sends it back. */
export const claimReturned = (facts: ClaimFacts, reason: string, by: string): Message => ({
  subject: words(`${facts.month} 报销单被退回`, `Claim for ${facts.month} was returned`),
  body: [words(`${by} 退回了报销单 ${facts.claimId}：${reason}。请修改后重新提交。`, `${by} returned claim ${facts.claimId}: ${reason}. Please change it and submit again.`)],
  facts: claimFacts(facts),
  actions: toDesk(facts.claimId),
});

export const claimRejected = (facts: ClaimFacts, reason: string, by: string): Message => ({
  subject: words(`${facts.month} 报销单被拒绝`, `Claim for ${facts.month} was rejected`),
  body: [words(`${by} 拒绝了报销单 ${facts.claimId}：${reason}。所用发票已释放。`, `${by} rejected claim ${facts.claimId}: ${reason}. Its invoices may be used again.`)],
  facts: claimFacts(facts),
  actions: toDesk(facts.claimId),
});

export const claimPaid = (facts: ClaimFacts, payRef: string): Message => ({
  subject: words(`${facts.month} 报销款已支付：${showYuan(facts.totalPayable)} 元`, `Claim for ${facts.month} paid: ${showYuan(facts.totalPayable)} yuan`),
  body: [words(`报销单 ${facts.claimId} 已支付，支付凭证 ${payRef}。`, `Claim ${facts.claimId} has been paid; payment reference ${payRef}.`)],
  facts: claimFacts(facts),
});
