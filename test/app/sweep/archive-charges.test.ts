import { settlements, tickets } from '../../../sheets-templates';
import { instant, isRefusal } from '../../../src/terms';
import { acceptWork, chargeWorld, owedIn, paid, signed, ticketId } from '../commands/charge-world';

test('R-247 while money is owed a ticket stays; once it is paid, everything of its money goes along', () => {
  const world = chargeWorld();
  signed(world, { paymentTerms: 'MONTHLY' });
  acceptWork(world);
  world.run('clk', 'ticket.close', ticketId);
  const going = (): readonly string[] => {
    const decided = world.ask('system', 'sweep.archive', '');
    if (isRefusal(decided)) throw new Error(decided.words.en);
    return decided.changes.flatMap((change) => (change.kind === 'insert' && change.workbook !== undefined ? [change.table] : []));
  };
  world.at('2027-01-10 02:00');
  expect(going()).toEqual([]);
  paid(world, owedIn(world).arId, '3000');
  expect(new Set(going())).toEqual(new Set(['tickets', 'quotes', 'quoteLines', 'serviceAgreements', 'receivables', 'payments', 'settlements', 'slaClocks', 'acceptances', 'surveys', 'approvals', 'ticketNews']));
  expect([world.get(tickets, ticketId).closedAt, world.all(settlements).length]).toEqual([instant('2026-03-03 09:30'), 1]);
});
