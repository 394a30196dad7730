import { written, writtenDate } from '../../test/simulation/moments';
import type { Trouble, questions } from './cases';
import { addressOf, signOff, type Asked, type Place } from './reception';
import { decideCharge } from './reception';
import { visitCustomer, closeTicket } from './visits';
import { atWork, workDaysLater } from './work-days';

/** What is done from the office: answers on the phone, help from afar, and quotes for what the customer pays. */

/** Half are answered by customer service at once, the others by somebody who looks into it from afar. */
export async function* answerQuestion(place: Place, ticket: string, asked: Asked, { answer }: (typeof questions)[number]): AsyncGenerator<number, void, void> {
  const { office, agenda } = place;
  const { random } = office;
  yield office.later(5, 40);
  if (random.chance(0.5)) await office.act(office.who('CS'), 'ticket.answer', ticket, { solution: answer, works: true });
  else {
    const supervisor = office.who('SUP');
    await office.act(supervisor, 'ticket.startRemote', ticket);
    yield office.later(20, 110);
    await office.act(supervisor, 'ticket.repairDone', ticket, { resolution: answer, causeCode: 'NO_FAULT', afterChecks: ['FUNCTIONS'], functionTest: 'PASS', explained: true, advice: '如再次出现请直接联系服务热线' });
  }
  yield* signOff(place, ticket, asked);
  agenda.add(workDaysLater(office.now(), 1, 10 + random.next() * 4), `closing of ${ticket}`, closeTicket(office, ticket));
}

const approved = { decision: 'APPROVED', comment: '' };

/** A quote, the customer's word, the agreement and its signature; then the visit, and the money when it is due. */
export async function* paidRepair(place: Place, ticket: string, trouble: Trouble, asked: Asked): AsyncGenerator<number, void, void> {
  const { office, agenda } = place;
  const { random } = office;
  const supervisor = office.who('SUP');
  yield atWork(office.later(20, 120), random);
  await decideCharge(office, ticket, 'PAID', '超过质保期，正常磨损，由客户承担');
  yield atWork(office.later(5, 40), random);
  await office.act(supervisor, 'quote.draft', ticket, {
    lines: [
      { head: 'MATERIAL', description: trouble.model === 'XGN15-12' ? '操作机构弹簧组件' : '二次插头组件', qty: '1', unitPrice: `${random.integer(8, 24) * 100}.00` },
      { head: 'LABOUR', description: '检修人工', qty: '5', unitPrice: '160.00' },
      { head: 'TRAVEL', description: '往返交通', qty: '1', unitPrice: '200.00' },
    ],
  });
  const quote = await office.fresh('quotes', 'quote_id', (row) => row['ticket_id'] === ticket);
  yield atWork(office.later(10, 90), random);
  await office.decide(quote, approved);
  yield atWork(office.later(5, 30), random);
  await office.act(supervisor, 'quote.send', quote);
  yield atWork(office.later(60, 24 * 60), random);
  await office.answer(addressOf(asked.number), /服务报价|Quote for/, ticket, 'quote.answer', quote, { decision: 'AGREED', person: asked.customer.contact, note: '' });
  yield atWork(office.later(10, 60), random);
  const agreement = String((await office.newest('serviceAgreements', (row) => row['ticket_id'] === ticket))['agreement_id']);
  await office.act(supervisor, 'agreement.submit', agreement, { paymentTerms: 'ON_ACCEPTANCE', dueDays: '', plan: [], scope: trouble.remedy, acceptanceTerms: '送电正常', startTarget: '', arriveTarget: '', repairWarrantyDays: '' });
  yield atWork(office.later(10, 90), random);
  await office.decide(agreement, approved);
  yield atWork(office.later(5, 30), random);
  await office.act(supervisor, 'agreement.send', agreement);
  yield atWork(office.later(120, 600), random);
  await office.act(office.who('CLK'), 'agreement.sign', agreement, { signer: asked.customer.contact, signedAt: written(office.now() - 30 * 60_000), file: '协议扫描件' });
  yield atWork(office.later(10, 40), random);
  yield* visitCustomer(place, ticket, trouble, asked);
  agenda.add(workDaysLater(office.now(), random.integer(5, 12), 10 + random.next() * 4), `payment for ${ticket}`, payment(place, ticket));
}

async function* payment({ office }: Place, ticket: string): AsyncGenerator<number, void, void> {
  const owed = await office.newest('receivables', (row) => row['ticket_id'] === ticket);
  await office.act(office.who('CLK'), 'payment.record', String(owed['ar_id']), { amount: Number(owed['amount']).toFixed(2), paidAt: writtenDate(office.now()), method: 'BANK', reference: `银行回单 ${office.random.integer(100_000, 999_999)}` });
  yield atWork(office.later(30, 300), office.random);
  const paid = await office.newest('payments', (row) => row['ar_id'] === owed['ar_id']);
  await office.act(office.who('FIN'), 'payment.confirm', String(paid['payment_id']), { decision: 'ARRIVED' });
}
