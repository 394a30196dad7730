import { done } from '../test/journeys/company';
import { impact, request, type Step } from '../test/journeys/story';
import type { Company, TableName } from './company';

/** A paid repair from the request to the money, one command a step: quote, consent, agreement, signature, payment. */

/** The day on which the sweeps were measured: every day between would be some three hundred sweeps of all that is open. */
const day = '2026-03-06';
const mail = 'shao@customer.example';

const outOfWarranty = request({
  ...impact({}), 客户名称: '宁波港北物流园', 联系人: '邵阳', 联系电话: '13900002009', 邮箱: mail, 设备所在城市: '宁波', 设备地址: '北仑区进港路 300 号', 项目名称: '冷库扩建', 型号规格: 'XGN15-12', 产品编号: 'XGN23040006',
});

const lines = [
  { head: 'MATERIAL', description: '负荷开关', qty: '1', unitPrice: '2000.00' },
  { head: 'LABOUR', description: '检修人工', qty: '5', unitPrice: '160.00' },
  { head: 'TRAVEL', description: '高铁往返', qty: '1', unitPrice: '200.00' },
];

const last = async (company: Company, table: TableName, key: string): Promise<string> => String((await company.rows(table)).slice(-1)[0]?.[key] ?? '');
const waiting = async (company: Company, docId: string): Promise<string> => String((await company.rows('approvals')).find((row) => String(row['doc_id']).startsWith(docId) && row['status'] === '待批')?.['approval_id'] ?? '');

const step = (time: string, role: string, command: string, objectId: string | ((company: Company) => Promise<string>), input = {}): Step => ({
  name: command, at: `${day} ${time}`, command,
  act: async (company) => { done(await company.onDesk(company.person(role).email, command, typeof objectId === 'string' ? objectId : await objectId(company), input)); },
});

const ticket = (company: Company): Promise<string> => last(company, 'tickets', 'ticket_id');
const quote = (company: Company): Promise<string> => last(company, 'quotes', 'quote_id');
const agreement = (company: Company): Promise<string> => last(company, 'serviceAgreements', 'agreement_id');
const approved = { decision: 'APPROVED', comment: '' };

export const paidRepair: readonly Step[] = [
  { name: 'the request', at: `${day} 15:00`, command: 'ticket.register', form: true, act: (company) => company.sendForm('intake', outOfWarranty) },
  step('15:05', 'SUP', 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已了解情况' }),
  step('15:10', 'SUP', 'ticket.classify', ticket, { severity: 'C' }),
  step('15:15', 'SUP', 'quote.draft', ticket, { lines }),
  step('15:20', 'TSM', 'approval.decide', async (company) => waiting(company, await quote(company)), approved),
  step('15:25', 'SUP', 'quote.send', quote),
  {
    name: 'the customer agrees on the page', at: `${day} 15:36`, command: 'quote.answer',
    act: async (company) => {
      const page = await company.open(company.linkIn(company.mailTo(mail, '服务报价')));
      done(await page.act('quote.answer', await quote(company), { decision: 'AGREED', person: '邵阳', note: '' }));
    },
  },
  step('15:40', 'SUP', 'agreement.submit', agreement, { paymentTerms: 'ON_ACCEPTANCE', dueDays: '', plan: [], scope: '更换负荷开关', acceptanceTerms: '送电正常', startTarget: '', arriveTarget: '', repairWarrantyDays: '' }),
  step('15:45', 'TSM', 'approval.decide', async (company) => waiting(company, await agreement(company)), approved),
  step('15:50', 'SUP', 'agreement.send', agreement),
  step('16:00', 'CLK', 'agreement.sign', agreement, { signer: '邵总', signedAt: `${day} 15:55`, file: '协议扫描件' }),
  step('16:10', 'CLK', 'payment.record', (company) => last(company, 'receivables', 'ar_id'), { amount: '3000.00', paidAt: day, method: 'BANK', reference: 'B-1' }),
  step('16:20', 'FIN', 'payment.confirm', (company) => last(company, 'payments', 'payment_id'), { decision: 'ARRIVED' }),
];
