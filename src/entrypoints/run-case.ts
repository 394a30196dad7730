import { computeCase, type CaseResult } from '../cases/run-case';
import { ownerOnly } from '../google/who';

/** Computes a case of a case file inside the bundle (docs/cases.md). Reads and writes nothing; for the owner's eyes only. */
export const runCase = (part: unknown, caseData: unknown, calendar?: unknown): CaseResult => {
  ownerOnly();
  return computeCase(String(part), caseData, calendar);
};
