import type { CommandDefinition } from '../command';

export const travelCommands: readonly CommandDefinition[] = [];
