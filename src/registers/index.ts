import { appraisalRegister } from './appraisals';
import { complaintRegister } from './complaints';
import { capaRegister, defectRegister } from './defects';
import { overtimeRegister } from './overtime';
import { ackRegister, policyRegister } from './policies';
import type { Register } from './register';
import { spotRegister } from './spot-checks';
import { assignmentRegister, trainingRegister } from './trainings';
import { toolRegister, wasteRegister } from './upkeep';

/** Registers (regulation 3.8, 3.13 to 3.15): matters with a small table of states each. One mechanism takes every one through its own. */
export const registers: readonly Register[] = [
  complaintRegister, defectRegister, capaRegister, overtimeRegister, toolRegister, wasteRegister, policyRegister, ackRegister, trainingRegister, assignmentRegister, spotRegister, appraisalRegister,
];

export * from './appraisal-score';
export { capaRegister } from './defects';
export { checkItems, drawSample } from './spot-checks';
export * from './register';
