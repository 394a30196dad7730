import type { CauseCode, ChargePolicy, ChargeStatus, Role, ServiceMode, ServiceType, Severity } from '../../sheets-templates';
import { words, type LocalDate, type Words } from '../terms';
import { warrantyResult } from './warranty';

/** What is known of a ticket when who pays is decided (7.2). */
export interface ChargeFacts {
  readonly chargePolicy: ChargePolicy;
  readonly serviceType: ServiceType;
  readonly serviceMode: ServiceMode | null;
  /** Date of `received_at`. */
  readonly reported: LocalDate;
  readonly warrantyEnd: LocalDate | null;
  /** Suspected or found. */
  readonly cause: CauseCode | null;
  /** The same fault again within 30 days of acceptance. */
  readonly isRepeat: boolean;
}

export type ChargeOutcome = 'FREE' | 'DECIDE' | 'PAID';

export interface ChargeStep {
  readonly step: 'W1' | 'W2' | 'W3' | 'W4' | 'W5' | 'W6' | 'W7';
  readonly holds: (facts: ChargeFacts) => boolean;
  readonly outcome: ChargeOutcome;
  /** Who decides, in order; empty when the rule itself does (7.4). */
  readonly deciders: readonly Role[];
  readonly recommended: 'FREE' | null;
  /** Classes whose departure or work waits until it is decided, or signed for PAID. */
  readonly waits: readonly Severity[];
  readonly why: Words;
}

/** 7.3: causes for which someone else may be liable although the warranty runs. SOURCE R-243; MAN_MADE R-007. */
export const exclusions: readonly CauseCode[] = ['TRANSPORT_DAMAGE', 'TRANSPORT_LOSS', 'THEFT', 'MISOPERATION', 'TECH_CHANGE', 'MAN_MADE'];

export const isExclusion = (cause: CauseCode | null): boolean => cause !== null && exclusions.includes(cause);

const isRemoteAdvice = (facts: ChargeFacts): boolean => (facts.serviceType === 'CONSULT' || facts.serviceType === 'USAGE') && facts.serviceMode === 'REMOTE';

/** The decision order of 7.2: the first row that holds wins. */
export const chargeSteps: readonly ChargeStep[] = [
  { step: 'W1', holds: (facts) => facts.chargePolicy === 'COMPANY_BEARS', outcome: 'FREE', deciders: [], recommended: null, waits: [],
    why: words('收费政策为公司承担', 'The charge policy is that the company bears the cost') },
  { step: 'W2', holds: isRemoteAdvice, outcome: 'FREE', deciders: [], recommended: null, waits: [],
    why: words('远程咨询与使用指导不收费', 'Remote advice is not charged') },
  { step: 'W3', holds: (facts) => facts.isRepeat, outcome: 'DECIDE', deciders: ['TSM'], recommended: 'FREE', waits: ['C'],
    why: words('验收后30天内同一故障重复，由经理判定，建议免费返工', 'The same fault within 30 days of acceptance: TSM decides, free rework recommended') },
  { step: 'W4', holds: (facts) => facts.warrantyEnd === null, outcome: 'DECIDE', deciders: ['TSM'], recommended: null, waits: ['C'],
    why: words('质保期不明，先向客户索取凭证，由经理判定', 'Warranty unknown: ask for proof, TSM decides') },
  { step: 'W5', holds: (facts) => warrantyResult(facts.warrantyEnd, facts.reported) === 'OUT_OF_WARRANTY', outcome: 'PAID', deciders: [], recommended: null, waits: ['A', 'B', 'C'],
    why: words('报修日期已过质保期：报价、客户同意、签订协议', 'Reported after the warranty end: quote, consent, signed agreement') },
  { step: 'W6', holds: (facts) => isExclusion(facts.cause), outcome: 'DECIDE', deciders: ['TSM', 'DGM', 'GM'], recommended: null, waits: ['C'],
    why: words('质保期内但原因属除外情形，由经理、分管副总、总经理判定', 'In warranty but the cause is an exclusion: TSM, DGM and GM decide') },
  { step: 'W7', holds: () => true, outcome: 'FREE', deciders: [], recommended: null, waits: [],
    why: words('质保期内', 'In warranty') },
];

/** Who pays, by the first step of 7.2 that holds. */
export const decideCharge = (facts: ChargeFacts): ChargeStep => {
  const found = chargeSteps.find((step) => step.holds(facts));
  if (found === undefined) throw new Error('W7 holds for everything');
  return found;
};

const statuses: Readonly<Record<ChargeOutcome, ChargeStatus>> = { FREE: 'FREE', DECIDE: 'DECISION_PENDING', PAID: 'QUOTING' };

/** The status that an evaluation gives a ticket (3.2). */
export const chargeStatusAfter = (outcome: ChargeOutcome): ChargeStatus => statuses[outcome];
