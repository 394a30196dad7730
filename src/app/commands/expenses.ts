import type { CommandDefinition } from '../command';

export const expensesCommands: readonly CommandDefinition[] = [];
