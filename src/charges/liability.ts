import type { CauseCode, ChargeStatus, ChargeType, LiabilityDecision } from '../../sheets-templates';
import { refuse, type Refusal } from '../terms';

type Signed = Pick<LiabilityDecision, 'tsmBy' | 'dgmBy' | 'gmBy' | 'thirdBy'>;

/** Who has signed a case so far, each person once. */
export const signersOf = ({ tsmBy, dgmBy, gmBy, thirdBy }: Signed): readonly string[] =>
  [...new Set([tsmBy, dgmBy, gmBy, thirdBy].filter((id): id is string => id !== null))];

/** 3.10: three different people stand behind a decision; who holds two of the roles signs for both, and somebody else signs too. */
export const lacksThird = (signed: Signed, decidesAs: string): boolean => signersOf({ ...signed, gmBy: decidesAs }).length < 3;

/** 7.3: service is refused only for man-made damage, where the company allows it at all (AMB-14). */
export const refuseOpinion = (opinion: ChargeType, sharePercent: number | null, cause: CauseCode | null, refuseAllowed: boolean): Refusal | null => {
  if (opinion === 'SHARED' && (sharePercent === null || sharePercent < 1 || sharePercent > 99)) return refuse('A-11', '分担须填写客户承担比例 1–99。', 'For a shared cost the customer\'s share of 1–99 % is needed.');
  if (opinion === 'REFUSE' && (cause !== 'MAN_MADE' || !refuseAllowed)) return refuse('AMB-14', '只有人为损坏可以不予服务，且须先提出有偿服务（A-13）。', 'Only man-made damage may be refused, and only after a paid offer (A-13).');
  return null;
};

const after: Readonly<Record<ChargeType, ChargeStatus>> = { FREE: 'FREE', PAID: 'QUOTING', SHARED: 'QUOTING', REFUSE: 'REFUSED' };

/** 3.2 decide */
export const chargeStatusByOutcome = (outcome: ChargeType): ChargeStatus => after[outcome];
