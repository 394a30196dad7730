import { appraisals, complaints, correctiveActions, defects, overtime, policyAcks, policyDocs, products, slaClocks, spotChecks, staff, tools, training, trainingAssignments, wasteRecords } from '../../../sheets-templates';
import type { DeskSource } from '../command';
import { registerItems } from './registers';

/** Matters of all registers (src/registers). */
export const registersDesk: DeskSource = { reads: [complaints, spotChecks, appraisals, defects, correctiveActions, overtime, tools, wasteRecords, policyDocs, policyAcks, training, trainingAssignments, products, slaClocks, staff], items: (desk) => registerItems(desk) };
