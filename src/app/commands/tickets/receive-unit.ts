import { quotes, receptions, repairOrders, returnKind, slaClocks, tickets, type Ticket } from '../../../../sheets-templates';
import { returnExpected } from '../../../text/notices/parts';
import { dateOf, firstRefusal, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { staffIdOf } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { beginService, refuseUnpaidStart, serviceTables } from '../charges/service-course';
import { returnFacts } from '../parts/use';
import { expectItem } from '../repairs/returns';
import { refuseDeparture } from './charge-guard';
import { choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { ticketFor } from './subject';

const kinds = { CUSTOMER_SEND_IN: returnKind.CUSTOMER_SEND_IN, WHOLE_UNIT: returnKind.WHOLE_UNIT };

/** where the customer pays, work in the shop waits for the accepted quote; the agreement's own guards come on top. */
const consented = (request: Request, ticket: Ticket): Refusal | null => {
  const { draft } = request;
  if (ticket.chargeStatus !== 'QUOTING') return refuseDeparture(request, ticket) ?? refuseUnpaidStart(request, ticket);
  return draft.by(quotes, 'ticketId', ticket.ticketId).some((row) => row.status === 'ACCEPTED') ? null
    : refuse('R-124', '有偿维修须先由客户同意报价（由主管报价，客户在报价页答复或由主管登记答复）。', 'Paid repair needs the accepted quote first (the supervisor quotes; the customer answers on its page, or the supervisor records the answer).');
};

const inTime = ({ input, now }: Request, ticket: Ticket): Refusal | null => {
  const at = input.optionalInstant('arrivedAt');
  return at === null || (at <= now && dateOf(at) >= dateOf(ticket.receivedAt)) ? null : refuse('TK-10', '到店/收件时间须在报修当日之后、现在之前。', 'The unit\'s arrival must lie between the day of the request and now.');
};

/** TK-10. What came in which state is written down before anybody touches it; quality gets a repair order. */
export const receiveUnit: CommandDefinition = command({
  name: 'ticket.receiveUnit',
  label: words('接收送修设备', 'Receive a unit'),
  rules: ['R-016', 'R-071', 'R-120', 'R-121', 'R-124', 'TK-10'],
  reads: [tickets, slaClocks, receptions, repairOrders, quotes, ...serviceTables],
  fields: [
    { name: 'unitKind', kind: 'choice', label: words('设备性质', 'Kind'), choices: kinds, required: true, initial: 'CUSTOMER_SEND_IN' },
    { name: 'conditionDesc', kind: 'long', label: words('接收状况', 'Incoming condition'), help: words('外观、破损、缺件。', 'Looks, damage, what is missing.'), required: true, minimum: 4, maximum: 1000 },
    { name: 'conditionPhotos', kind: 'text', label: words('照片', 'Photos'), help: words('至少一张：链接，或存放位置和张数。', 'At least one: a link, or place and number.'), required: true, minimum: 4, maximum: 500 },
    { name: 'accessories', kind: 'text', label: words('随附物品', 'Accessories'), maximum: 300 },
    { name: 'infoGiven', kind: 'long', label: words('已告知客户的事项', 'What the customer was told'), help: words('检测办法、大致时间、费用。', 'How it is tested, about how long, what it may cost.'), required: true, minimum: 4, maximum: 1000 },
    { name: 'needConfirmed', kind: 'flag', label: words('已与客户确认维修需求', 'The need is confirmed with the customer'), required: true },
    { name: 'customerAck', kind: 'flag', label: words('客户已确认接收状况', 'The customer agrees with the condition noted'), required: true },
    { name: 'arrivedAt', kind: 'instant', label: words('到店/收件时间', 'Arrived'), help: words('留空为现在。', 'Empty means now.') },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.receiveUnit');
    if (isRefusal(found)) return found;
    const { draft, input, now, actor } = request;
    const { ticket } = found;
    const refused = firstRefusal([inTime(request, ticket), consented(request, ticket)]);
    if (refused !== null) return refused;
    const at = input.optionalInstant('arrivedAt') ?? now;
    beginService(request, ticket);
    const reception = draft.insert(receptions, {
      receptionId: draft.nextNumber('RC', '', 4), ticketId: ticket.ticketId, arrivedAt: at, receivedBy: staffIdOf(actor) ?? '', needConfirmed: true, conditionDesc: input.text('conditionDesc'),
      conditionPhotos: input.text('conditionPhotos'), accessories: input.optionalText('accessories'), infoGiven: input.text('infoGiven'), customerAck: true, returnedAt: null,
    });
    const repair = expectItem(request, ticket, {
      returnKind: choiceOf(input, 'unitKind', kinds), itemName: ticket.modelText, productModel: ticket.modelText, serialNo: ticket.serialText, qty: 1, returnReason: ticket.faultDesc, dueBack: dateOf(at),
    });
    const after = draft.update(tickets, ticket.ticketId, { status: 'IN_SHOP', serviceMode: ticket.serviceMode === 'ON_SITE' || ticket.serviceMode === 'REMOTE' ? 'SEND_IN' : ticket.serviceMode ?? 'SEND_IN' });
    recordMoment(request, ticketMoment(after, 'unitReceived', at));
    request.notify({ code: 'N-29', to: [{ role: 'QA' }, { role: 'CLK' }], objectId: repair.repairId, message: returnExpected(returnFacts(repair)) });
    return { objectId: ticket.ticketId, message: words(`已接收（接待号 ${reception.receptionId}），维修单 ${repair.repairId} 已转质检。`, `Received (${reception.receptionId}); repair order ${repair.repairId} went to quality.`) };
  },
});

/** The unit goes back to its owner. */
export const handBack: CommandDefinition = command({
  name: 'ticket.handBack',
  label: words('交还设备', 'Hand the unit back'),
  rules: ['R-071', 'R-120'],
  reads: [tickets, receptions],
  fields: [],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.handBack');
    if (isRefusal(found)) return found;
    const { draft, now } = request;
    const kept = draft.by(receptions, 'ticketId', found.ticket.ticketId).filter((row) => row.returnedAt === null);
    if (kept.length === 0) return refuse('R-120', '没有留在公司的送修设备。', 'No unit of this ticket is with us.');
    for (const row of kept) draft.update(receptions, row.receptionId, { returnedAt: now });
    return { objectId: found.ticket.ticketId, message: words('已登记交还。', 'Recorded: handed back.') };
  },
});
