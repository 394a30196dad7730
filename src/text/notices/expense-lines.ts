import { words, type Words } from '../../terms';
import type { Message } from '../../app/request';

export interface LineRequest {
  readonly lineId: string;
  readonly orderId: string;
  readonly person: string;
  readonly date: string;
  readonly kind: Words;
  readonly amount: string;
  readonly purpose: string;
}

/** N-24: one cost that needs a word of its own. */
export const lineToDecide = (line: LineRequest): Omit<Message, 'actions'> => ({
  subject: words(`待批费用：${line.person} ${line.kind.zh} ${line.amount} 元`, `Cost to decide: ${line.person}, ${line.kind.en}, ${line.amount} yuan`),
  body: [words(`用途：${line.purpose === '' ? '(未填)' : line.purpose}`, `Purpose: ${line.purpose === '' ? '(not given)' : line.purpose}`)],
  facts: [
    { label: words('报销行', 'Line'), value: line.lineId },
    { label: words('派工单', 'Dispatch order'), value: line.orderId },
    { label: words('日期', 'Date'), value: line.date },
    { label: words('金额（元）', 'Amount (yuan)'), value: line.amount },
  ],
});

/** N-39 to the claimant. `comment` null: approved. */
export const lineDecided = (asked: Omit<Message, 'actions'>, comment: string | null): Message => ({
  ...asked,
  subject: comment === null ? words('费用已同意', 'Cost approved') : words('费用未同意', 'Cost refused'),
  body: [comment === null ? words('此项费用已获同意，报销时按票据核定。', 'This cost is approved and will be paid against its document.') : words(`未同意：${comment}。此行不予付款，可从报销单中删除。`, `Refused: ${comment}. The line is not paid; you may remove it from the claim.`)],
});

/** G-EXP-2, as the claimant reads it: which lines stand in the way of submitting. */
export const blockingLines = (lines: readonly { readonly lineId: string; readonly reason: Words }[]): Words =>
  words(lines.map(({ lineId, reason }) => `${lineId}:${reason.zh}`).join(' '), lines.map(({ lineId, reason }) => `${lineId}: ${reason.en}`).join(' '));
