import { contacts, customers, tickets } from '../../../../sheets-templates';
import { placeOf } from '../../../tickets';
import { refuse, words } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { noTicket } from './subject';

/**
 * 9.3: managers see contact data masked. Whoever needs it in full asks for it, and the journal keeps who looked at whose (VIEW_PII).
 * Those who call the customer have it before them (9.4 no. 1).
 */
export const showContact: CommandDefinition = command({
  name: 'ticket.showContact', label: words('查看完整联系方式', 'Show the contact in full'), rules: ['9.3', '9.5'], reads: [tickets, contacts, customers], fields: [],
  decide: ({ draft, actor, objectId }) => {
    if (!hasRole(actor, 'GM', 'EDGM', 'DGM', 'TSM', 'SUP', 'CS', 'CLK')) return refuse('ROLE', '完整联系方式仅限领导、主管、客服和内勤查看。', 'Only managers, the supervisor, customer service and the clerk may see the contact in full.');
    const ticket = draft.find(tickets, objectId);
    if (ticket === undefined) return noTicket(objectId);
    const contact = draft.find(contacts, ticket.reporterContact);
    const text = [draft.find(customers, ticket.customerId)?.name, contact?.name, contact?.phone, placeOf(ticket)].filter((part) => part !== undefined && part.trim() !== '').join(' · ');
    return { objectId, onRecord: true, message: words(`${text}（本次查看已记录）`, `${text} (this look is on record)`) };
  },
});
