import { slaClocks, type SlaClock } from '../../../sheets-templates';
import { isOpen } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Words } from '../../terms';
import type { Actor } from '../actor';
import type { CommandDefinition, Offer, Transition } from '../command';
import type { Field } from '../field';
import { openMoves, type Movable } from '../moves';

/** How a desk shows some commands otherwise than plainly. */
export interface OfferShape {
  /** Fields with choices or first values filled in for the object at hand. */
  readonly fields?: Readonly<Record<string, (fields: readonly Field[]) => readonly Field[]>>;
  readonly primary?: readonly string[];
  readonly danger?: readonly string[];
  /** Commands that a form or another place offers better. */
  readonly hidden?: readonly string[];
}

const toneOf = (command: string, { primary, danger }: OfferShape): Offer['tone'] => {
  if (primary?.includes(command) === true) return 'primary';
  return danger?.includes(command) === true ? 'danger' : 'plain';
};

/** One command as an offer on an object. */
export const offerOf = (definition: CommandDefinition, objectId: string, shape: OfferShape = {}, label: Words = definition.label): Offer => ({
  command: definition.name, objectId, label, fields: shape.fields?.[definition.name]?.(definition.fields) ?? definition.fields, tone: toneOf(definition.name, shape),
});

/** What an actor can start on an object now, by the transition table; each command once. */
export const offersFrom = <Status extends string>(actor: Actor, table: readonly Transition<Status>[], object: Movable<Status>, definitions: readonly CommandDefinition[], shape: OfferShape = {}): readonly Offer[] => {
  const offers = new Map<string, Offer>();
  for (const row of openMoves(actor, table, object)) {
    const definition = definitions.find(({ name }) => name === row.command);
    if (definition === undefined || offers.has(row.command) || shape.hidden?.includes(row.command) === true) continue;
    offers.set(row.command, offerOf(definition, object.objectId, shape, row.label));
  }
  return [...offers.values()];
};

export type Choices = Readonly<Record<string, Words>>;

const chooseFrom = (field: Field, choices: Choices): Field => ({ ...field, kind: field.kind === 'list' ? 'list' : 'choice', choices });

/** Turns fields that take a number or a name into lists to choose from. */
export const withChoices = (fields: readonly Field[], byName: Readonly<Record<string, Choices>>): readonly Field[] =>
  fields.map((field) => {
    const choices = byName[field.name];
    return choices === undefined ? field : chooseFrom(field, choices);
  });

/** The same for a field inside the lines of another. */
export const withLineChoices = (fields: readonly Field[], linesField: string, byName: Readonly<Record<string, Choices>>): readonly Field[] =>
  fields.map((field) => (field.name === linesField && field.columns !== undefined ? { ...field, columns: withChoices(field.columns, byName) } : field));

/** Fields that begin with what is already known. */
export const withInitial = (fields: readonly Field[], initial: Readonly<Record<string, string | null>>): readonly Field[] =>
  fields.map((field) => {
    const value = initial[field.name];
    return value === undefined || value === null || value === '' ? field : { ...field, initial: value };
  });

/** The nearest running deadline of some objects. */
export const nearestDue = (draft: Draft, ...objectIds: readonly string[]): SlaClock['dueAt'] | null =>
  objectIds.flatMap((objectId) => draft.by(slaClocks, 'objectId', objectId)).filter(isOpen).map((clock) => clock.dueAt).sort()[0] ?? null;
