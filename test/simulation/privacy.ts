import { ticketStatus } from '../../sheets-templates';
import type { PageData } from '../../src/ui/protocol';
import type { CellRow } from '../journeys/company';

/** Numbers of customers, in the demonstration and in the requests of a simulation. */
const customerPhone = /1390000\d{4}/g;
const ticketNumber = /TK-\d{8}-\d{3}/g;
const orderOf: readonly string[] = ['SUP', 'TSM', 'CS', 'CLK'];

/** Money that stays within the house: what things cost it, not what it asks. */
const inside = /成本|毛利|unit cost|margin/i;

/** What a page for a customer must not hold: other tickets, other people's numbers, what things cost the house. */
export const leaksToCustomer = (page: PageData): readonly string[] => {
  if (page.page !== 'ticket' && page.page !== 'acceptance') return [];
  const text = JSON.stringify({ ...page, inputs: [] });
  const own = ticketNumber.exec(page.objectId)?.[0];
  ticketNumber.lastIndex = 0;
  const tickets = new Set(text.match(ticketNumber) ?? []);
  const wrong: string[] = [];
  if (own !== undefined) for (const ticket of tickets) if (ticket !== own) wrong.push(`The page of ${page.objectId} shows ${ticket}`);
  if (customerPhone.test(text)) wrong.push(`The page of ${page.objectId} shows a customer's number`);
  customerPhone.lastIndex = 0;
  if (inside.test(text)) wrong.push(`The page of ${page.objectId} shows what things cost`);
  if (/ST-\d{3}/.test(text)) wrong.push(`The page of ${page.objectId} shows a staff number`);
  return wrong;
};

export interface Looker {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const phonesOn = (value: unknown): readonly string[] => JSON.stringify(value).match(customerPhone) ?? [];

/**
 * 9.4 no. 1 and 2: a customer's number is for those who call, and for engineers on a ticket of theirs or on duty; nobody
 * else's desk holds one. Parts go to a consignee: whoever ships them sees that one number. A text to paste may end up anywhere (10.5).
 */
export const leaksToStaff = (page: PageData, looker: Looker, work: () => Promise<readonly CellRow[]>): Promise<readonly string[]> => {
  if (page.page !== 'desk') return Promise.resolve([]);
  const pasted = phonesOn(page.inputs.flat().filter(({ copy }) => copy === true));
  if (pasted.length > 0) return Promise.resolve([`The desk of ${looker.name} has a text to paste with a customer's number`]);
  if (looker.roles.some((role) => orderOf.includes(role))) return Promise.resolve([]);
  const items = page.items.filter((item) => phonesOn(item.facts).length > 0);
  const mayShip = looker.roles.some((role) => ['OPS', 'OPM', 'PRD', 'PDM'].includes(role));
  if (items.length === 0) return Promise.resolve([]);
  if (!looker.roles.includes('ENG')) return Promise.resolve(mayShip ? [] : items.map((item) => `The desk of ${looker.name} (${looker.roles.join()}) shows a customer's number with ${item.objectId}`));
  return work().then((rows) => {
    // The duty backup acts for a supervisor who does not (6.3), until an engineer has the ticket.
    const before: readonly string[] = [ticketStatus.NEW.zh, ...(rows.some((row) => String(row['backup'] ?? '').includes(looker.staffId)) ? [ticketStatus.TRIAGED.zh] : [])];
    const own = rows.filter((row) => [row['lead_engineer'], row['team'], row['engineer_lead']].some((cell) => String(cell ?? '').includes(looker.name) || String(cell ?? '').includes(looker.staffId)));
    return items
      .filter((item) => /^(TK|PG)-/.test(item.objectId) && !before.includes(item.status.zh) && !own.some((row) => row['ticket_id'] === item.objectId || row['order_id'] === item.objectId))
      .map((item) => `The desk of ${looker.name} shows a customer's number with ${item.objectId} (${item.status.zh}), which is not his`);
  });
};
