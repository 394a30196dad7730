import type { CommandDefinition } from '../command';

export const fieldCommands: readonly CommandDefinition[] = [];
