import type { CommandDefinition } from '../command';

export const monthlyReportsCommands: readonly CommandDefinition[] = [];
