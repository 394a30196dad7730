import { staff, type DocType } from '../../../../sheets-templates';
import { textOf, type Entry, type Register, type Step } from '../../../registers';
import { atMinute, dateOf, isRefusal, parseDate, refuse, type Refusal } from '../../../terms';
import { staffIdOf, type Actor } from '../../actor';
import { pendingApproval, requestApproval, voidApprovals } from '../../approvals/request-approval';
import { cancelClocksOf, recordMoment } from '../../effects/record-moment';
import { checkMove } from '../../moves';
import type { Recipient, Request } from '../../request';
import { blank, entryId, entryNews, movableEntry } from './entries';
import { columnOf } from './fields';

const scopes = { '': () => '', day: (date: string) => date.replace(/-/g, ''), month: (date: string) => date.slice(0, 7).replace('-', '') } as const;

const refuseBarred = (register: Register, step: Step, entry: Entry, actor: Actor): Refusal | null => {
  const column = step.barred?.find((name) => entry[name] !== null && entry[name] === staffIdOf(actor));
  if (column === undefined) return null;
  const { label } = columnOf(register, column);
  return refuse(step.id, `“${step.label.zh}”不能由${label.zh}本人办理，请由其他人员办理。`, `"${step.label.en}" cannot be done by the person in "${label.en}"; somebody else does it.`);
};

const approvalOf = (register: Register, docType: DocType) => {
  const approval = register.approvals?.[docType];
  if (approval === undefined) throw new Error(`${register.table.name} asks for no ${docType}`);
  return approval;
};

/** What an approval of a row binds to (6.1 no. 4). */
export const boundContent = (register: Register, docType: DocType, entry: Entry): unknown =>
  [entryId(register, entry), entry['status'], ...approvalOf(register, docType).binds.map((name) => entry[name])];

const ask = (request: Request, register: Register, step: Step, entry: Entry): Refusal | null => {
  const { draft, actor } = request;
  const { asks } = step;
  if (asks === undefined) return null;
  const docId = entryId(register, entry);
  if (pendingApproval(draft, asks, docId) !== undefined) return refuse(step.id, '已在等待批复，请勿重复申请。', 'It waits for a decision already.');
  const { actions: _own, ...message } = entryNews(draft, register, entry, step);
  return requestApproval(request, {
    matrix: approvalOf(register, asks).matrix(entry), docType: asks, docId, content: boundContent(register, asks, entry), requestedBy: staffIdOf(actor) ?? 'SYS', beneficiaries: [],
    severity: undefined, noticeCode: 'N-24', message,
  });
};

const tell = (request: Request, register: Register, step: Step, entry: Entry): void => {
  for (const { code, roles, people, priority, when } of step.notices ?? []) {
    if (when?.(entry) === false) continue;
    const urgency = priority?.(entry);
    const to: readonly Recipient[] = [...roles.map((role) => ({ role })), ...(people ?? []).map((column) => ({ staffId: textOf(entry, column) }))];
    // What happens at any moment may happen twice in a second, so every notice has a key of its own (`now` as its cycle).
    request.notify({ code, to, objectId: entryId(register, entry), cycle: request.now, ...(urgency === undefined ? {} : { priority: urgency }), message: entryNews(request.draft, register, entry, step) });
  }
};

const move = (request: Request, register: Register, step: Step, objectId: string, before: Entry | undefined, given: Entry, actor: Actor): Entry | Refusal => {
  const { draft, now, settings, calendar } = request;
  const { table } = register;
  const base = { ...(before ?? blank(register)), ...given, ...step.set };
  const stamped = Object.fromEntries((step.stamp ?? []).filter((name) => base[name] === null).map((name) => [name, now]));
  const signed = Object.fromEntries((step.sign ?? []).map((name) => [name, staffIdOf(request.actor) ?? staffIdOf(actor)]));
  const told = { ...base, ...stamped, ...signed };
  const refused = refuseBarred(register, step, told, actor);
  if (refused !== null) return refused;
  const worked = step.works?.(told, { now, actorId: staffIdOf(actor), staff: draft.all(staff), entries: draft.all(table), settings, calendar }) ?? {};
  if (isRefusal(worked)) return worked;
  const status = step.to ?? base['status'];
  const [prefix, scope, digits] = register.number;
  const whole: Entry = {
    ...told, ...worked, status, ...(register.over.includes(String(status)) && told[register.ended] === null ? { [register.ended]: now } : {}),
    [table.key]: before === undefined ? given[table.key] ?? draft.nextNumber(prefix, scopes[scope](dateOf(now)), digits) : objectId,
  };
  return register.check?.(whole) ?? whole;
};

/** Clocks of 4.3 that the step ends and begins; what is over has none left. */
const keepTime = (request: Request, register: Register, step: Step, entry: Entry): void => {
  const id = entryId(register, entry);
  const facts = register.clock === undefined ? {} : register.clock(entry);
  const date = step.at === undefined ? null : parseDate(textOf(entry, step.at));
  for (const event of facts === null ? [] : step.events ?? []) {
    const { severity = null, ...others } = facts ?? {};
    recordMoment(request, { event, objectType: register.docType, objectId: id, ticketId: null, at: date === null ? request.now : atMinute(date, 0), severity, facts: { ...others, only: register.rules } });
  }
  if (register.over.includes(String(entry['status']))) cancelClocksOf(request.draft, request.now, id);
};

/**
 * Takes a row of a register through a step of its state table, for whoever asks or `actor` in their place: who may, what it asks
 * for, what follows for row, deadlines, approvals and people. Answers the row as it stands then.
 */
export const takeStep = (request: Request, register: Register, command: string, objectId: string, given: Entry, actor: Actor = request.actor): Entry | Refusal => {
  const { draft } = request;
  const { table } = register;
  const begins = register.steps.some((row) => row.command === command && row.from === null);
  const before = begins ? undefined : draft.find(table, objectId);
  const row = checkMove(actor, register.steps, command, movableEntry(register, objectId, before));
  if (isRefusal(row)) return row;
  const step = register.steps.find((one) => one === row);
  if (step === undefined) throw new Error(`No step ${command}`);
  const entry = move(request, register, step, objectId, before, given, actor);
  if (isRefusal(entry)) return entry;
  if (before === undefined) draft.insert(table, entry);
  else draft.update(table, objectId, entry);
  // What waited for a decision waited for it in the state before (6.1 no. 4).
  if (before !== undefined && step.to !== null && step.to !== before['status']) for (const docType of typesOf(register)) voidApprovals(draft, docType, entryId(register, entry));
  const refused = ask(request, register, step, entry);
  if (refused !== null) return refused;
  keepTime(request, register, step, entry);
  tell(request, register, step, entry);
  return entry;
};

/** Kinds of approvals that a register asks for. */
const typesOf = ({ approvals = {} }: Register): readonly DocType[] => Object.keys(approvals).filter((type): type is keyof typeof approvals => type in approvals);

