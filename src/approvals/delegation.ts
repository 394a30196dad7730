import type { Delegation, DocType, Role, StaffMember } from '../../sheets-templates';
import { firstRefusal, plusDays, dateOf, refuse, type Instant, type Refusal } from '../terms';

const ranks: Readonly<Partial<Record<Role, number>>> = { SUP: 1, TSM: 2, DGM: 3, EDGM: 4, GM: 5 };
const rankOf = ({ roles }: StaffMember): number => Math.max(0, ...Object.entries(ranks).filter(([role]) => roles.includes(role)).map(([, rank]) => rank));

/** 6.3: goodwill, emergency release and write-off, and the general manager's part of a liability decision, go to the executive deputy only. */
const closelyHeld: readonly DocType[] = ['GOODWILL', 'RELEASE', 'WRITE_OFF'];
const onlyToDeputy = (from: StaffMember, docTypes: readonly DocType[]): boolean => docTypes.some((type) => closelyHeld.includes(type) || (type === 'LIABILITY' && from.roles.includes('GM')));

export interface DelegationTerms {
  readonly docTypes: readonly DocType[];
  readonly startAt: Instant;
  readonly endAt: Instant;
}

const longestDays = 31;

/** May somebody hand these decisions to somebody for this time (6.3)? */
export const refuseDelegation = (from: StaffMember, to: StaffMember | undefined, { docTypes, startAt, endAt }: DelegationTerms, now: Instant): Refusal | null => {
  if (to === undefined || !to.active || to.staffId === from.staffId) return refuse('6.3', '请填写一位在职的其他人员（姓名或编号）。', 'Name another active member of staff, by name or number.');
  return firstRefusal([
    docTypes.length > 0 && startAt < endAt && endAt > now && dateOf(endAt) <= plusDays(dateOf(startAt), longestDays) ? null
      : refuse('6.3', `委托须选定单据类型，结束晚于开始和现在，且不超过 ${longestDays} 天。`, `A delegation names documents, ends after its start and after now, and lasts at most ${longestDays} days.`),
    rankOf(to) >= rankOf(from) - 1 ? null : refuse('6.3', '只能委托给同级、上级或低一级的人员。', 'Only to somebody of the same or a higher role, or one level below.'),
    !onlyToDeputy(from, docTypes) || to.roles.includes('EDGM') ? null : refuse('6.3', '酌情免收、签约前抢修、核销，以及总经理的责任判定，只能委托给常务副总。', 'Goodwill, emergency release, write-off and the general manager\'s liability decisions go to the executive deputy only.'),
  ]);
};

const holds = ({ startAt, endAt, revokedAt }: Delegation, at: string): boolean => startAt <= at && at < endAt && revokedAt === null;

/** Delegations of these people's decisions on a kind of document that hold now. What was delegated to somebody is not handed on: there is no chain. */
export const delegatesOf = (rows: readonly Delegation[], docType: DocType, from: readonly string[], at: string): readonly Delegation[] =>
  rows.filter((row) => holds(row, at) && row.docTypes.includes(docType) && from.includes(row.fromStaff));
