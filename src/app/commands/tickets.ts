import type { CommandDefinition } from '../command';

export const ticketsCommands: readonly CommandDefinition[] = [];
