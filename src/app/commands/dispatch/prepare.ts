import { channel, contactAttempts, contactOutcome, dispatchOrders } from '../../../../sheets-templates';
import { preparationItems, refuseMoment, refusePreparation } from '../../../dispatch';
import { isRefusal, words } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { contactReached, contactTables } from '../../effects/first-contact';
import { choiceOf } from '../tickets/chosen';
import { orderFor, orderReads } from './order';

export const prepareOrder: CommandDefinition = command({
  name: 'dispatch.prepare',
  label: words('出发前准备', 'Prepare'),
  rules: ['R-270'],
  reads: orderReads,
  fields: [
    { name: 'items', kind: 'list', label: words('已准备', 'Ready'), choices: preparationItems },
    { name: 'notNeededReason', kind: 'text', label: words('未勾选项不需要的理由', 'Why items without a tick are not needed') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.prepare');
    if (isRefusal(found)) return found;
    const preparation = { ticked: request.input.list('items'), notNeededReason: request.input.optionalText('notNeededReason') };
    const refused = refusePreparation(preparation);
    if (refused !== null) return refused;
    request.draft.update(dispatchOrders, found.order.orderId, { prepChecklist: preparation, prepDoneAt: request.now });
    return { objectId: found.order.orderId, message: words('准备完成。', 'Prepared.') };
  },
});

/** the talk with the customer before the visit, or the try. */
export const logPrevisit: CommandDefinition = command({
  name: 'dispatch.previsit',
  label: words('登记行前沟通', 'Log pre-visit contact'),
  rules: ['R-186', 'R-251'],
  reads: [...orderReads, ...contactTables],
  fields: [
    { name: 'outcome', kind: 'choice', label: words('结果', 'Outcome'), choices: contactOutcome, required: true, initial: 'REACHED' },
    { name: 'channel', kind: 'choice', label: words('方式', 'Channel'), choices: channel, required: true, initial: 'PHONE' },
    { name: 'at', kind: 'instant', label: words('时间', 'At'), help: words('不填即现在', 'Now if left empty') },
    { name: 'content', kind: 'long', label: words('沟通内容', 'What was said') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.previsit');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order, ticket } = found;
    const at = input.optionalInstant('at') ?? now;
    const refused = refuseMoment('G-DP-6', at, now, { at: order.issuedAt, zh: '派工下达时间', en: 'the order was issued' });
    if (refused !== null) return refused;
    const outcome = choiceOf(input, 'outcome', contactOutcome);
    const attempt = draft.insert(contactAttempts, {
      attemptId: draft.nextNumber('CA', '', 6), ticketId: order.ticketId, purpose: 'PREVISIT', at, byStaff: actorName(request.actor), toParty: 'CUSTOMER', channel: choiceOf(input, 'channel', channel), outcome,
      content: input.optionalText('content'), recordedAt: now,
    });
    if (outcome === 'REACHED') {
      draft.update(dispatchOrders, order.orderId, { previsitContact: attempt.attemptId });
      contactReached(request, ticket, attempt);
    }
    return { objectId: order.orderId, message: words('已登记行前沟通。', 'Logged.') };
  },
});
