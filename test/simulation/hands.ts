import { tables } from '../../sheets-templates';
import type { Random } from './random';
import type { Person } from './staff-visit';
import type { World } from './world';
import { day, written } from './moments';

const columns = ['severity', 'agreedDate', 'ownerStaff'] as const;

const typedValue = (column: (typeof columns)[number], world: World, random: Random): string => {
  if (random.chance(0.25)) return random.pick(['', 'D', '=1+1', '随便', '99', '不存在']);
  if (column === 'severity') return random.pick(['A', 'B', 'C', 'A级', 'B级', 'C级']);
  if (column === 'agreedDate') return written(world.now() + random.integer(0, 4) * day);
  return random.pick(world.company.answer.people).staffId;
};

/** Where what is typed into stands: the tickets' tab as the person's sheet shows it. */
const ticketsTab = async (world: World) => {
  const { company } = world;
  const id = company.workbook('service');
  const title = tables.tickets.label.zh;
  const { body } = await company.workspace.rest('GET', `/v4/spreadsheets/${id}/values/${encodeURIComponent(`'${title}'`)}`, new URLSearchParams(), null, company.person('ADM').email);
  const values = (body as { readonly values?: readonly (readonly string[])[] }).values ?? [];
  const tab = company.workspace.spreadsheets(company.person('ADM').email).find((file) => file.id === id)?.tabs.find((candidate) => candidate.title === title);
  return tab === undefined ? null : { id, sheetId: tab.sheetId, header: values[0] ?? [], rows: values.length };
};

/** Somebody types into a cell of the tickets, or pastes a block over several. */
export const typeIntoCells = async (world: World, person: Person, random: Random): Promise<void> => {
  const tab = await ticketsTab(world);
  if (tab === null || tab.rows < 3) return;
  const column = random.pick(columns);
  const at = tab.header.indexOf(`${column === 'agreedDate' ? 'agreed_date' : column === 'ownerStaff' ? 'owner_staff' : column}_entry`);
  const row = random.integer(2, tab.rows - 1);
  const height = random.chance(0.25) ? Math.min(random.integer(2, 5), tab.rows - row) : 1;
  const block = Array.from({ length: height }, () => [typedValue(column, world, random)]);
  const outcome = await world.company.workspace.editCells(tab.id, tab.sheetId, row, at, block, person.email).catch((error: unknown) => ({ accepted: false as const, message: String(error) }));
  world.note(`${person.name} types ${JSON.stringify(block)} into ${column} from row ${row}: ${outcome.accepted ? 'taken' : outcome.message}`, `cell ${column}`, outcome.accepted ? 'done' : 'refused');
};
