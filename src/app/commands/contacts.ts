import type { CommandDefinition } from '../command';

export const contactsCommands: readonly CommandDefinition[] = [];
