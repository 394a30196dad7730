import type { Message } from '../../../src/app/request';
import { instant, localDate, type Words } from '../../../src/terms';
import * as dispatch from '../../../src/text/notices/dispatch';
import * as field from '../../../src/text/notices/field';
import * as parts from '../../../src/text/notices/parts';

const order: dispatch.OrderFacts = {
  orderId: 'PG-20260303-01', ticketId: 'TK-20260303-001', projectName: 'Plant 1', modelSerial: 'GCS / SN1', siteCity: 'Kunshan', severity: 'A', lead: 'Li', team: ['Wang'],
  planDepart: instant('2026-03-04 08:00'), planArrive: instant('2026-03-04 10:00'), planReturn: localDate('2026-03-05'), travelMode: 'COACH', workContent: 'Replace the breaker',
  timeRequirement: 'A · S-04 2026-03-03 21:10', skillOverride: null,
};
const request: parts.PartsFacts = { requestId: 'WH-1', ticketId: 'TK-1', projectName: 'Plant 1', requester: 'Li', neededBy: instant('2026-03-05 12:00'), reason: 'burnt', lines: ['2 pcs breaker'], chargeable: false };
const returned: parts.ReturnFacts = { repairId: 'WX-1', ticketId: 'TK-1', itemName: 'breaker', serialNo: 'SN1', quantity: 2, dueBack: localDate('2026-03-10') };
const fault: field.FaultFacts = { tripId: 'TR-1', cause: 'COMPONENT', rootCause: 'worn contacts', result: 'replaced', qualityFeedback: 'check the lot' };
const arrival: field.ArrivalFacts = { arrivedAt: instant('2026-03-04 10:00'), siteStatus: 'dark', lodging: 'inn', phone: '139', untold: 'absent' };

const messages: readonly [string, Omit<Message, 'actions'>][] = [
  ['N-12', dispatch.consentAsked(order)], ['N-13', dispatch.orderIssued(order)], ['N-14', dispatch.orderCopy(order)], ['N-15 order', dispatch.consentRejected(order, 'no')],
  ['N-16', dispatch.goAheadUsed(order, 'TSM 10:00')], ['N-16 refused', dispatch.goAheadRefused(order, 'no')], ['N-17 declined', dispatch.orderDeclined(order, 'ill')],
  ['N-17 cancelled', dispatch.orderCancelled(order, 'off')], ['N-60', field.engineerNamed(order, '021')], ['N-18 customer', field.engineerArrived(order, arrival.arrivedAt)],
  ['N-18', field.arrivalReported(order, arrival)], ['N-20', field.helpAsked(order, 'why')], ['N-21', field.helpAnswered(order, 'so')], ['N-19', field.leavingAnnounced(order, 'done', localDate('2026-03-05'))],
  ['N-15 trip', field.tripReturned(order, 'short')], ['N-22', field.faultDistributed(order, fault)], ['N-23', parts.partsSubmitted(request)], ['N-24', parts.partsApprovalAsked(request)],
  ['N-25', parts.partsApproved(request)], ['N-15 parts', parts.partsRejected(request, 'no')], ['N-26', parts.promised(request, localDate('2026-03-06'), null)],
  ['N-26 changed', parts.promised(request, localDate('2026-03-07'), 'late steel')], ['N-27', parts.goodsReady(request)], ['N-28', parts.goodsShipped(request, 'SF', '1', localDate('2026-03-06'))],
  ['N-07', parts.goodsReceived(request, 'GOOD')], ['N-17 parts', parts.partsCancelled(request, 'off')], ['N-29', parts.returnExpected(returned)], ['N-29 missing', parts.returnMissing(returned)],
  ['N-30', parts.itemTested(returned, 'FAIL', 'burnt')], ['N-31', parts.itemDisposed(returned, 'HOLD')], ['N-24 waiver', parts.waiverAsked(returned, 'lost')],
];

const wordsOf = (message: Omit<Message, 'actions'>): readonly Words[] => [
  message.subject, ...message.body, ...(message.facts ?? []).flatMap(({ label, value }) => (typeof value === 'string' ? [label] : [label, value])), ...(message.copyText === undefined ? [] : [message.copyText]),
];

const chinese = /[\u4e00-\u9fff]/;

describe('section 13: messages about orders, site work and parts', () => {
  it.each(messages)('%s says everything in both languages', (_code, message) => {
    for (const { zh, en } of wordsOf(message)) {
      expect(zh.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(en).not.toMatch(chinese);
    }
    expect(message.subject.zh).toMatch(chinese);
  });

  it('every message has words of its own', () => {
    expect(new Set(messages.map(([, { subject, body }]) => subject.zh + body.map(({ zh }) => zh).join(''))).size).toBe(messages.length);
  });
});
