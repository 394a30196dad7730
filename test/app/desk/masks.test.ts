import fc from 'fast-check';
import { contacts, customers, tickets } from '../../../sheets-templates';
import { chatText } from '../../../src/app/chat/formats';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { maskAddress, maskCalled, maskName, maskNumbers, maskPhone } from '../../../src/tickets';
import { isRefusal } from '../../../src/terms';
import { journalled } from '../journalled';
import { makeContact, makeCustomer, makeTicket, type Person } from '../make-rows';
import { World } from '../world';

const id = 'TK-20260303-001';
const office = (): World => new World().add(tickets, makeTicket({ status: 'TRIAGED', severity: 'A', siteAddress: '苏州市昆山区某路 1 号' })).add(customers, makeCustomer()).add(contacts, makeContact());
const facts = (who: Person): string => JSON.stringify(office().desk(ticketsDesk, who)[0]?.facts ?? []);

describe('9.3: data classes and masks', () => {
  test.each([
    ['13812345678', '138****5678'], ['+86 138-1234-5678', '138****5678'], ['0512-5550111', '051****0111'], ['021-5550100', '021****00'], ['5550100', '****00'], ['', '****'],
  ])('9.3: the number %s stands as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test('9.3: numbers inside a text are masked as they are alone, seven digits too', () => {
    expect(maskNumbers('请打 5550100 或 13812345678，工单 12')).toBe('请打 ****00 或 138****5678，工单 12');
    expect(maskNumbers('请打 138 1234 5678')).toBe('请打 138****5678');
  });

  test.each([
    ['打 13812345678', '打 138****5678'], ['+8613900000000', '139****0000'], ['138 1234 5678 或 138-1234-5678', '138****5678 或 138****5678'], ['0512-5550111', '051****0111'], ['021-55501001', '021****1001'],
    ['138 123 45678、138.1234.5678、0086 13812345678', '138****5678、138****5678、138****5678'], ['手机１３８１２３４５６７８', '手机138****5678'], ['（0512）5550 0111，+86 021-55501001-801', '051****0111，021****1001-801'],
    ['１号柜', '１号柜'], ['15 2026-11-27 9:30，16 2026 1127 000', '15 2026-11-27 9:30，16 2026 1127 000'],
    ['TK-20260303-001', 'TK-20260303-001'], ['发票 031001900211 / 12345678', '发票 031001900211 / 12345678'], ['¥ 13,812.00，XGN23040006，6222021001112223334', '¥ 13,812.00，XGN23040006，6222021001112223334'],
  ])('9.4 no. 1: of %s a desk that calls nobody shows %s', (text, shown) => expect(maskCalled(text)).toBe(shown));

  test('9.3: a name by its first character, a place up to the district', () => {
    expect([maskName('王先生'), maskName('欧阳静'), maskName('')]).toEqual(['王**', '欧**', '**']);
    expect(['浦东新区金桥路 1288 号', '上海市浦东新区金桥路 1288 号', '昆山市某路 1 号', '稠州北路 699 号', '和平路 9 号阳光小区'].map(maskAddress)).toEqual(['浦东新区', '上海市浦东新区', '昆山市', '', '']);
  });

  test('9.3: at least three digits of a number stay hidden', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9+ -]{0,20}$/), (phone) => {
      const shown = maskPhone(phone).replace(/\D/g, '').length;
      return shown <= Math.max(2, phone.replace(/\D/g, '').length - 3) && maskPhone(phone).includes('****');
    }));
  });

  test('9.3: those who call see the contact in full, managers who watch see it masked', () => {
    for (const who of ['sup', 'clk', 'tsm'] as const) expect(facts(who)).toMatch(/王先生 13812345678.*某路 1 号/);
    for (const who of ['gm', 'dgm'] as const) {
      expect(facts(who)).toMatch(/王\*\* 138\*\*\*\*5678.*苏州市昆山区/);
      expect(facts(who)).not.toMatch(/13812345678|王先生|某路|昆山某厂/);
    }
    for (const who of ['eng', 'qa', 'fin', 'sal', 'prd'] as const) expect(facts(who)).toBe('[]');
  });

  test('9.3: a number that the customer wrote into the fault is masked with the rest', () => {
    const told = (who: Person): string => JSON.stringify(new World().add(tickets, makeTicket({ status: 'TRIAGED', severity: 'A', faultDesc: '跳闸，请打 13900000000 找小李' })).desk(ticketsDesk, who)[0]?.facts ?? []);
    expect(told('sup')).toContain('请打 13900000000');
    expect(told('gm')).toContain('请打 139****0000');
  });

  test('9.3, 9.5: a full view is given to who may have it, and the journal keeps who looked', () => {
    const world = office();
    const seen = world.ask('gm', 'ticket.showContact', id);
    expect(isRefusal(seen) ? seen.code : seen.reply.message.zh).toContain('王先生 · 13812345678');
    expect(journalled(world, 'gm', 'ticket.showContact', id)).toMatchObject([{ actor: 'ST-001', command: 'ticket.showContact', objectId: id, result: 'OK', changes: [] }]);
    for (const who of ['eng', 'qa', 'sal', 'fin'] as const) {
      expect(world.refusal(who, 'ticket.showContact', id)).toBe('ROLE');
      expect(journalled(world, who, 'ticket.showContact', id)).toMatchObject([{ result: 'DENIED' }]);
    }
  });

  test('9.3: no number reaches a group chat', () => {
    expect(chatText('王先生 13812345678、138-1234-5678、(021) 62345678、02162345678、021-62345678 报修 TK-20260303-001')).toBe('【售后】王先生 ***、***、***、***、*** 报修 TK-20260303-001');
  });
});
