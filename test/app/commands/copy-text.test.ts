import { copyDocument, dispatchOrders, partsLines, partsRequests, quotes, repairOrders, siteReports, slaClocks, textsSent, tickets, type CopyDocument, type Quote, type Ticket } from '../../../sheets-templates';
import { copyDeskTables, withCopyTexts } from '../../../src/app/desk/copy-texts';
import { emptyReport } from '../../../src/app/commands/field/arrival';
import { copyTables, longestText } from '../../../src/text/copy-tables';
import { copyTextsOf } from '../../../src/text/copy-texts';
import { fen, instant, localDate } from '../../../src/terms';
import { company, makeOrder, makePartsLine, makePartsRequest, makeRepair, makeTicket } from '../make-rows';
import { actorOf, World, type Who } from '../world';
import { ticketClocks } from '../../deadlines/office';

const id = 'TK-20260303-001';
const order = 'PG-20260303-01';
const long = '断路器跳闸，'.repeat(200);

/** A ticket with an order, reports, parts and a return, every text as long as it can get. */
const world = (ticket: Partial<Ticket> = {}, orderStatus: 'CONSENT_PENDING' | 'ISSUED' | 'WORKING' = 'WORKING'): World =>
  new World().at('2026-03-04 12:00')
    .add(tickets, makeTicket({ severity: 'A', faultDesc: long, resolution: long, engineerLead: 'ST-006', ...ticket }))
    .add(dispatchOrders, makeOrder({ status: orderStatus, workContent: long }), makeOrder({ orderId: 'PG-20260303-02', leadEngineer: 'ST-007', status: 'CONSENT_PENDING' }))
    .add(siteReports, { ...emptyReport(order, 'ARRIVAL', instant('2026-03-04 10:00')), reportId: 'SR-1', siteStatus: long, contactPhone: '13900001111' }, { ...emptyReport(order, 'DAILY', instant('2026-03-04 17:00')), reportId: 'SR-2', siteStatus: long, effect: long })
    .add(partsRequests, makePartsRequest()).add(partsLines, ...Array.from({ length: 40 }, (_, index) => makePartsLine({ lineId: `L${index}` }))).add(repairOrders, makeRepair())
    .add(slaClocks, ...ticketClocks('A', '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id, clockId: clock.clockId.replace('FW-1', id), result: 'BREACHED_OPEN' as const })));

const quote: Quote = {
  quoteId: 'BJ-1', status: 'SENT', ticketId: id, revision: 1, total: fen(260000), materialFee: fen(200000), labourFee: fen(60000), travelFee: fen(0), otherFee: fen(0), taxRate: 13, customerPart: fen(260000), validUntil: localDate('2026-03-19'),
  sentAt: instant('2026-03-04 10:00'), customerDecision: null, decidedAt: null, decidedBy: null, decisionEvidence: null, preparedBy: 'ST-004',
};

const texts = (one: World, objectId: string): Partial<Record<CopyDocument, { readonly zh: string }>> => copyTextsOf(one.draft(...copyTables), objectId);
const send = { text: '【日报】TK-20260303-001 某厂配电：进度 40%', way: 'WECHAT', toWhom: '林主管' };

describe('10.5 texts to paste', () => {
  test.each([
    ['MANAGER_REPORT', id, world(), '【'],
    ['DEADLINE_MISSED', id, world(), '【超时】TK-20260303-001 某厂配电 昆山'],
    ['ACCEPTANCE', id, world({ status: 'REPAIRED' }), '【售后验收】'],
    ['CONSENT_LIST', order, world({}, 'CONSENT_PENDING'), '【派工征询】PG-20260303-01'],
    ['DISPATCH_ORDER', order, world({}, 'ISSUED'), '【派工单】PG-20260303-01'],
    ['ARRIVAL_REPORT', order, world(), '【'],
    ['DAILY_REPORT', order, world(), '【'],
    ['PARTS_REQUEST', 'WH-20260304-01', world(), '【配件申请】WH-20260304-01'],
    ['RETURN_NOTE', 'WX-20260305-01', world(), '【旧件返回】WX-20260305-01'],
  ] as const)('%s of %s: at most 500 characters, without the customer\'s name, phone or address', (document, objectId, one, begins) => {
    const { zh = '' } = texts(one, objectId)[document] ?? {};
    expect(zh.startsWith(begins)).toBe(true);
    expect(zh.length).toBeLessThanOrEqual(longestText);
    for (const personal of ['王先生', '13812345678', '13900001111', '某路 1 号', '13900000000']) expect(zh).not.toContain(personal);
  });

  test('QUOTE: the sum and until when', () => {
    const one = world().add(quotes, quote);
    expect(texts(one, id).QUOTE?.zh).toContain('合计 2600.00 元，有效期至 2026-03-19');
  });

  test('the consent list names every order that waits', () => {
    expect(texts(world({}, 'CONSENT_PENDING'), order).CONSENT_LIST?.zh).toContain('PG-20260303-02');
  });

  test('every document of 10.5 has a text, and no other state offers it', () => {
    const all = [world({ status: 'REPAIRED' }).add(quotes, quote), world({}, 'CONSENT_PENDING'), world({}, 'ISSUED')];
    const found = new Set(all.flatMap((one) => [id, order, 'WH-20260304-01', 'WX-20260305-01'].flatMap((objectId) => Object.keys(texts(one, objectId)))));
    expect([...found].sort()).toEqual(Object.keys(copyDocument).sort());
    expect(Object.keys(texts(world({ severity: 'C' }), id))).toEqual(['DEADLINE_MISSED']);
  });
});

describe('who confirmed having sent it is on record', () => {
  test('with the words, the way and to whom; and the desk shows it', () => {
    const one = world();
    one.run('eng', 'text.confirmSent', `${order}#DAILY_REPORT`, send);
    expect(one.all(textsSent)).toMatchObject([{ objectId: order, document: 'DAILY_REPORT', way: 'WECHAT', toWhom: '林主管', confirmedBy: 'ST-006', confirmedAt: instant('2026-03-04 12:00'), text: send.text }]);
    const item = { objectId: order, kind: copyDocument.DAILY_REPORT, title: '', status: copyDocument.DAILY_REPORT, severity: null, dueAt: null, facts: [], offers: [], forms: [{ form: 'daily', label: copyDocument.DAILY_REPORT }] };
    const shown = withCopyTexts(one.draft(...copyDeskTables), actorOf('sup'))(item);
    expect(shown.offers.map(({ objectId }) => objectId)).toEqual([`${order}#ARRIVAL_REPORT`, `${order}#DAILY_REPORT`]);
    expect(shown.offers[0]?.fields.find(({ name }) => name === 'text')?.initial).toContain('某厂配电');
    expect(shown.facts).toMatchObject([{ value: { zh: `2026-03-04 12:00 微信 → 林主管（${company.eng.name}）` } }]);
  });

  test.each<readonly [string, Who, string, object, string]>([
    ['an engineer who is not concerned', 'eng2', `${order}#DAILY_REPORT`, {}, 'ROLE'],
    ['sales', 'sal', `${order}#DAILY_REPORT`, {}, 'ROLE'],
    ['the customer', { kind: 'customer', ticketId: id }, `${id}#MANAGER_REPORT`, {}, 'ROLE'],
    ['a text that is not offered now', 'sup', `${order}#DISPATCH_ORDER`, {}, '10.5'],
    ['no text of that name', 'sup', `${order}#toString`, {}, '10.5'],
    ['too long for one message', 'sup', `${order}#DAILY_REPORT`, { text: 'x'.repeat(501) }, 'INPUT'],
    ['not said to whom', 'sup', `${order}#DAILY_REPORT`, { toWhom: '' }, 'INPUT'],
  ])('refused: %s', (_why, who, objectId, input, code) => {
    expect(world().refusal(who, 'text.confirmSent', objectId, { ...send, ...input })).toBe(code);
  });
});
