import type { CommandDefinition } from '../command';

export const repairsCommands: readonly CommandDefinition[] = [];
