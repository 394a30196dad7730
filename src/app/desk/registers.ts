import { products, staff, type Columns, type Table } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import { registers, textOf, type Entry, type Register } from '../../registers';
import { words, type Words } from '../../terms';
import { hasRole, staffIdOf, type Actor } from '../actor';
import type { CommandDefinition, DeskSource, Offer, WorkItem } from '../command';
import { registerCommand } from '../commands/registers';
import { entryId, factsOf, movableEntry, statusWords } from '../commands/registers/entries';
import { columnOf } from '../commands/registers/fields';
import { nearestDue, offerOf, offersFrom, withChoices, type Choices } from './offers';

const activeNames = (table: Table<Columns>, name: string) => (draft: Draft): Choices =>
  Object.fromEntries(draft.where(table, (row) => row['active'] !== false).map((row): [string, Words] => [String(row[table.key]), words(String(row[name]), String(row[name]))]));

const people = activeNames(staff, 'name');
const models = activeNames(products, 'model');

/** People and models are chosen, not typed. */
const choosing = (draft: Draft, register: Register, offer: Offer): Offer => ({
  ...offer,
  fields: withChoices(offer.fields, Object.fromEntries(offer.fields.flatMap(({ name }): readonly (readonly [string, Choices])[] =>
    columnOf(register, name).people === true ? [[name, draft.derive(people)]] : name === 'productId' ? [[name, draft.derive(models)]] : []))),
});

const definitionsOf = ({ steps }: Register): readonly CommandDefinition[] => [...new Set(steps.map(({ command }) => command))].flatMap((name) => registerCommand(name) ?? []);

const toned = ({ steps }: Register, tone: 'primary' | 'danger'): readonly string[] => steps.filter((step) => step.tone === tone).map(({ command }) => command);

const itemOf = (draft: Draft, actor: Actor, register: Register, definitions: readonly CommandDefinition[], entry: Entry): WorkItem => {
  const id = entryId(register, entry);
  const isOwner = register.owner !== null && entry[register.owner] === staffIdOf(actor);
  const sees = register.hiddenFrom !== undefined && (isOwner || hasRole(actor, 'TSM', 'DGM', 'GM')) ? [register.hiddenFrom] : [];
  const offers = offersFrom(actor, register.steps, movableEntry(register, id, entry), definitions, { primary: toned(register, 'primary'), danger: toned(register, 'danger') });
  return {
    objectId: id, kind: register.kind, title: textOf(entry, register.title), status: statusWords(register)[String(entry['status'])] ?? words('', ''), severity: null, dueAt: nearestDue(draft, id),
    facts: factsOf(draft, register, entry, [...register.shows, ...sees], true), offers: offers.map((offer) => choosing(draft, register, offer)), forms: [],
  };
};

/** Open matters of every register before those who can do something about them, or whose they are. Who is complained about sees nothing of it. */
export const registerItems = ({ draft, actor }: Parameters<DeskSource['items']>[0]): readonly WorkItem[] => {
  const self = staffIdOf(actor);
  return registers.flatMap((register) => {
    const { owner, hiddenFrom, over, settled } = register;
    const open = draft.where(register.table, (entry) => !over.includes(String(entry['status'])) && (hiddenFrom === undefined || entry[hiddenFrom] !== self));
    if (open.length === 0) return [];
    const definitions = definitionsOf(register);
    return open.map((entry) => ({ entry, item: itemOf(draft, actor, register, definitions, entry) }))
      .filter(({ entry, item }) => settled?.(entry) !== true && (item.offers.length > 0 || (owner !== null && entry[owner] === self))).map(({ item }) => item);
  });
};

/** What somebody may begin without anything to begin from. */
export const registerStarts = (draft: Draft, actor: Actor): readonly Offer[] =>
  registers.flatMap((register) => register.steps.filter((step) => step.from === null && step.actors.some((role) => role !== 'SYS' && role !== 'CUS' && role !== 'OWNER' && role !== 'LEAD' && role !== 'DUTY' && hasRole(actor, role))).flatMap((step) => {
    const definition = registerCommand(step.command);
    return definition === undefined ? [] : [choosing(draft, register, offerOf(definition, ''))];
  }));
