import { approvals, slaClocks, tickets, type AnyTable, type DocType } from '../../../sheets-templates';
import { tableName } from '../../ledger/change';
import { tables } from '../../../sheets-templates';
import { mayEverPause } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import { registers, type Entry, type Register } from '../../registers';
import { isRefusal, words, type Refusal } from '../../terms';
import type { ApprovalRequest } from '../approvals/request-approval';
import type { CommandDefinition, Reply } from '../command';
import type { Request } from '../request';
import { effects } from './registers/effects';
import { entryId, entryNews, statusWords } from './registers/entries';
import { fieldsOf, givenIn, referenceTables } from './registers/fields';
import { monthOfRegisters } from './registers/month';
import { nightOfRegisters } from './registers/night';
import { boundContent, takeStep } from './registers/take-step';

const tableOf = ({ table }: Register): AnyTable => tables[tableName(table)];

const done = (register: Register, entry: Entry): Reply => {
  const state = statusWords(register)[String(entry['status'])] ?? words('', '');
  const id = entryId(register, entry);
  return { objectId: id, message: words(`${register.kind.zh} ${id}：${state.zh}。`, `${register.kind.en} ${id}: ${state.en}.`) };
};

/** One step of a register, with what hangs on it. */
const act = (request: Request, register: Register, command: string, objectId: string, given: Entry): Entry | Refusal => {
  const effect = effects[command];
  const prepared = effect?.prepare?.(request, given) ?? given;
  const entry = isRefusal(prepared) ? prepared : takeStep(request, register, command, objectId, prepared);
  if (!isRefusal(entry)) effect?.follow?.(request, entry);
  return entry;
};

const definitionOf = (register: Register, name: string): CommandDefinition | undefined => {
  const steps = register.steps.filter((step) => step.command === name && step.actors.some((actor) => actor !== 'SYS'));
  const [step] = steps;
  return step === undefined ? undefined : {
    name, label: step.label, rules: steps.map(({ id }) => id), fields: fieldsOf(register, step),
    // What its tickets wait for moves its deadlines, too.
    reads: [tableOf(register), slaClocks, ...(register.rules.some(mayEverPause) ? [tickets] : []), ...(register.approvals === undefined ? [] : [approvals]), ...referenceTables(register, step), ...(effects[name]?.reads ?? [])],
    decide: (request) => {
      const given = givenIn(request.draft, register, step, request.input);
      const entry = isRefusal(given) ? given : act(request, register, name, request.objectId, given);
      return isRefusal(entry) ? entry : done(register, entry);
    },
  };
};

/** The command of a step, by name. */
export const registerCommand = (name: string): CommandDefinition | undefined => {
  const job = [nightOfRegisters, ...monthOfRegisters].find((one) => one.name === name);
  if (job !== undefined) return job;
  for (const register of registers) {
    const definition = definitionOf(register, name);
    if (definition !== undefined) return definition;
  }
  return undefined;
};

export { bySystem } from './registers/by-system';

const asking = (docType: DocType): Register => {
  const found = registers.find(({ approvals: asked }) => asked !== undefined && docType in asked);
  if (found === undefined) throw new Error(`No register asks for ${docType}`);
  return found;
};

export const registerContent = (draft: Draft, docType: DocType, docId: string): unknown => {
  const register = asking(docType);
  return boundContent(register, docType, draft.get(register.table, docId));
};

export const registerMessage = (draft: Draft, docType: DocType, docId: string): ApprovalRequest['message'] => {
  const register = asking(docType);
  const step = register.steps.find(({ asks }) => asks === docType);
  const { actions: _own, ...message } = entryNews(draft, register, draft.get(register.table, docId), step ?? { label: register.kind });
  return message;
};

/** What an approval decides is a step of the system's own. */
export const registerDecided = (request: Request, docType: DocType, docId: string, approved: boolean): Reply | Refusal => {
  const register = asking(docType);
  const approval = register.approvals?.[docType];
  if (approval === undefined) throw new Error(`No register asks for ${docType}`);
  const command = approved ? approval.approved : approval.rejected;
  const entry = takeStep(request, register, command, docId, {}, { kind: 'system' });
  if (isRefusal(entry)) return entry;
  effects[command]?.follow?.(request, entry);
  return done(register, entry);
};
