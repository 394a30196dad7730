import type { ServiceAgreement } from '../../sheets-templates';
import { allRefusals, refuse, type Refusal } from '../terms';
import type { TicketPapers } from './closing';

/** What a ticket leaves behind, beyond what closing looked at. */
export interface ArchivePapers extends TicketPapers {
  readonly agreements: readonly ServiceAgreement[];
}

export interface ArchiveList {
  /** Numbers of the papers, by kind: R-193 names dispatch order, trip report, request and repair order. */
  readonly documents: Readonly<Record<string, readonly string[]>>;
  readonly missing: readonly Refusal[];
}

const code = 'G-TK-11';
const done = ['CLOSED', 'CANCELLED', 'DECLINED', 'REJECTED'];
const still = <Row extends { readonly status: string }>(rows: readonly Row[]): readonly Row[] => rows.filter(({ status }) => !done.includes(status));

/** G-TK-11: the list of an ended ticket's papers, and what is not there yet with who provides it. */
export const archiveList = (papers: ArchivePapers): ArchiveList => {
  const { ticket, acceptances, orders, trips, requests, repairs, agreements } = papers;
  const travelled = orders.filter(({ arrivedAt }) => arrivedAt !== null);
  const unreported = travelled.filter(({ orderId }) => !trips.some((trip) => trip.orderId === orderId && (trip.status === 'ACCEPTED' || trip.status === 'DISTRIBUTED' || trip.status === 'ARCHIVED')));
  const open = [...still(orders).map(({ orderId }) => orderId), ...still(requests).map(({ requestId }) => requestId)];
  const items = still(repairs).map(({ repairId, itemName }) => `${itemName} ${repairId}`);
  const lacks = (when: boolean, zh: string, en: string): readonly Refusal[] => (when ? [refuse(code, zh, en)] : []);
  return {
    documents: {
      acceptance: acceptances.filter(({ signedAt }) => signedAt !== null).map(({ acceptanceId }) => acceptanceId), dispatch: orders.map(({ orderId }) => orderId), trip: trips.map(({ tripId }) => tripId),
      parts: requests.map(({ requestId }) => requestId), repair: repairs.map(({ repairId }) => repairId), agreement: agreements.map(({ agreementId }) => agreementId),
    },
    missing: [
      ...lacks(!acceptances.some(({ signedAt }) => signedAt !== null), '缺已签署的验收单（由客户、工程师或客服办理）。', 'No signed acceptance (the customer, the engineer or customer service provides it).'),
      ...lacks(unreported.length > 0, `派工单 ${unreported.map(({ orderId }) => orderId).join('、')} 缺已接收的出差报告（由工程师提交、内勤接收）。`, `Dispatch order ${unreported.map(({ orderId }) => orderId).join(', ')} has no accepted trip report (the engineer submits it, the clerk accepts it).`),
      ...lacks(open.length > 0, `单据 ${open.join('、')} 尚未关闭（由主管、内勤办理）。`, `${open.join(', ')} is not closed (by the supervisor or the clerk).`),
      ...lacks(items.length > 0, `物品 ${items.join('、')} 尚未检测、处置并归档（由质检和内勤办理；未退回的须追回或免返）。`, `${items.join(', ')} is not tested, disposed of and filed (quality and the clerk; what is missing must be found or waived).`),
      ...lacks(ticket.chargeType === 'PAID' && ticket.chargeStatus !== 'WAIVED' && !agreements.some(({ status }) => status === 'DONE' || status === 'IN_SERVICE' || status === 'SIGNED'), '有偿服务缺已签署的服务协议（由主管拟定、内勤登记）。', 'Paid service without a signed agreement (the supervisor prepares it, the clerk records it).'),
    ],
  };
};

export const archivingRefusal = ({ missing }: ArchiveList): Refusal | null => allRefusals(code, missing);
