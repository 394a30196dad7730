import { contracts, installed, liabilityDecisions, products, slaClocks, tickets } from '../../../../sheets-templates';
import { holdAfterDecision } from '../../../charges';
import { isRefusal, words } from '../../../terms';
import { findContract, findProduct, findUnit } from '../../../tickets';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { openCases } from '../charges/liability';
import { chargePapersOf, chargeTables, evaluateCharge } from './charge-guard';
import { ticketMoment } from './class-effects';
import { ticketFor } from './subject';

/** 10.1: what the customer did not know, once somebody read the name plate. Where the warranty was unknown, it is looked up again. */
export const identifyUnit: CommandDefinition = command({
  name: 'ticket.identify', label: words('补全设备信息', 'Complete model and serial'), rules: ['R-210', '10.1', 'AMB-17'], reads: [tickets, slaClocks, liabilityDecisions, ...chargeTables],
  fields: [
    { name: 'serialText', kind: 'text', label: words('产品编号', 'Serial number'), required: true, maximum: 100 },
    { name: 'modelText', kind: 'text', label: words('型号规格', 'Model and specification'), help: words('已登记的设备可留空。', 'May stay empty for a registered unit.'), maximum: 100 },
    { name: 'projectName', kind: 'text', label: words('项目名称', 'Project name'), maximum: 100 },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.identify');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const unit = findUnit(draft.all(installed), input.text('serialText'));
    const projectName = input.optionalText('projectName') ?? draft.find(contracts, unit?.contractId)?.projectName ?? ticket.projectName;
    const product = draft.find(products, unit?.productId) ?? findProduct(draft.all(products), input.text('modelText'));
    const named = draft.update(tickets, ticket.ticketId, {
      serialText: input.text('serialText'), modelText: input.optionalText('modelText') ?? product?.model ?? ticket.modelText, projectName, equipId: unit?.equipId ?? null,
      productId: product?.productId ?? ticket.productId, contractId: findContract(draft.all(contracts), unit, ticket.customerId, projectName)?.contractId ?? ticket.contractId,
    });
    const undecided = named.warrantyResult === 'UNKNOWN' && (named.chargeStatus === 'DECISION_PENDING' || named.chargeStatus === 'UNDETERMINED') && openCases(draft, ticket.ticketId).length === 0;
    if (undecided) {
      const after = draft.update(tickets, ticket.ticketId, evaluateCharge(request, chargePapersOf(draft, named), { serviceType: named.serviceType, serviceMode: named.serviceMode, receivedAt: named.receivedAt, cause: named.causeCode, isRepeat: named.repeatOf !== null }));
      if (after.chargeStatus !== 'DECISION_PENDING') {
        draft.update(tickets, ticket.ticketId, { holdStatus: holdAfterDecision(after.holdStatus, after.chargeStatus) });
        recordMoment(request, ticketMoment(after, 'liabilityDecided', now));
        if (after.chargeStatus === 'QUOTING') recordMoment(request, ticketMoment(after, 'chargePaidKnown', now));
      }
    }
    return { objectId: ticket.ticketId, message: unit === undefined ? words('已补全；在装设备台账中没有此编号。', 'Completed; no such unit among the installed equipment.') : words('已补全，质保已按台账重新核定。', 'Completed; the warranty was looked up again.') };
  },
});
