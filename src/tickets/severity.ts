import { severity, type Severity, type Ticket } from '../../sheets-templates';
import { refuse, type Refusal } from '../terms';

const rank: Readonly<Record<Severity, number>> = { A: 3, B: 2, C: 1 };

export const isLowerClass = (chosen: Severity, than: Severity | null): boolean => than !== null && rank[chosen] < rank[than];
export const isHigherClass = (chosen: Severity, than: Severity | null): boolean => than === null ? chosen !== 'C' : rank[chosen] > rank[than];

/**
 * The class by which a ticket is handled now: the supervisor's, before that the provisional one from the four
 * questions (4.2), null while neither is known.
 */
export const workingClass = (ticket: Pick<Ticket, 'severity' | 'severityClaimed'>): Severity | null => ticket.severity ?? ticket.severityClaimed;

/** Who has to agree before a class goes down: nobody, or the technical support manager when it leaves class A. */
export const loweringNeeds = (from: Severity | null, to: Severity): 'nothing' | 'reason' | 'approval' => {
  if (!isLowerClass(to, from)) return 'nothing';
  return from === 'A' ? 'approval' : 'reason';
};

/** G-TK-6, TK-25: a class goes down only with a reason. A cell of the sheet has no room for one. */
export const lowerClassNeedsReason = (from: Severity | null, to: Severity, reason: string): Refusal | null => {
  if (!isLowerClass(to, from) || from === null || reason !== '') return null;
  return refuse('G-TK-6',
    `把级别从“${severity[from].zh}”降为“${severity[to].zh}”须写明理由和依据。请在侧边栏用“定级/改级”办理，表格单元格里无法填写理由。`,
    `Lowering the class from ${from} to ${to} needs a reason and evidence. Please use "Classify" in the sidebar; a cell has no room for a reason.`);
};

/** G-TK-5: somebody was reached, or the message itself shows class A or B (alarm first, contact after). */
export const classNeedsContact = (chosen: Severity, reached: boolean): Refusal | null =>
  reached || chosen !== 'C' ? null
    : refuse('G-TK-5', '定为“一般”之前须先联系上客户或信息提供方，并登记“已联系上”。由主管或客服登记。', 'Before class C is set, somebody must have reached the customer or the informant and logged it. The supervisor or customer service can log the contact.');
