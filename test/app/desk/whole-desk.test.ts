import { dispatchOrders, repairOrders, tickets } from '../../../sheets-templates';
import { deskFor } from '../../../src/app/desk';
import { isRefusal } from '../../../src/terms';
import { makeOrder, makeRepair, makeTicket, type Person } from '../make-rows';
import { actorOf, World } from '../world';
import { worldPorts } from '../world-ports';

/** The desk as its page gets it: every trade's items, texts to paste, and what is kept back from the reader. */
const shown = (world: World, who: Person): string => {
  const desk = deskFor(worldPorts(world), () => actorOf(who));
  if (isRefusal(desk)) throw new Error(desk.words.en);
  return JSON.stringify(desk);
};

const returnedItem = (): World =>
  new World().add(tickets, makeTicket({ engineerLead: 'ST-006', projectName: '二期 13900000001' })).add(repairOrders, makeRepair({ status: 'TESTED', qaResult: 'PASS', returnReason: '跳闸，请打 13900000002' }));

describe('the whole desk', () => {
  it('9.4 no. 1: in facts, titles and texts to paste masks numbers that anybody wrote for who has nobody to call, and leaves them to who calls', () => {
    const world = returnedItem();
    expect(shown(world, 'qa')).toContain('跳闸');
    expect(shown(world, 'qa')).not.toMatch(/1390000000[12]/);
    world.set(repairOrders, 'WX-20260305-01', { status: 'DISPOSED' });
    expect(shown(world, 'clk')).toContain('13900000002');
  });

  it('10.5: a text to paste may end up in a group of many, so that nobody finds a written number in it', () => {
    const world = returnedItem().add(dispatchOrders, makeOrder({ status: 'ISSUED', workContent: '更换，先打 13900000003' }));
    const desk = deskFor(worldPorts(world), () => actorOf('sup'));
    if (isRefusal(desk)) throw new Error(desk.words.en);
    const pasted = desk.inputs.flat().flatMap(({ name, initial }) => (name === 'text' && initial !== null ? [initial] : []));
    expect(pasted.join()).toContain('先打 139****0003');
    expect(pasted.join()).not.toMatch(/1390000000\d/);
  });

  it('is for staff only', () => {
    expect(deskFor(worldPorts(returnedItem()), () => actorOf('system'))).toMatchObject({ code: 'DESK' });
  });
});
