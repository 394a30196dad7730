import type { CommandDefinition } from '../command';

export const partsCommands: readonly CommandDefinition[] = [];
