import type { CommandDefinition } from '../command';
import { askDisposition, disposeReturn, fileReturn, receiveReturn, retestReturn, startRepair, testReturn } from './repairs/quality';
import { askWaiver, markMissing, registerReturn, sendBack } from './repairs/returns';

export const repairsCommands: readonly CommandDefinition[] = [
  registerReturn, sendBack, markMissing, askWaiver, receiveReturn, testReturn, startRepair, retestReturn, askDisposition, disposeReturn, fileReturn,
];
