import type { AgreementStatus, ArStatus, ChargeStatus, LiabilityStatus, QuoteStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/** Charge status of a ticket (3.2). Rows of SYS follow from commands of other tables. */
export const chargeTransitions: readonly Transition<ChargeStatus>[] = [
  { id: '3.2 evaluate', command: 'liability.open', label: words('提请责任判定', 'Open a liability case'), from: ['UNDETERMINED', 'DECISION_PENDING', 'FREE'], to: 'DECISION_PENDING', actors: ['SUP'] },
  { id: 'R-244', command: 'quote.draft', label: words('编制报价', 'Draft a quote'), from: ['QUOTING', 'AGREED', 'SETTLED'], to: null, actors: ['SUP'] },
  { id: 'A-12', command: 'charge.goodwill', label: words('申请酌情免收', 'Ask for goodwill'), from: ['DECISION_PENDING', 'QUOTING'], to: null, actors: ['SUP'] },
  { id: 'A-16', command: 'charge.release', label: words('申请签约前抢修', 'Ask for emergency release'), from: ['QUOTING'], to: null, actors: ['SUP'] },
  { id: '3.2 decline', command: 'charge.decline', label: words('客户不接受报价', 'The customer declined'), from: ['QUOTING'], to: 'REFUSED', actors: ['SUP'] },
];

/** 责任与收费判定 (3.10). Roles are as wide as delegation reaches (6.3); who signs beside whom is a guard of its own. */
export const liabilityTransitions: readonly Transition<LiabilityStatus>[] = [
  { id: '3.10 propose', command: 'liability.propose', label: words('提出结论', 'Propose an outcome'), from: ['OPEN'], to: 'TSM_DONE', actors: ['SUP', 'TSM', 'DGM', 'EDGM', 'GM'] },
  { id: '3.10 second', command: 'liability.second', label: words('副总签署意见', 'Give the deputy\'s opinion'), from: ['TSM_DONE'], to: 'DGM_DONE', actors: ['TSM', 'DGM', 'EDGM', 'GM'] },
  { id: '3.10 third', command: 'liability.third', label: words('第三人签署', 'Sign as third person'), from: ['DGM_DONE'], to: null, actors: ['EDGM', 'DGM', 'GM'] },
  { id: '3.10 decide', command: 'liability.decide', label: words('总经理裁定', 'Decide'), from: ['DGM_DONE'], to: 'DECIDED', actors: ['GM', 'EDGM'] },
  { id: '3.10 tell', command: 'liability.tell', label: words('登记已告知客户', 'Record that the customer was told'), from: ['DECIDED'], to: 'TOLD', actors: ['SUP'] },
  { id: '3.10 cancel', command: 'liability.cancel', label: words('撤销判定', 'Cancel the case'), from: ['OPEN', 'TSM_DONE', 'DGM_DONE'], to: 'CANCELLED', actors: ['TSM'] },
];

/** 报价单 (3.11). Approval runs through the approvals; expiry through the nightly job. */
export const quoteTransitions: readonly Transition<QuoteStatus>[] = [
  { id: '3.11 send', command: 'quote.send', label: words('发给客户', 'Send to the customer'), from: ['APPROVED'], to: 'SENT', actors: ['SUP'] },
  { id: '3.11 accept', command: 'quote.answer', label: words('答复报价', 'Answer the quote'), from: ['SENT'], to: 'ACCEPTED', actors: ['CUS'] },
  { id: '3.11 accept', command: 'quote.record', label: words('登记客户答复', 'Record the customer\'s answer'), from: ['SENT'], to: 'ACCEPTED', actors: ['SUP'] },
];

/** 服务协议 (3.11). `serve` and `done` follow from departure and acceptance. */
export const agreementTransitions: readonly Transition<AgreementStatus>[] = [
  { id: '3.11 approve', command: 'agreement.submit', label: words('拟定协议并送批', 'Set the terms and ask for approval'), from: ['DRAFT'], to: null, actors: ['SUP'] },
  { id: '3.11 send', command: 'agreement.send', label: words('发给客户签署', 'Send for signature'), from: ['APPROVED'], to: 'SENT', actors: ['SUP'] },
  { id: '3.11 sign', command: 'agreement.sign', label: words('登记双方签署', 'Record both signatures'), from: ['SENT'], to: 'SIGNED', actors: ['CLK'] },
  { id: 'A-43', command: 'agreement.waivePrepayment', label: words('申请免预付先行', 'Ask to go before the prepayment'), from: ['SIGNED'], to: null, actors: ['SUP'] },
  { id: '3.11 cancel', command: 'agreement.cancel', label: words('取消协议', 'Cancel the agreement'), from: ['DRAFT', 'APPROVED', 'SENT', 'SIGNED'], to: 'CANCELLED', actors: ['SUP'] },
];

const owed: readonly ArStatus[] = ['NOT_DUE', 'DUE', 'OVERDUE', 'PARTLY_PAID'];

/** 应收款 (3.11). `due` follows from the date, `write off` from A-17. */
export const receivableTransitions: readonly Transition<ArStatus>[] = [
  { id: '3.11 pay', command: 'payment.record', label: words('登记收款', 'Record a payment'), from: [...owed, 'DISPUTED'], to: 'PARTLY_PAID', actors: ['FIN', 'CLK'] },
  { id: '2.2 reverse', command: 'payment.reverse', label: words('冲销一笔收款', 'Reverse a payment'), from: [...owed, 'DISPUTED', 'PAID'], to: null, actors: ['FIN'] },
  { id: '3.11 dispute', command: 'receivable.dispute', label: words('登记收费争议', 'Record a dispute'), from: owed, to: 'DISPUTED', actors: ['CS'] },
  { id: 'R-126', command: 'receivable.resume', label: words('争议已了结', 'The dispute is settled'), from: ['DISPUTED'], to: 'DUE', actors: ['TSM'] },
  { id: '3.11 write off', command: 'receivable.writeOff', label: words('申请核销', 'Ask for a write-off'), from: ['OVERDUE', 'PARTLY_PAID'], to: 'WRITTEN_OFF', actors: ['SUP'] },
];
