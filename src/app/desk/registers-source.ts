import { complaints, correctiveActions, defects, products, slaClocks, staff } from '../../../sheets-templates';
import type { DeskSource } from '../command';
import { registerItems } from './registers';

/** Matters of all registers (src/registers). */
export const registersDesk: DeskSource = { reads: [complaints, defects, correctiveActions, products, slaClocks, staff], items: (desk) => registerItems(desk) };
