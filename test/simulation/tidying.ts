import { tables, type TableName } from '../../sheets-templates';
import type { Random } from './random';
import type { Person } from './staff-visit';
import type { World } from './world';

/** Tabs that people look at and put in order; the journal's rows are its chain, so that nobody sorts them. */
const tidied: readonly TableName[] = ['tickets', 'slaClocks', 'dispatchOrders', 'partsLines', 'expenseClaims', 'customers', 'contacts', 'approvals', 'quotes', 'receivables', 'outbox', 'staff'];

interface Tab {
  readonly table: TableName;
  readonly workbook: string;
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
}

const tabOf = (world: World, table: TableName, as: string): Tab | null => {
  const { company } = world;
  const workbook = company.workbook(tables[table].book);
  const tab = company.workspace.spreadsheets(as).find((file) => file.id === workbook)?.tabs.find(({ title }) => title === tables[table].label.zh);
  return tab === undefined ? null : { table, workbook, sheetId: tab.sheetId, rows: tab.rows, columns: tab.columns };
};

const send = async (world: World, { workbook }: Tab, request: object, as: string): Promise<number> =>
  (await world.company.workspace.rest('POST', `/v4/spreadsheets/${workbook}:batchUpdate`, new URLSearchParams(), { requests: [request] }, as)).status;

const columnsAt = ({ sheetId }: Tab, startIndex: number) => ({ sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 });

/** The last column that a tab may grow to by inserting. */
const widest = 80;

/** What the owner may do with a tab: nothing of it may matter to the product. */
const liberties: readonly ((world: World, tab: Tab, as: string, random: Random) => Promise<string>)[] = [
  async (world, tab, as, random) => {
    const sortSpecs = [{ dimensionIndex: random.integer(0, tab.columns - 1), sortOrder: random.pick(['ASCENDING', 'DESCENDING']) }];
    return `sorts ${tab.table}: ${await send(world, tab, { sortRange: { range: { sheetId: tab.sheetId, startRowIndex: 2 }, sortSpecs } }, as)}`;
  },
  async (world, tab, as, random) => {
    if (tab.columns >= widest) return 'leaves the columns as they are';
    const at = random.integer(1, tab.columns - 1);
    const status = await send(world, tab, { insertDimension: { range: columnsAt(tab, at), inheritFromBefore: false } }, as);
    // A heading and remarks of one's own, beside the product's.
    await world.company.workspace.editCells(tab.workbook, tab.sheetId, 1, at, [['备注'], ['=1/0'], ['稍后再看']], as);
    return `inserts a column into ${tab.table}: ${status}`;
  },
  async (world, tab, as, random) => {
    const from = random.integer(1, tab.columns - 1);
    return `moves a column of ${tab.table}: ${await send(world, tab, { moveDimension: { source: columnsAt(tab, from), destinationIndex: random.integer(1, tab.columns) } }, as)}`;
  },
  async (world, tab, as, random) => {
    const { accepted } = await world.company.workspace.editCells(tab.workbook, tab.sheetId, tab.rows - random.integer(1, 20), tab.columns - 1, [['随手记'], ['下周处理']], as);
    return `scribbles below ${tab.table}: ${accepted ? 'taken' : 'refused'}`;
  },
];

/** What a member of staff tries with a tab that the product keeps: all of it must be refused. */
const trespasses: readonly ((world: World, tab: Tab, as: string, random: Random) => Promise<boolean>)[] = [
  // Every row's number stands in a column that nobody types into; the first one is the key unless somebody moved it.
  async (world, tab, as) => (await world.company.workspace.editCells(tab.workbook, tab.sheetId, 0, 0, [['x']], as)).accepted,
  async (world, tab, as, random) => (await world.company.workspace.editCells(tab.workbook, tab.sheetId, random.integer(2, 12), 0, Array.from({ length: 3 }, () => Array.from({ length: tab.columns }, () => '1')), as)).accepted,
  async (world, tab, as, random) => {
    const startIndex = random.integer(2, 12);
    return (await send(world, tab, { deleteDimension: { range: { sheetId: tab.sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } } }, as)) === 200;
  },
  async (world, tab, as) => (await send(world, tab, { sortRange: { range: { sheetId: tab.sheetId, startRowIndex: 2 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } }, as)) === 200,
];

/** The owner puts a tab in order, or somebody tries what he may not. */
export const tidyUp = async (world: World, person: Person, random: Random): Promise<void> => {
  const table = random.pick(tidied);
  const owner = world.company.person('ADM').email;
  const isOwner = random.chance(0.5) || person.email === owner;
  const as = isOwner ? owner : person.email;
  const tab = tabOf(world, table, as);
  if (tab === null) return;
  if (isOwner) {
    world.note(`The owner ${await random.pick(liberties)(world, tab, as, random)}`, 'tidy up', 'done');
    return;
  }
  const done = await random.pick(trespasses)(world, tab, as, random);
  world.note(`${person.name} tries to change ${table}`, 'trespass', done ? 'done' : 'refused');
  if (done) world.complain(`${person.name} changed ${table} where nobody may`);
};
