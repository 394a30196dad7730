import { role, type Role } from '../../sheets-templates';
import { refuse, type Refusal, type Words } from '../terms';
import { hasRole, staffIdOf, type Actor } from './actor';
import type { Transition } from './command';

/** An object as the transition tables look at it. `status: null` stands for one that does not exist yet. */
export interface Movable<Status extends string> {
  readonly objectId: string;
  readonly status: Status | null;
  readonly labels: Readonly<Record<Status, Words>>;
  /** Who is meant by LEAD in the table. */
  readonly lead?: string | null;
  /** Who is meant by OWNER in the table. */
  readonly owner?: string | null;
  /** Who is meant by DUTY in the table; nobody while the supervisor acts. */
  readonly duty?: string | null;
}

type Party = Role | 'LEAD' | 'OWNER' | 'DUTY';

const isParty = <Status extends string>(actor: Actor, party: Party, object: Movable<Status>): boolean => {
  switch (party) {
    case 'LEAD':
      return actor.kind === 'staff' && actor.staff.active && object.lead === staffIdOf(actor);
    case 'OWNER':
      return actor.kind === 'staff' && actor.staff.active && object.owner === staffIdOf(actor);
    case 'DUTY':
      return actor.kind === 'staff' && actor.staff.active && object.duty === staffIdOf(actor);
    case 'SYS':
      return actor.kind === 'system';
    case 'CUS':
      return actor.kind === 'customer';
    default:
      return hasRole(actor, party);
  }
};

const mayFire = <Status extends string>(actor: Actor, row: Transition<Status>, object: Movable<Status>): boolean =>
  row.actors.some((party) => isParty(actor, party, object));

const startsFrom = <Status extends string>(row: Transition<Status>, status: Status | null): boolean =>
  row.from === null ? status === null : status !== null && row.from.includes(status);

const partyWords = (party: Party): Words => {
  if (party === 'LEAD') return { zh: '负责人员', en: 'the lead engineer' };
  if (party === 'OWNER') return { zh: '责任人', en: 'the person in charge' };
  if (party === 'DUTY') return { zh: '值班备岗（主管未处理时）', en: 'the duty backup where the supervisor does not act' };
  return role[party];
};

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Who a command waits for, as a sentence: the desk of somebody else offers it. */
const wrongPerson = <Status extends string>(rows: readonly Transition<Status>[], label: Words): Refusal => {
  const parties = rows.flatMap((row) => row.actors).map(partyWords);
  return refuse('ROLE', `“${label.zh}”只能由${unique(parties.map(({ zh }) => zh)).join('、')}办理。`, `"${label.en}" can only be done by: ${unique(parties.map(({ en }) => en)).join(', ')}.`);
};

const wrongState = <Status extends string>(object: Movable<Status>, label: Words): Refusal => {
  if (object.status === null) return refuse('STATE', `没有 ${object.objectId}，不能“${label.zh}”。`, `There is no ${object.objectId}, so "${label.en}" is not possible.`);
  const state = object.labels[object.status];
  return refuse('STATE', `${object.objectId} 现为“${state.zh}”，此时不能“${label.zh}”。`, `${object.objectId} is "${state.en}" now; "${label.en}" is not possible in that state.`);
};

/**
 * The row of a transition table along which a command may move an object now, or the refusal that says who may
 * (`ROLE`) or that the state does not allow it (`STATE`).
 */
export const checkMove = <Status extends string>(actor: Actor, table: readonly Transition<Status>[], command: string, object: Movable<Status>): Transition<Status> | Refusal => {
  const rows = table.filter((row) => row.command === command);
  const [first] = rows;
  if (first === undefined) throw new Error(`No transition belongs to ${command}`);
  const fitting = rows.filter((row) => startsFrom(row, object.status));
  const candidates = fitting.length > 0 ? fitting : rows;
  if (!candidates.some((row) => mayFire(actor, row, object))) return wrongPerson(candidates, first.label);
  return fitting.find((row) => mayFire(actor, row, object)) ?? wrongState(object, first.label);
};

/** Every row that an actor could fire on an object in its present state: what a desk offers. */
export const openMoves = <Status extends string>(actor: Actor, table: readonly Transition<Status>[], object: Movable<Status>): readonly Transition<Status>[] =>
  table.filter((row) => startsFrom(row, object.status) && mayFire(actor, row, object));
