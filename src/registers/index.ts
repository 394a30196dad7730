import { complaintRegister } from './complaints';
import { capaRegister, defectRegister } from './defects';
import type { Register } from './register';

/** Registers (regulation 3.8, 3.13 to 3.15): matters with a small table of states each. One mechanism takes every one through its own. */
export const registers: readonly Register[] = [complaintRegister, defectRegister, capaRegister];

export { complaintRegister } from './complaints';
export { capaRegister, defectRegister } from './defects';
export * from './register';
