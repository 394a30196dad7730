import type { CommandDefinition } from '../command';

export const acceptanceCommands: readonly CommandDefinition[] = [];
