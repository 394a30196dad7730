import type { CommandDefinition } from '../command';

export const dispatchCommands: readonly CommandDefinition[] = [];
