import type { CommandDefinition } from '../command';
import { acceptanceCommands } from './acceptance';
import { chargesCommands } from './charges';
import { contactsCommands } from './contacts';
import { copyTextCommands } from './copy-text';
import { deadlinesCommands } from './deadlines';
import { dispatchCommands } from './dispatch';
import { dutyCommands } from './duty';
import { expensesCommands } from './expenses';
import { fieldCommands } from './field';
import { monthlyReportsCommands } from './monthly-reports';
import { partsCommands } from './parts';
import { registerCommand } from './registers';
import { repairsCommands } from './repairs';
import { plansCommands } from './plans';
import { settingsCommands } from './settings';
import { surveysCommands } from './surveys';
import { tasksCommands } from './tasks';
import { ticketsCommands } from './tickets';
import { travelCommands } from './travel';
import { approvalsCommands } from './approvals';
import { delegationsCommands } from './delegations';
import { sweepCommands } from '../sweep';

const all: readonly CommandDefinition[] = [
  ...ticketsCommands,
  ...contactsCommands,
  ...tasksCommands,
  ...surveysCommands,
  ...plansCommands,
  ...settingsCommands,
  ...dutyCommands,
  ...deadlinesCommands,
  ...copyTextCommands,
  ...acceptanceCommands,
  ...dispatchCommands,
  ...fieldCommands,
  ...partsCommands,
  ...repairsCommands,
  ...monthlyReportsCommands,
  ...expensesCommands,
  ...travelCommands,
  ...chargesCommands,
  ...sweepCommands,
  ...approvalsCommands,
  ...delegationsCommands,
];

const byName = new Map(all.map((definition) => [definition.name, definition]));

export const commandNames: readonly string[] = all.map((definition) => definition.name);

/** Those of registers stand in a part of their own, for runs that name one. */
export const findCommand = (name: string): CommandDefinition | undefined => byName.get(name) ?? (name === '' ? undefined : registerCommand(name));
