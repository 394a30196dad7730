import type { Skill, SkillMatch } from '../../sheets-templates';
import { skillCode } from '../../sheets-templates';
import type { LocalDate, Words } from '../terms';

export interface SkillFinding {
  readonly match: SkillMatch;
  /** Codes that nobody of the team holds on the day. */
  readonly missing: readonly string[];
}

const holds = (skill: Skill, code: string, on: LocalDate): boolean => skill.skillCode === code && (skill.validTo === null || skill.validTo >= on);

/**
 * Whether a team can do the job: every skill that the product asks for, held by somebody of the team and
 * valid on the day of departure. FULL with nothing asked; PARTIAL with some held; NONE with none.
 */
export const matchSkills = (required: readonly string[], team: readonly string[], skills: readonly Skill[], on: LocalDate): SkillFinding => {
  const ofTeam = skills.filter((skill) => team.includes(skill.staffId));
  const missing = required.filter((code) => !ofTeam.some((skill) => holds(skill, code, on)));
  if (missing.length === 0) return { match: 'FULL', missing };
  return { match: missing.length === required.length ? 'NONE' : 'PARTIAL', missing };
};

export const skillWords = (code: string): Words => (Object.entries(skillCode).find(([known]) => known === code)?.[1] ?? { zh: code, en: code });
